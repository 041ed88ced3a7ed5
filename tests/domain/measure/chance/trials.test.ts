import { describe, expect, test } from 'vitest'
import { cardsOfDeck, decksFor } from '../../../../lib/domain/measure/chance/lanes-deck.ts'
import { goalTrials } from '../../../../lib/domain/measure/chance/live-closure.ts'
import { supplyOrder } from '../../../../lib/domain/measure/chance/order.ts'
import { meet, simulate, standardErrorOf } from '../../../../lib/domain/measure/chance/simulate.ts'
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

/** Lanes of a card, and of all cards. */
const [lanes, parts] = [64, 64 * cardsOfDeck]

function bitsOf(word: number): number {
  let bits = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) bits += 1
  return bits
}

function deckOf(share: number): Int32Array {
  return decksFor(Float64Array.of(share)).decks[0] ?? new Int32Array(0)
}

function upIn(deck: Int32Array): number {
  return deck.reduce((sum, word) => sum + bitsOf(word), 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How much alike two lanes of a card are, the other one so many places on, in the same word or in the other one: 0 where each is up by itself. */
function likeness(deck: Int32Array, share: number, { by, isOther }: { by: number; isOther: boolean }): number {
  const turned = deck.map((_, at) => {
    const word = deck[isOther ? at ^ 1 : at] ?? 0
    return (word << by) | (word >>> (32 - by))
  })
  const both = deck.reduce((sum, word, at) => sum + bitsOf(word & (turned[at] ?? 0)), 0) / parts
  return (both - share * share) / (share * (1 - share))
}

describe('the deck of lanes', () => {
  const shares = [0, 0.001, 0.05, 0.1, 0.25, 0.325, 0.5, 0.8, 0.9, 0.999, 1]

  test('CN44: as many lanes are up as the chance says', () => {
    for (const share of shares) expect(upIn(deckOf(share))).toBe(Math.round(share * parts))
  })

  test('CN44: as many cards have few or many lanes up as with lanes that are up each by itself', () => {
    for (const share of shares.slice(2, -2)) {
      const deck = deckOf(share)
      const counts = Array.from({ length: cardsOfDeck }, (_, card) => bitsOf(deck[2 * card] ?? 0) + bitsOf(deck[2 * card + 1] ?? 0))
      const spread = mean(counts.map((count) => (count - mean(counts)) ** 2)) / (lanes * share * (1 - share))
      expect(Math.abs(spread - 1)).toBeLessThan(0.02)
    }
  })

  test('CN44: no two lanes of a card are alike, in a word or between its words', () => {
    for (const share of [0.1, 0.3, 0.5, 0.9])
      for (let by = 0; by < 32; by += 1)
        for (const isOther of by === 0 ? [true] : [true, false]) expect(Math.abs(likeness(deckOf(share), share, { by, isOther }))).toBeLessThan(0.03)
  })

  test('CN44: over all random bits each trial by itself is met with the chance', () => {
    const draws = 2 ** 16
    // each way to draw a card, in the upper half of the word too, by which the other two words are drawn
    const words = Int32Array.from({ length: draws }, (_, bits) => (bits << 16) | (bits ^ 0x8001))
    for (const share of [0.1, 0.7, 0.8, 0.9]) {
      const met = new Int32Array(4 * draws)
      meet({ met, words, random: { ...randomFrom(1), fill: () => undefined } }, 0, deckOf(share))
      const times = Array.from({ length: 4 * 32 }, () => 0)
      for (const [at, word] of met.entries())
        for (let lane = 0; lane < 32; lane += 1) times[(at % 4) * 32 + lane] = (times[(at % 4) * 32 + lane] ?? 0) + ((word >>> lane) & 1)
      expect(times).toEqual(times.map(() => Math.round(share * parts)))
    }
  })

  test('CN44: equal chances share a deck', () => {
    const { decks, deckOf: which } = decksFor(Float64Array.of(0.3, 0.7, 0.3))
    expect([decks.length, Array.from(which)]).toEqual([2, [0, 1, 0]])
  })

  test('CN44: of very many different chances each is a little rounded', () => {
    const many = Float64Array.from({ length: 5_000 }, (_, at) => at / 4_999)
    const { decks, deckOf: which } = decksFor(many)
    expect(decks.length).toBeLessThanOrEqual(1_025)
    const up = decks.map((deck) => upIn(deck) / parts)
    for (const [at, share] of many.entries()) expect(Math.abs((up[which[at] ?? -1] ?? 2) - share)).toBeLessThanOrEqual(2 ** -11)
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

  test('CN42: over many seeds the answers spread as their standard error says', () => {
    const exact = bruteForce(example.own, example.needs)
    const made = Array.from({ length: 300 }, (_, seed) => sharesOf(seed, 2_048))
    for (const [at, share] of exact.entries()) {
      const spread = Math.sqrt(mean(made.map((shares) => ((shares[at] ?? 0) - share) ** 2)))
      expect(Math.abs(spread / standardErrorOf(share, 2_048) - 1)).toBeLessThan(0.15)
    }
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
