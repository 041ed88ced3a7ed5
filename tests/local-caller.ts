import { readFileSync } from 'node:fs'
import { localHeader } from '../lib/server/auth/local-secret.ts'
import { secretFileOf } from '../lib/server/auth/secret.ts'

/** The headers of the command line of this machine: whoever can read the file beside the database may everything. Anew after each start. */
export function localHeaders(databaseUrl: string): Record<string, string> {
  return { [localHeader]: readFileSync(secretFileOf(databaseUrl, 'local'), 'utf8').trim() }
}
