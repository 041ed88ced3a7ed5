import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import { secretFileOf, writePrivately } from './secret.ts'

/** The header by which the command line of this machine shows that it may read the file beside the database. */
export const localHeader = 'x-weft-local'

/** What a program on this machine has to know to be the command line; a new one at each start. */
export type LocalSecret = {
  readonly path: string
  readonly isRight: (given: string) => boolean
  /** takes the file away */
  readonly withdraw: () => void
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

export function makeLocalSecret(databaseUrl: string): LocalSecret {
  const path = secretFileOf(databaseUrl, 'local')
  const secret = randomBytes(32).toString('base64url')
  writePrivately(path, secret)
  return {
    path,
    isRight: (given) => timingSafeEqual(digest(given), digest(secret)),
    withdraw: () => rmSync(path, { force: true }),
  }
}
