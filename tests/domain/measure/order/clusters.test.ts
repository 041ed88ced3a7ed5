import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clustersOf, type Tie } from '../../../../lib/domain/measure/order/clusters.ts'
import { nodeMatrix } from '../../../../lib/domain/measure/order/matrix.ts'
import { matrixClusters } from '../../../../lib/domain/measure/order/matrix-clusters.ts'
import { inDocumentOrder } from '../../../../lib/domain/okr/document-order.ts'
import { runs } from '../../../property-runs.ts'
import { goldenNetwork } from '../../sketch.ts'

/** Modularity by its definition: Σ over groups of inside ÷ all − (degrees ÷ twice all)². */
function modularity(of: ArrayLike<number>, ties: readonly Tie[]): number {
  const total = ties.reduce((sum, { weight }) => sum + weight, 0)
  const groups = [...new Set(Array.from(of))]
  return groups.reduce((sum, group) => {
    const inside = ties.filter(({ a, b }) => of[a] === group && of[b] === group).reduce((each, { weight }) => each + weight, 0)
    const degrees = ties.reduce((each, { a, b, weight }) => each + (of[a] === group ? weight : 0) + (of[b] === group ? weight : 0), 0)
    return sum + inside / total - (degrees / (2 * total)) ** 2
  }, 0)
}

/** Every way to put some things into groups. */
function partitions(size: number): number[][] {
  if (size === 0) return [[]]
  return partitions(size - 1).flatMap((rest) => Array.from({ length: 1 + Math.max(-1, ...rest) + 1 }, (_, group) => [...rest, group]))
}

/** The pairs of nodes of the worked example that exchange something. */
function goldenTies(): { size: number; ties: Tie[] } {
  const { tables } = goldenNetwork()
  const at = new Map(inDocumentOrder(tables.node).map(({ id }, place) => [id as string, place]))
  const pairs = inDocumentOrder(tables.exchange).map(({ fromNodeId, toNodeId }) =>
    [at.get(fromNodeId) ?? 0, at.get(toNodeId) ?? 0].sort((a, b) => a - b),
  )
  const unique = new Map(pairs.map(([a = 0, b = 0]) => [`${a} ${b}`, { a, b, weight: 1 }]))
  return { size: at.size, ties: [...unique.values()] }
}

describe('clusters', () => {
  test('OR14: of the exchanges of the worked example reach the modularity that Louvain is known to reach there', () => {
    const { size, ties } = goldenTies()
    expect(ties.length).toBe(12)
    expect(modularity(clustersOf(size, ties), ties)).toBeGreaterThan(0.152)
  })

  const ties = fc.integer({ min: 2, max: 6 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      ties: fc
        .array(fc.record({ a: fc.nat(size - 1), b: fc.nat(size - 1), weight: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 10 })
        .map((list) => list.filter(({ a, b }) => a !== b))
        .filter(({ length }) => length > 0),
    }),
  )

  test('OR14: no vertex would be better off in another group, and all together is never better', () => {
    fc.assert(
      fc.property(ties, ({ size, ties: list }) => {
        const of = [...clustersOf(size, list)]
        const reached = modularity(of, list)
        expect(reached).toBeGreaterThanOrEqual(-1e-12)
        const best = Math.max(...partitions(size).map((groups) => modularity(groups, list)))
        expect(reached).toBeGreaterThan(best - 0.12)
        expect(reached).toBeLessThanOrEqual(best + 1e-12)
        expect(of).toEqual([...clustersOf(size, list)])
        expect([...new Set(of)]).toEqual(Array.from(new Set(of), (_, at) => at))
      }),
      { numRuns: runs(300) },
    )
  })

  test('OR14: two groups with one thing between are two; who has nothing to do with anybody is alone', () => {
    const within = (list: readonly number[]) => list.flatMap((a) => list.flatMap((b) => (a < b ? [{ a, b, weight: 1 }] : [])))
    expect([...clustersOf(8, [...within([0, 2, 4]), ...within([1, 3, 5]), { a: 0, b: 1, weight: 1 }])]).toEqual([0, 1, 0, 1, 0, 1, 2, 3])
    expect([...clustersOf(3, [])]).toEqual([0, 1, 2])
    expect([...clustersOf(0, [])]).toEqual([])
  })

  test('OR14: of a matrix, by id', () => {
    const groups = matrixClusters(nodeMatrix(goldenNetwork(), 'cycle_q'))
    expect(groups.flat().sort()).toEqual([...nodeMatrix(goldenNetwork(), 'cycle_q').graph.keyResultIds].sort())
    expect(groups.length).toBeGreaterThan(1)
  })
})
