import { eachNeighbour } from '../../plan/graph.ts'
import type { SupplyGraph } from './supply.ts'

/**
 * What is not known of the chance of a vertex: the vertices, itself among them, whose own chance nobody has said and which bear on it by
 * needs with a strength. Stubs are among them.
 *
 * @returns in rising order
 * Cost O(vertices + needs behind it). Spec: CN9.
 */
export function unknownBehind({ graph, known }: Pick<SupplyGraph, 'graph' | 'known'>, vertex: number): readonly number[] {
  const seen = new Set([vertex])
  for (const each of seen)
    eachNeighbour(graph.suppliersOf, each, (supplier, need) => {
      if ((graph.strength[need] ?? 0) > 0) seen.add(supplier)
    })
  return [...seen].filter((each) => known[each] === 0).sort((a, b) => a - b)
}
