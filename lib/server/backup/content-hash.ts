import { createHash } from 'node:crypto'
import { ask } from '../../../db/query.ts'
import { readBackup } from './read.ts'
import type { Source } from './source.ts'

/** A value with the keys of its objects in order: databases keep JSON in orders of their own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(pairs.map(([key, each]) => [key, inOrder(each)]))
}

/** A row as it is hashed: the same text whichever database it comes from. */
export function contentLine(table: string, row: unknown): string {
  return `${JSON.stringify([table, inOrder(row)])}\n`
}

function makeContentHash() {
  const hash = createHash('sha256')
  return {
    add: (table: string, row: unknown) => hash.update(contentLine(table, row)),
    digest: () => hash.digest('hex'),
  }
}

/** SHA-256 of every row that a database keeps, table by table in the order of their keys: equal on SQLite and PostgreSQL where the content is. */
export async function contentHashOf(source: Pick<Source, 'copies' | 'ask'>): Promise<string> {
  const hash = makeContentHash()
  for (const { name, read } of source.copies) for (const row of await source.ask(ask(read))) hash.add(name, row)
  return hash.digest()
}

/** The same of the rows in a backup. @throws DamagedBackup */
export async function contentHashIn(path: string): Promise<string> {
  const hash = makeContentHash()
  for await (const line of readBackup(path)) if ('table' in line) hash.add(line.table, line.row)
  return hash.digest()
}
