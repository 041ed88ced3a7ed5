import { asc, type Column, getTableColumns, sql } from 'drizzle-orm'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/pg-proxy'
import { postgresColumns } from './columns.postgres.ts'
import { sqliteColumns } from './columns.sqlite.ts'
import { asShared, type Columns } from './columns.ts'
import { compile, compileSelect, type Query } from './query.ts'
import { defineTables, type Tables } from './schema/index.ts'
import type { Builder } from './statements/index.ts'

/** How to copy a whole table: out of one database, and into another of either kind. */
export type TableCopy = {
  readonly name: string
  /** every row, in the order of the key */
  readonly read: Query<Readonly<Record<string, unknown>>>
  /** one row; its values by the names of the fields */
  readonly write: Query
  readonly fields: readonly string[]
  /** fields whose value is a Date */
  readonly instants: readonly string[]
}

/** Every key of the schema lies within the first columns of its table, so they order the rows. */
const keyWidth = 3

type AnyTable = Tables['area']

/** States that a table is copied by its columns alone, whatever they are. */
function asAnyTable(table: unknown): AnyTable {
  return table as AnyTable
}

/** Guaranteed by `placeholders`: a placeholder for every column of the table. */
function asValues(values: unknown): AnyTable['$inferInsert'] {
  return values as AnyTable['$inferInsert']
}

/** Fields that hold an instant: the same in both databases, told by the columns of SQLite. */
const instantsByTable = new Map(
  Object.entries(defineTables(sqliteColumns)).map(([name, table]) => {
    const columns: [string, Column][] = Object.entries(getTableColumns(asAnyTable(table)))
    return [name, columns.filter(([, column]) => column.dataType === 'date').map(([field]) => field)]
  }),
)

function copyOf(db: Builder, name: string, table: AnyTable): TableCopy {
  const columns: Record<string, Column> = getTableColumns(table)
  const fields = Object.keys(columns)
  const order = Object.values(columns)
    .slice(0, keyWidth)
    .map((column) => asc(column))
  const values = Object.fromEntries(fields.map((field) => [field, sql.placeholder(field)]))
  return {
    name,
    fields,
    instants: instantsByTable.get(name) ?? [],
    read: compileSelect(
      db
        .select(asShared<AnyTable['_']['columns']>(columns))
        .from(table)
        .orderBy(...order),
      columns,
    ),
    write: compile(db.insert(table).values(asValues(values))),
  }
}

/** What is in no copy: doors that are open for a while (sign-ins, one-time links, how often something was tried), what the program has in hand, what can be derived. */
const passing: ReadonlySet<string> = new Set(['session', 'verification', 'attempt', 'job', 'checkpoint'] satisfies (keyof Tables)[])

/** All tables that are kept, each after those that it refers to, so that they can be filled in this order. */
function copiesOf(db: Builder, tables: Tables): readonly TableCopy[] {
  return Object.entries(tables).flatMap(([name, table]) => (passing.has(name) ? [] : [copyOf(db, name, asAnyTable(table))]))
}

export function sqliteCopies(): readonly TableCopy[] {
  return copiesOf(drizzleSqlite.mock(), defineTables(sqliteColumns))
}

/** The builder only writes statements; they are run by the driver. */
async function neverRun(): Promise<never> {
  throw new Error('drizzle writes statements here, it runs none')
}

export function postgresCopies(): readonly TableCopy[] {
  return copiesOf(asShared<Builder>(drizzlePostgres(neverRun)), defineTables(asShared<Columns>(postgresColumns)))
}
