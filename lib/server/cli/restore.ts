import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { counted } from '../../domain/counted.ts'
import { type Restored, restoreBackup } from '../backup/restore.ts'
import { withoutPassword } from '../database-url.ts'
import { refusalOfBackup } from './backup.ts'
import { databaseFlag, databaseUrlOf } from './database.ts'
import { type Given, Unavailable, type Verb, type World } from './verb.ts'

async function restoreTo(databaseUrl: string, path: string, { flags }: Given, { now }: World): Promise<Restored> {
  const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14)
  try {
    return await restoreBackup(path, databaseUrl, { replace: flags['replace'] === true, stamp })
  } catch (error) {
    throw refusalOfBackup(error)
  }
}

export const restore: Verb = {
  name: 'restore',
  says: 'put a verified copy in place',
  takes: ['FILE'],
  flags: { ...databaseFlag, replace: { says: 'move an existing SQLite file aside instead of refusing' } },
  help: [
    'The copy is verified as a whole first; a damaged one is refused. Then it is written to a fresh database, counted, and put in place.',
    'Nothing is overwritten: an existing file is refused, or moved aside with --replace. A PostgreSQL database has to be empty.',
  ],
  run: async (given, world) => {
    const [file = ''] = given.files
    const path = resolve(world.folder, file)
    if (!existsSync(path)) throw new Unavailable(`There is no file ${file}.`)
    const databaseUrl = databaseUrlOf(given, world)
    const { header, trailer, aside } = await restoreTo(databaseUrl, path, given, world)
    const networks = trailer.rows['network'] ?? 0
    const lines = [`Restored ${counted(networks, 'network')} of ${header.createdAt} to ${withoutPassword(databaseUrl)}.`]
    return { exitCode: 0, data: { ...header, ...trailer, aside }, lines: aside ? [...lines, `What was there before is ${aside}.`] : lines }
  },
}
