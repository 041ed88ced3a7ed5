import type { NeedGraph } from './graph.ts'
import type { Ring } from './rings.ts'

/** Which needs to drop or soften so that nobody on a ring waits for oneself any more. */
export type Cut = {
  /** in document order */
  readonly needIds: readonly string[]
  /** whether no smaller or weaker cut exists; a ring of more than 14 key results gets a good one, not surely the best */
  readonly isExact: boolean
}

/** Rings up to this size are solved by trying every order: 2^14 · 14² steps. */
const exactUpTo = 14

type Edge = { readonly need: number; readonly from: number; readonly to: number; readonly cost: number }

/** The needs of a ring between its members, numbered from 0. Fewest needs first: each costs more than all strengths together. */
function edgesOf(graph: NeedGraph, ring: Ring): Edge[] {
  const member = new Map(ring.keyResultIds.map((id, at) => [graph.vertexById.get(id) ?? -1, at]))
  const wanted = new Set(ring.needIds)
  const edges: Edge[] = []
  for (const [need, id] of graph.needIds.entries()) {
    if (!wanted.has(id)) continue
    const [from, to] = [member.get(graph.supplier[need] ?? -1) ?? 0, member.get(graph.consumer[need] ?? -1) ?? 0]
    edges.push({ need, from, to, cost: wanted.size + 1 + (graph.strength[need] ?? 0) })
  }
  return edges
}

/** Cost of every need from one member to another, as a square. */
function costsOf(size: number, edges: readonly Edge[]): Float64Array {
  const costs = new Float64Array(size * size)
  for (const { from, to, cost } of edges) costs[from * size + to] = (costs[from * size + to] ?? 0) + cost
  return costs
}

/** The order of members in which the needs that point backwards cost least. Dynamic programme over sets of members (Lawler 1964). */
function bestOrder(size: number, edges: readonly Edge[]): number[] {
  const costs = costsOf(size, edges)
  const sets = 2 ** size
  const least = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  const last = new Int8Array(sets).fill(-1)
  least[0] = 0
  for (let set = 0; set < sets; set += 1)
    for (let member = 0; member < size; member += 1) {
      if (set & (1 << member)) continue
      let cost = least[set] ?? 0
      for (let other = 0; other < size; other += 1) if (set & (1 << other)) cost += costs[member * size + other] ?? 0
      const grown = set | (1 << member)
      if (cost >= (least[grown] ?? 0)) continue
      least[grown] = cost
      last[grown] = member
    }
  const order: number[] = []
  for (let set = sets - 1; set > 0; set &= ~(1 << (order[0] ?? 0))) order.unshift(last[set] ?? 0)
  return order
}

/** A good order: whoever gives most and needs least, among those left, comes next (after Eades, Lin and Smyth 1993). */
function goodOrder(size: number, edges: readonly Edge[]): number[] {
  const left = new Set(Array.from({ length: size }, (_, member) => member))
  const surplus = new Float64Array(size)
  const touching = Array.from({ length: size }, (): Edge[] => [])
  for (const edge of edges) {
    surplus[edge.from] = (surplus[edge.from] ?? 0) + edge.cost
    surplus[edge.to] = (surplus[edge.to] ?? 0) - edge.cost
    touching[edge.from]?.push(edge)
    touching[edge.to]?.push(edge)
  }
  const order: number[] = []
  while (left.size > 0) {
    let next = -1
    for (const member of left) if (next === -1 || (surplus[member] ?? 0) > (surplus[next] ?? 0)) next = member
    left.delete(next)
    order.push(next)
    for (const { from, to, cost } of touching[next] ?? []) {
      const other = from === next ? to : from
      surplus[other] = (surplus[other] ?? 0) + (from === next ? cost : -cost)
    }
  }
  return order
}

/**
 * The cheapest cut of a ring: the fewest needs without which nobody on it depends on oneself, and of those the weakest
 * together. What is cut is to be talked about, nothing is dropped by itself.
 *
 * @param ring one of `ringsOf(graph)`
 * Cost O(2^k · k²) for k ≤ 14 key results, O(k² + needs) above. Spec: ST65.
 */
export function cheapestCut(graph: NeedGraph, ring: Ring): Cut {
  const size = ring.keyResultIds.length
  const edges = edgesOf(graph, ring)
  const isExact = size <= exactUpTo
  const order = isExact ? bestOrder(size, edges) : goodOrder(size, edges)
  const place = new Int32Array(size)
  for (const [at, member] of order.entries()) place[member] = at
  const cut = edges.filter(({ from, to }) => (place[from] ?? 0) > (place[to] ?? 0))
  return { needIds: cut.map(({ need }) => graph.needIds[need] ?? ''), isExact }
}
