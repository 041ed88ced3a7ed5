import { sqliteAccounts } from '../../db/accounts.ts'
import { failureOf } from '../../db/failure.ts'
import { migrateSqlite, readMigrations } from '../../db/migrate.ts'
import type { Steps } from '../../db/query.ts'
import { lockFile, openReader, openSqlite, runSync, type SqliteSession, sqliteStatements } from '../../db/sqlite.ts'
import { DomainError } from '../domain/error.ts'
import { copyBeforeUpgrade } from './before-upgrade.ts'
import type { Executor, Job } from './executor.ts'
import { checkSqlite, requireSound, requireWritable, sqliteBytes, startErrorOf, type WriteHealth, watchWrites } from './sqlite-check.ts'

/** A job in the queue; what it answers with is known only to itself. */
type Waiting = {
  readonly run: (session: SqliteSession) => Done
  readonly fail: (error: unknown) => void
  readonly since: number
}

/** A job that ran inside the open transaction, and how it ends with it. */
type Done = { readonly commit: () => void; readonly drop: () => void; readonly fail: (error: unknown) => void }

/** Most jobs in one transaction, so that nobody waits long for the others' work. */
const groupSize = 256

/** How long a job waits for another program that holds the file. */
const patienceMs = 5_000
const retryMs = 40

/** How many more transactions a server that stops gives to what waits. */
const mostDrains = 100

function runInSavepoint<T>(session: SqliteSession, { steps, applied }: Job<T>): T {
  const { connection } = session
  connection.exec('SAVEPOINT job')
  try {
    const outcome = runSync(session, steps())
    applied?.(outcome)
    connection.exec('RELEASE job')
    return outcome
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK TO job; RELEASE job')
    throw error
  }
}

type Promised<T> = { readonly resolve: (outcome: T) => void; readonly reject: (error: unknown) => void }

function toWaiting<T>(job: Job<T>, health: WriteHealth, { resolve, reject }: Promised<T>): Waiting {
  const drop = () => job.dropped?.()
  const fail = (error: unknown) => reject(error instanceof DomainError ? error : health.failed(error))
  return {
    since: performance.now(),
    fail,
    run: (session) => {
      try {
        const outcome = runInSavepoint(session, job)
        const commit = () => {
          resolve(outcome)
          job.published?.(outcome)
        }
        return { commit, drop, fail }
      } catch (error) {
        if (!(error instanceof DomainError)) drop()
        if (!session.connection.inTransaction) throw error
        return { commit: () => fail(error), drop: () => undefined, fail: () => fail(error) }
      }
    },
  }
}

/** Runs a group in one transaction: each job in its own savepoint, one commit, then all answers. @returns the jobs that have to wait longer */
function runGroup(session: SqliteSession, group: readonly Waiting[]): readonly Waiting[] {
  const { connection } = session
  const done: Done[] = []
  try {
    connection.exec('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON')
    for (const job of group) done.push(job.run(session))
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    return failGroup(session, { group, done, error })
  }
  for (const { commit } of done) commit()
  return []
}

type Failed = { readonly group: readonly Waiting[]; readonly done: readonly Done[]; readonly error: unknown }

/** References are checked at the commit, so one job's broken one fails the group: then each runs by itself, and only that one fails. */
function failGroup(session: SqliteSession, { group, done, error }: Failed): readonly Waiting[] {
  for (const { drop } of done) drop()
  if (group.length > 1 && failureOf(error) === 'dangling') return group.flatMap((job) => runGroup(session, [job]))
  for (const { fail } of done) fail(error)
  const rest = group.slice(done.length)
  const isBusy = failureOf(error) === 'busy'
  const patient = rest.filter(({ since }) => isBusy && performance.now() - since < patienceMs)
  for (const job of rest) if (!patient.includes(job)) job.fail(error)
  return patient
}

/** Takes whatever is waiting into one transaction after another, never two at once. */
function makeQueue(session: SqliteSession) {
  let waiting: Waiting[] = []
  let isScheduled = false
  const schedule = (delayMs: number) => {
    if (isScheduled || waiting.length === 0) return
    isScheduled = true
    if (delayMs > 0) setTimeout(flush, delayMs)
    else setImmediate(flush)
  }
  const flush = () => {
    isScheduled = false
    const group = waiting.slice(0, groupSize)
    const again = runGroup(session, group)
    waiting = [...again, ...waiting.slice(group.length)]
    schedule(again.length > 0 ? retryMs : 0)
  }
  return {
    push: (job: Waiting) => {
      waiting.push(job)
      schedule(0)
    },
    /** runs what still waits, now */
    drain: () => {
      for (let round = 0; waiting.length > 0 && round < mostDrains; round += 1)
        waiting = [...runGroup(session, waiting.splice(0, groupSize)), ...waiting]
      for (const job of waiting) job.fail(new Error('the server is stopping'))
      waiting = []
    },
  }
}

/** A SQLite file that this process holds: the connection that writes, the one that asks, and how to give the file back. */
export type OpenFile = {
  readonly file: string
  readonly writer: SqliteSession
  readonly reader: SqliteSession
  readonly migration: string
  readonly release: () => void
}

/** Takes a SQLite file for this process alone and brings its schema up to date. @throws StartError */
export function takeFile(root: string, file: string): OpenFile {
  const release = lockFile(file)
  try {
    const writer = openSqlite(file)
    requireSound(writer, file)
    requireWritable(writer, file)
    const migrations = readMigrations(root, 'sqlite')
    copyBeforeUpgrade(writer, file, migrations)
    const migration = migrateSqlite(writer.connection, migrations)
    return { file, writer, reader: openReader(file), migration, release }
  } catch (error) {
    release()
    throw startErrorOf(error, file)
  }
}

/** Runs steps on a SQLite file that this process holds. */
export function sqliteExecutor({ file, writer, reader, migration, release }: OpenFile): Executor {
  const queue = makeQueue(writer)
  const health = watchWrites(writer, file)
  const ask = <T>(steps: () => Steps<T>): T => {
    reader.connection.exec('BEGIN')
    try {
      return runSync(reader, steps())
    } finally {
      reader.connection.exec('COMMIT')
    }
  }
  return {
    dialect: 'sqlite',
    statements: sqliteStatements(),
    accounts: sqliteAccounts(writer.connection),
    isAlone: true,
    write: (job) => {
      const damage = health.damage()
      if (damage !== null) return Promise.reject(damage)
      return new Promise((resolve, reject) => queue.push(toWaiting(job, health, { resolve, reject })))
    },
    ask: async (steps) => {
      try {
        return ask(steps)
      } catch (error) {
        throw health.failed(error)
      }
    },
    listen: () => undefined,
    purge: async () => void writer.connection.pragma('wal_checkpoint(TRUNCATE)'),
    check: async () => checkSqlite({ writer, reader, file, migration }, health),
    bytes: async () => sqliteBytes(file),
    close: async () => {
      queue.drain()
      reader.connection.close()
      writer.connection.close()
      release()
    },
  }
}
