import { describe, expect, test } from 'vitest'
import { closureOf } from '../../../../lib/domain/measure/chance/supply.ts'
import { randomFrom } from '../../../../lib/domain/measure/random.ts'
import { drawDuration, drawnDurations } from '../../../../lib/domain/measure/schedule/beta-pert.ts'
import { chanceByTrials, endAtShare, finishTrialSteps, trialsFor } from '../../../../lib/domain/measure/schedule/finish-trials.ts'
import { chanceByNormal, normalShare } from '../../../../lib/domain/measure/schedule/normal.ts'
import { finish } from '../../../../lib/domain/measure/step.ts'
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
  return finish(finishTrialSteps(graph, { inside: closureOf(graph, estimates.length - 1), estimates: points }, { seed, trials: 20_000 }))
}

describe('trials of durations', () => {
  test.each([
    [3, 4, 11],
    [1, 2, 3],
    [2, 2, 8],
    [0, 5, 5],
  ])('CN70: between %i and %s (likely) and %s, with the expected value of three points', (optimistic, likely, pessimistic) => {
    const [random, duration] = [randomFrom(9), drawnDurations()({ optimistic, likely, pessimistic })]
    const drawn = Array.from({ length: 40_000 }, () => drawDuration(duration, random.word()))
    const mean = drawn.reduce((sum, weeks) => sum + weeks, 0) / drawn.length
    expect(Math.min(...drawn.slice(0, 10_000))).toBeGreaterThanOrEqual(optimistic)
    expect(Math.max(...drawn.slice(0, 10_000))).toBeLessThanOrEqual(pessimistic)
    const expected = (optimistic + 4 * likely + pessimistic) / 6
    expect(Math.abs(mean - expected)).toBeLessThan((5 * (pessimistic - optimistic)) / 4 / Math.sqrt(drawn.length))
  })

  test('CN70: the variance is that of the beta distribution, (mean − O)(P − mean) ÷ 7', () => {
    const [random, duration] = [randomFrom(4), drawnDurations()({ optimistic: 3, likely: 4, pessimistic: 11 })]
    const drawn = Array.from({ length: 60_000 }, () => drawDuration(duration, random.word()))
    const mean = drawn.reduce((sum, weeks) => sum + weeks, 0) / drawn.length
    const variance = drawn.reduce((sum, weeks) => sum + (weeks - mean) ** 2, 0) / drawn.length
    expect(variance).toBeGreaterThan(0.97 * ((2 * 6) / 7))
    expect(variance).toBeLessThan(1.03 * ((2 * 6) / 7))
  })

  test('CN70: as often below a number of weeks as beta-PERT says', () => {
    // Beta(3, 3) is 1, 4, 7: its share up to a tenth, a quarter and a half of the range, by 10x³ − 15x⁴ + 6x⁵
    const [random, duration] = [randomFrom(3), drawnDurations()({ optimistic: 1, likely: 4, pessimistic: 7 })]
    const drawn = Array.from({ length: 100_000 }, () => (drawDuration(duration, random.word()) - 1) / 6)
    for (const x of [0.1, 0.25, 0.5, 0.9]) {
      const exact = 10 * x ** 3 - 15 * x ** 4 + 6 * x ** 5
      const share = drawn.filter((each) => each <= x).length / drawn.length
      expect(Math.abs(share - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / drawn.length))
    }
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

  test('CN71: of chains whose shares are known the trials are within their stated error', () => {
    // two chains side by side, Beta(3, 3) each: both are there by x with the square of its share
    const found = trialsOf(
      [
        [1, 4, 7],
        [1, 4, 7],
        [0, 0, 0],
      ],
      [
        [0, 2, 1],
        [1, 2, 1],
      ],
    )
    if (!found) throw new Error('all have an estimate')
    const exact = (10 * 0.5 ** 3 - 15 * 0.5 ** 4 + 6 * 0.5 ** 5) ** 2
    const { chance, standardError } = chanceByTrials(found, 4)
    expect(Math.abs(chance - exact)).toBeLessThan(4 * standardError)
  })

  test('CN74: ten thousand trials, in a very large graph fewer', () => {
    const graph = (keyResults: number, needs: number) => ({ keyResultIds: Array<string>(keyResults), needIds: Array<string>(needs) })
    expect([graph(10, 12), graph(10_000, 30_000), graph(1_000_000, 0)].map(trialsFor)).toEqual([10_000, 1_000, 1_000])
  })

  test('CN65: what is not estimated counts no time, and behind a ring there are no trials', () => {
    const found = trialsOf([[1, 2, 3], null], [[0, 1, 1]])
    expect(found?.ends.at(0)).toBeGreaterThanOrEqual(1)
    expect(found?.ends.at(-1)).toBeLessThanOrEqual(3)
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
