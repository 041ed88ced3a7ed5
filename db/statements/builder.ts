import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** What both dialects of drizzle share: here it only writes statements, it never runs them. */
export type Builder = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>

export type NamedColumns = Record<string, SQLiteColumn>

/** A value that each run of a statement gives by name. */
export function value(name: string) {
  return sql.placeholder(name)
}

/** A value as its column writes it: instants and truths stand for other things in each database. */
export function typed(column: SQLiteColumn, name: string) {
  return sql`${sql.param(value(name), column)}`
}

/** A placeholder for each column, named as the column is. */
export function placeholders(columns: NamedColumns) {
  return castValues(Object.fromEntries(Object.keys(columns).map((field) => [field, value(field)])))
}

/** Guaranteed by `placeholders`: there is one for every column of the table whose columns were given. */
function castValues(values: unknown): never {
  return values as never
}

/** Gives each key its result of `make`, made once. */
export function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}
