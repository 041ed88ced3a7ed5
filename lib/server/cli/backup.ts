import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DomainError } from '../../domain/error.ts'
import { secretFileOf } from '../auth/secret.ts'
import type { Trailer } from '../backup/format.ts'
import { verifyBackup } from '../backup/read.ts'
import type { Source } from '../backup/source.ts'
import { writeBackup } from '../backup/write.ts'
import { databaseFlag, databaseUrlOf, reading } from './database.ts'
import { type Report, Unavailable, type Verb, type World } from './verb.ts'

async function refuseDamaged(source: Source): Promise<void> {
  const damage = (await source.damage()) ?? []
  if (damage.length > 0)
    throw new DomainError('UNAVAILABLE', 'The database is damaged, so no copy of it was made. Restore an earlier backup.', {
      faults: damage.map((message) => ({ path: 'database', message })),
    })
  if (source.migrations.length === 0) throw new Unavailable('This database is not one of Weft.')
}

/** What is in the copy and opens only with the server's secret, which is not in it. */
function sealedNote({ rows }: Trailer, databaseUrl: string): string[] {
  if ((rows['twoFactor'] ?? 0) + (rows['webhook'] ?? 0) === 0) return []
  return [
    `Second factors and webhooks are sealed with the server’s secret: keep WEFT_SECRET, or ${secretFileOf(databaseUrl, 'secret')}, apart from the copy.`,
  ]
}

type Given = { readonly file: string; readonly databaseUrl: string }

async function make(source: Source, { file, databaseUrl }: Given, { folder, now }: World): Promise<Report> {
  const path = resolve(folder, file)
  if (existsSync(path)) throw new Unavailable(`${file} exists and is left as it is. Give another name, or remove it first.`)
  await refuseDamaged(source)
  const made = await writeBackup(source, path, now().toISOString())
  const { header, trailer } = await verifyBackup(path)
  if (trailer.sha256 !== made.trailer.sha256) throw new Unavailable(`What was written to ${file} is not what can be read from it. Is the disk sound?`)
  const total = Object.values(trailer.rows).reduce((sum, count) => sum + count, 0)
  const networks = trailer.rows['network'] ?? 0
  return {
    exitCode: 0,
    data: { file, ...header, ...trailer },
    lines: [
      `Wrote and verified ${file}: ${networks} ${networks === 1 ? 'network' : 'networks'}, ${total} rows.`,
      `SHA-256 of the content: ${trailer.sha256}`,
      ...sealedNote(trailer, databaseUrl),
    ],
  }
}

export const backup: Verb = {
  name: 'backup',
  says: 'write a verified copy of the whole database',
  takes: ['FILE'],
  flags: databaseFlag,
  help: [
    'Holds every network with its history. The database is only read, at one instant, so a server may run beside it.',
    'Accounts, roles, tokens (hashed) and what is still to be sent are in it; sign-ins and one-time links are not: everybody signs in again.',
    'The same format for SQLite and PostgreSQL: a backup of one can be restored to the other.',
  ],
  run: async (given, world) => {
    const [file = ''] = given.files
    const databaseUrl = databaseUrlOf(given, world)
    return reading(databaseUrl, (source) => make(source, { file, databaseUrl }, world))
  },
}
