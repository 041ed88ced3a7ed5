import type { Values } from '../../db/query.ts'
import type { AnyEntity } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { formatInstant } from '../domain/time.ts'

function toDate(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value) : value
}

/** The value of a record's field as its column takes it: only instants differ. */
export function columnValue(field: string, value: unknown): unknown {
  return field === 'at' ? toDate(value) : value
}

/** A record as the row of its table. */
export function rowOf(networkId: string, record: object): Values {
  const row: Record<string, unknown> = { networkId, ...record }
  if ('at' in row) row['at'] = toDate(row['at'])
  return row
}

/** A row of a table as the record that was written. */
export function recordOf(entity: EntityName, row: object): AnyEntity {
  if (entity !== 'checkIn') return castRecord(row)
  const at: unknown = Reflect.get(row, 'at')
  return castRecord({ ...row, at: at instanceof Date ? formatInstant(at.getTime()) : at })
}

/** Guaranteed by `commit`, the only writer: rows are written from records that passed their schema, field by field. */
function castRecord(row: object): AnyEntity {
  return row as AnyEntity
}

/** The record or fields in the log, which `commit` wrote from a change. */
export function fieldsOf(json: unknown): Readonly<Record<string, unknown>> | null {
  return typeof json === 'object' && json !== null ? { ...json } : null
}

/** The kind of record in the log, which `commit` wrote from a change. */
export function entityOf(text: string): EntityName {
  return text as EntityName
}
