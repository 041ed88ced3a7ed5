import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheapestCut } from '../../../lib/domain/plan/cut.ts'
import { eachNeighbour, type GraphNeed, makeNeedGraph } from '../../../lib/domain/plan/graph.ts'
import { layersOf } from '../../../lib/domain/plan/layers.ts'
import { downstreamOf, requiredBy, upstreamOf } from '../../../lib/domain/plan/reach.ts'
import { componentsOf, ringsOf } from '../../../lib/domain/plan/rings.ts'
import { runs } from '../../property-runs.ts'

function graphOf(size: number, pairs: readonly (readonly [supplier: number, consumer: number, strength?: number])[]) {
  const needs = pairs.map(
    ([supplier, consumer, strength = 1], at): GraphNeed => ({ id: `n${at}`, supplier: `k${supplier}`, consumer: `k${consumer}`, strength }),
  )
  const ids = Array.from({ length: size }, (_, at) => `k${at}`)
  return { graph: makeNeedGraph(ids, needs), needs, ids }
}

function ringOf(size: number) {
  return graphOf(
    size,
    Array.from({ length: size }, (_, at) => [at, (at + 1) % size] as const),
  )
}

function ordersOf(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [[]]
  return ids.flatMap((first) => ordersOf(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]))
}

/** Needs that point backwards in an order: how many, and how strong together. */
function backwards(order: readonly string[], needs: readonly GraphNeed[]): readonly [count: number, strength: number] {
  const back = needs.filter(({ supplier, consumer }) => order.indexOf(supplier) > order.indexOf(consumer))
  return [back.length, back.reduce((sum, { strength }) => sum + strength, 0)]
}

describe('the cheapest cut', () => {
  const extra = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(0, 0.25, 0.5, 1)), { maxLength: 12 })

  test('ST65: of a ring of six is that of the best of its 720 orders, in number and then in strength', () => {
    const circle = Array.from({ length: 6 }, (_, at) => [at, (at + 1) % 6, at / 5] as const)
    fc.assert(
      fc.property(extra, (more) => {
        const { graph, needs, ids } = graphOf(6, [...circle, ...more.filter(([from, to]) => from !== to)])
        const [ring] = ringsOf(graph)
        expect(ring?.keyResultIds).toEqual(ids)
        const cut = ring ? cheapestCut(graph, ring) : { needIds: [], isExact: false }
        const [best] = ordersOf(ids)
          .map((order) => backwards(order, needs))
          .sort(([a, weak], [b, strong]) => a - b || weak - strong)
        const dropped = needs.filter(({ id }) => cut.needIds.includes(id))
        expect(cut.isExact).toBe(true)
        expect(dropped.length).toBe(best?.[0])
        expect(dropped.reduce((sum, { strength }) => sum + strength, 0)).toBeCloseTo(best?.[1] ?? -1, 9)
      }),
      { numRuns: runs(25) },
    )
  })

  test.each([
    [15, true],
    [16, false],
  ])('ST65: of a plain circle of %i is one need; whether it is surely the best is said: %s', (size, isExact) => {
    const { graph } = ringOf(size)
    const cuts = ringsOf(graph).map((ring) => cheapestCut(graph, ring))
    expect(cuts.map((cut) => [cut.needIds.length, cut.isExact])).toEqual([[1, isExact]])
  })

  test('ST65: of one ring leaves the needs of the other alone', () => {
    const { graph } = graphOf(4, [
      [0, 1],
      [1, 0, 0.2],
      [2, 3, 0.1],
      [3, 2],
      [1, 2, 0],
    ])
    expect(ringsOf(graph).map((ring) => cheapestCut(graph, ring).needIds)).toEqual([['n1'], ['n2']])
  })
})

describe('a graph', () => {
  // k0 → k1 → k3, k0 → k2 → k3, k3 → k4 (weak), k5 alone
  const { graph } = graphOf(6, [
    [0, 1],
    [0, 2, 0.5],
    [1, 3],
    [2, 3],
    [3, 4, 0.5],
  ])

  test('ST57: leaves out needs of whom it does not know, and keeps the order of the rest', () => {
    const needs = ['k1', 'gone', 'k0'].map((supplier, at) => ({ id: `n${at}`, supplier, consumer: 'k2', strength: 1 }))
    const known = makeNeedGraph(['k0', 'k1', 'k2'], needs)
    expect(known.needIds).toEqual(['n0', 'n2'])
    const suppliers: string[] = []
    eachNeighbour(known.suppliersOf, 2, (supplier, need) => suppliers.push(`${known.keyResultIds[supplier]} by ${known.needIds[need]}`))
    expect(suppliers).toEqual(['k1 by n0', 'k0 by n2'])
    eachNeighbour(known.consumersOf, 2, () => expect.unreachable('nobody needs k2'))
  })

  test('ST60-ST61: both ways with the fewest needs between, nearest first', () => {
    expect([...upstreamOf(graph, 'k4')]).toEqual([
      ['k3', 1],
      ['k1', 2],
      ['k2', 2],
      ['k0', 3],
    ])
    expect([...downstreamOf(graph, 'k0')]).toEqual([
      ['k1', 1],
      ['k2', 1],
      ['k3', 2],
      ['k4', 3],
    ])
    expect([upstreamOf(graph, 'k5').size, downstreamOf(graph, 'k5').size]).toEqual([0, 0])
  })

  test('ST63: one strong way is enough, and a weak last need ends it', () => {
    expect([...requiredBy(graph, 'k3').keys()]).toEqual(['k1', 'k2', 'k0'])
    expect(requiredBy(graph, 'k4').size).toBe(0)
  })

  test('ST66: layers are the longest way from the first suppliers, whatever the strength', () => {
    expect([...layersOf(graph).values()]).toEqual([0, 1, 1, 2, 3, 0])
    const skipping = graphOf(3, [
      [0, 2],
      [0, 1],
      [1, 2],
    ])
    expect([...layersOf(skipping.graph).values()]).toEqual([0, 1, 2])
  })

  test('ST67: before a ring there is a layer, on it and behind it there is none', () => {
    const { graph: ringed } = graphOf(5, [
      [0, 1],
      [1, 2],
      [2, 1],
      [2, 3],
      [0, 4],
    ])
    expect([...layersOf(ringed).values()]).toEqual([0, null, null, null, 1])
  })

  test('ST64: a component comes before those that it needs, and one key result is no ring', () => {
    const component = componentsOf(graph)
    expect(new Set(component).size).toBe(6)
    expect(ringsOf(graph)).toEqual([])
    for (const [need] of graph.needIds.entries()) expect(component[graph.consumer[need] ?? 0]).toBeLessThan(component[graph.supplier[need] ?? 0] ?? 0)
  })

  test('ST64: two circles that share a key result are one ring, with all the needs between', () => {
    const { graph: eight } = graphOf(5, [
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
      [2, 3],
      [4, 0],
    ])
    expect(ringsOf(eight)).toEqual([{ keyResultIds: ['k0', 'k1', 'k2'], needIds: ['n0', 'n1', 'n2', 'n3'] }])
  })
})
