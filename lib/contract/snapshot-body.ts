import type { AnyEntity } from '../domain/entity.ts'
import { entitySchemas } from '../domain/entity.ts'
import { type EntityName, entityNames } from '../domain/ids.ts'
import { type Metric, metricSchema } from '../domain/metric.ts'
import { references, referencesFrom } from '../domain/references.ts'
import { find, makeSnapshot, type Snapshot } from '../domain/snapshot.ts'

/** A column: one value for every row, or all values in order. */
type Column = { readonly all: unknown } | readonly unknown[]

/** One kind of record, column by column. A reference is the number of the record in its own table, a metric the list of its values. */
export type TableBody = { readonly count: number; readonly columns: Readonly<Record<string, Column>> }

export type SnapshotBody = {
  readonly format: 'weft-snapshot/1'
  readonly revision: number
  readonly tables: Readonly<Record<EntityName, TableBody>>
}

/** The records of each kind in the order in which the body lists them, and the place of each. */
export type Order = { readonly ids: readonly string[]; readonly placeById: ReadonlyMap<string, number> }
export type Orders = Readonly<Record<EntityName, Order>>

const checkInWeeks = 8
const weekMs = 7 * 86_400_000

const metricParts: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  metricSchema.options.map(({ shape }) => [shape.kind.value, Object.keys(shape).filter((part) => part !== 'kind')]),
)

/** The single references of each kind of record: those that travel as numbers. Lists of references travel as they are. */
const targets: ReadonlyMap<EntityName, ReadonlyMap<string, EntityName>> = new Map(
  entityNames.map((entity) => [
    entity,
    new Map(referencesFrom(entity).flatMap(({ field, to }) => (field === 'goalIds' ? [] : [[field, to] as const]))),
  ]),
)

/** Which kinds of record refer to a kind: their columns change where its order does. */
export function referrersOf(entity: EntityName): readonly EntityName[] {
  return [...new Set(references.filter(({ to }) => to === entity).map(({ from }) => from))]
}

/** The check-ins that travel: those of the last eight weeks before a day, and the latest of each key result. */
function travelling(snapshot: Snapshot, until: string): string[] {
  const since = new Date(Date.parse(until) - checkInWeeks * weekMs).toISOString()
  const latest = new Map<string, { id: string; at: string }>()
  const kept: string[] = []
  for (const { id, keyResultId, at } of snapshot.tables.checkIn.values()) {
    if (at >= since) kept.push(id)
    const known = latest.get(keyResultId)
    if (!known || at > known.at) latest.set(keyResultId, { id, at })
  }
  for (const { id, at } of latest.values()) if (at < since) kept.push(id)
  return kept
}

/** The order of one kind of record: as the snapshot holds them, check-ins only as far as they travel. */
export function orderOf(snapshot: Snapshot, entity: EntityName, until: string): Order {
  const ids = entity === 'checkIn' ? travelling(snapshot, until) : [...snapshot.tables[entity].keys()]
  return { ids, placeById: new Map(ids.map((id, place) => [id, place])) }
}

function ordersOf(snapshot: Snapshot, until: string): Orders {
  return castAll<Order>(Object.fromEntries(entityNames.map((entity) => [entity, orderOf(snapshot, entity, until)])))
}

/** Guaranteed by the callers: the object was made from all entity names. */
function castAll<T>(byName: Record<string, T>): Readonly<Record<EntityName, T>> {
  return byName as Record<EntityName, T>
}

function encodeMetric(metric: Metric): unknown[] {
  return [metric.kind, ...(metricParts[metric.kind] ?? []).map((part): unknown => Reflect.get(metric, part))]
}

function encodeValue(record: AnyEntity, field: string, places: ReadonlyMap<string, number> | undefined): unknown {
  if (field === 'metric' && 'metric' in record) return encodeMetric(record.metric)
  const value: unknown = Reflect.get(record, field)
  return places && typeof value === 'string' ? (places.get(value) ?? value) : value
}

function toColumn(values: readonly unknown[]): Column {
  const [first] = values
  const isPlain = typeof first !== 'object' || first === null
  return values.length > 0 && isPlain && values.every((value) => value === first) ? { all: first } : values
}

/** One kind of record in columns. Cost O(records · fields). */
export function encodeTable(snapshot: Snapshot, entity: EntityName, orders: Orders): TableBody {
  const records = orders[entity].ids.map((id): AnyEntity | undefined => find(snapshot, entity, id)).filter((record) => record !== undefined)
  const column = (field: string) => {
    const target = targets.get(entity)?.get(field)
    const places = target && orders[target].placeById
    return toColumn(records.map((record) => encodeValue(record, field, places)))
  }
  return { count: records.length, columns: Object.fromEntries(Object.keys(entitySchemas[entity].shape).map((field) => [field, column(field)])) }
}

/**
 * A whole network as it travels.
 *
 * @param until the instant of now: check-ins that are older than eight weeks and not the latest stay at home
 */
export function encodeSnapshot(snapshot: Snapshot, until: string): SnapshotBody {
  const orders = ordersOf(snapshot, until)
  return {
    format: 'weft-snapshot/1',
    revision: snapshot.revision,
    tables: castAll(Object.fromEntries(entityNames.map((entity) => [entity, encodeTable(snapshot, entity, orders)]))),
  }
}

function cell(column: Column | undefined, row: number): unknown {
  if (column === undefined) return null
  return Array.isArray(column) ? column[row] : Reflect.get(column, 'all')
}

function decodeMetric(values: readonly unknown[]): unknown {
  const [kind, ...parts] = values
  return Object.fromEntries([['kind', kind], ...(metricParts[String(kind)] ?? []).map((part, at): [string, unknown] => [part, parts[at]])])
}

function decodeTable(body: SnapshotBody, entity: EntityName, idsByEntity: Readonly<Record<EntityName, readonly unknown[]>>): AnyEntity[] {
  const { count, columns } = body.tables[entity]
  const fields = Object.keys(entitySchemas[entity].shape).map((field) => ({ field, column: columns[field], target: targets.get(entity)?.get(field) }))
  return Array.from({ length: count }, (_, row) => {
    const record: Record<string, unknown> = {}
    for (const { field, column, target } of fields) {
      const value = cell(column, row)
      if (target && typeof value === 'number') record[field] = idsByEntity[target][value]
      else record[field] = field === 'metric' && Array.isArray(value) ? decodeMetric(value) : value
    }
    return castRecord(record)
  })
}

/** Guaranteed by `encodeTable`: the columns are those of the entity, from records that passed its schema. */
function castRecord(record: Record<string, unknown>): AnyEntity {
  return record as unknown as AnyEntity
}

function idsOf({ count, columns }: TableBody): unknown[] {
  return Array.from({ length: count }, (_, row) => cell(columns['id'], row))
}

/** The snapshot that a body holds. `decodeSnapshot(encodeSnapshot(s))` has the records of `s`, but for older check-ins. */
export function decodeSnapshot(body: SnapshotBody): Snapshot {
  const ids = castAll(Object.fromEntries(entityNames.map((entity) => [entity, idsOf(body.tables[entity])])))
  const records = Object.fromEntries(entityNames.map((entity) => [entity, decodeTable(body, entity, ids)]))
  return makeSnapshot(records, body.revision)
}
