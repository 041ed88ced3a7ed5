import { bestOrder } from '../measure/order/best-order.ts'
import { feedbackArcs } from '../measure/order/feedback-arcs.ts'
import { goodOrder } from '../measure/order/good-order.ts'
import { exactUpTo, orderCosts } from '../measure/order/order-costs.ts'
import { ringArcs } from '../measure/order/ring-arcs.ts'
import type { NeedGraph } from './graph.ts'
import type { Ring } from './rings.ts'

/** Which needs to drop or soften so that nobody on a ring waits for oneself any more. */
export type Cut = {
  /** in document order */
  readonly needIds: readonly string[]
  /** whether no smaller or weaker cut exists; a ring of more than 15 key results gets a good one, not surely the best */
  readonly isExact: boolean
  /** other cuts that are as small and as weak, each in document order; there where there are some */
  readonly others?: readonly (readonly string[])[]
  /** there where there are more than are listed */
  readonly hasMore?: boolean
}

/** The other cuts that cost the same. Of a large ring none is known. */
function tiesOf(graph: NeedGraph, ring: Ring, needIds: readonly string[]): Pick<Cut, 'others' | 'hasMore'> {
  const { sets, isCapped } = feedbackArcs(graph, ring, 'numberThenStrength')
  const own = JSON.stringify(needIds)
  const others = sets.filter((set) => JSON.stringify(set) !== own)
  return { ...(others.length === 0 ? {} : { others }), ...(isCapped ? { hasMore: true } : {}) }
}

/**
 * The cheapest cut of a ring: the fewest needs without which nobody on it depends on oneself, and of those the weakest
 * together; cuts that cost the same are told with it. What is cut is to be talked about, nothing is dropped by itself.
 *
 * @param ring one of `ringsOf(graph)`
 * Cost that of `feedbackArcs`. Spec: ST65.
 */
export function cheapestCut(graph: NeedGraph, ring: Ring): Cut {
  const size = ring.keyResultIds.length
  const arcs = ringArcs(graph, ring, 'numberThenStrength')
  const isExact = size <= exactUpTo
  const order = isExact ? bestOrder(orderCosts(size, arcs)) : goodOrder(size, arcs)
  const place = new Int32Array(size)
  for (const [at, member] of order.entries()) place[member] = at
  const cut = arcs.filter(({ from, to }) => (place[from] ?? 0) > (place[to] ?? 0))
  const needIds = cut.map(({ need }) => graph.needIds[need] ?? '')
  return { needIds, isExact, ...(isExact ? tiesOf(graph, ring, needIds) : {}) }
}
