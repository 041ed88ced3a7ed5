import { existsSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { fileOf } from '../../../lib/server/store.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'

export type Row = Readonly<Record<string, unknown>>

/** Every row of every table, as a dump of the database would have it. */
export type Dump = ReadonlyMap<string, readonly Row[]>

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Runs SQL beside the store, as somebody with the database's password could. */
export async function runSql({ dialect, url }: Pick<TestDatabase, 'dialect' | 'url'>, statement: string): Promise<readonly Row[]> {
  if (dialect === 'sqlite') {
    const connection = new Database(fileOf(url()))
    try {
      const prepared = connection.prepare<[], Row>(statement)
      return prepared.reader ? prepared.all() : [{ ...prepared.run() }]
    } finally {
      connection.close()
    }
  }
  const client = new Client({ connectionString: url() })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

const tablesOf = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'",
  postgres: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
}

export async function dumpOf(database: Pick<TestDatabase, 'dialect' | 'url'>): Promise<Dump> {
  const tables = await runSql(database, tablesOf[database.dialect])
  const dump = new Map<string, readonly Row[]>()
  for (const { name } of tables) dump.set(String(name), await runSql(database, `SELECT * FROM ${quoted(String(name))}`))
  return dump
}

/** `table.column` of every value in which one of some texts stands, whatever the case. */
export function placesOf(dump: Dump, texts: readonly string[]): string[] {
  const wanted = texts.map((text) => text.toLowerCase())
  const places = new Set<string>()
  for (const [table, rows] of dump)
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const plain = Buffer.isBuffer(value) ? value.toString() : value
        const text = (typeof plain === 'string' ? plain : (JSON.stringify(plain) ?? '')).toLowerCase()
        if (wanted.some((each) => text.includes(each))) places.add(`${table}.${column}`)
      }
  return [...places].sort()
}

/** Which files of a SQLite database hold one of some texts, byte by byte: the file itself, its log of writes. */
export function filesHolding(url: string, texts: readonly string[]): string[] {
  return ['', '-wal'].filter((suffix) => {
    const file = `${fileOf(url)}${suffix}`
    return existsSync(file) && texts.some((text) => readFileSync(file).includes(text))
  })
}
