import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isPostgres } from './database-url.ts'
import { fileOf } from './store.ts'

function pathFor(databaseUrl: string): string | null {
  return isPostgres(databaseUrl) ? null : `${fileOf(databaseUrl)}.address`
}

/**
 * Writes beside a SQLite file where its server listens, so that the command line finds it. It holds only while the
 * server's lock does: after a crash it is stale.
 *
 * @returns how to take it away again
 */
export function announceAddress(databaseUrl: string, address: string): () => void {
  const path = pathFor(databaseUrl)
  if (path === null) return () => undefined
  writeFileSync(path, `${address}\n`)
  return () => rmSync(path, { force: true })
}

/** Where the server of a SQLite file says that it listens; null where none has said so. */
export function announcedAddress(databaseUrl: string): string | null {
  const path = pathFor(databaseUrl)
  try {
    return path === null ? null : readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
