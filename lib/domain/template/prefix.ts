import { type DocumentRecord, type ListedEntity, listedEntities, listIn, listNames, type WeftDocument } from '../format/document.ts'
import { referencesFrom } from '../references.ts'

function prefixed(prefix: string, value: unknown): unknown {
  if (typeof value === 'string') return prefix + value
  return Array.isArray(value) ? value.map((item) => prefixed(prefix, item)) : value
}

function prefixRecord(prefix: string, entity: ListedEntity, record: DocumentRecord<ListedEntity>): object {
  const idFields = new Set(['id', ...referencesFrom(entity).map(({ field }) => field)])
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [field, idFields.has(field) ? prefixed(prefix, value) : value]))
}

/**
 * The same network with a prefix before every id, the network's own included, so that records can be told from what people add.
 *
 * Cost O(size of the document).
 */
export function prefixIds(prefix: string, document: WeftDocument): WeftDocument {
  const lists = listedEntities.map(
    (entity) => [listNames[entity], listIn(document, entity).map((record) => prefixRecord(prefix, entity, record))] as const,
  )
  const { id } = document.network
  return castDocument({ ...document, ...Object.fromEntries(lists), network: { ...document.network, id: prefix + id } })
}

/** Guaranteed by `prefixRecord`: only the texts of ids differ. */
function castDocument(document: unknown): WeftDocument {
  return document as WeftDocument
}
