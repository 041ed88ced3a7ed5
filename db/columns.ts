import type { sqliteColumns } from './columns.sqlite.ts'

/** What the schema is written with. */
export type Columns = typeof sqliteColumns

/**
 * Lets the PostgreSQL twin of something stand where the SQLite one is expected. Guaranteed by two facts: the columns have equal names
 * in both files, and what is used of a table or a query builder is only what both dialects of drizzle share. The parity test compares both results.
 */
export function asShared<T>(twin: unknown): T {
  return twin as T
}
