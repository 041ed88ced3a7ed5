import type { Dependency } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { nodeOfSide } from '../../record-nodes.ts'
import type { Snapshot } from '../../snapshot.ts'

/** Something that one node needs of another, in the cycle of the one that needs it. */
export type AskedNeed = {
  readonly dependency: Dependency
  readonly supplierNodeId: string
  readonly consumerNodeId: string
  readonly cycleId: string | null
}

/**
 * All that nodes ask of each other: neither drafts nor what has ended, and nothing that stays inside one node.
 *
 * @returns in document order
 * Cost O(dependencies). Spec: VN47.
 */
export function askedNeeds(snapshot: Snapshot): AskedNeed[] {
  return inDocumentOrder(snapshot.tables.dependency).flatMap((dependency) => {
    const kind = promiseClass(dependency.state)
    if (kind === 'draft' || kind === 'ended') return []
    const [supplierNodeId, consumerNodeId] = [nodeOfSide(snapshot, dependency, 'supplier'), nodeOfSide(snapshot, dependency, 'consumer')]
    if (supplierNodeId === null || consumerNodeId === null || supplierNodeId === consumerNodeId) return []
    const { cycleId } = placeOfKeyResult(snapshot, dependency.consumerKeyResultId)
    return [{ dependency, supplierNodeId, consumerNodeId, cycleId }]
  })
}
