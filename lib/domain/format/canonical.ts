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

/** The fields of records that are instants. */
const instantFields: ReadonlySet<string> = new Set(['at', 'editedAt', 'resolvedAt', 'decidedAt', 'startsAt', 'closedAt', 'settledAt'])

function canonicalList(document: WeftDocument, entity: ListedEntity): DocumentRecord<ListedEntity>[] {
  const ids = entity === 'checkIn' ? checkInIds(listIn(document, 'checkIn')) : []
  return listIn(document, entity).map((record, place) => {
    const named = ids[place] === undefined ? {} : { id: ids[place] }
    return { ...inUtc(compactRecord<ListedEntity>(entity, record)), ...named }
  })
}

function inUtc<R extends object>(record: R): R {
  const entries = Object.entries(record).map(
    ([field, value]) => [field, instantFields.has(field) ? formatInstant(Date.parse(value)) : value] as const,
  )
  return castRecord<R>(Object.fromEntries(entries))
}

/** Guaranteed by `inUtc`: only the texts of instants differ. */
function castRecord<R>(record: object): R {
  return record as R
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}
