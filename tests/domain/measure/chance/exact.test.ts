import { describe, expect, test } from 'vitest'
import { derivatives } from '../../../../lib/domain/measure/chance/derivative.ts'
import { planElimination } from '../../../../lib/domain/measure/chance/elimination.ts'
import { hardChance, weakestLink } from '../../../../lib/domain/measure/chance/hard.ts'
import { softChances } from '../../../../lib/domain/measure/chance/soft.ts'
import { closureOf } from '../../../../lib/domain/measure/chance/supply.ts'
import { sweep, sweepRoom } from '../../../../lib/domain/measure/chance/sweep.ts'
import { runs } from '../../../property-runs.ts'
import { bruteForce, drawGraph, supplyOf } from './chance-sketch.ts'

const graphs = Array.from({ length: runs(1_500) }, (_, seed) => drawGraph(seed + 1, 9))

function valuesOf(own: readonly number[], needs: Parameters<typeof supplyOf>[1]): (number | null)[] {
  return softChances(supplyOf(own, needs)).chances.map((chance) => chance?.value ?? null)
}

function expectClose(found: readonly (number | null)[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length)
  for (const [at, value] of wanted.entries()) expect(Math.abs((found[at] ?? Number.NaN) - value)).toBeLessThan(1e-12)
}

describe('soft chance', () => {
  test('CN20: a missed supplier lets its consumer miss with the strength of the need', () => {
    expectClose(valuesOf([0.5, 0.8], [[0, 1, 0.25]]), [0.5, 0.8 * (0.5 + 0.5 * 0.75)])
  })

  test('CN20-CN21: is the sum over every state, on random graphs', () => {
    for (const { own, needs } of graphs) expectClose(valuesOf(own, needs), bruteForce(own, needs))
  })

  test('CN20: of twelve key results, on random graphs', () => {
    for (let seed = 1; seed <= runs(15); seed += 1) {
      const { own, needs } = drawGraph(90_000 + seed, 12)
      expectClose(valuesOf(own, needs), bruteForce(own, needs))
    }
  })

  test('CN22: each closure by itself gives the same as the whole graph at once', () => {
    for (const { own, needs } of graphs.slice(0, 300)) {
      const supply = supplyOf(own, needs)
      const found = own.map((_, vertex) => {
        const elimination = planElimination(supply.graph, closureOf(supply.graph, vertex), vertex)
        return elimination && (sweep(elimination, { own: supply.own, strength: supply.graph.strength }, sweepRoom(elimination))[vertex] ?? null)
      })
      expectClose(found, bruteForce(own, needs))
    }
  })

  test('CN22: a supplier with a hundred consumers, or a consumer with a hundred suppliers, stays exact', () => {
    const star = Array.from({ length: 100 }, (_, at) => [0, at + 1, 0.5] as const)
    const fan = Array.from({ length: 100 }, (_, at) => [at, 100, 0.5] as const)
    const all = Array.from({ length: 101 }, () => 0.9)
    const ends = (needs: Parameters<typeof supplyOf>[1]) =>
      softChances(supplyOf(all, needs)).chances.map((chance) => [chance?.value, chance?.standardError])
    expect(ends(star)[50]).toEqual([expect.closeTo(0.9 * 0.95, 12), null])
    expect(ends(fan)[100]).toEqual([expect.closeTo(0.9 * 0.95 ** 100, 12), null])
  })

  test('CN25: it is at least the hard chance, lies from 0 to 1, and grows with every confidence', () => {
    for (const { own, needs } of graphs.slice(0, 300)) {
      const supply = supplyOf(own, needs)
      const soft = valuesOf(own, needs)
      const raised = valuesOf(
        own.map((chance, at) => (at === 0 ? Math.min(1, chance + 0.3) : chance)),
        needs,
      )
      for (const [vertex, value] of soft.entries()) {
        const hard = hardChance(supply, vertex).value ?? Number.NaN
        expect(value).toBeGreaterThanOrEqual(hard - 1e-12)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(raised[vertex]).toBeGreaterThanOrEqual((value ?? 0) - 1e-12)
      }
    }
  })

  test('CN26: the order in which key results and needs are given changes nothing', () => {
    for (const { own, needs } of graphs.slice(0, 300)) {
      const last = own.length - 1
      const turned = valuesOf(own.toReversed(), needs.map(([from, to, strength]) => [last - from, last - to, strength] as const).reverse())
      expectClose(turned.reverse(), bruteForce(own, needs))
    }
  })
})

describe('hard chance', () => {
  test('CN10: each supplier once, whatever the number of ways', () => {
    const diamond = supplyOf(
      [0.5, 0.9, 0.9, 0.8],
      [
        [0, 1, 1],
        [0, 2, 0.1],
        [1, 3, 1],
        [2, 3, 1],
      ],
    )
    expect(hardChance(diamond, 3).value).toBeCloseTo(0.5 * 0.9 * 0.9 * 0.8, 12)
    expect(weakestLink(diamond, 3).value).toBe(0.5)
  })

  test('CN10: on a ring all that wait for each other are in it once', () => {
    expect(
      hardChance(
        supplyOf(
          [0.5, 0.8],
          [
            [0, 1, 1],
            [1, 0, 1],
          ],
        ),
        0,
      ).value,
    ).toBeCloseTo(0.4, 12)
  })

  test('CN12-CN13: an unknown one leaves it open from 0 to what is known', () => {
    const supply = supplyOf(
      [null, 0.8, 0],
      [
        [0, 1, 1],
        [1, 2, 1],
      ],
    )
    expect(hardChance(supply, 1)).toEqual({ value: null, low: 0, high: 0.8 })
    expect(weakestLink(supply, 1)).toEqual({ value: null, low: 0, high: 0.8 })
    expect(hardChance(supply, 2)).toEqual({ value: 0, low: 0, high: 0 })
    expect(weakestLink(supply, 2)).toEqual({ value: 0, low: 0, high: 0 })
  })
})

describe('derivatives', () => {
  test('CN30: the chance with a key result certain, less that with it missed, on random graphs', () => {
    for (const { own, needs } of graphs.slice(0, 400)) {
      const supply = supplyOf(own, needs)
      const goal = own.length - 1
      const elimination = planElimination(supply.graph, closureOf(supply.graph, goal), goal)
      if (!elimination) throw new Error('so small a graph is narrow')
      const { slopes, chance } = derivatives(elimination, goal, { own: supply.own, strength: supply.graph.strength })
      expect(chance).toBeCloseTo(bruteForce(own, needs)[goal] ?? Number.NaN, 12)
      for (const vertex of own.keys()) {
        const at = (value: number) => bruteForce(own.toSpliced(vertex, 1, value), needs)[goal] ?? Number.NaN
        expect(slopes[vertex]).toBeCloseTo(at(1) - at(0), 10)
      }
    }
  })
})
