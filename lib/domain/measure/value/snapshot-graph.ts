import { inDocumentOrder } from '../../okr/document-order.ts'
import type { Snapshot } from '../../snapshot.ts'
import { makeValueGraph, type ValueGraph } from './graph.ts'

/**
 * The value network of a snapshot: all its nodes and exchanges. An exchange belongs to no cycle, so there is one such network
 * at each moment.
 *
 * Cost O(n + m). Spec: VN1.
 */
export function valueGraph({ tables }: Snapshot): ValueGraph {
  return makeValueGraph(inDocumentOrder(tables.node), inDocumentOrder(tables.exchange))
}
