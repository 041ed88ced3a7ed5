import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'

/**
 * The vertices from suppliers to consumers: each comes after all that it needs. What lies on or behind a ring has no place in it. Of
 * several that could come next, the one that has waited longest; those without a supplier in document order.
 *
 * @returns vertices; fewer than the graph has where there is a ring
 * Cost O(vertices + needs). Source: Kahn 1962. Spec: CN5.
 */
export function supplyOrder({ keyResultIds, consumersOf, suppliersOf }: NeedGraph): Int32Array {
  const size = keyResultIds.length
  const waiting = Int32Array.from({ length: size }, (_, vertex) => (suppliersOf.start[vertex + 1] ?? 0) - (suppliersOf.start[vertex] ?? 0))
  const order = new Int32Array(size)
  let length = 0
  for (let vertex = 0; vertex < size; vertex += 1) {
    if (waiting[vertex] !== 0) continue
    order[length] = vertex
    length += 1
  }
  for (let at = 0; at < length; at += 1)
    eachNeighbour(consumersOf, order[at] ?? 0, (consumer) => {
      const left = (waiting[consumer] ?? 0) - 1
      waiting[consumer] = left
      if (left !== 0) return
      order[length] = consumer
      length += 1
    })
  return order.slice(0, length)
}

/** Which vertices an order has: 1 where it has one, 0 on or behind a ring. Cost O(vertices). */
export function isOrdered(order: Int32Array, size: number): Uint8Array {
  const ordered = new Uint8Array(size)
  for (const vertex of order) ordered[vertex] = 1
  return ordered
}
