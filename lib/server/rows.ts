import type { Values } from '../../db/query.ts'
import type { AnyEntity } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { formatInstant } from '../domain/time.ts'

/** The fields of records that are instants. */
const instantFields = new Set(['at', 'editedAt', 'resolvedAt', 'decidedAt', 'startsAt', 'closedAt', 'settledAt'])

function toDate(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value) : value
}

/** The value of a record's field as its column takes it: only instants differ. */
export function columnValue(field: string, value: unknown): unknown {
  return instantFields.has(field) ? toDate(value) : value
}

/** A record as the row of its table. */
export function rowOf(networkId: string, record: object): Values {
  const row: Record<string, unknown> = { networkId, ...record }
  for (const field of instantFields) if (field in row) row[field] = toDate(row[field])
  return row
}

/** A row of a table as the record that was written. */
export function recordOf(row: object): AnyEntity {
  const record: Record<string, unknown> = { ...row }
  for (const field of instantFields) {
    const value = record[field]
    if (value instanceof Date) record[field] = formatInstant(value.getTime())
  }
  return castRecord(record)
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

/** A list of ids in a column of JSON, which `commit` wrote. */
export function idsOf(json: unknown): readonly string[] {
  return Array.isArray(json) ? json.map(String) : []
}
