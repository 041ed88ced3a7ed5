import { describe, expect, test } from 'vitest'
import { lanesTable, tableSize } from '../../../../lib/domain/measure/chance/lanes-table.ts'
import { goalTrials } from '../../../../lib/domain/measure/chance/live-closure.ts'
import { supplyOrder } from '../../../../lib/domain/measure/chance/order.ts'
import { simulate, standardErrorOf } from '../../../../lib/domain/measure/chance/simulate.ts'
import { randomFrom, xoshiro128 } from '../../../../lib/domain/measure/random.ts'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { runs } from '../../../property-runs.ts'
import { bruteForce, drawGraph, supplyOf } from './chance-sketch.ts'

describe('the generator', () => {
  test('CN40: gives the words of its reference', () => {
    const random = xoshiro128([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, () => random.word() >>> 0)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ])
  })

  test('CN40: many at a time are the same words', () => {
    const [one, many] = [randomFrom(7), new Int32Array(100)]
    randomFrom(7).fill(many)
    expect(Array.from(many)).toEqual(Array.from({ length: 100 }, () => one.word()))
  })

  test('CN40: seeds next to each other share nothing: every bit is set half of the time, and differs half of the time', () => {
    const bits = (of: (seed: number) => number) => {
      const counts = new Array<number>(32).fill(0)
      for (let seed = 0; seed < 4_000; seed += 1) for (let bit = 0; bit < 32; bit += 1) counts[bit] = (counts[bit] ?? 0) + ((of(seed) >>> bit) & 1)
      return counts.reduce((chi, count) => chi + (count - 2_000) ** 2 / 1_000, 0)
    }
    expect(bits((seed) => randomFrom(seed).word())).toBeLessThan(62)
    expect(bits((seed) => randomFrom(seed).word() ^ randomFrom(seed + 1).word())).toBeLessThan(62)
  })
})

/** How often each pattern of eight lanes comes of all 65,536 draws of 16 bits. */
function patternsOf(share: number): Float64Array {
  const [table, patterns] = [lanesTable(share), new Float64Array(tableSize)]
  for (let bits = 0; bits < 65_536; bits += 1) {
    const [column, entry] = [bits & 255, table[bits & 255] ?? 0]
    const pattern = bits >>> 8 < entry >>> 8 ? column : entry & 255
    patterns[pattern] = (patterns[pattern] ?? 0) + 1 / 65_536
  }
  return patterns
}

describe('the table of lanes', () => {
  test('CN44: each pattern as often as eight lanes by themselves give it, each lane with its chance', () => {
    for (const share of [0, 0.001, 0.1, 0.25, 0.325, 0.37, 0.5, 0.8, 0.9, 0.999, 1]) {
      const patterns = patternsOf(share)
      for (const [pattern, found] of patterns.entries()) {
        const bits = pattern.toString(2).replaceAll('0', '').length
        expect(Math.abs(found - share ** bits * (1 - share) ** (8 - bits))).toBeLessThan(5 / 65_536)
      }
      for (let lane = 0; lane < 8; lane += 1) {
        const up = patterns.reduce((sum, found, pattern) => sum + (pattern & (1 << lane) ? found : 0), 0)
        expect(Math.abs(up - share)).toBeLessThanOrEqual(share === 0 || share === 1 ? 0 : 1 / 65_536)
      }
    }
  })
})

const example = {
  own: [0.9, 0.73, 0.6, 0.8],
  needs: [
    [0, 1, 1],
    [0, 2, 0.31],
    [1, 3, 0.5],
    [2, 3, 0.87],
  ] as const,
}

function sharesOf(seed: number, trials = 10_000): number[] {
  const supply = supplyOf(example.own, example.needs)
  return Array.from(finish(simulate(supply.graph, supplyOrder(supply.graph), supply.own, { seed, trials })).met, (met) => met / trials)
}

/** In how many of 100 the exact answer lies within two standard errors, over many seeds. */
function coverage(seeds: number, shares: (seed: number) => readonly number[], exact: readonly number[], errors: (seed: number) => readonly number[]) {
  let [inside, all] = [0, 0]
  for (let seed = 1; seed <= seeds; seed += 1) {
    const [found, error] = [shares(seed), errors(seed)]
    for (const [at, value] of exact.entries()) {
      all += 1
      if (Math.abs((found[at] ?? 0) - value) <= 2 * (error[at] ?? 0)) inside += 1
    }
  }
  return (100 * inside) / all
}

describe('trials', () => {
  test('CN41: the same seed gives the same answer, another one another', () => {
    expect(sharesOf(3)).toEqual(sharesOf(3))
    expect(sharesOf(3)).not.toEqual(sharesOf(4))
  })

  test('CN42: the exact answer lies within two standard errors in about 95 of 100', () => {
    const exact = bruteForce(example.own, example.needs)
    const errors = exact.map((share) => standardErrorOf(share, 10_000))
    const rate = coverage(
      300,
      (seed) => sharesOf(seed),
      exact,
      () => errors,
    )
    expect(rate).toBeGreaterThan(92.5)
    expect(rate).toBeLessThan(98)
  })

  test('CN42: so do all trials together: there is no lean', () => {
    const exact = bruteForce(example.own, example.needs)
    const found = sharesOf(1, 2_000_000)
    for (const [at, share] of exact.entries()) expect(Math.abs((found[at] ?? 0) - share)).toBeLessThan(4 * standardErrorOf(share, 2_000_000))
  })

  test('CN42: on random graphs, within four standard errors of the sum over every state', () => {
    for (let seed = 1; seed <= runs(150); seed += 1) {
      const { own, needs } = drawGraph(seed, 9)
      const supply = supplyOf(own, needs)
      const { met } = finish(simulate(supply.graph, supplyOrder(supply.graph), supply.own, { seed, trials: 4_096 }))
      for (const [at, share] of bruteForce(own, needs).entries())
        expect(Math.abs((met[at] ?? 0) / 4_096 - share)).toBeLessThan(4.5 * standardErrorOf(share, 4_096) + 1e-9)
    }
  })

  test('CN43: only as many count as were asked for', () => {
    const supply = supplyOf([1, 0], [])
    expect(Array.from(finish(simulate(supply.graph, supplyOrder(supply.graph), supply.own, { trials: 1_000 })).met)).toEqual([1_000, 0])
    expect(Array.from(finish(simulate(supply.graph, supplyOrder(supply.graph), supply.own, { trials: 37 })).met)).toEqual([37, 0])
  })

  test('CN34: those about a goal keep their stated errors too', () => {
    const supply = supplyOf(example.own, example.needs)
    const backwards = supplyOrder(supply.graph).toReversed()
    const groups = { of: Int32Array.from([0, 1, 1, 2]), count: 3 }
    const made = Array.from({ length: 201 }, (_, seed) => finish(goalTrials(supply, backwards, { own: supply.own, groups }, { seed, trials: 2_000 })))
    const at = (vertex: number, value: number) => bruteForce(example.own.toSpliced(vertex, 1, value), example.needs)[3] ?? 0
    const slopes = example.own.map((_, vertex) => at(vertex, 1) - at(vertex, 0))
    const rate = coverage(
      200,
      (seed) => Array.from(made[seed]?.slopes ?? []),
      slopes,
      (seed) => Array.from(made[seed]?.slopeErrors ?? []),
    )
    expect(rate).toBeGreaterThan(92)
    expect(rate).toBeLessThanOrEqual(100)
  })
})
