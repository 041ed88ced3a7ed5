import { closeSync, openSync, rmSync, statfsSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { type DatabaseFailure, failureOf } from '../../db/failure.ts'
import { appliedSqlite } from '../../db/migrate.ts'
import { type SqliteSession, sqliteVersion } from '../../db/sqlite.ts'
import { StartError } from '../../db/start-error.ts'
import { type DatabaseFault, type ExecutorCheck, explain, faultOf, schemaFaults } from './executor.ts'

const leastFreeBytes = 16 * 2 ** 20

const refusals = ['EROFS', 'EACCES', 'EPERM']

/** Whether nothing may be written where the file lies: SQLite only says that a write failed. A new file shows it, also where a disk that failed was made read-only. */
function isReadOnly(file: string): boolean {
  const trialFile = `${file}.trial`
  try {
    closeSync(openSync(trialFile, 'w'))
    rmSync(trialFile, { force: true })
    return false
  } catch (error) {
    return refusals.includes(String(Reflect.get(Object(error), 'code')))
  }
}

/** What kind of failure it was, looked up where the file lies if SQLite does not tell. */
function failureAt(file: string, error: unknown): DatabaseFailure {
  const failure = failureOf(error)
  const isVague = error instanceof Error && String(Reflect.get(error, 'code')).startsWith('SQLITE_IOERR')
  return isVague && isReadOnly(file) ? 'readOnly' : failure
}

/** Whether writing works, as far as it was tried: a disk that was full stays suspected until a trial goes through. */
export type WriteHealth = {
  /** @returns what a user is told */
  readonly failed: (error: unknown) => unknown
  /** the failure that writing still meets, tried anew; null where all is well */
  readonly fault: () => DatabaseFault | null
}

const lasting: readonly DatabaseFailure[] = ['full', 'readOnly', 'corrupt', 'unreachable']

/** Takes a page, writes it down and gives it back: what a real write needs. */
const trial = 'BEGIN IMMEDIATE; CREATE TABLE weft_trial (x); DROP TABLE weft_trial; COMMIT'

function tryWriting({ connection }: SqliteSession): unknown {
  try {
    connection.exec(trial)
    return null
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    return error
  }
}

/** Remembers whether writing failed for a reason that lasts. */
export function watchWrites(session: SqliteSession, file: string): WriteHealth {
  let isSuspect = false
  const told = (error: unknown) => explain(error, failureAt(file, error))
  return {
    failed: (error) => {
      if (lasting.includes(failureAt(file, error))) isSuspect = true
      return told(error)
    },
    fault: () => {
      if (!isSuspect) return null
      const error = tryWriting(session)
      isSuspect = error !== null
      return error === null ? null : faultOf(told(error))
    },
  }
}

function lockFault({ connection }: SqliteSession): DatabaseFault[] {
  try {
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    return []
  } catch (error) {
    return [faultOf(error)]
  }
}

function diskFaults(file: string): DatabaseFault[] {
  const { bavail, bsize } = statfsSync(dirname(file))
  if (bavail * bsize >= leastFreeBytes) return []
  return [{ about: 'disk', message: `Only ${Math.round((bavail * bsize) / 2 ** 20)} MB are free where ${file} lies. Make room.` }]
}

function settingsOf({ connection }: SqliteSession, file: string): Record<string, string> {
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout']
  return { file, ...Object.fromEntries(names.map((name) => [name, String(connection.pragma(name, { simple: true }))])) }
}

type Checking = { readonly writer: SqliteSession; readonly reader: SqliteSession; readonly file: string; readonly migration: string }

function attempt(find: () => DatabaseFault[]): DatabaseFault[] {
  try {
    return find()
  } catch (error) {
    return [faultOf(error)]
  }
}

/** Refuses a file that this process may only read. @throws StartError */
export function requireWritable({ connection }: SqliteSession, file: string): void {
  try {
    // Beginning alone does not show it: on a file that may only be read SQLite begins to read.
    connection.exec('BEGIN IMMEDIATE; CREATE TABLE weft_trial (x); ROLLBACK')
  } catch (error) {
    throw readOnlyStart(error, file)
  }
}

/** The same refusal for a failure that says so, and any other failure as it is. */
export function readOnlyStart(error: unknown, file: string): unknown {
  if (failureAt(file, error) !== 'readOnly') return error
  const user = userInfo()
  return new StartError(
    `The database ${file} cannot be written by ${user.username} (${user.uid}): its file or its folder is read-only. Give both to that user (chown -R ${user.username} ${dirname(file)}), or mount the disk for writing.`,
    { cause: error },
  )
}

/** Whether a SQLite file can be written, is of this program's schema and has room. Never throws. */
export function checkSqlite({ writer, reader, file, migration }: Checking, health: WriteHealth): ExecutorCheck {
  const lasts = health.fault()
  return {
    version: sqliteVersion(reader.connection),
    migration,
    faults: [
      ...(lasts ? [lasts] : lockFault(writer)),
      ...attempt(() => schemaFaults(migration, appliedSqlite(reader.connection).at(-1) ?? '')),
      ...attempt(() => diskFaults(file)),
    ],
    settings: settingsOf(writer, file),
  }
}

/** The file and what is written beside it. */
export function sqliteBytes(file: string): number {
  return ['', '-wal'].reduce((sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0)
}
