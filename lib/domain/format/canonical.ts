import { formatInstant } from '../time.ts'
import {
  compactRecord,
  type DocumentRecord,
  formatName,
  type ListedEntity,
  listedEntities,
  listIn,
  listNames,
  type WeftDocument,
} from './document.ts'
import { checkInIds } from './to-changes.ts'

/**
 * The one form of a document in which equal networks are equal texts: keys sorted, lists in order, empty lists and
 * `exportedAt` and `revision` left out, instants in UTC, every check-in with an id. Two documents are equal if the JSON
 * texts of their canonical forms are.
 *
 * @param document as `parseDocument` gave it
 * Cost O(size · log keys).
 */
export function canonical(document: WeftDocument): WeftDocument {
  const lists = listedEntities.map((entity) => [listNames[entity], canonicalList(document, entity)] as const)
  const { source } = document
  const plain = {
    format: formatName,
    ...(source === undefined ? {} : { source }),
    network: compactRecord('network', document.network),
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  }
  return castDocument(sorted(plain))
}

/** Guaranteed by `sorted`: only the order of the keys differs. */
function castDocument(document: unknown): WeftDocument {
  return document as WeftDocument
}

function canonicalList(document: WeftDocument, entity: ListedEntity): DocumentRecord<ListedEntity>[] {
  if (entity === 'checkIn') return canonicalCheckIns(listIn(document, 'checkIn'))
  return listIn(document, entity).map((record) => compactRecord<ListedEntity>(entity, record))
}

function canonicalCheckIns(checkIns: readonly DocumentRecord<'checkIn'>[]): DocumentRecord<'checkIn'>[] {
  const ids = checkInIds(checkIns)
  return checkIns.map((checkIn, at) => ({ ...compactRecord('checkIn', checkIn), id: ids[at] ?? '', at: formatInstant(Date.parse(checkIn.at)) }))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}
