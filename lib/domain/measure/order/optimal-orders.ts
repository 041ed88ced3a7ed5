import type { NeedGraph } from '../../plan/graph.ts'
import { countBestOrders, countedUpTo } from './count-orders.ts'
import { type Arc, orderCosts } from './order-costs.ts'

/** Vertices that are joined by marks whichever way, in groups. */
function joined(graph: NeedGraph): number[][] {
  const parent = Int32Array.from(graph.keyResultIds.keys())
  const rootOf = (vertex: number): number => {
    let root = vertex
    while (parent[root] !== root) root = parent[root] ?? root
    parent[vertex] = root
    return root
  }
  for (const [mark, supplier] of graph.supplier.entries()) {
    const [a, b] = [rootOf(supplier), rootOf(graph.consumer[mark] ?? 0)]
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  return [...Map.groupBy(parent.keys(), rootOf).values()]
}

function arcsWithin(graph: NeedGraph, members: readonly number[]): Arc[] {
  const at = new Map(members.map((vertex, place) => [vertex, place]))
  return Array.from(graph.supplier, (supplier, mark): Arc => {
    const [from = -1, to = -1] = [at.get(supplier), at.get(graph.consumer[mark] ?? 0)]
    return { from, to, cost: from < 0 ? 0 : 1 }
  }).filter(({ cost }) => cost > 0)
}

/** In how many ways orders of two groups can be laid into each other: (a + b) over b. */
function interleavings(a: number, b: number): bigint {
  let ways = 1n
  for (let each = 1; each <= b; each += 1) ways = (ways * BigInt(a + each)) / BigInt(each)
  return ways
}

/**
 * How many orders of a matrix leave the fewest marks on the wrong side, and how many marks that is.
 *
 * @param graph of a matrix, one need for each mark
 * @returns null where a group of joined rows has more than 18, or where there are more orders than a number holds exactly
 * Cost O(2^k · k) for groups of k ≤ 18. Spec: OR12.
 */
export function optimalOrders(graph: NeedGraph): { readonly wrongSide: number; readonly orders: number } | null {
  const groups = joined(graph)
  if (groups.some(({ length }) => length > countedUpTo)) return null
  let [orders, placed, wrongSide] = [1n, 0, 0]
  for (const members of groups) {
    const best = countBestOrders(orderCosts(members.length, arcsWithin(graph, members)))
    orders *= BigInt(best.orders) * interleavings(placed, members.length)
    placed += members.length
    wrongSide += best.cost
  }
  return orders > BigInt(Number.MAX_SAFE_INTEGER) ? null : { wrongSide, orders: Number(orders) }
}
