import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, resolve } from 'node:path'
import { counted } from '../../domain/counted.ts'
import { DomainError } from '../../domain/error.ts'
import { secretFileOf } from '../auth/secret.ts'
import type { Trailer } from '../backup/format.ts'
import { makeBackup } from '../backup/make.ts'
import { proveBackup } from '../backup/prove.ts'
import { DamagedBackup, verifyBackup } from '../backup/read.ts'
import { requireSound } from '../backup/sound.ts'
import { type Source, SourceMissing } from '../backup/source.ts'
import { TargetRefused } from '../backup/target.ts'
import { writeBackup } from '../backup/write.ts'
import { type BackupPlan, readConfig } from '../config.ts'
import { databaseFlag, databaseUrlOf, reading } from './database.ts'
import { type Given, Misuse, type Report, Unavailable, type Verb, type World } from './verb.ts'

/** What a failure of a copy means to whoever runs the command line. */
export function refusalOfBackup(error: unknown): unknown {
  if (error instanceof DamagedBackup) return new DomainError('IMPORT_FAULTS', error.message, { faults: [] })
  if (error instanceof TargetRefused || error instanceof SourceMissing) return new Unavailable(error.message)
  return isOfFiles(error) ? new Unavailable(`The copy could not be written or read: ${error.message}.`) : error
}

/** Whether the system refused a file: the disk is full, the folder may not be written. */
function isOfFiles(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}

async function attempting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusalOfBackup(error)
  }
}

/** What is in the copy and opens only with the server's secret, which is not in it. */
function sealedNote({ rows }: Trailer, databaseUrl: string): string[] {
  if ((rows['twoFactor'] ?? 0) + (rows['webhook'] ?? 0) === 0) return []
  return [
    `Second factors and webhooks are sealed with the server’s secret: keep WEFT_SECRET, or ${secretFileOf(databaseUrl, 'secret')}, apart from the copy.`,
  ]
}

function countsOf({ rows }: Trailer): string {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const networks = rows['network'] ?? 0
  return `${counted(networks, 'network')}, ${total} rows`
}

type Making = { readonly file: string; readonly databaseUrl: string }

async function make(source: Source, { file, databaseUrl }: Making, { folder, now }: World): Promise<Report> {
  const path = resolve(folder, file)
  if (existsSync(path)) throw new Unavailable(`${file} exists and is left as it is. Give another name, or remove it first.`)
  await requireSound(source)
  const made = await writeBackup(source, path, now().toISOString())
  const { header, trailer } = await verifyBackup(path)
  if (trailer.sha256 !== made.trailer.sha256) throw new Unavailable(`What was written to ${file} is not what can be read from it. Is the disk sound?`)
  return {
    exitCode: 0,
    data: { file, ...header, ...trailer },
    lines: [`Wrote and verified ${file}: ${countsOf(trailer)}.`, `SHA-256 of the content: ${trailer.sha256}`, ...sealedNote(trailer, databaseUrl)],
  }
}

async function verify(file: string, { folder }: World): Promise<Report> {
  const { header, trailer, contentHash } = await proveBackup(resolve(folder, file), tmpdir())
  return {
    exitCode: 0,
    data: { file, ...header, ...trailer, contentHash },
    lines: [
      `${basename(file)} is whole and can be restored: ${countsOf(trailer)}, made ${header.createdAt} from ${header.dialect}.`,
      `SHA-256 of the content: ${trailer.sha256}`,
    ],
  }
}

function planOf({ env }: World): BackupPlan {
  const { backup: plan } = readConfig(env)
  if (plan) return plan
  throw new Misuse('“weft backup now” adds to the folder of copies: say which by BACKUP_DIR. “weft backup FILE” writes a single one.')
}

async function makeNow(databaseUrl: string, world: World): Promise<Report> {
  const { folder, keep } = planOf(world)
  const { name, path, header, trailer, contentHash, bytes, pruned } = await makeBackup({ databaseUrl, folder, keep, now: world.now() })
  const removed = pruned.length === 0 ? [] : [`Removed ${pruned.length} that had served their time: ${pruned.join(', ')}.`]
  return {
    exitCode: 0,
    data: { file: path, ...header, ...trailer, contentHash, bytes, pruned },
    lines: [`Wrote ${name}, verified and restored for trial: ${countsOf(trailer)}.`, ...removed, ...sealedNote(trailer, databaseUrl)],
  }
}

async function run(given: Given, world: World): Promise<Report> {
  const [file = '', second] = given.files
  if (second !== undefined && file !== 'verify') throw new Misuse('backup takes FILE, or verify FILE, or now.')
  if (file === 'verify') {
    if (second === undefined) throw new Misuse('Say which: weft backup verify FILE. A copy with the name “verify” is ./verify.')
    return attempting(() => verify(second, world))
  }
  const databaseUrl = databaseUrlOf(given, world)
  if (file === 'now') return attempting(() => makeNow(databaseUrl, world))
  return attempting(() => reading(databaseUrl, (source) => make(source, { file, databaseUrl }, world)))
}

export const backup: Verb = {
  name: 'backup',
  says: 'write a verified copy of the whole database, or verify one',
  takes: ['FILE', '[FILE]'],
  flags: databaseFlag,
  help: [
    'backup FILE          writes a copy and reads it back',
    'backup verify FILE   reads a copy from end to end, restores it into a database that is thrown away, and compares every row',
    'backup now           adds a copy to BACKUP_DIR as the server does by itself: verified as above, old ones removed by BACKUP_KEEP',
    '',
    'Holds every network with its history. The database is only read, at one instant, so a server may run beside it.',
    'Accounts, roles, tokens (hashed) and what is still to be sent are in it; sign-ins and one-time links are not: everybody signs in again.',
    'The same format for SQLite and PostgreSQL: a backup of one can be restored to the other.',
  ],
  run,
}
