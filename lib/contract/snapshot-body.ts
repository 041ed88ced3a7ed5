import type { AnyEntity } from '../domain/entity.ts'
import { entitySchemas } from '../domain/entity.ts'
import { type EntityName, entityNames } from '../domain/ids.ts'
import type { Metric } from '../domain/metric.ts'
import { references } from '../domain/references.ts'
import { find, type Snapshot } from '../domain/snapshot.ts'
import { compareInstants } from '../domain/time.ts'
import { type Column, castAll, metricParts, type SnapshotBody, type TableBody, targets } from './snapshot-columns.ts'

/** The records of each kind in the order in which the body lists them, and the place of each. */
export type Order = { readonly ids: readonly string[]; readonly placeById: ReadonlyMap<string, number> }
export type Orders = Readonly<Record<EntityName, Order>>

const checkInWeeks = 8
const weekMs = 7 * 86_400_000

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
    if (!known || compareInstants(at, known.at) > 0) latest.set(keyResultId, { id, at })
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
