import { ask } from '../../../db/query.ts'
import type { TableCopy } from '../../../db/table-copies.ts'
import type { Header, Row, Trailer } from './format.ts'
import { DamagedBackup, readBackup, verifyBackup } from './read.ts'
import { openTarget, type Target, TargetRefused, writeRows } from './target.ts'

export type Restored = { readonly header: Header; readonly trailer: Trailer; readonly aside: string | null }

/** Rows that travel to the database at once. */
const chunk = 500

function valuesOf({ fields, instants }: TableCopy, row: Row): Row {
  const strange = Object.keys(row).find((field) => !fields.includes(field))
  if (strange !== undefined)
    throw new DamagedBackup(`This backup has a field ${strange} that this program does not know. Restore it with the version that made it.`)
  const dates = instants.map((field) => [field, typeof row[field] === 'string' ? new Date(row[field]) : null] as const)
  return { ...row, ...Object.fromEntries(dates) }
}

async function fill(target: Target, path: string): Promise<void> {
  const copyByName = new Map(target.copies.map((copy) => [copy.name, copy]))
  let waiting: { copy: TableCopy; rows: Row[] } | null = null
  const flush = async () => {
    if (waiting) await target.run(writeRows(waiting.copy, waiting.rows))
    waiting = null
  }
  for await (const line of readBackup(path)) {
    if (!('table' in line)) continue
    const copy = copyByName.get(line.table)
    if (!copy)
      throw new DamagedBackup(`This backup has a table ${line.table} that this program does not know. Restore it with the version that made it.`)
    if (waiting && (waiting.copy !== copy || waiting.rows.length >= chunk)) await flush()
    waiting ??= { copy, rows: [] }
    waiting.rows.push(valuesOf(copy, line.row))
  }
  await flush()
}

async function requireCounts(target: Target, { rows }: Trailer): Promise<void> {
  for (const { name, read } of target.copies) {
    const { length } = await target.run(ask(read))
    if (length !== (rows[name] ?? 0)) throw new Error(`${length} rows of ${name} arrived instead of ${rows[name] ?? 0}`)
  }
}

/**
 * Puts a backup in place: first it is read and verified as a whole, then written to a fresh database, counted again, and only
 * then made the database.
 *
 * @throws DamagedBackup, TargetRefused: then nothing has changed
 */
export async function restoreBackup(
  path: string,
  databaseUrl: string,
  options: { readonly replace: boolean; readonly stamp: string },
): Promise<Restored> {
  const { header, trailer } = await verifyBackup(path)
  const target = await openTarget(databaseUrl, options)
  try {
    if (header.migration !== target.migration)
      throw new TargetRefused(
        `This backup is of the schema ${header.migration}, this program of ${target.migration}. Restore it with the version that made it, then start this one on the result.`,
      )
    await fill(target, path)
    await requireCounts(target, trailer)
  } catch (error) {
    await target.abandon()
    throw error
  }
  return { header, trailer, aside: await target.finish() }
}
