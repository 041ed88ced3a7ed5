import { describe, expect, test } from 'vitest'
import { closureOf } from '../../../../lib/domain/measure/chance/supply.ts'
import { randomFrom } from '../../../../lib/domain/measure/random.ts'
import { drawBetaPert } from '../../../../lib/domain/measure/schedule/beta-pert.ts'
import { chanceByTrials, endAtShare, finishTrials } from '../../../../lib/domain/measure/schedule/finish-trials.ts'
import { chanceByNormal, normalShare } from '../../../../lib/domain/measure/schedule/normal.ts'
import { type Need, supplyOf } from '../chance/chance-sketch.ts'

describe('the normal approximation', () => {
  test('CN68: shares of the normal distribution as tables give them', () => {
    const table = [
      [0, 0.5],
      [1, 0.8413447460685429],
      [-1, 0.15865525393145705],
      [1.96, 0.9750021048517795],
      [-3, 0.0013498980316300946],
      [5, 0.9999997133484281],
    ] as const
    for (const [x, share] of table) expect(Math.abs(normalShare(x) - share)).toBeLessThan(1e-14)
    expect([normalShare(-40), normalShare(40)]).toEqual([0, 1])
  })

  test('CN69: without variance it is 0 or 1', () => {
    expect([4, 5, 6].map((deadline) => chanceByNormal({ expected: 5, variance: 0, deadline }))).toEqual([0, 1, 1])
  })
})

type Points = readonly [optimistic: number, likely: number, pessimistic: number]

function trialsOf(estimates: readonly (Points | null)[], needs: readonly Need[], seed = 1) {
  const { graph } = supplyOf(
    estimates.map(() => 1),
    needs,
  )
  const points = estimates.map((each) => each && { optimistic: each[0], likely: each[1], pessimistic: each[2] })
  return finishTrials(graph, { inside: closureOf(graph, estimates.length - 1), estimates: points }, { seed, trials: 20_000 })
}

describe('trials of durations', () => {
  test.each([
    [3, 4, 11],
    [1, 2, 3],
    [2, 2, 8],
    [0, 5, 5],
  ])('CN70: between %i and %s (likely) and %s, with the expected value of three points', (optimistic, likely, pessimistic) => {
    const random = randomFrom(9)
    const drawn = Array.from({ length: 40_000 }, () => drawBetaPert({ optimistic, likely, pessimistic }, random))
    const mean = drawn.reduce((sum, weeks) => sum + weeks, 0) / drawn.length
    expect(Math.min(...drawn.slice(0, 10_000))).toBeGreaterThanOrEqual(optimistic)
    expect(Math.max(...drawn.slice(0, 10_000))).toBeLessThanOrEqual(pessimistic)
    const expected = (optimistic + 4 * likely + pessimistic) / 6
    expect(Math.abs(mean - expected)).toBeLessThan((5 * (pessimistic - optimistic)) / 4 / Math.sqrt(drawn.length))
  })

  test('CN70: the variance is that of the beta distribution, (mean − O)(P − mean) ÷ 7', () => {
    const random = randomFrom(4)
    const drawn = Array.from({ length: 60_000 }, () => drawBetaPert({ optimistic: 3, likely: 4, pessimistic: 11 }, random))
    const mean = drawn.reduce((sum, weeks) => sum + weeks, 0) / drawn.length
    const variance = drawn.reduce((sum, weeks) => sum + (weeks - mean) ** 2, 0) / drawn.length
    expect(variance).toBeGreaterThan(0.97 * ((2 * 6) / 7))
    expect(variance).toBeLessThan(1.03 * ((2 * 6) / 7))
  })

  test('CN71: without spread the end is certain; the same seed gives the same ends', () => {
    const found = trialsOf(
      [
        [2, 2, 2],
        [3, 3, 3],
      ],
      [[0, 1, 1]],
    )
    if (!found) throw new Error('both have an estimate')
    expect(chanceByTrials(found, 4.9)).toEqual({ chance: 0, standardError: 0 })
    expect(chanceByTrials(found, 5)).toEqual({ chance: 1, standardError: 0 })
    expect(endAtShare(found, 0.5)).toBe(5)
    expect(trialsOf([[1, 2, 3]], [], 7)).toEqual(trialsOf([[1, 2, 3]], [], 7))
  })

  test('CN71: half of the trials end by the median, and its error is stated', () => {
    const found = trialsOf([[1, 4, 9]], [])
    if (!found) throw new Error('it has an estimate')
    const { chance, standardError } = chanceByTrials(found, endAtShare(found, 0.5))
    expect(Math.abs(chance - 0.5)).toBeLessThan(0.001)
    expect(standardError).toBeCloseTo(Math.sqrt(0.25 / 20_000), 6)
  })

  test('CN72: of ten chains of one length the last ends later than each one says', () => {
    const chains = Array.from({ length: 10 }, (): Points => [1, 4, 7])
    const needs = chains.map((_, at): Need => [at, 10, 1])
    const found = trialsOf([...chains, [0, 0, 0]], needs)
    if (!found) throw new Error('all have an estimate')
    expect(chanceByNormal({ expected: 4, variance: 1, deadline: 4 })).toBe(0.5)
    expect(chanceByTrials(found, 4).chance).toBeLessThan(0.01)
    expect(endAtShare(found, 0.5)).toBeGreaterThan(5)
  })

  test('CN65: without an estimate, and behind a ring, there are none', () => {
    expect(trialsOf([[1, 2, 3], null], [[0, 1, 1]])).toBe(null)
    expect(
      trialsOf(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        [
          [0, 1, 1],
          [1, 0, 1],
        ],
      ),
    ).toBe(null)
  })
})
