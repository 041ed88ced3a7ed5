import { describe, expect, test } from 'vitest'
import { planElimination } from '../../../../lib/domain/measure/chance/elimination.ts'
import { goalTrials } from '../../../../lib/domain/measure/chance/live-closure.ts'
import { supplyOrder } from '../../../../lib/domain/measure/chance/order.ts'
import { pathsToGoal } from '../../../../lib/domain/measure/chance/paths.ts'
import { softChances } from '../../../../lib/domain/measure/chance/soft.ts'
import { closureOf } from '../../../../lib/domain/measure/chance/supply.ts'
import { goalMeasures } from '../../../../lib/domain/measure/contribution/goal-measures.ts'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { runs } from '../../../property-runs.ts'
import { bruteForce, type Drawn, dice, drawGraph, type Need, supplyOf } from '../chance/chance-sketch.ts'

/** Nodes of a drawn graph: each key result on one of four. */
const nodeOf = (at: number) => (at * 7 + 1) % 4
const nodeIds = [0, 1, 2, 3].map((at) => `node${at}`)

function worth({ own, needs }: Drawn, goal: number, isIn: (node: number) => boolean): number {
  return (
    bruteForce(
      own.map((chance, at) => (isIn(nodeOf(at)) ? chance : 0)),
      needs,
    )[goal] ?? Number.NaN
  )
}

/** Every order in which four nodes may come. */
function orders(left: readonly number[]): number[][] {
  return left.length === 0 ? [[]] : left.flatMap((first) => orders(left.filter((each) => each !== first)).map((rest) => [first, ...rest]))
}

/** Shapley by the definition: what each adds when it comes, averaged over every order. */
function sharesByOrders(drawn: Drawn, goal: number): number[] {
  const all = orders([0, 1, 2, 3])
  const shares = [0, 0, 0, 0]
  for (const order of all)
    for (const [at, node] of order.entries()) {
      const before = new Set(order.slice(0, at))
      const gain = worth(drawn, goal, (each) => before.has(each) || each === node) - worth(drawn, goal, (each) => before.has(each))
      shares[node] = (shares[node] ?? 0) + gain / all.length
    }
  return shares
}

describe('contribution', () => {
  test('CN50-CN53: counterfactual and Shapley by the definition, on random graphs', () => {
    for (let seed = 1; seed <= runs(40); seed += 1) {
      const drawn = drawGraph(seed, 7)
      const goal = drawn.own.length - 1
      const measures = goalMeasures(supplyOf(drawn.own, drawn.needs, nodeOf), goal, nodeIds)
      const shares = sharesByOrders(drawn, goal)
      const whole = worth(drawn, goal, () => true)
      for (const node of [0, 1, 2, 3]) {
        expect(measures?.nodes[node]?.shapley.value).toBeCloseTo(shares[node] ?? Number.NaN, 10)
        expect(measures?.nodes[node]?.counterfactual.value).toBeCloseTo(whole - worth(drawn, goal, (each) => each !== node), 10)
      }
    }
  })

  test('CN31, CN52: shares sum to the chance; gain and loss to Birnbaum; what takes no part has nothing', () => {
    for (let seed = 1; seed <= runs(200); seed += 1) {
      const { own, needs } = drawGraph(seed, 9)
      const goal = own.length - 1
      const measures = goalMeasures(supplyOf(own, needs, nodeOf), goal, [...nodeIds, 'idle'])
      const sum = (measures?.nodes ?? []).reduce((total, { shapley }) => total + (shapley.value ?? Number.NaN), 0)
      expect(sum).toBeCloseTo(measures?.chance.value ?? Number.NaN, 10)
      expect(measures?.nodes[4]).toMatchObject({ shapley: { value: 0 }, counterfactual: { value: 0 } })
      for (const { gain, loss, birnbaum } of measures?.importance ?? [])
        expect((gain.value ?? Number.NaN) + (loss.value ?? Number.NaN)).toBeCloseTo(birnbaum.value ?? Number.NaN, 10)
    }
  })

  test('CN31: gain and loss are what happens when it is certain, and when it is missed', () => {
    const { own, needs } = drawGraph(5, 9)
    const goal = own.length - 1
    const measures = goalMeasures(supplyOf(own, needs), goal, [])
    const whole = bruteForce(own, needs)[goal] ?? Number.NaN
    for (const vertex of own.keys()) {
      const at = (value: number) => bruteForce(own.toSpliced(vertex, 1, value), needs)[goal] ?? Number.NaN
      expect(measures?.importance[vertex]?.gain.value).toBeCloseTo(at(1) - whole, 10)
      expect(measures?.importance[vertex]?.loss.value).toBeCloseTo(whole - at(0), 10)
    }
  })

  test('CN32: criticality is null where the goal is certain', () => {
    expect(goalMeasures(supplyOf([1], []), 0, [])?.importance[0]?.criticality).toBe(null)
    expect(goalMeasures(supplyOf([0.6], []), 0, [])?.importance[0]?.criticality).toBeCloseTo(1, 12)
  })

  test('CN55: what is asked of a node alone counts with that node', () => {
    const measures = goalMeasures(supplyOf([null, 0.8], [[0, 1, 1]]), 1, ['node0', 'node1'])
    expect(measures?.nodes[0]?.shapley).toMatchObject({ value: null, low: 0, high: expect.closeTo(0.4, 12) })
  })

  test('CN54: trials find the same shares as every set of nodes, within their errors', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const drawn = drawGraph(seed, 8)
      const goal = drawn.own.length - 1
      const supply = supplyOf(drawn.own, drawn.needs, nodeOf)
      const inside = closureOf(supply.graph, goal)
      const backwards = supplyOrder(supply.graph)
        .filter((vertex) => inside[vertex] === 1)
        .reverse()
      const groups = { of: Int32Array.from(drawn.own, (_, at) => nodeOf(at)), count: 4 }
      const found = finish(goalTrials(supply, backwards, { own: supply.own, groups }, { seed, trials: 8_000 }))
      const exact = goalMeasures(supply, goal, nodeIds)
      for (const node of [0, 1, 2, 3]) {
        expect(Math.abs((found.shares[node] ?? 0) - (exact?.nodes[node]?.shapley.value ?? 0))).toBeLessThan(5 * (found.shareErrors[node] ?? 0) + 1e-9)
        expect(Math.abs((found.resting[node] ?? 0) - (exact?.nodes[node]?.counterfactual.value ?? 0))).toBeLessThan(
          5 * (found.restingErrors[node] ?? 0) + 1e-9,
        )
      }
    }
  })
})

/** Layers of key results, each of which needs half of the layer before: too wide to be exact. */
function wide(width: number, layers: number): { own: number[]; needs: Need[] } {
  const next = dice(11)
  const own = Array.from({ length: width * layers + 1 }, () => 0.85 + 0.15 * next())
  const between = (layer: number) =>
    Array.from({ length: width }, (_, to) =>
      Array.from({ length: width }, (_from, from) => [layer * width + from, (layer + 1) * width + to] as const),
    ).flat()
  const inner = Array.from({ length: layers - 1 }, (_, layer) => between(layer))
    .flat()
    .filter(() => next() < 0.5)
  const last = Array.from({ length: width }, (_, from) => [(layers - 1) * width + from, width * layers] as const)
  return { own, needs: [...inner, ...last].map(([from, to]): Need => [from, to, 0.02 + 0.03 * next()]) }
}

describe('what is too wide to be exact', () => {
  const { own, needs } = wide(30, 3)
  const supply = supplyOf(own, needs, (at) => at % 20)
  const goal = own.length - 1
  const all = Array.from({ length: 20 }, (_, at) => `node${at}`)

  test('CN22-CN23: is found by trials, each with its standard error; what is narrow stays exact', () => {
    expect(planElimination(supply.graph, closureOf(supply.graph, goal), goal)).toBe(null)
    const { chances, trials } = softChances(supply)
    expect(trials).toBe(10_000)
    expect(chances[0]?.standardError).toBe(null)
    expect(chances[goal]?.standardError).toBeGreaterThan(0)
    expect(chances[goal]?.standardError).toBeLessThanOrEqual(0.005)
  })

  test('CN34, CN54: both ways of trying agree; gain and loss sum, shares sum to the chance', () => {
    const measures = goalMeasures(supply, goal, all)
    const { chances } = softChances(supply)
    const chance = measures?.chance.value ?? Number.NaN
    expect(measures?.trials).toBe(10_000)
    expect(Math.abs(chance - (chances[goal]?.value ?? Number.NaN))).toBeLessThan(5 * 0.005)
    expect((measures?.nodes ?? []).reduce((sum, { shapley }) => sum + (shapley.value ?? Number.NaN), 0)).toBeCloseTo(chance, 10)
    for (const { gain, loss, birnbaum } of measures?.importance ?? [])
      expect((gain.value ?? Number.NaN) + (loss.value ?? Number.NaN)).toBeCloseTo(birnbaum.value ?? Number.NaN, 10)
  })
})

describe('ways to the goal', () => {
  test('CN36-CN37: every way listed one by one, on random graphs', () => {
    for (let seed = 1; seed <= runs(300); seed += 1) {
      const { own, needs } = drawGraph(seed, 9)
      const goal = own.length - 1
      const ways = (at: number): number[] =>
        at === goal ? [1] : needs.flatMap(([from, to, strength]) => (from === at ? ways(to).map((way) => way * strength) : []))
      const { graph } = supplyOf(own, needs)
      const { weight, count } = pathsToGoal(graph, supplyOrder(graph), goal)
      for (const at of own.keys()) {
        expect(count[at]).toBe(ways(at).length)
        expect(weight[at]).toBeCloseTo(at === goal ? 0 : ways(at).reduce((sum, way) => sum + way, 0), 10)
      }
    }
  })
})
