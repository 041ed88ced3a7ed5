import { getTableName, is } from 'drizzle-orm'
import { PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { postgresColumns } from '../../db/columns.postgres.ts'
import { sqliteColumns } from '../../db/columns.sqlite.ts'
import * as postgres from '../../db/schema.postgres.ts'
import * as sqlite from '../../db/schema.sqlite.ts'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { entityNames } from '../../lib/domain/ids.ts'
import { isListField, type Reference, references } from '../../lib/domain/references.ts'

type Shape = { name: string; columns: unknown[]; keys: unknown[]; references: unknown[]; indexes: unknown[] }

/** The kinds of column that stand for each other. */
const twins: Record<string, string> = {
  integer: 'int',
  'text COLLATE "C"': 'text',
  real: 'number',
  'double precision': 'number',
  date: 'text',
  boolean: 'int',
  'timestamp (3) with time zone': 'int',
  jsonb: 'text',
  bytea: 'blob',
}

const kindOf = (type: string) => twins[type] ?? type
const sorted = <T>(list: readonly T[]) => list.map((each) => JSON.stringify(each)).sort()

function shapeOf(config: ReturnType<typeof sqliteConfig>): Shape {
  return {
    name: config.name,
    columns: config.columns.map((column) => [column.name, kindOf(column.getSQLType()), column.notNull, column.primary]),
    keys: config.primaryKeys.map((key) => [key.getName(), key.columns.map(({ name }) => name)]),
    references: config.foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference()
      return [key.getName(), columns.map(({ name }) => name), getTableName(foreignTable), foreignColumns.map(({ name }) => name)]
    }),
    indexes: config.indexes.map(({ config: { name, unique, columns } }) => [
      name,
      unique,
      columns.map((column) => ('name' in column ? column.name : '')),
    ]),
  }
}

/** What is compared exists under the same names in both dialects' descriptions of a table. */
function shared(config: unknown): ReturnType<typeof sqliteConfig> {
  return config as ReturnType<typeof sqliteConfig>
}

const sqliteShapes = Object.values(sqlite).map((table) => (is(table, SQLiteTable) ? shapeOf(sqliteConfig(table)) : null))
const postgresShapes = Object.values(postgres).map((table: unknown) => (is(table, PgTable) ? shapeOf(shared(postgresConfig(table))) : null))

const records: ReadonlySet<string> = new Set(entityNames.map((entity) => getTableName(sqlite[entity])))

describe('the two schemas', () => {
  test('are written with helpers of the same names', () => {
    expect(Object.keys(postgresColumns)).toEqual(Object.keys(sqliteColumns))
  })

  test('have the same tables, columns, keys, references and indexes', () => {
    expect(sqliteShapes).not.toContain(null)
    expect(postgresShapes).toEqual(sqliteShapes)
  })

  test.each(entityNames)('%s has a column for each field of the record, and no other', (entity) => {
    const own = entity === 'network' ? ['revision', 'createdAt'] : ['networkId']
    const columns = sqliteConfig(sqlite[entity]).columns.map(({ name }) => name)
    expect(columns).toHaveLength(Object.keys(entitySchemas[entity].shape).length + own.length)
    const fields = Object.keys(sqlite[entity]).filter((field) => field in entitySchemas[entity].shape)
    expect(fields.sort()).toEqual(Object.keys(entitySchemas[entity].shape).sort())
  })

  test('have a foreign key for each reference of the domain to one record of one other kind', () => {
    const held: readonly Reference[] = references
    const single = held.filter(({ from, field, to, subject }) => !isListField(field) && subject === undefined && from !== to)
    const expected = single.map(({ from, field, to }) => {
      const column: { readonly name: string } = Reflect.get(sqlite[from], field)
      return [getTableName(sqlite[from]), ['network_id', column.name], getTableName(sqlite[to])]
    })
    const actual = sqliteShapes.flatMap((shape) =>
      (records.has(shape?.name ?? '') ? (shape?.references ?? []) : []).map((each) => [
        shape?.name,
        Array.isArray(each) ? each[1] : null,
        Array.isArray(each) ? each[2] : null,
      ]),
    )
    expect(sorted(actual.filter((each) => each[2] !== 'network'))).toEqual(sorted(expected))
  })
})
