import { listOf, networkOf, type Snapshot } from '../snapshot.ts'
import { compactRecord, type DocumentRecord, formatName, type ListedEntity, listedEntities, listNames, type WeftDocument } from './document.ts'

/**
 * Writes a network as a portable document: lists in their order, nulls and empty lists left out.
 *
 * @param snapshot the whole network, with all its check-ins
 * @param exportedAt the instant of the export, if the document shall say it
 * @throws DomainError NOT_FOUND where the snapshot holds no network
 * Cost O(n log n).
 */
export function documentFrom(snapshot: Snapshot, { exportedAt }: { readonly exportedAt?: string } = {}): WeftDocument {
  const network = networkOf(snapshot)
  const lists = listedEntities.map((entity) => [listNames[entity], listFrom(snapshot, entity)] as const)
  return {
    format: formatName,
    ...(network.source === null ? {} : { source: network.source }),
    ...(exportedAt === undefined ? {} : { exportedAt }),
    revision: snapshot.revision,
    network: compactRecord('network', network),
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  }
}

function listFrom(snapshot: Snapshot, entity: ListedEntity): DocumentRecord<ListedEntity>[] {
  return listOf(snapshot, entity).map((record) => compactRecord(entity, record))
}
