import type { NeedGraph } from '../../plan/graph.ts'
import type { Ring } from '../../plan/rings.ts'
import { everyCheapest } from './every-cheapest.ts'
import { goodOrder } from './good-order.ts'
import { exactUpTo, orderCosts } from './order-costs.ts'
import { type Criterion, type RingArc, ringArcs } from './ring-arcs.ts'

/** At most so many sets of needs, and so many circles, are listed. */
export const listedAtMost = 200

/** The needs of a ring to drop so that nobody on it waits for oneself. */
export type FeedbackArcs = {
  /** every smallest set, each with its needs in document order; of a large ring one good set */
  readonly sets: readonly (readonly string[])[]
  /** whether no better set exists */
  readonly isProven: boolean
  /** whether there are more sets than are listed */
  readonly isCapped: boolean
}

function byNeeds(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((need, place) => need !== b[place])
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
}

function exactSets(size: number, arcs: readonly RingArc[]): { sets: number[][]; isCapped: boolean } {
  const needsOf = Map.groupBy(arcs, ({ from, to }) => from * size + to)
  const { sets, isCapped } = everyCheapest(orderCosts(size, arcs), listedAtMost)
  const needs = sets.map((pairs) => pairs.flatMap((pair) => needsOf.get(pair)?.map(({ need }) => need) ?? []).sort((a, b) => a - b))
  return { sets: needs.sort(byNeeds), isCapped }
}

function goodSet(size: number, arcs: readonly RingArc[]): number[] {
  const place = new Int32Array(size)
  for (const [at, member] of goodOrder(size, arcs).entries()) place[member] = at
  return arcs.filter(({ from, to }) => (place[from] ?? 0) > (place[to] ?? 0)).map(({ need }) => need)
}

/**
 * The smallest sets of needs without which a ring is none: all of them, by number or by strength. They are what a group may
 * talk about; nothing is dropped by itself.
 *
 * @param ring one of `ringsOf(graph)`
 * Cost O(2^k · k) and more with many ties for k ≤ 15 key results; above that O(k² + needs log needs), and not proven smallest.
 * Source: Lawler 1964; Eades, Lin and Smyth 1993. Spec: OR6-OR9.
 */
export function feedbackArcs(graph: NeedGraph, ring: Ring, criterion: Criterion): FeedbackArcs {
  const size = ring.keyResultIds.length
  const arcs = ringArcs(graph, ring, criterion)
  const isProven = size <= exactUpTo
  const { sets, isCapped } = isProven ? exactSets(size, arcs) : { sets: [goodSet(size, arcs)], isCapped: false }
  return { sets: sets.map((set) => set.map((need) => graph.needIds[need] ?? '')), isProven, isCapped }
}
