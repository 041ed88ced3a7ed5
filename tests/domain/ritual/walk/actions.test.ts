import { describe, expect, test } from 'vitest'
import { actionState, actionsToReview, walkBefore } from '../../../../lib/domain/ritual/walk/actions.ts'
import { sweepOf } from '../../../../lib/domain/ritual/walk/sweep.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { record, sketch } from '../../sketch.ts'
import { agendaOf, percent, walkNetwork } from './walk-kit.ts'

const closed = (id: string, day: string, more: object = {}) => ({
  id,
  state: 'closed',
  at: `${day}T09:00:00Z`,
  closedAt: `${day}T09:30:00Z`,
  ...more,
})
const action = (id: string, ritualId: string, more: object = {}) => ({
  id,
  ritualId,
  kind: 'action',
  status: 'open',
  at: '2027-01-01T09:00:00Z',
  ...more,
})

const snapshot = sketch({
  area: [{ id: 'area' }],
  node: [{ id: 'node', areaId: 'area' }],
  ritual: [
    closed('last', '2027-02-01'),
    closed('first', '2027-01-25'),
    closed('planned', '2027-01-04', { kind: 'plan' }),
    closed('ours', '2027-01-30', { kind: 'check', nodeId: 'node' }),
    { ...closed('off', '2027-02-05'), state: 'cancelled' },
    { id: 'now', state: 'open', at: '2027-02-08T09:00:00Z' },
    closed('later', '2027-02-15'),
  ],
  ritualItem: [
    action('old done', 'first', { status: 'done', settledAt: '2027-01-27T09:00:00Z' }),
    action('old open', 'first', { dueOn: '2027-02-10' }),
    action('done', 'last', { status: 'done', settledAt: '2027-02-03T09:00:00Z' }),
    action('open', 'last'),
    { ...action('note', 'last'), kind: 'note', status: null },
    action('of the plan', 'planned', { dueOn: '2027-01-31' }),
    action('of a team', 'ours'),
    action('of this walk', 'now'),
    action('called off', 'off'),
  ],
})
const now = find(snapshot, 'ritual', 'now') ?? null

describe('the actions with which a walk begins', () => {
  test('WA51: the walk before is the one that was closed last before it began', () => {
    expect(walkBefore(snapshot, now)?.id).toBe('last')
    expect(walkBefore(snapshot, find(snapshot, 'ritual', 'first') ?? null)).toBeNull()
    expect(walkBefore(snapshot, null)?.id).toBe('later')
  })

  test('WA51-WA52: all of the last walk, then what is open from walks and plans, soonest due first; nothing of a check', () => {
    expect(actionsToReview(snapshot, now).map(({ id }) => id)).toEqual(['done', 'open', 'of the plan', 'old open'])
  })

  test('WA52: what is ticked off in the walk itself stays in sight', () => {
    const ticked = sketch({
      ritual: [closed('first', '2027-01-25'), closed('last', '2027-02-01'), { id: 'now', state: 'open', at: '2027-02-08T09:00:00Z' }],
      ritualItem: [
        action('ticked now', 'first', { status: 'done', settledAt: '2027-02-08T09:05:00Z' }),
        action('done before', 'first', { status: 'done', settledAt: '2027-02-07T09:05:00Z' }),
      ],
    })
    expect(actionsToReview(ticked, find(ticked, 'ritual', 'now') ?? null).map(({ id }) => id)).toEqual(['ticked now'])
  })

  test('WA53: late from the day after; what became of it later does not count yet', () => {
    const item = (more: object) => record('ritualItem', { ...action('a', 'r'), ...more })
    const on = { day: '2027-02-08', at: '2027-02-08T09:30:00Z' }
    expect(actionState(item({}), on)).toBe('open')
    expect(actionState(item({ dueOn: '2027-02-08' }), on)).toBe('open')
    expect(actionState(item({ dueOn: '2027-02-07' }), on)).toBe('late')
    const settled = { dueOn: '2027-02-07', settledAt: '2027-02-08T09:30:00Z' }
    expect(actionState(item({ ...settled, status: 'done' }), on)).toBe('done')
    expect(actionState(item({ ...settled, status: 'dropped' }), on)).toBe('dropped')
    expect(actionState(item({ ...settled, status: 'done', settledAt: '2027-02-08T09:30:01Z' }), on)).toBe('late')
    expect(actionState(item({ ...settled, status: 'done', settledAt: '2027-02-09T09:30:00Z' }), { day: '2027-02-10' })).toBe('done')
  })
})

describe('the sweep', () => {
  test('WA54: each area with its win and the health metric that stands worst', () => {
    const rise = [
      { at: '2027-01-30T09:00:00Z', value: 10 },
      { at: '2027-02-07T09:00:00Z', value: 20 },
    ]
    const metric = (id: string, nodeId: string, current: number | null) => ({ id, nodeId, lower: 80, tolerance: 5, current })
    const network = walkNetwork({ a: { metric: percent }, b: { area: 'x' }, c: { area: 'y' } }, [], {
      checkIns: { a: rise },
      healthMetric: [metric('fine', 'node_a', 90), metric('amber', 'node_a', 78), metric('red', 'node_b', 1), metric('unread', 'node_b', null)],
    })
    const breaths = sweepOf(network, agendaOf(network).agenda)
    expect(breaths.map(({ areaId, win, health }) => [areaId, win?.about, health?.metric.id, health?.status])).toEqual([
      ['area', 'a', 'amber', 'amber'],
      ['x', undefined, 'red', 'red'],
      ['y', undefined, undefined, undefined],
    ])
  })
})
