import { existsSync } from 'node:fs'
import { readMigrations } from '../../../db/migrate.ts'
import { ask } from '../../../db/query.ts'
import { lockFile } from '../../../db/sqlite.ts'
import type { TableCopy } from '../../../db/table-copies.ts'
import { isPostgres } from '../database-url.ts'
import { projectRoot } from '../root.ts'
import { fileOf } from '../store.ts'
import { type Account, differencesOf, makeAccount } from './account.ts'
import { requireNobodyOn } from './occupants.ts'
import { requireSound } from './sound.ts'
import { openSource, type Source } from './source.ts'
import { openTarget, type Target, TargetRefused, writeRows } from './target.ts'

/** Rows that travel at once. */
const chunk = 500

export type Moved = {
  /** what was read, and what was read again on the other side: they are equal */
  readonly from: Account
  readonly to: Account
}

/** Holds the source for the time of the move, so that nobody writes to it. @returns how to let it go. @throws StartError, TargetRefused */
async function hold(from: string): Promise<() => Promise<void>> {
  if (isPostgres(from)) return requireNobodyOn(from)
  if (!existsSync(fileOf(from))) return async () => undefined
  const release = lockFile(fileOf(from))
  return async () => release()
}

function requireCurrent({ dialect, migrations }: Source): void {
  const [have, need] = [migrations.at(-1), readMigrations(projectRoot(), dialect).at(-1)?.tag]
  if (have === need) return
  throw new TargetRefused(`The database is of the schema ${have}, this program of ${need}. Start this program on it once, then move it.`)
}

async function carry(source: Source, target: Target): Promise<Account> {
  const account = makeAccount()
  const copyByName = new Map(target.copies.map((copy) => [copy.name, copy]))
  for (const { name, read } of source.copies) {
    const copy: TableCopy | undefined = copyByName.get(name)
    if (!copy) throw new Error(`there is no table ${name} on the other side`)
    const rows = await source.ask(ask(read))
    for (const row of rows) account.add(name, row)
    for (let at = 0; at < rows.length; at += chunk) await target.run(writeRows(copy, rows.slice(at, at + chunk)))
  }
  return account.end()
}

async function readAgain(target: Target): Promise<Account> {
  const account = makeAccount()
  for (const { name, read } of target.copies) for (const row of await target.run(ask(read))) account.add(name, row)
  return account.end()
}

async function fill(source: Source, target: Target): Promise<Moved> {
  const from = await carry(source, target)
  const to = await readAgain(target)
  const wrong = differencesOf(from, to)
  if (wrong.length > 0) throw new TargetRefused(`What arrived is not what was sent (${wrong.slice(0, 5).join(', ')}). Nothing was moved.`)
  return { from, to }
}

/**
 * Carries a whole database over to an empty one of either kind, in one transaction there, and reads it again before that is final. The source
 * is only read, and held so that no server writes to it meanwhile.
 *
 * @throws TargetRefused, SourceMissing, StartError, DomainError: then the other side is as empty as before
 */
export async function moveDatabase(from: string, to: string, stamp: string): Promise<Moved> {
  const release = await hold(from)
  try {
    const source = await openSource(from)
    try {
      await requireSound(source)
      requireCurrent(source)
      return await moveInto(source, to, stamp)
    } finally {
      await source.close()
    }
  } finally {
    await release()
  }
}

async function moveInto(source: Source, to: string, stamp: string): Promise<Moved> {
  const target = await openTarget(to, { replace: false, stamp })
  let moved: Moved
  try {
    moved = await fill(source, target)
  } catch (error) {
    await target.abandon()
    throw error
  }
  await target.finish()
  return moved
}
