import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StartError } from '../../../db/start-error.ts'
import { isPostgres } from '../database-url.ts'
import { fileOf } from '../store.ts'

const leastLength = 32
const leastDifferentSigns = 12

/** Where the files with secrets of a database lie: beside its file; for PostgreSQL in the folder `data` of the working folder. */
export function secretFileOf(databaseUrl: string, name: 'secret' | 'local'): string {
  const base = isPostgres(databaseUrl) ? resolve(process.cwd(), 'data', 'weft') : fileOf(databaseUrl)
  return `${base}.${name}`
}

/** Why a secret is too easy to guess; null where it will do. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < leastLength) return `it has ${secret.length} signs; ${leastLength} are needed`
  return new Set(secret).size < leastDifferentSigns ? `it uses fewer than ${leastDifferentSigns} different signs` : null
}

/** Writes a file that only its owner reads. */
export function writePrivately(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${text}\n`, { mode: 0o600 })
  chmodSync(path, 0o600)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new StartError(`The server’s secret ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, { cause: error })
  }
}

/**
 * The secret with which the server signs: WEFT_SECRET, else the one in the file beside the database, which the first start writes.
 *
 * @throws StartError for one that is too easy to guess
 */
export function serverSecret(given: string | null, databaseUrl: string): string {
  const path = secretFileOf(databaseUrl, 'secret')
  const secret = given ?? read(path)
  if (secret !== null) {
    const weakness = weaknessOf(secret)
    if (weakness === null) return secret
    throw new StartError(
      `The server’s secret (${given === null ? path : 'WEFT_SECRET'}) is too weak: ${weakness}. Make one with: openssl rand -base64 48`,
    )
  }
  const fresh = randomBytes(48).toString('base64url')
  writePrivately(path, fresh)
  return fresh
}

/** A key of 32 bytes for one purpose, such as sealing or signing links: none of them tells anything of another or of the secret. */
export function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `weft ${purpose}`, 32))
}
