import type Database from 'better-sqlite3'
import type { Change } from '../../lib/domain/change.ts'

type Insert = { readonly columns: readonly string[]; readonly statement: Database.Statement }

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (name: string) => name.replaceAll(/_[a-z]/g, (pair) => pair.slice(1).toUpperCase())

function prepare(db: Database.Database, table: string): Insert {
  const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const names = columns.map((name) => `"${name}"`).join(', ')
  return { columns: columns.map(camel), statement: db.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`) }
}

function stored(field: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (field === 'at' && typeof value === 'string') return Date.parse(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** Puts the records of changes into their tables by prepared statements in one transaction: no log, no checks, nothing around it. */
export function insertBare(db: Database.Database, networkId: string, changes: readonly Change[]): void {
  const inserts = new Map<string, Insert>()
  const ofNetwork = { networkId, revision: 1, createdAt: 0 }
  db.transaction(() => {
    db.pragma('defer_foreign_keys = ON')
    for (const { entity, after } of changes) {
      const insert = inserts.get(entity) ?? prepare(db, snake(entity))
      inserts.set(entity, insert)
      const record: Record<string, unknown> = { ...ofNetwork, ...after }
      insert.statement.run(...insert.columns.map((field) => stored(field, record[field])))
    }
  })()
}
