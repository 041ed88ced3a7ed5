import type { AnyEntity } from '../domain/entity.ts'
import { type EntityName, entityNames } from '../domain/ids.ts'
import { makeSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { type Column, castAll, metricParts, type SnapshotBody, type TableBody, targets } from './snapshot-columns.ts'

function cell(column: Column | undefined, row: number): unknown {
  if (column === undefined) return null
  return Array.isArray(column) ? column[row] : Reflect.get(column, 'all')
}

const parts: ReadonlyMap<unknown, readonly string[]> = new Map(Object.entries(metricParts))

function decodeMetric(values: readonly unknown[]): unknown {
  const [kind, ...given] = values
  return Object.fromEntries([['kind', kind], ...(parts.get(kind) ?? []).map((part, at): [string, unknown] => [part, given[at]])])
}

function decodeTable(body: SnapshotBody, entity: EntityName, idsByEntity: Readonly<Record<EntityName, readonly unknown[]>>): AnyEntity[] {
  const { count, columns } = body.tables[entity]
  const fields = Object.entries(columns).map(([field, column]) => ({ field, column, target: targets.get(entity)?.get(field) }))
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
