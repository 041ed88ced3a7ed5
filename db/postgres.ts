import type { Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/pg-proxy'
import type pg from 'pg'
import { postgresColumns } from './columns.postgres.ts'
import { asShared, type Columns } from './columns.ts'
import { bind, decode, type Query, type Step, type Steps } from './query.ts'
import { defineTables } from './schema/index.ts'
import { type Builder, type Statements, writeStatements } from './statements/index.ts'

export type Pool = pg.Pool
export type PoolClient = pg.PoolClient

/** The types whose text drizzle's columns read themselves: json, jsonb, date, timestamptz. */
const readByColumns = new Set([114, 3802, 1082, 1184])
const int8 = 20

export type Driver = typeof pg

/** The driver is loaded only by those who have PostgreSQL. */
export async function loadDriver(): Promise<Driver> {
  const { default: driver } = await import('pg')
  return driver
}

function typesOf(driver: Driver) {
  const getTypeParser = (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) => {
    if (readByColumns.has(oid)) return (text) => text
    if (oid === int8) return Number
    return driver.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text')
  }
  return asShared<pg.CustomTypesConfig>({ getTypeParser })
}

/**
 * What the server is to do about connections of this program. It gives up on a statement after half a minute and on a lock after ten seconds,
 * and finds out about a program that is gone without a word.
 */
const serverOptions = [
  'statement_timeout=30000',
  'lock_timeout=10000',
  'tcp_keepalives_idle=5',
  'tcp_keepalives_interval=1',
  'tcp_keepalives_count=5',
  'timezone=UTC',
]

/** A server never pauses inside a transaction; a copy may, while it writes what it has read. */
const neverPauses = 'idle_in_transaction_session_timeout=15000'

function optionsOf(names: readonly string[]): string {
  return names.map((name) => `-c ${name}`).join(' ')
}

/** How long a connection may take until it is there. */
const connectMs = 2_000

const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 2_000 }

/** Guaranteed by `pg`: a client without the native driver keeps its line there, also under TLS. */
export function socketOf(client: pg.ClientBase): Socket {
  return Reflect.get(Object(Reflect.get(client, 'connection')), 'stream') as Socket
}

/** Connections of this program. @param pauses whether it may take its time inside a transaction */
export function openPool(driver: Driver, url: string, pauses: 'may pause' | 'never pauses' = 'may pause'): Pool {
  const pool = new driver.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectMs,
    types: typesOf(driver),
    options: optionsOf(pauses === 'may pause' ? serverOptions : [...serverOptions, neverPauses]),
    application_name: 'weft',
    ...keepAlive,
  })
  // A connection that breaks while idle is replaced by the pool; one that breaks in use fails its statement. Without a listener either would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** A connection of its own: it hears notifications, or asks what became of another one. */
export function openAside(driver: Driver, url: string, purpose: 'listen' | 'probe'): pg.Client {
  const name = `weft ${purpose}`
  const client = new driver.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    options: optionsOf(serverOptions),
    ...keepAlive,
  })
  client.on('error', () => undefined)
  return client
}

/** The builder only writes statements; it has no connection. */
const neverRun = () => Promise.reject(new Error('statements are run by runAsync'))

export function postgresStatements(): Statements {
  const statements = writeStatements(asShared<Builder>(drizzle(neverRun)), defineTables(asShared<Columns>(postgresColumns)))
  const { lockRevision } = statements
  return { ...statements, lockRevision: { ...lockRevision, text: `${lockRevision.text} for no key update` } }
}

/** PostgreSQL takes at most 65,535 parameters in a statement; the sizes keep the number of different texts small. */
const chunkSizes = [256, 32, 4, 1]

/** The text of an insert with its list of values repeated, the parameters counted on. */
export function repeatValues(text: string, width: number, times: number): string {
  const at = text.indexOf(' values (')
  const list = text.slice(at + ' values '.length)
  const lists = Array.from({ length: times }, (_, row) => list.replace(/\$(\d+)/g, (__, n: string) => `$${Number(n) + row * width}`))
  return `${text.slice(0, at)} values ${lists.join(', ')}`
}

/** A short name for each text, by which a connection knows what it has prepared. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `w${names.size + 1}`
  names.set(text, name)
  return name
}

const repeated = new Map<string, string>()

function repeatedText(query: Query, times: number): string {
  if (times === 1) return query.text
  const key = `${times} ${query.text}`
  const text = repeated.get(key) ?? repeatValues(query.text, query.slots.length, times)
  repeated.set(key, text)
  return text
}

async function insertMany(client: PoolClient, { query, runs }: Step): Promise<void> {
  for (let at = 0; at < runs.length; ) {
    const size = chunkSizes.find((each) => each <= runs.length - at) ?? 1
    const text = repeatedText(query, size)
    const values = runs.slice(at, at + size).flatMap((each) => bind(query, each))
    await client.query({ name: nameOf(text), text, values, rowMode: 'array' })
    at += size
  }
}

async function runStep(client: PoolClient, step: Step): Promise<readonly unknown[]> {
  const { query, runs } = step
  if (query.fields === null && query.text.startsWith('insert') && runs.length > 1) {
    await insertMany(client, step)
    return []
  }
  const rows: unknown[] = []
  for (const values of runs) {
    const answer = await client.query<unknown[]>({ name: nameOf(query.text), text: query.text, values: bind(query, values), rowMode: 'array' })
    if (query.fields) for (const row of answer.rows) rows.push(decode(query, row))
  }
  return rows
}

/** Runs steps to the end on one connection. A failed statement is thrown inside the steps, where they can put things back. */
export async function runAsync<T>(client: PoolClient, steps: Steps<T>): Promise<T> {
  let next = steps.next([])
  while (!next.done) {
    let rows: readonly unknown[]
    try {
      rows = await runStep(client, next.value)
    } catch (error) {
      next = steps.throw(error)
      continue
    }
    next = steps.next(rows)
  }
  return next.value
}
