import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Migration, migrateSqlite, pendingMigrations, readMigrations } from '../../db/migrate.ts'
import { openSqlite, type SqliteSession } from '../../db/sqlite.ts'
import { projectRoot } from '../../lib/server/root.ts'

const known: Migration[] = [
  { tag: '0000_one', statements: ['CREATE TABLE one (id integer)', 'INSERT INTO one VALUES (1)'] },
  { tag: '0001_two', statements: ['CREATE TABLE two (id integer)'] },
]

describe('migrations', () => {
  let folder = ''
  let count = 0
  const sessions: SqliteSession[] = []
  const fresh = () => {
    count += 1
    const session = openSqlite(join(folder, `${count}.db`))
    sessions.push(session)
    return session.connection
  }
  const tables = (connection: SqliteSession['connection']) =>
    connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'weft-migrate-'))
  })
  afterAll(() => {
    for (const { connection } of sessions) connection.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('are applied once, in order, and the last one is told', () => {
    const connection = fresh()
    expect(migrateSqlite(connection, known.slice(0, 1))).toBe('0000_one')
    expect(migrateSqlite(connection, known)).toBe('0001_two')
    expect(migrateSqlite(connection, known)).toBe('0001_two')
    expect(tables(connection)).toEqual(['one', 'two', 'weft_migration'])
    expect(connection.prepare('SELECT count(*) FROM one').pluck().get()).toBe(1)
  })

  test('that fail half-way leave the version before them, and can be tried again', () => {
    const connection = fresh()
    const broken = [...known.slice(0, 1), { tag: '0001_two', statements: ['CREATE TABLE two (id integer)', 'CREATE NONSENSE'] }]
    expect(() => migrateSqlite(connection, broken)).toThrow('NONSENSE')
    expect(tables(connection)).toEqual(['one', 'weft_migration'])
    expect(migrateSqlite(connection, known)).toBe('0001_two')
  })

  test('that leave references to nothing are refused', () => {
    const connection = fresh()
    const bad = [
      {
        tag: '0000_bad',
        statements: ['CREATE TABLE p (id integer PRIMARY KEY)', 'CREATE TABLE c (p integer REFERENCES p(id))', 'INSERT INTO c VALUES (7)'],
      },
    ]
    expect(() => migrateSqlite(connection, bad)).toThrow('lead nowhere')
    expect(tables(connection)).toEqual(['weft_migration'])
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('of a newer Weft are refused with the remedy', () => {
    expect(() => pendingMigrations(known, ['0000_one', '0001_two', '0002_three'])).toThrow(/newer Weft.*0002_three.*Start that version/)
    expect(() => pendingMigrations(known, ['0000_other'])).toThrow('newer Weft')
    expect(pendingMigrations(known, ['0000_one'])).toEqual(known.slice(1))
  })

  test('exist for both databases under the same names', () => {
    const root = projectRoot()
    expect(readMigrations(root, 'postgres').map(({ tag }) => tag)).toEqual(readMigrations(root, 'sqlite').map(({ tag }) => tag))
  })
})
