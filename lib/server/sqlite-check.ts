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
  /** what every write is refused with, once the file was found damaged: writing to it would only damage more */
  readonly damage: () => unknown
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
  let damage: unknown = null
  const told = (error: unknown) => explain(error, failureAt(file, error))
  return {
    failed: (error) => {
      const failure = failureAt(file, error)
      if (lasting.includes(failure)) isSuspect = true
      if (failure === 'corrupt') damage ??= told(error)
      return told(error)
    },
    damage: () => damage,
    fault: () => {
      if (damage !== null) return faultOf(damage)
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

/**
 * Refuses a file whose pages or rows do not hang together. Nothing is written to it.
 *
 * @throws StartError that names the command to go back to a copy
 */
export function requireSound({ connection }: SqliteSession, file: string): void {
  const found: unknown = connection.prepare('PRAGMA quick_check(1)').pluck().get()
  if (found !== 'ok') throw damagedStart(file, String(found))
}

function damagedStart(file: string, detail: string): StartError {
  return new StartError(
    `The database ${file} is damaged (${detail.replaceAll('\n', ' ')}). Nothing was written to it. Go back to a copy (the damaged file is set aside): npm run weft -- restore COPY --replace`,
  )
}

/** The refusal of a start that says what to do, where the failure is one that a person can do something about. */
export function startErrorOf(error: unknown, file: string): unknown {
  if (failureOf(error) === 'corrupt') return damagedStart(file, error instanceof Error ? error.message : String(error))
  return readOnlyStart(error, file)
}

/** The same refusal for a failure that says so, and any other failure as it is. */
function readOnlyStart(error: unknown, file: string): unknown {
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
