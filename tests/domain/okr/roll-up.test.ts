import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { partOf, rollUp } from '../../../lib/domain/okr/roll-up.ts'
import { runs } from '../../property-runs.ts'
import { needsNetwork, sketch } from '../sketch.ts'

const day = { today: '2027-02-01', cycleId: 'q' }

function percent(current: number | null, weight: number | null = null) {
  return { weight, metric: { kind: 'increase', baseline: 0, target: 100, current } }
}

/** One objective with these key results. */
function objectiveOf(...keyResults: object[]) {
  const snapshot = sketch({
    area: [{ id: 'a' }],
    node: [{ id: 'n', areaId: 'a' }],
    cycle: [{ id: 'q' }],
    objective: [{ id: 'o', nodeId: 'n', cycleId: 'q' }],
    keyResult: keyResults.map((fields, at) => ({ id: `k${at + 1}`, objectiveId: 'o', ...fields })),
  })
  return assess(snapshot, day)
}

describe('an objective', () => {
  test('OKR20: is the mean of its key results by weight; no weight is 1', () => {
    expect(objectiveOf(percent(100), percent(0)).objectives.get('o')?.progress.share).toBe(0.5)
    expect(objectiveOf(percent(100, 3), percent(0)).objectives.get('o')?.progress.share).toBe(0.75)
  })

  test('OKR21: a key result of weight 0 is left out and counted as left out', () => {
    expect(objectiveOf(percent(100, 0), percent(20)).objectives.get('o')?.progress).toEqual({ share: 0.2, known: 1, total: 1, leftOut: 1 })
  })

  test('OKR22: all weights zero is unknown, neither NaN nor 0', () => {
    expect(objectiveOf(percent(100, 0), percent(20, 0)).objectives.get('o')?.progress).toEqual({ share: null, known: 0, total: 0, leftOut: 2 })
  })

  test('OKR23: an unknown key result is left out of the mean, which says so: “64%, 2 of 3 known”', () => {
    const { progress } = objectiveOf(percent(48), percent(80), percent(null)).objectives.get('o') ?? {}
    expect(progress).toEqual({ share: 0.64, known: 2, total: 3, leftOut: 0 })
  })

  test('OKR23: nothing known is unknown, and an objective without key results too', () => {
    expect(objectiveOf(percent(null)).objectives.get('o')?.progress).toEqual({ share: null, known: 0, total: 1, leftOut: 0 })
    expect(objectiveOf().objectives.get('o')?.progress).toEqual({ share: null, known: 0, total: 0, leftOut: 0 })
  })

  test('OKR23: the expected share speaks of the same key results as the progress', () => {
    const known = objectiveOf({ ...percent(50), dueOn: '2027-02-01' }, { ...percent(null), dueOn: '2027-03-31' })
    expect(known.objectives.get('o')?.expected).toBe(1)
  })
})

describe('node, area and network', () => {
  const snapshot = sketch({
    area: [{ id: 'a' }, { id: 'b' }],
    node: [
      { id: 'n1', areaId: 'a' },
      { id: 'n2', areaId: 'a' },
      { id: 'n3', areaId: 'b' },
    ],
    cycle: [{ id: 'q' }, { id: 'old', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: 'closed' }],
    objective: [
      { id: 'o1', nodeId: 'n1', cycleId: 'q' },
      { id: 'o2', nodeId: 'n1', cycleId: 'q', weight: 3 },
      { id: 'o3', nodeId: 'n2', cycleId: 'q' },
      { id: 'o4', nodeId: 'n2', cycleId: 'q', weight: 0 },
      { id: 'o5', nodeId: 'n1', cycleId: 'old' },
    ],
    keyResult: [
      { id: 'k1', objectiveId: 'o1', ...percent(100) },
      { id: 'k2', objectiveId: 'o2', ...percent(20) },
      { id: 'k3', objectiveId: 'o3', ...percent(null) },
      { id: 'k4', objectiveId: 'o3', ...percent(60) },
      { id: 'k5', objectiveId: 'o4', ...percent(0) },
      { id: 'k6', objectiveId: 'o5', ...percent(0) },
    ],
  })
  const { nodes, areas, network } = assess(snapshot, day)

  test('OKR24: a node is the mean of its objectives by their weights', () => {
    expect(nodes.get('n1')?.progress).toMatchObject({ share: 0.4, known: 2, total: 2 })
  })

  test('OKR24: an area counts each objective once, whatever node it lives on; the counts are key results', () => {
    expect(areas.get('a')?.progress.share).toBeCloseTo((1 + 3 * 0.2 + 0.6) / 5, 12)
    expect(areas.get('a')?.progress).toMatchObject({ known: 3, total: 4, leftOut: 1 })
    expect(network.progress).toEqual(areas.get('a')?.progress)
  })

  test('OKR24: objectives of another cycle do not count, and those of all cycles do where no cycle is asked for', () => {
    expect(nodes.get('n1')?.objectives).toBe(2)
    expect(assess(snapshot, { ...day, cycleId: null }).nodes.get('n1')?.objectives).toBe(3)
  })

  test('OKR24: a node or area without objectives is unknown', () => {
    expect(nodes.get('n3')?.progress).toEqual({ share: null, known: 0, total: 0, leftOut: 0 })
    expect(areas.get('b')?.expected).toBeNull()
  })

  test('OKR25: a dependency never moves anybody’s progress', () => {
    const states = ['draft', 'requested', 'promised', 'accepted', 'declined'] as const
    const shares = states.map(
      (state) =>
        assess(needsNetwork({ a: percent(100), b: percent(30) }, [{ supplier: 'a', consumer: 'b', state }]), day).objectives.get('obj_b')?.progress
          .share,
    )
    expect(shares).toEqual([0.3, 0.3, 0.3, 0.3, 0.3])
  })
})

describe('any children', () => {
  const child = fc.record({
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
    weight: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { nil: null }),
  })

  test('OKR26: the mean lies between the least and the most of what counts, also with huge weights', () => {
    fc.assert(
      fc.property(fc.array(child, { maxLength: 12 }), (children) => {
        const { share, known, total, leftOut } = rollUp(children.map((each) => partOf(each.share, each.weight)))
        const counting = children.filter(({ weight }) => weight !== 0)
        const shares = counting.flatMap((each) => (each.share === null ? [] : [each.share]))
        expect([known, total, leftOut]).toEqual([shares.length, counting.length, children.length - counting.length])
        if (shares.length === 0) {
          expect(share).toBeNull()
          return
        }
        expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12)
        expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-12)
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('OKR26: the order of the children does not matter', () => {
    fc.assert(
      fc.property(fc.array(child, { maxLength: 12 }), (children) => {
        const [there, back] = [children, children.toReversed()].map((each) => rollUp(each.map(({ share, weight }) => partOf(share, weight))).share)
        if (there === null || there === undefined) expect(back).toBeNull()
        else expect(back).toBeCloseTo(there, 9)
      }),
    )
  })
})
