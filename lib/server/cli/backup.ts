import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DomainError } from '../../domain/error.ts'
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

async function make(source: Source, file: string, { folder, now }: World): Promise<Report> {
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
    'The same format for SQLite and PostgreSQL: a backup of one can be restored to the other.',
  ],
  run: async (given, world) => {
    const [file = ''] = given.files
    return reading(databaseUrlOf(given, world), (source) => make(source, file, world))
  },
}
