import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { appliedSqlite, type Migration, pendingMigrations } from '../../db/migrate.ts'
import type { SqliteSession } from '../../db/sqlite.ts'

/** How many copies from before an upgrade stay beside the file. */
const most = 2

/** How a migration is called; what a restore has set aside is called otherwise, and is not ours to remove. */
const migrationTag = /^\d{4}_[\w-]+$/

function copiesOf(file: string): string[] {
  const prefix = `${basename(file)}.before-`
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(prefix) && migrationTag.test(name.slice(prefix.length)))
  return names.sort().map((name) => join(dirname(file), name))
}

/**
 * Copies a file that is about to be brought to a newer schema, so that the version before can be gone back to. A file that is new, or up to
 * date, is not copied.
 *
 * @returns the copy; null where there was nothing to copy
 * @throws where there is no room: then nothing was changed
 */
export function copyBeforeUpgrade({ connection }: SqliteSession, file: string, migrations: readonly Migration[]): string | null {
  const applied = appliedSqlite(connection)
  const [next] = pendingMigrations(migrations, applied)
  if (applied.length === 0 || !next) return null
  const copy = `${file}.before-${next.tag}`
  const part = `${copy}.part`
  for (const left of [part, copy]) rmSync(left, { force: true })
  connection.prepare('VACUUM INTO ?').run(part)
  chmodSync(part, 0o600)
  renameSync(part, copy)
  for (const old of copiesOf(file).slice(0, -most)) rmSync(old)
  return copy
}
