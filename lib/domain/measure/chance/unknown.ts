import { eachNeighbour } from '../../plan/graph.ts'
import type { SupplyGraph } from './supply.ts'

/**
 * The vertices whose own chance bears on that of a vertex: itself, and all behind it by needs with a strength. Stubs are among them.
 *
 * @returns in the order in which they are found
 * Cost O(vertices + needs behind it). Spec: CN8-CN9.
 */
function bearingOn({ graph }: Pick<SupplyGraph, 'graph'>, vertex: number): readonly number[] {
  const seen = new Set([vertex])
  for (const each of seen)
    eachNeighbour(graph.suppliersOf, each, (supplier, need) => {
      if ((graph.strength[need] ?? 0) > 0) seen.add(supplier)
    })
  return [...seen]
}

/**
 * What is not known of the chance of a vertex: those of all that bear on it whose own chance nobody has said.
 *
 * @returns vertices in rising order
 * Cost O(vertices + needs behind it). Spec: CN9.
 */
export function unknownBehind(supply: Pick<SupplyGraph, 'graph' | 'known'>, vertex: number): readonly number[] {
  return bearingOn(supply, vertex)
    .filter((each) => supply.known[each] === 0)
    .sort((a, b) => a - b)
}

/** What a chance rests on, counted, and how much of it nobody has said. */
export type Basis = {
  /** key results, itself among them */
  readonly results: number
  /** those of them without a confidence */
  readonly silent: number
  /** needs on a node that has no key result for them: how likely those are, nobody can say */
  readonly onNodes: number
}

/** What the chance of a key result rests on; all 0 where it is not in the graph. Cost O(vertices + needs behind it). Spec: CN9. */
export function basisOf(supply: SupplyGraph, keyResultId: string): Basis {
  const vertex = supply.graph.vertexById.get(keyResultId)
  const all = vertex === undefined ? [] : bearingOn(supply, vertex)
  const results = all.filter((each) => each < supply.keyResults)
  return { results: results.length, silent: results.filter((each) => supply.known[each] === 0).length, onNodes: all.length - results.length }
}
