import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migratePostgres, migrateSqlite, readMigrations } from '../../../db/migrate.ts'
import { openSqlite } from '../../../db/sqlite.ts'
import { projectRoot } from '../../../lib/server/root.ts'
import { fileOf, openStore } from '../../../lib/server/store.ts'
import { contextOf } from '../network-kit.ts'
import { dumpOf, filesHolding, placesOf, runSql } from './dump.ts'

const postgresUrl = process.env['WEFT_TEST_POSTGRES_URL']

/** The last migration before names left the history. */
const before = 4

type Dialect = 'sqlite' | 'postgres'
type Old = { readonly dialect: Dialect; readonly url: () => string }

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function place(dialect: Dialect): Promise<string> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'weft-old-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    return `file:${join(folder, 'weft.db')}`
  }
  const name = `weft_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name}`)
  return Object.assign(new URL(postgresUrl ?? ''), { pathname: `/${name}` }).href
}

/** What was in a database of the time when the log held names: two networks, people of one name, a rename, an undo, a delete. */
function statementsOf(dialect: Dialect): string[] {
  const at = dialect === 'sqlite' ? '1790000000000' : "'2026-09-21T14:13:20Z'"
  const no = dialect === 'sqlite' ? '0' : 'false'
  const json = (value: unknown) => (value === null ? 'NULL' : `'${JSON.stringify(value)}'`)
  const network = (id: string, revision: number) => `INSERT INTO network (id, name, revision, created_at) VALUES ('${id}', 'N', ${revision}, ${at})`
  const person = (id: string, name: string, email: string | null) => ({ id, rank: 1, name, email, isPlaceholder: false, teamIds: [] })
  const row = (network_: string, id: string, name: string) =>
    `INSERT INTO person (network_id, id, rank, name, email, is_placeholder, team_ids) VALUES ('${network_}', '${id}', 1, '${name}', NULL, ${no}, '[]')`
  const set = (network_: string, revision: number, summary: string, undoOf: string | null = null) =>
    `INSERT INTO change_set (network_id, revision, id, command, actor, undo_of, at, summary, others_node_ids) VALUES ('${network_}', ${revision}, '${network_}-${revision}', 'batch', 'ana', ${undoOf === null ? 'NULL' : `'${undoOf}'`}, ${at}, '${summary}', '[]')`
  const log = (
    network_: string,
    [revision, ordinal]: readonly [number, number],
    entity: string,
    [id, old, fresh]: readonly [string, unknown, unknown],
  ) =>
    `INSERT INTO change_log (network_id, revision, ordinal, entity, record_id, before, after) VALUES ('${network_}', ${revision}, ${ordinal}, '${entity}', '${id}', ${json(old)}, ${json(fresh)})`
  const part = { id: 'p', rank: 1, nodeId: 'n', personId: 'x', teamId: null, tier: 'lead', from: null, until: null }
  return [
    network('one', 5),
    network('two', 2),
    row('one', 'y', 'Wilfrieda'),
    row('two', 'z', 'Wilfrieda'),
    set('one', 1, 'Created “N”'),
    set('one', 2, 'Added person “Wilfrieda” and 1 more'),
    log('one', [2, 0], 'person', ['x', null, person('x', 'Wilfrieda', 'will@old.example')]),
    log('one', [2, 1], 'person', ['y', null, person('y', 'Wilfrieda', null)]),
    set('one', 3, 'Changed name, email of person “Wilfrieda”'),
    log('one', [3, 0], 'person', ['x', { name: 'Wilfrieda', email: 'will@old.example' }, { name: 'Wilfrieda Ost', email: null }]),
    set('one', 4, 'Undone: Changed name, email of person “Wilfrieda Ost”', 'one-3'),
    log('one', [4, 0], 'person', ['x', { name: 'Wilfrieda Ost', email: null }, { name: 'Wilfrieda', email: 'will@old.example' }]),
    set('one', 5, 'Deleted participation of “Wilfrieda” and 1 more'),
    log('one', [5, 0], 'participation', ['p', part, null]),
    log('one', [5, 1], 'person', ['x', person('x', 'Wilfrieda', 'will@old.example'), null]),
    set('two', 1, 'Created “N”'),
    set('two', 2, 'Added node “Wilfrieda”'),
    log('two', [2, 0], 'person', ['z', null, person('z', 'Wilfrieda', null)]),
  ]
}

async function makeOld({ dialect, url }: Old): Promise<void> {
  const migrations = readMigrations(projectRoot(), dialect).slice(0, before)
  if (dialect === 'sqlite') {
    const { connection } = openSqlite(fileOf(url()))
    connection.pragma('secure_delete = OFF')
    migrateSqlite(connection, migrations)
    connection.pragma('user_version = 0')
    connection.close()
  } else {
    const client = new Client({ connectionString: url() })
    await client.connect()
    // A client is what the pool would have lent.
    await migratePostgres(client as never, migrations).finally(() => client.end())
  }
  for (const statement of statementsOf(dialect)) await runSql({ dialect, url }, statement)
}

const inLog = (places: readonly string[]) => places.filter((each) => each.startsWith('change_'))

describe.each(['sqlite', 'postgres'] as const)('a history of the old kind on %s', (dialect) => {
  if (dialect === 'postgres' && !postgresUrl) return test.skip('NOT RUN: WEFT_TEST_POSTGRES_URL names no PostgreSQL server')
  const names = ['wilfrieda', 'will@old']

  async function opened() {
    const address = await place(dialect)
    const old: Old = { dialect, url: () => address }
    await makeOld(old)
    const held = inLog(placesOf(await dumpOf(old), names))
    const store = await openStore(address)
    onTestFinished(() => store.close())
    return { old, held, store, address }
  }

  test('PV6: loses its names at the first start, and reads as before', async () => {
    const { old, held, store } = await opened()
    expect(held).toEqual(['change_log.after', 'change_log.before', 'change_set.summary'])
    expect(inLog(placesOf(await dumpOf(old), names))).toEqual(['change_set.summary'])
    const sets = await store.changesSince('one', 0, 100)
    if (sets === 'reset') throw new Error('too long')
    expect(
      sets.flatMap(({ changes }) => changes.map(({ before: left, after }) => [left?.['name'], left?.['email'], after?.['name'], after?.['email']])),
    ).toEqual([
      [undefined, undefined, 'Wilfrieda', 'will@old.example'],
      [undefined, undefined, 'Wilfrieda', null],
      ['Wilfrieda', 'will@old.example', 'Wilfrieda Ost', null],
      ['Wilfrieda Ost', null, 'Wilfrieda', 'will@old.example'],
      [undefined, undefined, undefined, undefined],
      ['Wilfrieda', 'will@old.example', undefined, undefined],
    ])
    expect(sets.map(({ summary }) => summary)).toEqual([
      'Created “N”',
      'Added person “Wilfrieda” and 1 more',
      'Changed name, email of person “Wilfrieda”',
      'Undone: Changed name, email of person “Wilfrieda”',
      'Deleted participation of “Wilfrieda” and 1 more',
    ])
  })

  test('PV6: what was no name of a person stays: a node that is called the same', async () => {
    const { store } = await opened()
    expect(await store.changesSince('two', 1, 100)).toMatchObject([{ summary: 'Added node “Wilfrieda”' }])
  })

  test('PV6: is append-only again', async () => {
    const { old } = await opened()
    for (const statement of [
      "UPDATE change_log SET entity = 'team'",
      "UPDATE change_set SET actor = 'x'",
      'DELETE FROM change_log',
      'DELETE FROM change_set',
    ])
      await expect(runSql(old, statement)).rejects.toThrow('append-only')
  })

  test('PV6: a person of that time can be erased', async () => {
    const { old, store, address } = await opened()
    await store.erasePerson(contextOf('one'), 'x')
    await store.erasePerson(contextOf('one'), 'y')
    await store.removeNetwork('two')
    expect(placesOf(await dumpOf(old), names)).toEqual([])
    if (dialect === 'sqlite') expect(filesHolding(address, ['Wilfrieda', 'will@old.example'])).toEqual([])
  })

  if (dialect === 'sqlite')
    test('PV14: a file of that time is written anew once: what was deleted before leaves it', async () => {
      const address = await place(dialect)
      const old: Old = { dialect, url: () => address }
      await makeOld(old)
      const { connection } = openSqlite(fileOf(address))
      connection.pragma('secure_delete = OFF')
      connection.exec(`INSERT INTO team (network_id, id, rank, name) VALUES ('one', 't', 1, '${'Remains of Ottokar '.repeat(400)}')`)
      connection.exec("DELETE FROM team WHERE id = 't'")
      connection.close()
      expect(filesHolding(address, ['Remains of Ottokar'])).not.toEqual([])
      const store = await openStore(address)
      await store.close()
      expect(filesHolding(address, ['Remains of Ottokar'])).toEqual([])
    })
})
