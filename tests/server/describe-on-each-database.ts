import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openStore, type Store, type StoreOptions } from '../../lib/server/store.ts'

export type Dialect = 'sqlite' | 'postgres'

/** A database of a suite's own: its address, more stores on it, and SQL beside the store. */
export type TestDatabase = {
  readonly dialect: Dialect
  readonly url: () => string
  readonly store: () => Store
  /** closes the store and opens it again, as a restart does */
  readonly restart: (options?: StoreOptions) => Promise<Store>
}

const postgresUrl = process.env['WEFT_TEST_POSTGRES_URL']

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

type Place = { readonly url: string; readonly remove: () => Promise<void> }

function addressOf(name: string): string {
  const url = new URL(postgresUrl ?? '')
  url.pathname = `/${name}`
  return url.href
}

function newName(): string {
  return `weft_${randomUUID().replaceAll('-', '')}`
}

async function migrate(url: string): Promise<void> {
  const store = await openStore(url)
  await store.close()
}

/** A database that is empty and up to date, made once by each process of the tests; all others are copies of it. */
const templates: { [dialect in Dialect]?: Promise<string> } = {}

async function makeTemplate(dialect: Dialect): Promise<string> {
  if (dialect === 'sqlite') {
    const file = join(mkdtempSync(join(tmpdir(), 'weft-template-')), 'weft.db')
    process.once('exit', () => rmSync(dirname(file), { recursive: true, force: true }))
    await migrate(`file:${file}`)
    return file
  }
  const name = newName()
  await onServer(`CREATE DATABASE ${name}`)
  await migrate(addressOf(name))
  return name
}

async function makePlace(dialect: Dialect): Promise<Place> {
  templates[dialect] ??= makeTemplate(dialect)
  const template = await templates[dialect]
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'weft-store-'))
    cpSync(template, join(folder, 'weft.db'))
    return { url: `file:${join(folder, 'weft.db')}`, remove: async () => rmSync(folder, { recursive: true, force: true }) }
  }
  const name = newName()
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  // It goes with its server, which lives as long as the tests: dropping it here would wait for a checkpoint, for up to a minute.
  return { url: addressOf(name), remove: async () => undefined }
}

function suite(title: string, dialect: Dialect, define: (database: TestDatabase) => void): void {
  describe(`${title} on ${dialect}`, () => {
    let place: Place | undefined
    let store: Store | undefined
    const url = () => place?.url ?? ''
    const open = async (options: StoreOptions = {}) => {
      store = await openStore(url(), options)
      return store
    }
    beforeAll(async () => {
      place = await makePlace(dialect)
      await open()
    })
    afterAll(async () => {
      await store?.close()
      await place?.remove()
    })
    const current = (): Store => {
      if (store) return store
      throw new Error('the store is not open')
    }
    const restart = async (options?: StoreOptions) => {
      await current().close()
      return open(options)
    }
    define({ dialect, url, store: current, restart })
  })
}

/** Defines a suite on a SQLite file and on a real PostgreSQL server; where there is none, its half is listed as NOT RUN. */
export function describeOnEachDatabase(title: string, define: (database: TestDatabase) => void): void {
  suite(title, 'sqlite', define)
  describeOnPostgres(title, define)
}

/** The same on PostgreSQL alone, for what SQLite cannot meet. */
export function describeOnPostgres(title: string, define: (database: TestDatabase) => void): void {
  if (postgresUrl) suite(title, 'postgres', define)
  else describe(`${title} on postgres`, () => test.skip('NOT RUN: WEFT_TEST_POSTGRES_URL names no PostgreSQL server'))
}
