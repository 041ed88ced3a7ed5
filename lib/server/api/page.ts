import { z } from 'zod'
import { type FilterKind, filtersOf } from '../../contract/list.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import type { EntityName } from '../../domain/ids.ts'
import { nameOf } from '../../domain/snapshot.ts'

/** A list's query after its schema. */
export type ListQuery = {
  readonly limit: number
  readonly sort?: string | undefined
  readonly search?: string | undefined
  readonly cursor?: string | undefined
  readonly [field: string]: unknown
}

type Key = readonly (string | number | boolean | null)[]
type SortField = { readonly field: string; readonly sign: 1 | -1 }

const cursorSchema = z.strictObject({ asked: z.string(), after: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) })

function refuse(path: string, message: string, remedy: string): DomainError {
  return new DomainError('VALIDATION', `${path} ${message}. ${remedy}`, { faults: [{ path, message, remedy }] })
}

function isMatch(kind: FilterKind, path: string, value: unknown, wanted: string): boolean {
  if (wanted === '' && kind !== 'list') return value === null
  if (kind === 'list') return Array.isArray(value) && (wanted === '' ? value.length === 0 : value.includes(wanted))
  if (kind === 'text') return typeof value === 'string' && (value === wanted || wanted.split(',').includes(value))
  if (kind === 'number') {
    if (!Number.isFinite(Number(wanted)) || wanted.trim() === '') throw refuse(path, 'is not a number', 'Give a number.')
    return value === Number(wanted)
  }
  if (wanted !== 'true' && wanted !== 'false') throw refuse(path, 'is not true or false', 'Give true or false.')
  return value === (wanted === 'true')
}

function filtered(entity: EntityName, records: readonly AnyEntity[], query: ListQuery): AnyEntity[] {
  const kinds = filtersOf(entity)
  const filters = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && kinds.has(pair[0]))
  const search = query.search?.toLowerCase()
  return records.filter(
    (record) =>
      filters.every(([field, wanted]) => isMatch(kinds.get(field) ?? 'text', field, Reflect.get(record, field), wanted)) &&
      (search === undefined || nameOf(record).toLowerCase().includes(search)),
  )
}

function sortOf(text = 'rank'): SortField[] {
  return text.split(',').map((part) => (part.startsWith('-') ? { field: part.slice(1), sign: -1 } : { field: part, sign: 1 }))
}

function keyOf(record: AnyEntity, sort: readonly SortField[]): Key {
  const values = sort.map(({ field }): unknown => Reflect.get(record, field) ?? null)
  return [...values.map((value) => (typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value))), record.id]
}

/** Unknown comes last, whatever the direction; equal keys are told apart by the id. */
function compareKeys(a: Key, b: Key, sort: readonly SortField[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? null
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    return (left < right ? -1 : 1) * (sort[at]?.sign ?? 1)
  }
  return 0
}

function write(asked: string, after: Key): string {
  return Buffer.from(JSON.stringify({ asked, after })).toString('base64url')
}

function readCursor(text: string, asked: string, length: number): Key {
  const bad = refuse('cursor', 'is not of this list', 'Use nextCursor of the page before, with the same filters and sort.')
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    if (cursor.asked !== asked || cursor.after.length !== length) throw bad
    return cursor.after
  } catch (error) {
    throw error === bad ? bad : new DomainError('VALIDATION', bad.message, { ...bad.details })
  }
}

/** What a cursor belongs to: the list, its filters and its sort, so that it cannot be used for another. */
function askedOf(entity: EntityName, { limit: _limit, cursor: _cursor, ...asked }: ListQuery): string {
  return JSON.stringify([
    entity,
    ...Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
}

/** One page of records: those the filters leave, in the order asked for, after the cursor. A record that is added or deleted in between moves no other across a page. */
export function pageOfRecords(entity: EntityName, records: readonly AnyEntity[], query: ListQuery) {
  const sort = sortOf(query.sort)
  const asked = askedOf(entity, query)
  const keyed = filtered(entity, records, query)
    .map((record) => ({ record, key: keyOf(record, sort) }))
    .sort((a, b) => compareKeys(a.key, b.key, sort))
  const after = query.cursor === undefined ? null : readCursor(query.cursor, asked, sort.length + 1)
  const rest = after === null ? keyed : keyed.filter(({ key }) => compareKeys(key, after, sort) > 0)
  const page = rest.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ record }) => record),
    nextCursor: last && rest.length > page.length ? write(asked, last.key) : null,
    total: keyed.length,
  }
}
