import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { sqliteColumns } from './columns.sqlite.ts'
import { bind, decode, type Query, type Step, type Steps } from './query.ts'
import { defineTables } from './schema/index.ts'
import { StartError } from './start-error.ts'
import { type Statements, writeStatements } from './statements/index.ts'

export type Connection = Database.Database

/** Before 3.51.3 a WAL file can be reset under a reader, which loses commits. */
const oldestSafeSqlite = [3, 51, 3]

/** How long a connection waits for a lock. It blocks the whole process, so it is short; callers try again. */
const busyTimeoutMs = 200

function refuseOldSqlite(version: string): void {
  const parts = version.split('.').map(Number)
  const at = oldestSafeSqlite.findIndex((least, index) => (parts[index] ?? 0) !== least)
  if (at >= 0 && (parts[at] ?? 0) < (oldestSafeSqlite[at] ?? 0))
    throw new StartError(`better-sqlite3 brings SQLite ${version}; 3.51.3 or later is needed. Run npm install.`)
}

function expectPragma(connection: Connection, name: string, expected: string | number): void {
  const actual: unknown = connection.pragma(name, { simple: true })
  if (actual !== expected)
    throw new StartError(`SQLite kept ${name} at ${String(actual)} instead of ${expected}. Is the database on a network drive? Use a local one.`)
}

/** What every connection is set to; each setting is read back, because SQLite ignores silently what it cannot do. */
export function preparePragmas(connection: Connection): void {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`)
  if (!connection.readonly) connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('secure_delete = ON')
  expectPragma(connection, 'busy_timeout', busyTimeoutMs)
  if (!connection.memory) expectPragma(connection, 'journal_mode', 'wal')
  expectPragma(connection, 'synchronous', 2)
  expectPragma(connection, 'foreign_keys', 1)
  expectPragma(connection, 'secure_delete', 1)
}

/** A connection with the statements that it has prepared. */
export type SqliteSession = { readonly connection: Connection; readonly prepared: Map<Query, Database.Statement> }

export function openSqlite(file: string, options: { readonly readOnly?: boolean } = {}): SqliteSession {
  if (!options.readOnly) mkdirSync(dirname(file), { recursive: true })
  const connection = new Database(file, { readonly: options.readOnly ?? false, timeout: busyTimeoutMs })
  refuseOldSqlite(sqliteVersion(connection))
  preparePragmas(connection)
  return { connection, prepared: new Map() }
}

/** The connection for questions beside the writer's: it refuses to write. */
export function openReader(file: string): SqliteSession {
  const session = openSqlite(file)
  session.connection.pragma('query_only = ON')
  expectPragma(session.connection, 'query_only', 1)
  return session
}

export function sqliteVersion(connection: Connection): string {
  return String(connection.prepare('select sqlite_version()').pluck().get())
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`The folder ${folder} of the database cannot be made: ${reason}. Give another file with --database or DATABASE_URL.`, {
      cause: error,
    })
  }
}

/** Where SQLite's file format keeps the user version, four bytes; a lock does not keep anybody from reading them. */
const userVersionAt = 60

/** The number of the process that holds a lock, which it has written there. */
function holderOf(lockPath: string): number {
  const bytes = Buffer.alloc(4)
  const file = openSync(lockPath, 'r')
  try {
    readSync(file, bytes, 0, 4, userVersionAt)
  } finally {
    closeSync(file)
  }
  return bytes.readUInt32BE()
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /^SQLITE_BUSY/.test(String(Reflect.get(error, 'code')))
}

/** Why a file cannot be had: another process has it, or the folder does not let this one write. */
function lockError(file: string, lockPath: string, error: unknown): StartError {
  if (isBusy(error))
    return new StartError(`Another Weft is running on ${file} (process ${holderOf(lockPath)}). Stop it first, or use its address.`, { cause: error })
  const reason = error instanceof Error ? error.message : String(error)
  return new StartError(
    `The folder ${dirname(file)} of the database cannot be written (${lockPath}: ${reason}). Give this user the right to write there, or another file with DATABASE_URL.`,
    { cause: error },
  )
}

function openLock(file: string, lockPath: string): Connection {
  try {
    return new Database(lockPath, { timeout: 0 })
  } catch (error) {
    throw lockError(file, lockPath, error)
  }
}

/**
 * Takes the file for this process, until it is released or the process ends, however it ends: an exclusive lock on a sibling file.
 *
 * @throws StartError where another process has it, with its number; where the folder cannot be written
 */
export function lockFile(file: string): () => void {
  makeFolder(dirname(file))
  const lockPath = `${file}.lock.db`
  const lock = openLock(file, lockPath)
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec(`BEGIN EXCLUSIVE; PRAGMA user_version = ${process.pid}; COMMIT`)
  } catch (error) {
    lock.close()
    throw lockError(file, lockPath, error)
  }
  return () => {
    lock.close()
  }
}

/** Whether a process holds the file now. */
export function isLocked(file: string): boolean {
  if (!existsSync(`${file}.lock.db`)) return false
  try {
    lockFile(file)()
    return false
  } catch (error) {
    // Who may not write there cannot tell, and is told so when it tries to.
    return error instanceof StartError && isBusy(error.cause)
  }
}

export function sqliteStatements(): Statements {
  return writeStatements(drizzle.mock(), defineTables(sqliteColumns))
}

function prepare({ connection, prepared }: SqliteSession, query: Query): Database.Statement {
  const known = prepared.get(query)
  if (known) return known
  const statement = connection.prepare(query.text)
  prepared.set(query, query.fields ? statement.raw() : statement)
  return statement
}

function runStep(session: SqliteSession, { query, runs }: Step): readonly unknown[] {
  const statement = prepare(session, query)
  if (query.fields) return runs.flatMap((values) => statement.all(...bind(query, values)).map((row) => decode(query, asArray(row))))
  for (const values of runs) statement.run(...bind(query, values))
  return []
}

/** Guaranteed by `raw()`, which `prepare` sets on every question: a row is an array. */
function asArray(row: unknown): readonly unknown[] {
  return row as readonly unknown[]
}

/** Runs steps to the end without a pause. A failed statement is thrown inside the steps, where they can put things back. */
export function runSync<T>(session: SqliteSession, steps: Steps<T>): T {
  let next = steps.next([])
  while (!next.done) {
    let rows: readonly unknown[]
    try {
      rows = runStep(session, next.value)
    } catch (error) {
      next = steps.throw(error)
      continue
    }
    next = steps.next(rows)
  }
  return next.value
}
