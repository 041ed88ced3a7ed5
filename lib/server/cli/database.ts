import { readFileSync } from 'node:fs'
import { isLocked } from '../../../db/sqlite.ts'
import { announced } from '../address-file.ts'
import { localHeader } from '../auth/local-secret.ts'
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

/** A server that holds a database, and the headers by which the command line of its machine shows what it is. */
export type Running = { readonly address: string; readonly headers: Readonly<Record<string, string>> }

function secretHeaders(secretFile: string | null): Record<string, string> {
  if (secretFile === null) return {}
  try {
    return { [localHeader]: readFileSync(secretFile, 'utf8').trim() }
  } catch (error) {
    throw new Unavailable(`A server runs on this database, and its secret ${secretFile} cannot be read. Run this as the same user as the server.`, {
      cause: error,
    })
  }
}

/** The server that holds a SQLite file; null where none holds it, or for PostgreSQL, which many may write. */
export function runningServer(databaseUrl: string): Running | null {
  if (isPostgres(databaseUrl) || !isLocked(fileOf(databaseUrl))) return null
  const found = announced(databaseUrl)
  if (found) return { address: found.address, headers: secretHeaders(found.secretFile) }
  throw new Unavailable('Another program holds this database and does not say where it listens. It may be starting: try again in a moment.')
}
