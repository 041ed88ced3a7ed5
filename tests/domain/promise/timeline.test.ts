import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { byDay, orderDay, type Timeline, timelineOf } from '../../../lib/domain/promise/timeline.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork, type SketchedNeed } from '../sketch.ts'

const today = '2027-02-15'
const areas = [{ id: 'area' }, { id: 'zone' }]

function timeline(
  needs: readonly SketchedNeed[],
  { by = 'giver', moves = [] }: { by?: 'giver' | 'taker'; moves?: readonly Record<string, unknown>[] } = {},
): Timeline {
  const snapshot = needsNetwork({ give: { node: 'b', area: 'zone' }, other: { node: 'c' }, need: { node: 'a' } }, needs, {
    promiseMove: moves,
    area: areas,
    network: [{ id: 'net', timeZone: 'Europe/Berlin' }],
  })
  return timelineOf(snapshot, assess(snapshot, { cycleId: 'q', today }), { by })
}

const from = (supplier: string | null, more: Record<string, unknown> = {}) => ({ supplier, consumer: 'need', ...more })

describe('timeline', () => {
  test('TL1: every promise of the cycle is in a lane, without a day, or counted as ended, once', () => {
    const { lanes, undated, ended } = timeline([
      from('give', { neededOn: '2027-03-01' }),
      from('give', { promisedOn: '2027-03-02' }),
      from('other', {}),
      from('other', { state: 'withdrawn', neededOn: '2027-03-01' }),
      from('other', { state: 'cancelled' }),
    ])
    expect(lanes.flatMap(({ entries }) => entries.map(({ id }) => id)).sort()).toEqual(['d1', 'd2'])
    expect(undated.map(({ id }) => id)).toEqual(['d3'])
    expect(ended).toBe(2)
  })

  test('TL1: the worked example keeps all its twelve, whatever the grouping', () => {
    const snapshot = goldenNetwork()
    const assessment = assess(snapshot, { cycleId: null, today })
    for (const by of ['giver', 'taker'] as const) {
      const { lanes, undated, ended } = timelineOf(snapshot, assessment, { by })
      const told = [...lanes.flatMap(({ entries }) => entries), ...undated].map(({ id }) => id)
      expect(new Set(told).size).toBe(told.length)
      expect(told.length + ended).toBe(listOf(snapshot, 'dependency').length)
    }
  })

  test('TL2: lanes are nodes in document order of areas, by the side that is asked for', () => {
    const needs = [from('give', { neededOn: '2027-03-01' }), from('other', { neededOn: '2027-03-01' }), from('give', { neededOn: '2027-02-20' })]
    expect(timeline(needs).lanes.map(({ nodeId, entries }) => [nodeId, entries.length])).toEqual([
      ['c', 1],
      ['b', 2],
    ])
    expect(timeline(needs, { by: 'taker' }).lanes.map(({ nodeId, entries }) => [nodeId, entries.length])).toEqual([['a', 3]])
  })

  test('TL3: in a lane the promised day orders, else the proposed, else the needed one', () => {
    const dates = { askedOn: null, neededOn: '2027-03-09', promisedOn: '2027-03-01', proposedOn: '2027-02-20', deliveredOn: null, acceptedOn: null }
    expect(orderDay(dates)).toBe('2027-03-01')
    expect(orderDay({ ...dates, promisedOn: null })).toBe('2027-02-20')
    expect(orderDay({ ...dates, promisedOn: null, proposedOn: null })).toBe('2027-03-09')
    const [lane] = timeline([
      from('give', { neededOn: '2027-02-10', promisedOn: '2027-03-20' }),
      from('give', { neededOn: '2027-03-10' }),
      from('give', { neededOn: '2027-03-10' }),
    ]).lanes
    expect(lane?.entries.map(({ id }) => id)).toEqual(['d2', 'd3', 'd1'])
    expect(lane?.entries.toSorted(byDay)).toEqual(lane?.entries)
  })

  test('TL4: asked, delivered and accepted are the days of the moves in the time zone of the network', () => {
    const moves = [
      { id: 'm1', dependencyId: 'd1', move: 'request', to: 'requested', side: 'consumer', at: '2027-01-09T23:30:00Z' },
      { id: 'm2', dependencyId: 'd1', move: 'promise', from: 'requested', to: 'promised', at: '2027-01-11T09:00:00Z' },
      { id: 'm3', dependencyId: 'd1', move: 'deliver', from: 'promised', to: 'delivered', at: '2027-02-01T09:00:00Z' },
      { id: 'm4', dependencyId: 'd1', move: 'notSatisfied', from: 'delivered', to: 'promised', side: 'consumer', at: '2027-02-02T09:00:00Z' },
      { id: 'm5', dependencyId: 'd1', move: 'deliver', from: 'promised', to: 'delivered', at: '2027-02-05T09:00:00Z' },
      { id: 'm6', dependencyId: 'd1', move: 'accept', from: 'delivered', to: 'accepted', side: 'consumer', at: '2027-02-06T23:59:00Z' },
    ]
    const need = from('give', { state: 'accepted', neededOn: '2027-02-10', promisedOn: '2027-02-03' })
    const [entry] = timeline([need], { moves }).lanes[0]?.entries ?? []
    expect(entry).toMatchObject({ askedOn: '2027-01-10', deliveredOn: '2027-02-05', acceptedOn: '2027-02-07', deliveredLateDays: 2, slackDays: 7 })
    const [undone] = timeline([{ ...need, state: 'promised' }], { moves: moves.slice(0, 4) }).lanes[0]?.entries ?? []
    expect(undone).toMatchObject({ deliveredOn: null, acceptedOn: null })
  })

  test('TL4: without moves nobody knows when it was asked or delivered', () => {
    const [entry] = timeline([from('give', { state: 'delivered', neededOn: '2027-02-10', promisedOn: '2027-02-03' })]).lanes[0]?.entries ?? []
    expect(entry).toMatchObject({ askedOn: null, deliveredOn: null, acceptedOn: null, deliveredLateDays: null })
  })

  test('TL5: late, overdue and backwards are those of the assessment; what is delivered is not backwards any more', () => {
    const { lanes } = timeline([
      from('give', { promisedOn: '2027-02-05', neededOn: '2027-02-20' }),
      from('give', { promisedOn: '2027-03-05', neededOn: '2027-02-20' }),
      from('give', { state: 'delivered', promisedOn: '2027-03-06', neededOn: '2027-02-20' }),
      from('give', { state: 'requested', neededOn: '2027-02-01' }),
    ])
    const told = new Map(lanes.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry])))
    expect(told.get('d1')).toMatchObject({ lateDays: 10, backwardsDays: 0, slackDays: 15 })
    expect(told.get('d2')).toMatchObject({ lateDays: 0, backwardsDays: 13, slackDays: -13 })
    expect(told.get('d3')).toMatchObject({ lateDays: 0, backwardsDays: 0 })
    expect(told.get('d4')).toMatchObject({ overdueDays: 14 })
  })

  test('TL5: a day that one side proposes is told apart from the promised one', () => {
    const [entry] = timeline([from('give', { promisedOn: '2027-03-01', terms: { by: 'consumer', on: '2027-02-25' } })]).lanes[0]?.entries ?? []
    expect(entry).toMatchObject({ promisedOn: '2027-03-01', proposedOn: '2027-02-25', proposedBy: 'consumer' })
  })

  test('what is kept out by the caller is in no list', () => {
    const snapshot = needsNetwork({ give: { node: 'b' }, need: { node: 'a' } }, [from('give', { neededOn: today }), from('give', {})])
    const found = timelineOf(snapshot, assess(snapshot, { cycleId: 'q', today }), { by: 'giver', keep: ({ id }) => id === 'd2' })
    expect([found.lanes.length, found.undated.map(({ id }) => id)]).toEqual([0, ['d2']])
  })
})
