import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import type { Ring } from '../../plan/rings.ts'
import type { Arc } from './order-costs.ts'

/** What makes one cut of a ring better than another: fewer needs, weaker needs, or fewer and of those weaker ones. */
export type Criterion = 'number' | 'strength' | 'numberThenStrength'

/** A need between two members of a ring, numbered from 0 in document order. */
export type RingArc = Arc & { readonly need: number }

/** Strengths as whole numbers, so that sums that are equal are equal. */
const millionths = 1_000_000

/** The cost of one need as a whole number; sums over a ring stay exact up to 30,000 needs. */
function costOf(criterion: Criterion, strength: number, needs: number): number {
  const weight = Math.round(strength * millionths)
  switch (criterion) {
    case 'number':
      return 1
    case 'strength':
      return weight * (needs + 1) + 1
    case 'numberThenStrength':
      return (needs + 1) * millionths + weight
  }
}

/**
 * The needs of a ring between its members, with what it costs to drop each.
 *
 * @param ring one of `ringsOf(graph)`
 * Cost O(needs of the ring's members).
 */
export function ringArcs(graph: NeedGraph, ring: Ring, criterion: Criterion): RingArc[] {
  const member = new Map(ring.keyResultIds.map((id, at) => [graph.vertexById.get(id) ?? -1, at]))
  const arcs: RingArc[] = []
  for (const [vertex, from] of member)
    eachNeighbour(graph.consumersOf, vertex, (consumer, need) => {
      const to = member.get(consumer)
      if (to !== undefined) arcs.push({ need, from, to, cost: costOf(criterion, graph.strength[need] ?? 0, ring.needIds.length) })
    })
  return arcs.sort((a, b) => a.need - b.need)
}
