import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementaryCycles } from '../../../../lib/domain/measure/order/cycles.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { runs } from '../../../property-runs.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'
import { type Drawn, graphOf, smallGraphs } from './graphs.ts'

/** Every way back to its lowest number that passes none twice, by walking all ways. */
function everyCircle(size: number, needs: readonly Drawn[]): string[] {
  const next = (at: number) => new Set(needs.flatMap(([from, to]) => (from === at ? [to] : [])))
  const walk = (way: readonly number[]): string[] =>
    [...next(way.at(-1) ?? 0)].flatMap((to) => {
      if (to === way[0]) return [[...way, to].map((at) => `k${at}`).join(' ')]
      return to < (way[0] ?? 0) || way.includes(to) ? [] : walk([...way, to])
    })
  return Array.from({ length: size }, (_, start) => walk([start])).flat()
}

describe('circles', () => {
  test('OR3: the four of the worked example, in its words', () => {
    const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }
    const { cycles, isCapped } = elementaryCycles(needGraph(goldenNetwork([closing]), 'cycle_q'), 200)
    expect(cycles).toEqual(goldenAnswer('cycleVariant', 'elementaryCycles'))
    expect([cycles.length, isCapped]).toEqual([goldenAnswer('cycleVariant', 'elementaryCycleCount'), false])
  })

  test('OR3: without a ring there is none', () => {
    expect(elementaryCycles(needGraph(goldenNetwork(), 'cycle_q'), 200)).toEqual({ cycles: [], isCapped: false })
    expect(elementaryCycles(graphOf(0, []), 200).cycles).toEqual([])
  })

  test('OR4: every circle once, whatever lies side by side (all ways walked)', () => {
    fc.assert(
      fc.property(smallGraphs(7, 16), ({ size, needs }) => {
        const { cycles, isCapped } = elementaryCycles(graphOf(size, needs), 10_000)
        expect(cycles.map((cycle) => cycle.join(' ')).sort()).toEqual(everyCircle(size, needs).sort())
        expect(isCapped).toBe(false)
      }),
      { numRuns: runs(600) },
    )
  })

  test('OR5: no more than the cap are listed, and that there are more is said only where there are', () => {
    const everybody = Array.from({ length: 6 }, (_, from) => Array.from({ length: 6 }, (_each, to): Drawn => [from, to, 1]))
      .flat()
      .filter(([from, to]) => from !== to)
    const graph = graphOf(6, everybody)
    const all = elementaryCycles(graph, 1_000)
    expect([all.cycles.length, all.isCapped]).toEqual([409, false])
    expect(elementaryCycles(graph, 409).isCapped).toBe(false)
    const capped = elementaryCycles(graph, 200)
    expect([capped.cycles.length, capped.isCapped]).toEqual([200, true])
    expect(capped.cycles).toEqual(all.cycles.slice(0, 200))
  })

  test('OR5: a circle of 20,000 key results is found without deep recursion', () => {
    const size = 20_000
    const circle = Array.from({ length: size }, (_, at): Drawn => [at, (at + 1) % size, 1])
    expect(elementaryCycles(graphOf(size, circle), 200).cycles.map(({ length }) => length)).toEqual([size + 1])
  })
})
