import type { ValueGraph } from './graph.ts'

/** How much is exchanged, and of which kind. */
export type ExchangeCounts = {
  readonly nodes: number
  readonly exchanges: number
  /** pairs of nodes of which the one gives the other something, counted in each direction */
  readonly directedPairs: number
  /** pairs of nodes between which something is given, whichever way */
  readonly undirectedPairs: number
  readonly tangible: number
  readonly intangible: number
}

/** Counts of nodes, exchanges, kinds and pairs. Cost O(m). Spec: VN4. */
export function exchangeCounts({ nodeIds, exchangeIds, isTangible, gives, neighbours }: ValueGraph): ExchangeCounts {
  const tangible = isTangible.reduce((sum, each) => sum + each, 0)
  return {
    nodes: nodeIds.length,
    exchanges: exchangeIds.length,
    directedPairs: gives.to.length,
    undirectedPairs: neighbours.to.length / 2,
    tangible,
    intangible: exchangeIds.length - tangible,
  }
}

/** A part of a whole, 0 to 1; null where there is no whole. Cost O(1). Spec: VN2. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/**
 * What part of what is exchanged is not contracted, 0 to 1: “43% of what we exchange is informal.”
 *
 * @returns null where nothing is exchanged
 * Cost O(1). Source: Allee 2008. Spec: VN5.
 */
export function intangibleShare({ intangible, exchanges }: ExchangeCounts): number | null {
  return shareOf(intangible, exchanges)
}

/** Tangible exchanges for each intangible one; null where there is no intangible one. Cost O(1). Source: Allee 2008. Spec: VN5. */
export function tangibleToIntangible({ tangible, intangible }: ExchangeCounts): number | null {
  return shareOf(tangible, intangible)
}

/** Exchanges for each node; null where there is no node. Cost O(1). Source: Allee 2008. Spec: VN5. */
export function averageDeliverables({ exchanges, nodes }: ExchangeCounts): number | null {
  return shareOf(exchanges, nodes)
}

/** Pairs that exchange ÷ pairs that could, n(n−1), 0 to 1; null below two nodes. Cost O(1). Spec: VN6. */
export function density({ directedPairs, nodes }: ExchangeCounts): number | null {
  return shareOf(directedPairs, nodes * (nodes - 1))
}
