import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isPostgres } from './database-url.ts'
import { fileOf } from './store.ts'

function pathFor(databaseUrl: string): string | null {
  return isPostgres(databaseUrl) ? null : `${fileOf(databaseUrl)}.address`
}

/** What the file says: where the server listens, and which file holds the secret of the command line. */
export type Announced = { readonly address: string; readonly secretFile: string | null }

/**
 * Writes beside a SQLite file where its server listens, so that the command line finds it. It holds only while the
 * server's lock does: after a crash it is stale.
 *
 * @returns how to take it away again
 */
export function announceAddress(databaseUrl: string, address: string, secretFile: string | null = null): () => void {
  const path = pathFor(databaseUrl)
  if (path === null) return () => undefined
  writeFileSync(path, secretFile === null ? `${address}\n` : `${address}\n${secretFile}\n`)
  return () => rmSync(path, { force: true })
}

/** Where the server of a SQLite file says that it listens; null where none has said so. */
export function announced(databaseUrl: string): Announced | null {
  const path = pathFor(databaseUrl)
  try {
    if (path === null) return null
    const [address = '', secretFile] = readFileSync(path, 'utf8').trim().split('\n')
    return { address, secretFile: secretFile ?? null }
  } catch {
    return null
  }
}
