import { clustersOf } from './clusters.ts'
import type { Matrix } from './matrix.ts'

/**
 * The rows of a matrix in groups that need each other most, whichever way; each dependency counts once.
 *
 * @returns ids in document order, groups in the order of their first one
 * Cost that of `clustersOf`. Spec: OR14.
 */
export function matrixClusters({ graph, marks }: Matrix): string[][] {
  const ties = marks.map((mark) => ({
    a: graph.vertexById.get(mark.supplier) ?? 0,
    b: graph.vertexById.get(mark.consumer) ?? 0,
    weight: mark.dependencyIds.length,
  }))
  const groups = Map.groupBy(clustersOf(graph.keyResultIds.length, ties).entries(), ([, group]) => group)
  return [...groups.values()].map((members) => members.map(([vertex]) => graph.keyResultIds[vertex] ?? ''))
}
