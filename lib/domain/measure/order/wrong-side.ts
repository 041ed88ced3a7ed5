import type { NeedGraph } from '../../plan/graph.ts'

/**
 * How many marks of a matrix stand on the wrong side of its diagonal: suppliers that come after those who need them.
 *
 * @param graph of a matrix, one need for each mark
 * @param order every id of the graph once
 * Cost O(marks). Spec: OR10.
 */
export function wrongSideMarks(graph: NeedGraph, order: readonly string[]): number {
  const place = new Int32Array(order.length)
  for (const [at, id] of order.entries()) place[graph.vertexById.get(id) ?? 0] = at
  return graph.supplier.reduce((count, supplier, mark) => count + Number((place[supplier] ?? 0) > (place[graph.consumer[mark] ?? 0] ?? 0)), 0)
}
