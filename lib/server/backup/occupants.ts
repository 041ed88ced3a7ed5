import { migrationLock } from '../../../db/migrate.ts'
import { loadDriver, openAside } from '../../../db/postgres.ts'
import { withoutPassword } from '../database-url.ts'
import { SourceMissing } from './source.ts'
import { TargetRefused } from './target.ts'

const occupants = `SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND application_name IN ('weft', 'weft listen') AND pid <> pg_backend_pid()`

/**
 * Makes sure that no server uses a PostgreSQL database, and that none starts on it until it is let go: a start waits for the lock of migrations.
 *
 * @returns how to let it go
 * @throws SourceMissing where it cannot be reached, TargetRefused where a server uses it
 */
export async function requireNobodyOn(url: string): Promise<() => Promise<void>> {
  const client = openAside(await loadDriver(), url, 'probe')
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const { rows } = await client.query<{ count: number }>(occupants)
    if (rows[0]?.count !== 0)
      throw new TargetRefused(`A server runs on ${withoutPassword(url)}. Stop it first, so that nothing is written while it moves.`)
    return () => client.end()
  } catch (error) {
    await client.end().catch(() => undefined)
    if (error instanceof TargetRefused) throw error
    throw new SourceMissing(`The database ${withoutPassword(url)} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
