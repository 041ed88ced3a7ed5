import { largestAlong, piecesOf } from './largest-piece.ts'
import type { Links } from './links.ts'
import { adaptiveOrder, staticOrder } from './removal-order.ts'

/** How a network falls apart as nodes go one after the other. */
export type Robustness = {
  /** mean of `left`, 0 to 0.5; null for an empty network */
  readonly mean: number | null
  /** largest piece ÷ nodes at the beginning, after 1, 2, … n removals */
  readonly left: readonly number[]
  /** the vertices, in the order in which they go */
  readonly order: readonly number[]
}

function robustnessAlong(links: Links, order: Int32Array): Robustness {
  const largest = new Int32Array(order.length)
  largestAlong(piecesOf(links), order, largest)
  const size = order.length
  const left = Array.from(largest, (piece) => piece / size)
  return { mean: size === 0 ? null : left.reduce((sum, share) => sum + share, 0) / size, left, order: [...order] }
}

/**
 * R where the busiest goes first and degrees are counted anew after each removal.
 *
 * @param links simple, both ways
 * Cost O(n² + m). Source: Schneider et al. 2011; ties and recomputation as in methods 3. Spec: VN20-VN21.
 */
export function adaptiveRobustness(links: Links): Robustness {
  return robustnessAlong(links, adaptiveOrder(links))
}

/** R where nodes go by the degrees of the beginning. Cost O(n log n + m). Source: Schneider et al. 2011. Spec: VN20-VN21. */
export function staticRobustness(links: Links): Robustness {
  return robustnessAlong(links, staticOrder(links))
}
