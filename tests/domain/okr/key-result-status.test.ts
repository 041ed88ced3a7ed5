import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { displayStatuses } from '../../../lib/domain/okr/assessment.ts'
import { goldenNetwork, needsNetwork, type SketchedNeed } from '../sketch.ts'

type Given = {
  readonly today?: string
  readonly cycle?: object
  readonly checkIns?: readonly string[]
  readonly needs?: readonly SketchedNeed[]
  readonly timeZone?: string
  /** days without a check-in that the network allows */
  readonly limit?: number
}

const boolean = (current: number | null) => ({ kind: 'boolean', current })

/** Key result `a` as it stands, in a cycle from 2027-01-01 to 2027-03-31. */
function status(fields: object, { today = '2027-01-05', cycle = {}, checkIns = [], needs = [], timeZone, limit }: Given = {}) {
  const snapshot = needsNetwork({ a: { ...fields }, b: { confidence: 0.1 } }, needs, {
    network: [{ id: 'net', timeZone }],
    cycle: [{ id: 'q', ...cycle }],
    checkSetting: limit === undefined ? [] : [{ id: 's', rule: 'stale', limit }],
    checkIn: checkIns.map((at, place) => ({ id: `c${place}`, keyResultId: 'a', at })),
  })
  const assessed = assess(snapshot, { today, cycleId: 'q' }).keyResults.get('a')
  if (!assessed) throw new Error('a is missing')
  return assessed
}

describe('done', () => {
  test('ST30: progress 1 is done, less is not, unknown is not', () => {
    expect(status({ metric: boolean(1) })).toMatchObject({ isDone: true, derived: ['done'], display: 'done' })
    expect(status({ metric: boolean(0) }).isDone).toBe(false)
    expect(status({ metric: boolean(null) }).isDone).toBe(false)
    expect(status({ metric: { kind: 'increase', baseline: 0, target: 3, current: 2.999 } }).isDone).toBe(false)
  })

  test('ST31: a maintained value inside its band is done only from its due day on: it can still be lost', () => {
    const metric = { kind: 'maintain', lower: 1, upper: 2, current: 1.5 }
    expect(status({ metric }).isDone).toBe(false)
    expect(status({ metric, dueOn: '2027-02-01' }, { today: '2027-01-31' }).isDone).toBe(false)
    expect(status({ metric, dueOn: '2027-02-01' }, { today: '2027-02-01' }).isDone).toBe(true)
    expect(status({ metric }, { today: '2027-03-31' }).isDone).toBe(true)
  })

  test('ST32: steps that say nothing keep a milestone from being done', () => {
    const steps = (...done: (number | null)[]) => ({ metric: { kind: 'milestone', steps: done.map((each, at) => ({ name: `s${at}`, done: each })) } })
    expect(status(steps(1, 1)).isDone).toBe(true)
    expect(status(steps(1, null))).toMatchObject({ isDone: false, progress: { share: 1 } })
  })
})

describe('late', () => {
  test('ST33: past its due date, else the cycle’s end, with progress below 1', () => {
    expect(status({ dueOn: '2027-02-01' }, { today: '2027-02-01' }).lateDays).toBe(0)
    expect(status({ dueOn: '2027-02-01' }, { today: '2027-02-04' })).toMatchObject({
      lateDays: 3,
      derived: expect.arrayContaining(['late']),
      display: 'late',
    })
    expect(status({}, { today: '2027-03-31' }).lateDays).toBe(0)
    expect(status({}, { today: '2027-04-01' })).toMatchObject({ lateDays: 1, derived: ['late'] })
  })

  test('ST33: what is done is not late', () => {
    expect(status({ metric: boolean(1), dueOn: '2027-01-02' }, { today: '2027-02-04' })).toMatchObject({ lateDays: 0, display: 'done' })
  })

  test('ST34: unknown progress is unknown, not late', () => {
    expect(status({ metric: boolean(null) }, { today: '2027-04-02' })).toMatchObject({ lateDays: 0, derived: [], display: 'unknown' })
  })
})

describe('stale', () => {
  test('ST35: more than 8 days since the last check-in', () => {
    const checkIns = ['2027-02-01T09:00:00Z']
    expect(status({}, { checkIns, today: '2027-02-09' }).derived).toEqual([])
    expect(status({}, { checkIns, today: '2027-02-10' }).derived).toEqual(['stale'])
  })

  test('ST35, AL5: how many days of silence are too many is what the network has set', () => {
    const checkIns = ['2027-02-01T09:00:00Z']
    const after = (limit: number, today: string) => status({}, { checkIns, today, limit }).derived
    expect([after(14, '2027-02-15'), after(14, '2027-02-16'), after(3, '2027-02-05')]).toEqual([[], ['stale'], ['stale']])
  })

  test('ST36: without a check-in the days since the cycle’s start count', () => {
    expect(status({}, { today: '2027-01-09' }).derived).toEqual([])
    expect(status({}, { today: '2027-01-10' }).derived).toEqual(['stale'])
  })

  test('ST37: only inside an active cycle', () => {
    for (const phase of ['draft', 'planning', 'closing', 'closed']) expect(status({}, { today: '2027-02-01', cycle: { phase } }).derived).toEqual([])
    expect(status({ dueOn: '2027-12-31' }, { today: '2027-04-20' }).derived).toEqual([])
    expect(status({}, { today: '2026-12-20', checkIns: ['2026-12-01T09:00:00Z'] }).derived).toEqual([])
  })

  test('ST37: a cycle without a phase is active while its dates say so', () => {
    expect(status({}, { today: '2027-02-01', cycle: { phase: null } }).derived).toEqual(['stale'])
    expect(status({ dueOn: '2027-12-31' }, { today: '2027-04-20', cycle: { phase: null } }).derived).toEqual([])
  })

  test('ST38: days are calendar days in the network’s time zone', () => {
    const checkIns = ['2027-02-01T11:30:00Z']
    expect(status({}, { checkIns, today: '2027-02-10' }).derived).toEqual(['stale'])
    expect(status({}, { checkIns, today: '2027-02-10', timeZone: 'Pacific/Auckland' }).derived).toEqual([])
  })
})

describe('the one mark', () => {
  const need = { supplier: 'b', consumer: 'a' }

  test('ST40: done outranks all, then blocked, then late, whatever the owner says', () => {
    const late = { dueOn: '2027-01-02', confidence: 0.9 }
    expect(status({ ...late, metric: boolean(1) }, { needs: [need], today: '2027-02-20' })).toMatchObject({
      derived: ['done', 'stale'],
      display: 'done',
    })
    expect(status(late, { needs: [need], today: '2027-02-20' })).toMatchObject({ derived: ['blocked', 'late', 'stale'], display: 'blocked' })
    expect(status(late, { today: '2027-02-20' })).toMatchObject({ derived: ['late', 'stale'], display: 'late' })
  })

  test('ST41: silence never hides a warning', () => {
    expect(status({ confidence: 0.5 }, { today: '2027-02-20' })).toMatchObject({ derived: ['stale'], display: 'at-risk' })
    expect(status({ confidence: 0.1 }, { today: '2027-02-20' })).toMatchObject({ derived: ['stale'], display: 'off-track' })
  })

  test('ST42: silence never leaves a green', () => {
    expect(status({ confidence: 0.9 }, { today: '2027-02-20' })).toMatchObject({ stated: 'on-track', display: 'stale' })
    expect(status({ confidence: 0.9 }).display).toBe('on-track')
  })

  test('ST43: nothing said and nothing moved is not started; nothing said otherwise is unknown', () => {
    expect(status({ metric: boolean(0) }).display).toBe('not-started')
    expect(status({ metric: boolean(null) }).display).toBe('unknown')
    expect(status({ metric: boolean(null) }, { today: '2026-12-20' }).display).toBe('not-started')
    expect(status({ metric: { kind: 'increase', baseline: 0, target: 4, current: 2 } }).display).toBe('unknown')
    expect(status({ metric: boolean(0) }, { checkIns: ['2027-01-04T09:00:00Z'] }).display).toBe('unknown')
  })

  test('ST44: what the owner says stays as it is beside what the network says', () => {
    expect(status({ confidence: 0.9 }, { needs: [need] })).toMatchObject({ stated: 'on-track', derived: ['blocked'], confidence: 0.9 })
  })

  test('ST45: they disagree where the owner says on track and the network says blocked or late', () => {
    expect(status({ confidence: 0.9 }, { needs: [need] }).disagrees).toBe(true)
    expect(status({ confidence: 0.9, dueOn: '2027-01-02' }).disagrees).toBe(true)
    expect(status({ confidence: 0.5 }, { needs: [need] }).disagrees).toBe(false)
    expect(status({ confidence: 0.9 }, { today: '2027-02-20' }).disagrees).toBe(false)
    expect(status({ confidence: 0.9, metric: boolean(1), dueOn: '2027-01-02' }, { needs: [need] }).disagrees).toBe(false)
    expect(status({}, { needs: [need] }).disagrees).toBe(false)
  })
})

describe('counts', () => {
  test('ST46: objective, node, area and network count the marks and name the worst', () => {
    const snapshot = needsNetwork(
      { a: { node: 'n', confidence: 0.9 }, b: { node: 'n', confidence: 0.1 }, c: { node: 'n', confidence: 0.9 }, d: { confidence: 0.9 } },
      [{ supplier: 'b', consumer: 'a' }],
    )
    const { nodes, areas, network, objectives } = assess(snapshot, { today: '2027-01-05', cycleId: 'q' })
    expect(nodes.get('n')).toMatchObject({
      counts: { blocked: 1, 'off-track': 1, 'on-track': 1 },
      worst: 'blocked',
      worstCount: 1,
      keyResults: 3,
      objectives: 3,
    })
    expect(nodes.get('node_d')).toMatchObject({ worst: 'on-track', worstCount: 1 })
    expect(areas.get('area')).toMatchObject({ worst: 'blocked', worstCount: 1, keyResults: 4 })
    expect(objectives.get('obj_b')).toMatchObject({ worst: 'off-track', worstCount: 1, needs: 0, gives: 1 })
    expect(Object.values(network.counts).reduce((sum, count) => sum + count, 0)).toBe(4)
    expect(Object.keys(network.counts).sort()).toEqual([...displayStatuses].sort())
  })

  test('ST46: nothing to count has no worst', () => {
    const { areas } = assess(needsNetwork({}, []), { today: '2027-01-05', cycleId: 'q' })
    expect(areas.get('area')).toMatchObject({ worst: null, worstCount: 0, keyResults: 0 })
  })

  test('ST47: needs and gives of a key result leave ended dependencies out', () => {
    const snapshot = needsNetwork({ a: {}, b: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'a', consumer: 'b', state: 'withdrawn' },
      { supplier: null, supplierNodeId: 'node_a', consumer: 'b', state: 'draft' },
    ])
    const { keyResults, nodes } = assess(snapshot, { today: '2027-01-05', cycleId: 'q' })
    expect(keyResults.get('b')).toMatchObject({ needs: 2, gives: 0 })
    expect(keyResults.get('a')).toMatchObject({ needs: 0, gives: 1 })
    expect(nodes.get('node_a')).toMatchObject({ needs: 0, gives: 2, worstGive: 'draft', worstNeed: null })
  })

  test('ST47: a need inside a node is neither a need nor a gift of the node; an area likewise', () => {
    const { nodes, areas, network } = assess(goldenNetwork(), { today: '2027-01-05', cycleId: 'cycle_q' })
    expect(nodes.get('node_delivery')).toMatchObject({ needs: 1, gives: 2, inside: 1 })
    expect(areas.get('area_customer')).toMatchObject({ needs: 3, gives: 1, inside: 3, worstNeed: 'declined' })
    expect(network).toMatchObject({ needs: 0, gives: 0, inside: 12 })
  })

  test('ST48: what supplies from another cycle is assessed too, and blocks; the consumer’s cycle counts the need', () => {
    const snapshot = needsNetwork({ a: { cycle: 'old', confidence: 0.1 }, b: {} }, [{ supplier: 'a', consumer: 'b' }], {
      cycle: [{ id: 'q' }, { id: 'old', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: 'closed' }],
    })
    const inQ = assess(snapshot, { today: '2027-01-05', cycleId: 'q' })
    expect(inQ.keyResults.get('b')?.blockedHops).toBe(1)
    expect([inQ.network.coverage.total, inQ.network.keyResults]).toEqual([1, 1])
    expect(assess(snapshot, { today: '2027-01-05', cycleId: 'old' }).network.coverage.total).toBe(0)
  })
})
