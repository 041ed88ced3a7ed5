import { describe, expect, test } from 'vitest'
import { closureOf } from '../../../../lib/domain/measure/chance/supply.ts'
import { criticalPath } from '../../../../lib/domain/measure/schedule/critical-path.ts'
import { estimated, expectedWeeks, namedPoints, varianceOfWeeks, weeksExpected } from '../../../../lib/domain/measure/schedule/duration.ts'
import { draftedEstimate } from '../../../../lib/domain/measure/schedule/estimate-draft.ts'
import { runs } from '../../../property-runs.ts'
import { record } from '../../sketch.ts'
import { dice, drawGraph, type Need, supplyOf } from '../chance/chance-sketch.ts'

function path(weeks: readonly (number | null)[], needs: readonly Need[], goal?: number) {
  const { graph } = supplyOf(
    weeks.map(() => 1),
    needs,
  )
  return criticalPath(
    graph,
    Float64Array.from(weeks, (each) => each ?? Number.NaN),
    goal === undefined ? undefined : closureOf(graph, goal),
  )
}

/** The longest way up to the start of a key result, by trying every way. */
function longestTo(at: number, weeks: readonly number[], needs: readonly Need[]): number {
  return Math.max(0, ...needs.flatMap(([from, to]) => (to === at ? [longestTo(from, weeks, needs) + (weeks[from] ?? 0)] : [])))
}

/** The longest way from the start of a key result to the end of all. */
function longestFrom(at: number, weeks: readonly number[], needs: readonly Need[]): number {
  return (weeks[at] ?? 0) + Math.max(0, ...needs.flatMap(([from, to]) => (from === at ? [longestFrom(to, weeks, needs)] : [])))
}

describe('durations', () => {
  test('CN60: expected weeks and variance of three points', () => {
    expect(expectedWeeks({ optimistic: 3, likely: 4, pessimistic: 11 })).toBe(5)
    expect(varianceOfWeeks({ optimistic: 3, likely: 4, pessimistic: 11 })).toBeCloseTo(16 / 9, 12)
  })

  test('CN61: read in rising order; unknown without an estimate', () => {
    const given = (estimateWeeks: unknown) => estimated(record('keyResult', { id: 'a', objectiveId: 'o', estimateWeeks }))
    expect(given({ optimistic: 9, likely: 2, pessimistic: 4 })).toEqual({ optimistic: 2, likely: 4, pessimistic: 9 })
    expect(given(null)).toBe(null)
    expect(given({ optimistic: 0, likely: 4, pessimistic: 9 })).toEqual({ optimistic: 0, likely: 4, pessimistic: 9 })
    expect(given({ optimistic: 0, likely: 0, pessimistic: 0 })).toEqual({ optimistic: 0, likely: 0, pessimistic: 0 })
  })

  test('CN61: a 0 that nobody typed is not read as no time', () => {
    const points = (optimistic: number, likely: number, pessimistic: number) =>
      namedPoints(record('keyResult', { id: 'a', objectiveId: 'o', estimateWeeks: { optimistic, likely, pessimistic } }))
    expect(points(0, 4, 0)).toEqual({ optimistic: null, likely: 4, pessimistic: null })
    expect(points(2, 4, 0)).toEqual({ optimistic: 2, likely: 4, pessimistic: null })
    expect(points(0, 0, 8)).toEqual({ optimistic: null, likely: null, pessimistic: 8 })
    const old = record('keyResult', { id: 'a', objectiveId: 'o', estimateWeeks: { optimistic: 0, likely: 4, pessimistic: 0 } })
    expect([estimated(old), weeksExpected(old)]).toEqual([null, null])
  })

  test('CN73: an estimate is kept whole or not at all, and what is missing is named', () => {
    const drafted = (optimistic: number | null, likely: number | null, pessimistic: number | null) =>
      draftedEstimate({ optimistic, likely, pessimistic })
    expect(drafted(null, null, null)).toEqual({ kind: 'none' })
    expect(drafted(1, 2, 3)).toEqual({ kind: 'whole', estimate: { optimistic: 1, likely: 2, pessimistic: 3 } })
    expect(drafted(null, 4, null)).toMatchObject({
      kind: 'open',
      why: expect.stringContaining('needs all three: weeks at best and weeks at worst are missing.'),
    })
    expect(drafted(1, 4, null)).toMatchObject({ why: expect.stringContaining('weeks at worst is missing.') })
    expect(drafted(5, 4, 6)).toMatchObject({ kind: 'open', why: expect.stringContaining('Weeks at best are more than weeks likely.') })
    expect(drafted(1, 4, 3)).toMatchObject({ kind: 'open', why: expect.stringContaining('Weeks likely are more than weeks at worst.') })
    expect(drafted(0, 0, 3)).toMatchObject({ kind: 'open' })
  })
})

describe('the critical path', () => {
  test('CN62-CN64: is the longest way of all, on random graphs', () => {
    for (let seed = 1; seed <= runs(400); seed += 1) {
      const { own, needs } = drawGraph(seed, 9)
      const next = dice(seed)
      const weeks = own.map(() => Math.floor(next() * 6))
      const { earliestStart, earliestFinish, latestStart, slack, finish, criticalChain } = path(weeks, needs)
      const longest = Math.max(...weeks.map((_, at) => longestTo(at, weeks, needs) + (weeks[at] ?? 0)))
      expect(finish).toBe(longest)
      for (const at of own.keys()) {
        expect(earliestStart[at]).toBe(longestTo(at, weeks, needs))
        expect(earliestFinish[at]).toBe(longestTo(at, weeks, needs) + (weeks[at] ?? 0))
        expect(latestStart[at]).toBe(longest - longestFrom(at, weeks, needs))
        expect(slack[at]).toBe((latestStart[at] ?? 0) - (earliestStart[at] ?? 0))
      }
      expect(criticalChain?.reduce((sum, at) => sum + (weeks[at] ?? 0), 0)).toBe(longest)
      expect(criticalChain?.every((at) => slack[at] === 0)).toBe(true)
    }
  })

  test('CN64: of equals the first in document order', () => {
    expect(
      path(
        [2, 2, 1, 1],
        [
          [1, 3, 1],
          [0, 3, 1],
          [0, 2, 1],
          [1, 2, 1],
        ],
      ).criticalChain,
    ).toEqual([0, 2])
  })

  test('CN63: of a goal only what it depends on counts', () => {
    const { finish, slack, earliestStart } = path([1, 2, 9], [[0, 1, 1]], 1)
    expect(finish).toBe(3)
    expect(slack).toEqual([0, 0, null])
    expect(earliestStart).toEqual([0, 1, null])
    expect(path([1, 2, 9], [[0, 1, 1]]).finish).toBe(9)
  })

  test('CN65: behind an unknown duration there are no dates; what it takes at least is told', () => {
    const found = path(
      [3, null, 2, 4],
      [
        [0, 1, 1],
        [1, 2, 1],
      ],
    )
    expect(found.earliestStart).toEqual([0, 3, null, 0])
    expect(found.earliestFinish).toEqual([3, null, null, 4])
    expect(found).toMatchObject({ finish: null, atLeast: 5, criticalChain: null, slack: [null, null, null, null] })
    expect(
      path(
        [3, null, 2, 4],
        [
          [0, 1, 1],
          [1, 2, 1],
        ],
        0,
      ).finish,
    ).toBe(3)
  })

  test('CN65: on and behind a ring there are none either', () => {
    const found = path(
      [1, 1, 1, 5],
      [
        [0, 1, 1],
        [1, 0, 1],
        [1, 2, 1],
      ],
    )
    expect(found.earliestStart).toEqual([null, null, null, 0])
    expect(found).toMatchObject({ finish: null, atLeast: 5 })
  })

  test('CN66: without key results there is no finish', () => {
    expect(path([], [])).toMatchObject({ finish: null, atLeast: null, criticalChain: null })
  })
})
