import { inDocumentOrder } from '../../okr/document-order.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { PlacedNeed } from './promises.ts'

/** Where the two graphs do not meet. Both lists are in document order. */
export type ExchangeUse = {
  /** needs of a node on another one that gives it nothing in the value network */
  readonly needsWithoutExchange: readonly string[]
  /** exchanges whose receiver has no key result that needs anything of the giver */
  readonly exchangesWithoutNeed: readonly string[]
}

/** Ids hold no control character. */
function pair(from: string | null, to: string | null): string {
  return `${from}\n${to}`
}

/**
 * Holds the needs against the exchanges, by the direction in which value goes: from supplier to consumer, from giver to receiver. A need
 * inside one node asks for no exchange.
 *
 * @param needs those in question (`placedNeeds`)
 * Cost O(needs + exchanges). Spec: CN83-CN84.
 */
export function exchangeUse(snapshot: Snapshot, needs: readonly PlacedNeed[]): ExchangeUse {
  const exchanges = inDocumentOrder(snapshot.tables.exchange)
  const given = new Set(exchanges.map(({ fromNodeId, toNodeId }) => pair(fromNodeId, toNodeId)))
  const between = needs.filter(
    ({ consumer, supplier }) => consumer.nodeId !== supplier.nodeId && consumer.nodeId !== null && supplier.nodeId !== null,
  )
  const needed = new Set(between.map(({ consumer, supplier }) => pair(supplier.nodeId, consumer.nodeId)))
  return {
    needsWithoutExchange: between.filter(({ consumer, supplier }) => !given.has(pair(supplier.nodeId, consumer.nodeId))).map(({ id }) => id),
    exchangesWithoutNeed: exchanges.filter(({ fromNodeId, toNodeId }) => !needed.has(pair(fromNodeId, toNodeId))).map(({ id }) => id),
  }
}
