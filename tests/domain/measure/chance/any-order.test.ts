import { expect, test } from 'vitest'
import { hardChance, weakestLink } from '../../../../lib/domain/measure/chance/hard.ts'
import { softChances } from '../../../../lib/domain/measure/chance/soft.ts'
import { withoutNeeds } from '../../../../lib/domain/measure/chance/supply.ts'
import { goalMeasures } from '../../../../lib/domain/measure/contribution/goal-measures.ts'
import { runs } from '../../../property-runs.ts'
import { type Drawn, dice, drawGraph, supplyOf } from './chance-sketch.ts'

/** All numbers of a graph by the place that each key result has in it. */
function numbersOf({ own, needs }: Drawn, goal: number) {
  const supply = supplyOf(own, needs)
  const nodes = own.map((_, at) => `node${at}`)
  const measures = goalMeasures(supply, goal, nodes)
  const { chances } = softChances(supply)
  return own.map((_, at) => [
    chances[at]?.value ?? null,
    hardChance(supply, at).value,
    weakestLink(supply, at).value,
    measures?.importance[at]?.gain.value ?? null,
    measures?.importance[at]?.loss.value ?? null,
    measures?.nodes[at]?.shapley.value ?? null,
    measures?.nodes[at]?.counterfactual.value ?? null,
  ])
}

/** The same graph with its key results and needs in another order, and where each key result went. */
function shuffledGraph({ own, needs }: Drawn, seed: number): { readonly drawn: Drawn; readonly place: readonly number[] } {
  const next = dice(seed)
  const order = own.map((_, at) => [next(), at] as const).sort(([a], [b]) => a - b)
  const place = own.map((_, at) => order.findIndex(([, from]) => from === at))
  const moved = needs.map(([from, to, strength]) => [place[from] ?? 0, place[to] ?? 0, strength] as const)
  const mixed = moved.map((need) => [next(), need] as const).sort(([a], [b]) => a - b)
  return { drawn: { own: order.map(([, from]) => own[from] ?? 0), needs: mixed.map(([, need]) => need) }, place }
}

test('CN26: the order of key results and needs changes no number', () => {
  for (let seed = 1; seed <= runs(300); seed += 1) {
    const drawn = drawGraph(seed, 8)
    const goal = drawn.own.length - 1
    const { drawn: other, place } = shuffledGraph(drawn, seed + 1)
    const moved = numbersOf(other, place[goal] ?? 0)
    for (const [at, numbers] of numbersOf(drawn, goal).entries())
      for (const [which, value] of numbers.entries()) expect(moved[place[at] ?? 0]?.[which]).toBeCloseTo(value ?? Number.NaN, 10)
  }
})

test('CN20: taking away no need changes nothing', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { own, needs } = drawGraph(seed, 8)
    const supply = supplyOf(own, needs)
    expect(softChances(withoutNeeds(supply, new Set(['not there'])))).toEqual(softChances(supply))
  }
})
