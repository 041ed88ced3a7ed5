import { existsSync } from 'node:fs'
import { appliedPostgres, appliedSqlite } from '../../../db/migrate.ts'
import { loadDriver, openPool, postgresStatements, runAsync } from '../../../db/postgres.ts'
import type { Steps } from '../../../db/query.ts'
import { openSqlite, runSync, sqliteStatements } from '../../../db/sqlite.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { postgresCopies, sqliteCopies, type TableCopy } from '../../../db/table-copies.ts'
import { isPostgres, withoutPassword } from '../database-url.ts'
import { fileOf } from '../store.ts'

/** A database that is only read, all questions seeing one state of it, beside a server that may be writing. */
export type Source = {
  readonly dialect: 'sqlite' | 'postgres'
  readonly statements: Statements
  readonly copies: readonly TableCopy[]
  /** tags of the migrations that it has seen, oldest first */
  readonly migrations: readonly string[]
  /** what the database itself says is damaged; null where it is not asked, because PostgreSQL looks after its pages itself */
  readonly damage: () => Promise<readonly string[] | null>
  readonly ask: <T>(steps: Steps<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** A database that cannot be opened, with what to do. */
export class SourceMissing extends Error {}

function textsOf(answer: unknown): string[] {
  return Array.isArray(answer)
    ? answer.map((row: unknown) => (typeof row === 'object' && row !== null ? Object.values(row).join(' ') : String(row)))
    : []
}

function openSqliteSource(file: string): Source {
  if (!existsSync(file)) throw new SourceMissing(`There is no database at ${file}. Give its file with --database, or start Weft once.`)
  const session = openSqlite(file, { readOnly: true })
  const { connection } = session
  connection.exec('BEGIN')
  return {
    dialect: 'sqlite',
    statements: sqliteStatements(),
    copies: sqliteCopies(),
    migrations: appliedSqlite(connection),
    damage: async () => {
      const integrity = textsOf(connection.pragma('integrity_check')).filter((line) => line !== 'ok')
      const strays = textsOf(connection.pragma('foreign_key_check')).map((line) => `a reference leads nowhere: ${line}`)
      return [...integrity, ...strays]
    },
    ask: async (steps) => runSync(session, steps),
    close: async () => {
      connection.close()
    },
  }
}

async function openPostgresSource(url: string): Promise<Source> {
  const pool = openPool(await loadDriver(), url)
  const client = await pool.connect().catch(async (error: unknown) => {
    await pool.end()
    throw new SourceMissing(`The database ${withoutPassword(url)} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`)
  })
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  return {
    dialect: 'postgres',
    statements: postgresStatements(),
    copies: postgresCopies(),
    migrations: await appliedPostgres(client),
    damage: async () => null,
    ask: (steps) => runAsync(client, steps),
    close: async () => {
      client.release()
      await pool.end()
    },
  }
}

/** Opens a database for reading only. @throws SourceMissing */
export async function openSource(databaseUrl: string): Promise<Source> {
  return isPostgres(databaseUrl) ? openPostgresSource(databaseUrl) : openSqliteSource(fileOf(databaseUrl))
}
