import { isLocked } from '../../../db/sqlite.ts'
import { announcedAddress } from '../address-file.ts'
import { openSource, type Source, SourceMissing } from '../backup/source.ts'
import { readConfig } from '../config.ts'
import { isPostgres } from '../database-url.ts'
import { fileOf } from '../store.ts'
import { type Flag, type Given, Unavailable, type World } from './verb.ts'

/** The flag of every verb that touches a database. */
export const databaseFlag: Readonly<Record<string, Flag>> = {
  database: { value: 'URL', says: 'file:PATH or postgres://… (DATABASE_URL; file:./data/weft.db unless given)' },
}

/** The database that is meant: the flag, else the configuration. A bare path is a file. @throws StartError */
export function databaseUrlOf({ flags }: Given, { env }: World): string {
  const given = flags['database']
  if (typeof given !== 'string') return readConfig(env).databaseUrl
  return readConfig({ ...env, DATABASE_URL: /^[a-z]{2,}:/i.test(given) ? given : `file:${given}` }).databaseUrl
}

/** Reads from a database, all of it at one state, while a server may be writing to it. */
export async function reading<T>(databaseUrl: string, work: (source: Source) => Promise<T>): Promise<T> {
  const source = await openSource(databaseUrl).catch((error: unknown) => {
    throw error instanceof SourceMissing ? new Unavailable(error.message) : error
  })
  try {
    return await work(source)
  } finally {
    await source.close()
  }
}

/** Where the server that holds a SQLite file listens; null where none holds it, or for PostgreSQL, which many may write. */
export function runningServer(databaseUrl: string): string | null {
  if (isPostgres(databaseUrl) || !isLocked(fileOf(databaseUrl))) return null
  const address = announcedAddress(databaseUrl)
  if (address) return address
  throw new Unavailable('Another program holds this database and does not say where it listens. It may be starting: try again in a moment.')
}
