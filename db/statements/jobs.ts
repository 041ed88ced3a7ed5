import { and, eq, getTableColumns, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, typed, value } from './builder.ts'

/** When a job has its next turn. */
function turnStatements(db: Builder, { job }: Tables) {
  const { name, leasedBy, nextAt } = job
  const all = getTableColumns(job)
  const itself = eq(name, value('name'))
  return {
    jobByName: compileSelect(db.select(all).from(job).where(itself), all),
    enterJob: compile(
      db
        .insert(job)
        .values({ name: value('name'), nextAt: value('nextAt') })
        .onConflictDoNothing(),
    ),
    /** moves a turn that nobody has in hand; only from the time that was read */
    moveJob: compile(
      db
        .update(job)
        .set({ nextAt: typed(nextAt, 'nextAt') })
        .where(and(itself, isNull(leasedBy), eq(nextAt, typed(nextAt, 'from')))),
    ),
  }
}

/** Which process has a turn in hand. A question answers only to the one that gets it, or that still has it. */
function leaseStatements(db: Builder, { job }: Tables) {
  const { name, leasedBy, leasedUntil, nextAt, lastAt } = job
  const itself = eq(name, value('name'))
  const isMine = and(itself, eq(leasedBy, value('processId')))
  const isFree = or(isNull(leasedUntil), lt(leasedUntil, typed(leasedUntil, 'now')))
  const isDue = and(lte(nextAt, typed(nextAt, 'now')), isFree)
  const until = { leasedUntil: typed(leasedUntil, 'until') }
  const free = { leasedBy: sql`null`, leasedUntil: sql`null` }
  return {
    dueJobs: compileSelect(db.select({ name }).from(job).where(isDue), { name }),
    takeJob: compileSelect(
      db
        .update(job)
        .set({ leasedBy: sql`${value('processId')}`, ...until })
        .where(and(itself, isDue))
        .returning({ name }),
      { name },
    ),
    renewJob: compileSelect(db.update(job).set(until).where(isMine).returning({ name }), { name }),
    finishJob: compile(
      db
        .update(job)
        .set({ ...free, nextAt: typed(nextAt, 'nextAt'), lastAt: typed(lastAt, 'at'), lastOutcome: sql`${value('outcome')}` })
        .where(isMine),
    ),
    giveJobBack: compile(db.update(job).set(free).where(isMine)),
  }
}

/** The statements on what the program does by itself from time to time. */
export function jobStatements(db: Builder, tables: Tables) {
  return { ...turnStatements(db, tables), ...leaseStatements(db, tables) }
}
