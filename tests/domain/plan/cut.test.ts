import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheapestCut } from '../../../lib/domain/plan/cut.ts'
import { makeNeedGraph, needGraph } from '../../../lib/domain/plan/graph.ts'
import { ringsOf } from '../../../lib/domain/plan/rings.ts'
import { runs } from '../../property-runs.ts'
import { goldenAnswer, goldenNetwork } from '../sketch.ts'

type Need = { readonly from: number; readonly to: number; readonly strength: number }

function build(size: number, needs: readonly Need[]) {
  return makeNeedGraph(
    Array.from({ length: size }, (_, at) => `k${at}`),
    needs.map(({ from, to, strength }, at) => ({ id: `n${at}`, supplier: `k${from}`, consumer: `k${to}`, strength })),
  )
}

function cutsOf(size: number, needs: readonly Need[]) {
  const graph = build(size, needs)
  return ringsOf(graph).map((ring) => cheapestCut(graph, ring))
}

function without(size: number, needs: readonly Need[], cut: ReadonlySet<string>) {
  return ringsOf(
    build(
      size,
      needs.filter((_, at) => !cut.has(`n${at}`)),
    ),
  )
}

describe('the cheapest cut', () => {
  test('ST65: of the ring of the worked example is the one need that closes it', () => {
    const graph = needGraph(
      goldenNetwork([{ id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }]),
      'cycle_q',
    )
    expect(ringsOf(graph).map((ring) => cheapestCut(graph, ring))).toEqual([{ needIds: ['d13'], isExact: true }])
    expect(goldenAnswer('cycleVariant', 'minFeedbackArcSets')).toEqual([['d13']])
  })

  test('ST65: of two that free it alone the weaker one', () => {
    const ring = [
      { from: 0, to: 1, strength: 1 },
      { from: 1, to: 2, strength: 0.4 },
      { from: 2, to: 0, strength: 0.5 },
    ]
    expect(cutsOf(3, ring)).toEqual([{ needIds: ['n1'], isExact: true }])
  })

  test('ST65: one strong need rather than two weak ones', () => {
    const needs = [
      { from: 0, to: 1, strength: 1 },
      { from: 1, to: 0, strength: 0.1 },
      { from: 1, to: 0, strength: 0.1 },
    ]
    expect(cutsOf(2, needs)).toEqual([{ needIds: ['n0'], isExact: true }])
  })

  const graphs = fc.integer({ min: 2, max: 5 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      needs: fc
        .array(fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1), strength: fc.constantFrom(0, 0.25, 0.5, 1) }), { maxLength: 9 })
        .map((list) => list.filter(({ from, to }) => from !== to)),
    }),
  )

  test('ST65: frees every ring, and no set of needs does so with fewer, or as few and weaker (every set tried)', () => {
    fc.assert(
      fc.property(graphs, ({ size, needs }) => {
        const cut = new Set(cutsOf(size, needs).flatMap(({ needIds }) => needIds))
        expect(without(size, needs, cut)).toEqual([])
        const costOf = (ids: ReadonlySet<string>) => needs.reduce((sum, { strength }, at) => sum + (ids.has(`n${at}`) ? 100 + strength : 0), 0)
        for (let set = 0; set < 2 ** needs.length; set += 1) {
          const other = new Set(needs.flatMap((_, at) => (set & (1 << at) ? [`n${at}`] : [])))
          if (costOf(other) < costOf(cut) - 1e-9) expect(without(size, needs, other).length).toBeGreaterThan(0)
        }
      }),
      { numRuns: runs(150) },
    )
  })

  test('ST65: a large ring gets a cut that frees it, and says that it may not be the smallest', () => {
    const size = 60
    const needs = Array.from({ length: 200 }, (_, at) => ({ from: (at * 7) % size, to: (at * 11 + 3) % size, strength: (at % 5) / 4 })).filter(
      ({ from, to }) => from !== to,
    )
    const all = [...Array.from({ length: size }, (_, at) => ({ from: at, to: (at + 1) % size, strength: 1 })), ...needs]
    const cuts = cutsOf(size, all)
    expect(cuts.map(({ isExact }) => isExact)).toEqual([false])
    expect(without(size, all, new Set(cuts[0]?.needIds))).toEqual([])
    expect(cuts[0]?.needIds.length).toBeLessThan(all.length / 2)
  })
})
