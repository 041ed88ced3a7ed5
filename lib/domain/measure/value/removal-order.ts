import type { RandomWords } from '../random.ts'
import { degreesOf } from './centralization.ts'
import { eachLink, type Links } from './links.ts'

/** The busiest first, by the degrees before anything goes; ties in document order. Cost O(n log n). Spec: VN21. */
export function staticOrder(links: Links): Int32Array {
  const degrees = degreesOf(links)
  return Int32Array.from(degrees.keys()).sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0) || a - b)
}

/** The busiest first, degrees counted anew after each removal; ties in document order. Cost O(n² + m). Spec: VN21. */
export function adaptiveOrder(links: Links): Int32Array {
  const degrees = degreesOf(links)
  const order = new Int32Array(degrees.length)
  for (let step = 0; step < order.length; step += 1) {
    let busiest = -1
    for (let vertex = 0; vertex < degrees.length; vertex += 1)
      if ((degrees[vertex] ?? -1) > (busiest === -1 ? -1 : (degrees[busiest] ?? -1))) busiest = vertex
    order[step] = busiest
    degrees[busiest] = -1
    eachLink(links, busiest, (neighbour) => {
      if ((degrees[neighbour] ?? -1) > 0) degrees[neighbour] = (degrees[neighbour] ?? 0) - 1
    })
  }
  return order
}

/** Brings an order into another one, each equally likely. Cost O(n). Source: Fisher and Yates, Durstenfeld 1964. */
export function shuffle(order: Int32Array, { uniform }: RandomWords): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(uniform() * (at + 1))
    const [left, right] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = right
    order[other] = left
  }
}
