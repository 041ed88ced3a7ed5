import { existsSync, renameSync, rmSync } from 'node:fs'
import { migratePostgres, migrateSqlite, readMigrations } from '../../../db/migrate.ts'
import { loadDriver, openPool, type PoolClient, runAsync } from '../../../db/postgres.ts'
import { ask, type Step, type Steps, tellEach } from '../../../db/query.ts'
import { lockFile, openSqlite, runSync } from '../../../db/sqlite.ts'
import { postgresCopies, sqliteCopies, type TableCopy } from '../../../db/table-copies.ts'
import { isPostgres } from '../database-url.ts'
import { projectRoot } from '../root.ts'
import { fileOf } from '../store.ts'

/** An empty database that is being filled; it becomes visible as a whole, or not at all. */
export type Target = {
  readonly copies: readonly TableCopy[]
  readonly migration: string
  readonly run: <T>(steps: Steps<T>) => Promise<T>
  /** @returns what was moved aside, if something was */
  readonly finish: () => Promise<string | null>
  readonly abandon: () => Promise<void>
}

/** A place that must not be written to, with what to do. */
export class TargetRefused extends Error {}

const companions = ['', '-wal', '-shm']

function moveAside(file: string, stamp: string): string | null {
  if (!existsSync(file)) return null
  const aside = `${file}.before-restore-${stamp}`
  for (const suffix of companions) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  return aside
}

function removeAll(file: string): void {
  for (const suffix of companions) rmSync(file + suffix, { force: true })
}

type Options = { readonly replace: boolean; readonly stamp: string }

function requireSound(damage: unknown): void {
  if (JSON.stringify(damage) !== '[{"integrity_check":"ok"}]') throw new Error(`the restored database is not sound: ${JSON.stringify(damage)}`)
}

function openSqliteTarget(file: string, { replace, stamp }: Options): Target {
  if (existsSync(file) && !replace)
    throw new TargetRefused(`${file} exists and is left as it is. Give another file, or --replace with restore to move it aside.`)
  const release = lockFile(file)
  const unfinished = `${file}.restoring`
  removeAll(unfinished)
  const session = openSqlite(unfinished)
  const { connection } = session
  const migration = migrateSqlite(connection, readMigrations(projectRoot(), 'sqlite'))
  connection.exec('BEGIN IMMEDIATE')
  return {
    copies: sqliteCopies(),
    migration,
    run: async (steps) => runSync(session, steps),
    finish: async () => {
      connection.exec('COMMIT')
      requireSound(connection.pragma('integrity_check'))
      connection.close()
      const aside = moveAside(file, stamp)
      renameSync(unfinished, file)
      release()
      return aside
    },
    abandon: async () => {
      connection.close()
      removeAll(unfinished)
      release()
    },
  }
}

function* countRows(copies: readonly TableCopy[]): Steps<number> {
  let count = 0
  for (const { read } of copies) count += (yield* ask(read)).length
  return count
}

async function requireEmpty(client: PoolClient, copies: readonly TableCopy[]): Promise<void> {
  if ((await runAsync(client, countRows(copies))) === 0) return
  throw new TargetRefused('This PostgreSQL database holds networks already and is left as it is. Make an empty one and give that.')
}

async function openPostgresTarget(url: string): Promise<Target> {
  const pool = openPool(await loadDriver(), url)
  const client = await pool.connect()
  const copies = postgresCopies()
  const close = async () => {
    client.release()
    await pool.end()
  }
  const end = async (how: 'COMMIT' | 'ROLLBACK') => {
    await client.query(how)
    await close()
  }
  try {
    const migration = await migratePostgres(client, readMigrations(projectRoot(), 'postgres'))
    await client.query('BEGIN')
    await requireEmpty(client, copies)
    return {
      copies,
      migration,
      run: (steps) => runAsync(client, steps),
      finish: async () => {
        await end('COMMIT')
        return null
      },
      abandon: () => end('ROLLBACK'),
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens the place that a backup is restored to. @throws TargetRefused where something is there that must not be lost */
export async function openTarget(databaseUrl: string, options: Options): Promise<Target> {
  return isPostgres(databaseUrl) ? openPostgresTarget(databaseUrl) : openSqliteTarget(fileOf(databaseUrl), options)
}

/** Writes rows of one table. */
export function* writeRows({ write }: TableCopy, runs: Step['runs']): Steps<void> {
  yield* tellEach(write, runs)
}
