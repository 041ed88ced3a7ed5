import { eachNeighbour, type NeedGraph } from './graph.ts'

/**
 * The layer of each key result: 0 without a supplier, else one more than its highest supplier. On and behind a ring there
 * is no order.
 *
 * @returns by key result in document order; null on or behind a ring
 * Cost O(key results + needs). Source: Kahn 1962. Spec: ST66-ST67.
 */
export function layersOf(graph: NeedGraph): Map<string, number | null> {
  const size = graph.keyResultIds.length
  const layer = new Int32Array(size)
  const waiting = Int32Array.from(
    { length: size },
    (_, vertex) => (graph.suppliersOf.start[vertex + 1] ?? 0) - (graph.suppliersOf.start[vertex] ?? 0),
  )
  const ready = Array.from(waiting.keys()).filter((vertex) => waiting[vertex] === 0)
  for (let at = 0; at < ready.length; at += 1) {
    const vertex = ready[at] ?? 0
    eachNeighbour(graph.consumersOf, vertex, (consumer) => {
      layer[consumer] = Math.max(layer[consumer] ?? 0, (layer[vertex] ?? 0) + 1)
      waiting[consumer] = (waiting[consumer] ?? 0) - 1
      if (waiting[consumer] === 0) ready.push(consumer)
    })
  }
  return new Map(graph.keyResultIds.map((id, vertex) => [id, waiting[vertex] === 0 ? (layer[vertex] ?? 0) : null]))
}
