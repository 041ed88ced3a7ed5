import { type Change, withFields } from './change.ts'
import type { AnyEntity, CheckIn, EntityOf, Network } from './entity.ts'
import { DomainError } from './error.ts'
import { type EntityName, entityNames } from './ids.ts'
import { idsIn, type ReferenceField, referenceFields } from './references.ts'
import { compareInstants } from './time.ts'

export type Tables = { readonly [E in EntityName]: Map<string, EntityOf<E>> }

type Index = Map<string, Set<string>>

/** A whole network in memory at one revision, with its indexes. */
export type Snapshot = {
  revision: number
  readonly tables: Tables
  /** by `entity.field`: which records refer to an id; made when first asked for, kept true by `applyChanges` */
  readonly indexes: Map<string, Index>
  /** the last check-in of each key result that was asked about, kept true by `applyChanges` */
  readonly latestCheckIns: Map<string, CheckIn>
}

/** Guaranteed by `entityNames`: there is one table for each entity. */
function emptyTables(): Tables {
  return Object.fromEntries(entityNames.map((entity) => [entity, new Map()])) as unknown as Tables
}

/**
 * Builds a snapshot from records. The records are taken as they are: whoever loads them has parsed them.
 *
 * @param records lists by entity; what is absent is empty
 * Cost O(n).
 */
export function makeSnapshot(records: Partial<{ [E in EntityName]: readonly EntityOf<E>[] }>, revision = 0): Snapshot {
  const snapshot: Snapshot = { revision, tables: emptyTables(), indexes: new Map(), latestCheckIns: new Map() }
  for (const entity of entityNames) for (const record of records[entity] ?? []) tableOf(snapshot, entity).set(record.id, record)
  return snapshot
}

/** The table of an entity, typed for any record: the entity given is the record's own. */
function tableOf(snapshot: Snapshot, entity: EntityName): Map<string, AnyEntity> {
  return snapshot.tables[entity] as Map<string, AnyEntity>
}

/** A copy that can be changed without touching the original; records are shared. Cost O(n) references. */
export function fork(snapshot: Snapshot): Snapshot {
  const tables = Object.fromEntries(entityNames.map((entity) => [entity, new Map(tableOf(snapshot, entity))])) as unknown as Tables
  return { revision: snapshot.revision, tables, indexes: new Map(), latestCheckIns: new Map() }
}

/** The record, or undefined. Cost O(1). */
export function find<E extends EntityName>(snapshot: Snapshot, entity: E, id: string | null): EntityOf<E> | undefined {
  const table: Map<string, EntityOf<E>> = snapshot.tables[entity]
  return id === null ? undefined : table.get(id)
}

/**
 * The record.
 *
 * @throws DomainError NOT_FOUND
 * Cost O(1).
 */
export function get<E extends EntityName>(snapshot: Snapshot, entity: E, id: string): EntityOf<E> {
  const record = find(snapshot, entity, id)
  if (record) return record
  throw new DomainError('NOT_FOUND', `There is no ${entityWords[entity]} “${id}” in this network. It may have been deleted.`, { entity, id })
}

/** The network's own record. @throws DomainError NOT_FOUND where the snapshot is empty. Cost O(1). */
export function networkOf(snapshot: Snapshot): Network {
  for (const network of snapshot.tables.network.values()) return network
  throw new DomainError('NOT_FOUND', 'This network does not exist. It may have been deleted.')
}

function byRank(a: AnyEntity, b: AnyEntity): number {
  const [left, right] = ['rank' in a ? a.rank : 0, 'rank' in b ? b.rank : 0]
  return left - right || (a.id < b.id ? -1 : 1)
}

/** All records of an entity in list order. Cost O(n log n). */
export function listOf<E extends EntityName>(snapshot: Snapshot, entity: E): EntityOf<E>[] {
  const table: Map<string, EntityOf<E>> = snapshot.tables[entity]
  return [...table.values()].sort(byRank)
}

function indexOf(snapshot: Snapshot, entity: EntityName, field: string): Index {
  const key = `${entity}.${field}`
  const known = snapshot.indexes.get(key)
  if (known) return known
  const index: Index = new Map()
  for (const record of tableOf(snapshot, entity).values()) addTo(index, record, field)
  snapshot.indexes.set(key, index)
  return index
}

function addTo(index: Index, record: AnyEntity, field: string): void {
  for (const id of idsIn(record, field)) {
    const holders = index.get(id)
    if (holders) holders.add(record.id)
    else index.set(id, new Set([record.id]))
  }
}

function dropFrom(index: Index, record: AnyEntity, field: string): void {
  for (const id of idsIn(record, field)) index.get(id)?.delete(record.id)
}

/**
 * The records of an entity that refer to an id by a field, in list order: `referring(s, 'keyResult', 'objectiveId', id)`
 * are the key results of an objective.
 *
 * Cost O(k log k) for k results; the first question about a field costs O(n).
 */
export function referring<E extends EntityName>(snapshot: Snapshot, entity: E, field: ReferenceField, id: string): EntityOf<E>[] {
  const holders = indexOf(snapshot, entity, field).get(id)
  if (!holders) return []
  const records: EntityOf<E>[] = []
  for (const holder of holders) {
    const record = find(snapshot, entity, holder)
    if (record) records.push(record)
  }
  return records.sort(byRank)
}

/** How many records of an entity refer to an id by a field. Cost O(1); the first question about a field costs O(n). */
export function countReferring(snapshot: Snapshot, entity: EntityName, field: ReferenceField, id: string): number {
  return indexOf(snapshot, entity, field).get(id)?.size ?? 0
}

/**
 * The check-in of a key result that was made last, whatever the order in which check-ins came in.
 *
 * @returns undefined where there is none
 * Cost O(1); the first question about a key result costs O(its check-ins).
 */
export function latestCheckIn(snapshot: Snapshot, keyResultId: string): CheckIn | undefined {
  const known = snapshot.latestCheckIns.get(keyResultId)
  if (known) return known
  const latest = referring(snapshot, 'checkIn', 'keyResultId', keyResultId).reduce<CheckIn | undefined>(laterOf, undefined)
  if (latest) snapshot.latestCheckIns.set(keyResultId, latest)
  return latest
}

function laterOf(known: CheckIn | undefined, other: CheckIn): CheckIn {
  return known && compareInstants(other.at, known.at) < 0 ? known : other
}

function keepLatest({ latestCheckIns }: Snapshot, old: AnyEntity | undefined, record: AnyEntity | null): void {
  if (old && 'keyResultId' in old && old.keyResultId !== null) latestCheckIns.delete(old.keyResultId)
  if (!record || !('at' in record && 'keyResultId' in record)) return
  const known = latestCheckIns.get(record.keyResultId)
  if (known) latestCheckIns.set(record.keyResultId, laterOf(known, record))
}

function put(snapshot: Snapshot, entity: EntityName, id: string, record: AnyEntity | null): void {
  const table = tableOf(snapshot, entity)
  const old = table.get(id)
  if (record) table.set(id, record)
  else table.delete(id)
  if (entity === 'checkIn') keepLatest(snapshot, old, record)
  for (const field of referenceFields(entity)) {
    const index = snapshot.indexes.get(`${entity}.${field}`)
    if (!index) continue
    if (old) dropFrom(index, old, field)
    if (record) addTo(index, record, field)
  }
}

/** Guaranteed by `Change`: the `after` of a created record is the whole record. */
function wholeRecord(change: Change): AnyEntity {
  return change.after as unknown as AnyEntity
}

/**
 * Applies changes to a snapshot in place, in order. Applying `reverseAll(changes)` afterwards restores it.
 *
 * @throws Error where a change does not fit (an update of a record that is not there): that is a bug, not a user's mistake
 * Cost O(number of changes).
 */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.before === null) put(snapshot, change.entity, change.id, wholeRecord(change))
    else if (change.after === null) put(snapshot, change.entity, change.id, null)
    else {
      const record = tableOf(snapshot, change.entity).get(change.id)
      if (!record) throw new Error(`a change updates ${change.entity} ${change.id}, which is not there`)
      put(snapshot, change.entity, change.id, withFields(record, change.after))
    }
  }
}

/** What a person calls a kind of record. */
export const entityWords: Record<EntityName, string> = {
  network: 'network',
  area: 'value area',
  node: 'node',
  person: 'person',
  team: 'team',
  participation: 'participation',
  exchange: 'exchange',
  cycle: 'cycle',
  goal: 'goal',
  objective: 'objective',
  keyResult: 'key result',
  dependency: 'need',
  promiseMove: 'move of a promise',
  checkIn: 'check-in',
  comment: 'comment',
  source: 'source',
  exchangeCheck: 'look at a relationship',
  proposal: 'proposal',
  mark: 'named snapshot',
  reason: 'reason',
  healthMetric: 'health metric',
  healthReading: 'reading',
  ritual: 'session',
  ritualItem: 'entry of a session',
  signOff: 'signature',
  tally: 'count of votes',
  checkSetting: 'setting of a check',
  acceptance: 'accepted finding',
  whatIf: 'what-if',
}

/** What to call a record in a sentence: its name, title or deliverable. Cost O(1). */
export function nameOf(record: AnyEntity): string {
  if ('name' in record) return record.name
  if ('title' in record) return record.title
  if ('deliverable' in record) return record.deliverable
  if ('ritualId' in record && 'text' in record) return record.text || 'an entry without words'
  if ('what' in record) return record.what || 'a need without a name'
  return record.id
}
