import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Made, makeBackup } from '../../../lib/server/backup/make.ts'

/** A folder of a test's own. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-copies-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of a database in a folder of copies. */
export function copyTo(folder: string, databaseUrl: string, now = new Date('2027-02-10T03:00:00Z')): Promise<Made> {
  return makeBackup({ databaseUrl, folder, keep: { daily: 7, weekly: 4, monthly: 6 }, now })
}
