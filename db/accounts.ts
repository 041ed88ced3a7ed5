import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/pg-proxy'
import { postgresColumns } from './columns.postgres.ts'
import { sqliteColumns } from './columns.sqlite.ts'
import { asShared, type Columns } from './columns.ts'
import { accountTables } from './schema/account.ts'
import type { Connection } from './sqlite.ts'

/** What the account library gets of a database: its own tables, and a plain handle without transactions. */
export type AccountHandle = {
  readonly provider: 'sqlite' | 'pg'
  readonly db: object
  readonly tables: ReturnType<typeof accountTables>
}

/**
 * On the writer's connection. Each statement is a commit of its own; none can fall into a transaction of the writer, which runs without a pause.
 */
export function sqliteAccounts(connection: Connection): AccountHandle {
  return { provider: 'sqlite', db: drizzleSqlite(connection), tables: accountTables(sqliteColumns) }
}

/** A statement of the account library, and what became of it. */
export type RunAccounts = (text: string, values: unknown[]) => Promise<{ readonly rows: unknown[][]; readonly rowCount: number | null }>

/** The rows of an answer as drizzle's proxy driver wants them; those of a write carry how many rows it touched. */
export function postgresAccounts(run: RunAccounts): AccountHandle {
  const db = drizzlePostgres(async (text, values) => {
    const { rows, rowCount } = await run(text, values)
    return { rows: Object.assign(rows, { rowCount }) }
  })
  return { provider: 'pg', db, tables: accountTables(asShared<Columns>(postgresColumns)) }
}
