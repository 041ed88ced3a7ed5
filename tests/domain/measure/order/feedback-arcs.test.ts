import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedbackArcs } from '../../../../lib/domain/measure/order/feedback-arcs.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { ringsOf } from '../../../../lib/domain/plan/rings.ts'
import { runs } from '../../../property-runs.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'
import { type Drawn, graphOf, isFree, smallGraphs } from './graphs.ts'

const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

/** All sets of the needs inside a ring that free it, of those the best ones by a cost: every set is tried. */
function bestSets(
  size: number,
  needs: readonly Drawn[],
  { inside, costOf }: { inside: readonly number[]; costOf: (set: readonly number[]) => number },
) {
  const sets = Array.from({ length: 2 ** inside.length }, (_, bits) => inside.filter((_need, at) => bits & (1 << at)))
  const within = new Set(inside)
  const free = sets.filter((set) =>
    isFree(
      size,
      needs.filter((_, at) => within.has(at) && !set.includes(at)),
    ),
  )
  const least = Math.min(...free.map(costOf))
  return free.filter((set) => costOf(set) === least).map((set) => set.map((at) => `n${at}`))
}

const textOf = (sets: readonly (readonly string[])[]) => sets.map((set) => set.join(' ')).sort()

describe('smallest sets of needs to drop', () => {
  test('OR6: of the ring of the worked example one need frees all ten', () => {
    const graph = needGraph(goldenNetwork([closing]), 'cycle_q')
    const [ring, ...others] = ringsOf(graph)
    expect(others).toEqual([])
    const found = ring && feedbackArcs(graph, ring, 'number')
    expect(found).toEqual({ sets: goldenAnswer('cycleVariant', 'minFeedbackArcSets'), isProven: true, isCapped: false })
  })

  const criteria = [
    ['number', (strengths: readonly number[]) => strengths.length],
    ['strength', (strengths: readonly number[]) => strengths.reduce((sum, each) => sum + each * 1_000, 0) + strengths.length / 1_000],
    ['numberThenStrength', (strengths: readonly number[]) => strengths.length * 1_000 + strengths.reduce((sum, each) => sum + each, 0)],
  ] as const

  test.each(criteria)('OR7: by %s every best set and no other, with all ties (every set tried)', (criterion, cost) => {
    fc.assert(
      fc.property(smallGraphs(6, 9), ({ size, needs }) => {
        const graph = graphOf(size, needs)
        for (const ring of ringsOf(graph)) {
          const inside = ring.needIds.map((id) => Number(id.slice(1)))
          const best = bestSets(size, needs, { inside, costOf: (set) => cost(set.map((at) => needs[at]?.[2] ?? 0)) })
          const found = feedbackArcs(graph, ring, criterion)
          expect(textOf(found.sets)).toEqual(textOf(best))
          expect(found).toMatchObject({ isProven: true, isCapped: false })
        }
      }),
      { numRuns: runs(200) },
    )
  })

  test('OR7: of a circle of fifteen each need frees it, in the order of the document', () => {
    const circle = Array.from({ length: 15 }, (_, at): Drawn => [at, (at + 1) % 15, 1])
    const graph = graphOf(15, circle)
    const [found] = ringsOf(graph).map((ring) => feedbackArcs(graph, ring, 'number'))
    expect(found?.sets).toEqual(circle.map((_, at) => [`n${at}`]))
  })

  test('OR8: a larger ring gets one set that frees it, and it is said not to be proven smallest', () => {
    const size = 40
    const circle = Array.from({ length: size }, (_, at): Drawn => [at, (at + 1) % size, 1])
    const across = Array.from({ length: 60 }, (_, at): Drawn => [(at * 17) % size, (at * 23 + 5) % size, 0.5]).filter(([from, to]) => from !== to)
    const needs = [...circle, ...across]
    const graph = graphOf(size, needs)
    const [found] = ringsOf(graph).map((ring) => feedbackArcs(graph, ring, 'number'))
    expect([found?.isProven, found?.sets.length]).toEqual([false, 1])
    const dropped = new Set(found?.sets[0])
    expect(
      isFree(
        size,
        needs.filter((_, at) => !dropped.has(`n${at}`)),
      ),
    ).toBe(true)
    // nobody gains by moving alone: putting any one of them back closes a ring
    for (const [at, need] of needs.entries())
      if (dropped.has(`n${at}`)) expect(isFree(size, [...needs.filter((_, other) => !dropped.has(`n${other}`)), need])).toBe(false)
  })

  test('OR9: where there are more than 200 sets, 200 are listed and that is said', () => {
    // eight pairs around a hub, each to be freed in two ways: 256 sets
    const needs = Array.from({ length: 8 }, (_, at): Drawn[] => [
      [0, at + 1, 1],
      [at + 1, 0, 1],
    ]).flat()
    const graph = graphOf(9, needs)
    const [found] = ringsOf(graph).map((ring) => feedbackArcs(graph, ring, 'number'))
    expect([found?.sets.length, found?.isCapped, found?.isProven]).toEqual([200, true, true])
    expect(new Set(found && textOf(found.sets)).size).toBe(200)
    for (const set of found?.sets ?? [])
      expect([
        set.length,
        isFree(
          9,
          needs.filter((_, at) => !set.includes(`n${at}`)),
        ),
      ]).toEqual([8, true])
  })
})
