import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PoolClient } from './postgres.ts'
import type { Connection } from './sqlite.ts'
import { StartError } from './start-error.ts'

/** One step of the schema: its name, and its statements in order. */
export type Migration = { readonly tag: string; readonly statements: readonly string[] }

export type Dialect = 'sqlite' | 'postgres'

type Journal = { readonly entries: readonly { readonly tag: string }[] }

/** Guaranteed by drizzle-kit, which writes the journal beside the migrations. */
function asJournal(json: unknown): Journal {
  return json as Journal
}

/** Reads the migrations of a dialect, oldest first. @param root the folder of the project */
export function readMigrations(root: string, dialect: Dialect): Migration[] {
  const folder = join(root, 'drizzle', dialect)
  const { entries } = asJournal(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')))
  return entries.map(({ tag }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8')
    return { tag, statements: text.split('--> statement-breakpoint').map((each) => each.trim()) }
  })
}

/**
 * The migrations that a database still needs.
 *
 * @param applied tags that the database has seen, oldest first
 * @throws StartError where the database knows one that this program does not: it was written by a newer Weft
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly string[]): Migration[] {
  const strange = applied.find((tag, at) => known[at]?.tag !== tag)
  if (strange !== undefined)
    throw new StartError(
      `The database was written by a newer Weft (it has the migration ${strange}, this program ends at ${known.at(-1)?.tag}). Start that version, or restore a backup made by this one.`,
    )
  return known.slice(applied.length)
}

const createTable = 'CREATE TABLE IF NOT EXISTS weft_migration (ordinal integer PRIMARY KEY, tag text NOT NULL)'
const listTags = 'SELECT tag FROM weft_migration ORDER BY ordinal'

function tagsIn(connection: Connection): string[] {
  return connection.prepare(listTags).pluck().all().map(String)
}

/** The migrations that a SQLite file has seen, oldest first; none where it was never Weft's. */
export function appliedSqlite(connection: Connection): string[] {
  const known = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = 'weft_migration'").get()
  return known === undefined ? [] : tagsIn(connection)
}

/** The migrations that a PostgreSQL database has seen, oldest first; none where it was never Weft's. */
export async function appliedPostgres(client: PoolClient): Promise<string[]> {
  const known = await client.query("SELECT to_regclass('weft_migration') AS name")
  if (Reflect.get(Object(known.rows[0]), 'name') === null) return []
  const answer = await client.query<{ tag: string }>(listTags)
  return answer.rows.map(({ tag }) => tag)
}

function applyToSqlite(connection: Connection, { tag, statements }: Migration, ordinal: number): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    for (const statement of statements) connection.exec(statement)
    connection.prepare('INSERT INTO weft_migration (ordinal, tag) VALUES (?, ?)').run(ordinal, tag)
    const broken = connection.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`the migration ${tag} leaves ${broken.length} references that lead nowhere`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/** A file that was written before deleted text was overwritten holds remains of it: it is written anew, once. */
function sweepOnce(connection: Connection, isNew: boolean): void {
  if (connection.pragma('user_version', { simple: true }) !== 0) return
  if (!isNew) connection.exec('VACUUM')
  connection.pragma('user_version = 1')
}

/** Brings a SQLite file to this program's schema, each migration in one transaction with the row that records it. @returns the last tag */
export function migrateSqlite(connection: Connection, migrations: readonly Migration[]): string {
  connection.exec(createTable)
  const applied = tagsIn(connection)
  const tag = applyPending(connection, migrations, applied)
  sweepOnce(connection, applied.length === 0)
  return tag
}

function applyPending(connection: Connection, migrations: readonly Migration[], applied: readonly string[]): string {
  const pending = pendingMigrations(migrations, applied)
  if (pending.length === 0) return applied.at(-1) ?? ''
  connection.pragma('foreign_keys = OFF')
  try {
    for (const [at, migration] of pending.entries()) applyToSqlite(connection, migration, applied.length + at + 1)
  } finally {
    connection.pragma('foreign_keys = ON')
  }
  return pending.at(-1)?.tag ?? ''
}

/** Any number that only Weft uses: one process migrates at a time. */
export const migrationLock = 7_340_021

/** Brings a PostgreSQL database to this program's schema, each migration in one transaction with the row that records it. @returns the last tag */
export async function migratePostgres(client: PoolClient, migrations: readonly Migration[]): Promise<string> {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
  try {
    await client.query(createTable)
    const answer = await client.query<{ tag: string }>(listTags)
    const applied = answer.rows.map(({ tag }) => tag)
    for (const [at, migration] of pendingMigrations(migrations, applied).entries()) await applyToPostgres(client, migration, applied.length + at + 1)
    return migrations.at(-1)?.tag ?? ''
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock])
  }
}

async function applyToPostgres(client: PoolClient, { tag, statements }: Migration, ordinal: number): Promise<void> {
  await client.query('BEGIN')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('INSERT INTO weft_migration (ordinal, tag) VALUES ($1, $2)', [ordinal, tag])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
