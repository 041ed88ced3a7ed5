import type { Exchange } from '../entity.ts'

/** A way from one node to another as one text; ids hold no control characters. Cost O(1). */
export function wayOf(fromNodeId: string, toNodeId: string): string {
  return `${fromNodeId}\n${toNodeId}`
}

/** The ways on which something is given. Cost O(exchanges). */
export function pairsOf(exchanges: readonly Exchange[]): ReadonlySet<string> {
  return new Set(exchanges.map(({ fromNodeId, toNodeId }) => wayOf(fromNodeId, toNodeId)))
}
