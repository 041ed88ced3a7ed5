import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { appliedSqlite, migrateSqlite, readMigrations } from '../../db/migrate.ts'
import { type Connection, openSqlite } from '../../db/sqlite.ts'
import { entityNames } from '../../lib/domain/ids.ts'
import { projectRoot } from '../../lib/server/root.ts'
import { openStore } from '../../lib/server/store.ts'
import { commit, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

const migrations = readMigrations(projectRoot(), 'sqlite')

/** The schema from which on the history holds numbers in place of names; how an older history is brought there is tested beside it. */
const withVault = migrations.findIndex(({ tag }) => tag.endsWith('personal-values')) + 1

/** Every boundary between statements in a long run, one in so many otherwise. */
const strideOf = (usual: number) => (process.env['WEFT_LONG'] ? 1 : usual)

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-upgrade-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const names = (connection: Connection, query: string): string[] => connection.prepare(query).pluck().all().map(String)
const tablesIn = (connection: Connection, schema = 'main') =>
  names(
    connection,
    `SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'weft_migration' ORDER BY name`,
  )
const columnsOf = (connection: Connection, table: string, schema: string) =>
  names(connection, `SELECT name FROM pragma_table_info('${table}', '${schema}')`)

/** A database as the version of that many migrations left it, with the rows of a present one as far as it had tables and columns for them. */
function makeOld(file: string, present: string, count: number): void {
  const { connection } = openSqlite(file)
  migrateSqlite(connection, migrations.slice(0, count))
  connection.exec(`ATTACH '${present}' AS present; PRAGMA foreign_keys = OFF`)
  for (const table of tablesIn(connection)) {
    if (table === 'change_log' && count < withVault) continue
    const known = new Set(columnsOf(connection, table, 'present'))
    const columns = columnsOf(connection, table, 'main')
      .filter((name) => known.has(name))
      .map((name) => `"${name}"`)
    if (columns.length > 0) connection.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM present."${table}"`)
  }
  connection.close()
}

/** Every row of every table, to compare two databases. */
function contentOf(file: string): Record<string, unknown[]> {
  const { connection } = openSqlite(file)
  try {
    return Object.fromEntries(tablesIn(connection).map((table) => [table, connection.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]))
  } finally {
    connection.close()
  }
}

async function presentDatabase(folder: string) {
  const file = join(folder, 'present.db')
  const store = await openStore(`file:${file}`)
  const ctx = await planNetwork(store)
  const records = structuredClone(recordsOf(await store.read(ctx.networkId)))
  await store.close()
  return { file, ctx, records }
}

describe('F-16: a database of each schema that there was', () => {
  test.each(migrations.slice(0, -1).map(({ tag }, at) => [tag, at + 1] as const))(
    '%s is brought up to date with all that it held, and kept as it was beside',
    async (_, count) => {
      const folder = ownFolder()
      const { file: present, ctx, records } = await presentDatabase(folder)
      const file = join(folder, 'old.db')
      makeOld(file, present, count)
      const old = contentOf(file)
      const store = await openStore(`file:${file}`)
      const found = recordsOf(await store.read(ctx.networkId))
      const kept = entityNames.filter((entity) => (found[entity] as unknown[]).length > 0)
      expect(kept.length).toBeGreaterThan(12)
      for (const entity of kept) expect(found[entity], entity).toMatchObject(structuredClone(records[entity]) as object)
      await expect(commit(store, ctx, [{ name: 'team.create', input: { id: 'new', name: 'New' } }])).resolves.toMatchObject({ replayed: false })
      await store.close()
      const copy = `${file}.before-${migrations[count]?.tag}`
      expect(contentOf(copy)).toEqual(old)
      expect(statSync(copy).mode & 0o077).toBe(0)
    },
  )

  test('is copied once for each upgrade, not at each start, and the oldest copies go', async () => {
    const folder = ownFolder()
    const { file: present } = await presentDatabase(folder)
    const file = join(folder, 'old.db')
    for (const count of [1, 2, 3, 3]) {
      if (count > 1) rmSync(file)
      makeOld(file, present, count)
      for (let start = 0; start < 2; start += 1) await (await openStore(`file:${file}`)).close()
    }
    const copies = readdirSync(folder).filter((name) => name.includes('.before-'))
    expect(copies.sort()).toEqual([2, 3].map((count) => `old.db.before-${migrations[count]?.tag}`))
  })

  test('leaves what a restore has set aside, and its own copy beside it', async () => {
    const folder = ownFolder()
    const { file: present } = await presentDatabase(folder)
    const file = join(folder, 'old.db')
    const aside = ['', '-shm', '-wal'].map((suffix) => `old.db.before-restore-20261120000000${suffix}`)
    for (const name of aside) writeFileSync(join(folder, name), 'set aside')
    makeOld(file, present, 3)
    await (await openStore(`file:${file}`)).close()
    const found = readdirSync(folder).filter((name) => name.includes('.before-'))
    expect(found.sort()).toEqual([`old.db.before-${migrations[3]?.tag}`, ...aside])
  })
})

/** Runs migrations and copies the files before every so many statements: what a process that is killed there leaves behind. */
function migrateWithCopies(file: string, stride: number): string[] {
  const { connection } = openSqlite(file)
  const copies: string[] = []
  let statements = 0
  const watched = new Proxy(connection, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== 'exec') return value.bind(target)
      return (sql: string) => {
        statements += 1
        if (statements % stride === 0) {
          const copy = `${file}.killed-${statements}`
          for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
          copies.push(copy)
        }
        return target.exec(sql)
      }
    },
  })
  migrateSqlite(watched, migrations)
  connection.close()
  return copies
}

test('F-6: a process that is killed between any two statements of an upgrade leaves the version before or after one, and the next start completes it', async () => {
  const folder = ownFolder()
  const { file: present } = await presentDatabase(folder)
  const file = join(folder, 'old.db')
  makeOld(file, present, withVault)
  const straight = join(folder, 'straight.db')
  copyFileSync(file, straight)
  await (await openStore(`file:${straight}`)).close()
  const expected = contentOf(straight)
  const copies = migrateWithCopies(file, strideOf(2))
  const fresh = migrateWithCopies(join(folder, 'fresh.db'), strideOf(9))
  expect(copies.length).toBeGreaterThan(1)
  expect(fresh.length).toBeGreaterThan(10)
  for (const copy of [...copies, ...fresh]) {
    const { connection } = openSqlite(copy)
    const tags = appliedSqlite(connection)
    expect(tags, copy).toEqual(migrations.slice(0, tags.length).map(({ tag }) => tag))
    connection.close()
    await (await openStore(`file:${copy}`)).close()
    if (copies.includes(copy)) expect(contentOf(copy), copy).toEqual(expected)
    else expect(Object.keys(contentOf(copy)), copy).toEqual(Object.keys(expected))
  }
})
