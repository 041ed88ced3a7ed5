import { and, eq, getTableColumns } from 'drizzle-orm'
import type { EntityName } from '../../lib/domain/ids.ts'
import { compile, compileSelect, type Query } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, type NamedColumns, once, placeholders, value } from './builder.ts'

type RecordTable = Tables['area']

/** Guaranteed by the schema: every table of records but `network` has these columns; `network` is handled apart. */
export function asRecordTable(table: unknown): RecordTable {
  return table as RecordTable
}

function columnsOf(tables: Tables, entity: EntityName): NamedColumns {
  return { ...getTableColumns(asRecordTable(tables[entity])) }
}

/** The columns that no record has as a field: a network counts its revisions beside its record. */
function isOwn(entity: EntityName, column: string): boolean {
  return column === 'networkId' || (entity === 'network' && (column === 'revision' || column === 'createdAt'))
}

function fieldColumns(tables: Tables, entity: EntityName): NamedColumns {
  return Object.fromEntries(Object.entries(columnsOf(tables, entity)).filter(([field]) => !isOwn(entity, field)))
}

function ofNetwork(tables: Tables, entity: EntityName) {
  return entity === 'network' ? eq(tables.network.id, value('networkId')) : eq(asRecordTable(tables[entity]).networkId, value('networkId'))
}

function ofRecord(tables: Tables, entity: EntityName) {
  return entity === 'network' ? ofNetwork(tables, entity) : and(ofNetwork(tables, entity), eq(asRecordTable(tables[entity]).id, value('id')))
}

/** Guaranteed by `update`, which joins the key from an entity and its fields. */
function splitKey(key: string): [EntityName, string[]] {
  const [entity, ...fields] = key.split(' ')
  return [entity as EntityName, fields]
}

function compileUpdate(db: Builder, tables: Tables, key: string): Query {
  const [entity, fields] = splitKey(key)
  const columns = fieldColumns(tables, entity)
  for (const field of fields) if (!columns[field]) throw new Error(`${entity} has no column for ${field}`)
  const set = Object.fromEntries(fields.map((field) => [field, value(`set:${field}`)]))
  return compile(db.update(asRecordTable(tables[entity])).set(set).where(ofRecord(tables, entity)))
}

function compileLoad(db: Builder, tables: Tables, entity: EntityName) {
  const fields = fieldColumns(tables, entity)
  return compileSelect(db.select(fields).from(asRecordTable(tables[entity])).where(ofNetwork(tables, entity)), fields)
}

/** The statements on records, one of each kind for each entity. `networkId` is a value of all of them. */
export function recordStatements(db: Builder, tables: Tables) {
  const update = once((key: string) => compileUpdate(db, tables, key))
  return {
    load: once((entity: EntityName) => compileLoad(db, tables, entity)),
    insert: once((entity: EntityName) => compile(db.insert(tables[entity]).values(placeholders(columnsOf(tables, entity))))),
    remove: once((entity: EntityName) => compile(db.delete(asRecordTable(tables[entity])).where(ofRecord(tables, entity)))),
    removeAll: once((entity: EntityName) => compile(db.delete(asRecordTable(tables[entity])).where(ofNetwork(tables, entity)))),
    /** sets some fields of a record; their values are named `set:` and the field */
    update: (entity: EntityName, fields: readonly string[]) => update([entity, ...fields].join(' ')),
  }
}
