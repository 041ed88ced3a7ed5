import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, value } from './builder.ts'

/** The claim of the first owner: one row, which only one claim at a time can hold. */
function claimStatements(db: Builder, { setup }: Tables) {
  const { id, tokenHash, createdAt, claimId, claimedAt, userId, doneAt } = setup
  const all = { id, tokenHash, claimId, claimedAt, userId, doneAt }
  const instant = (column: SQLiteColumn, name: string) => sql`${sql.param(value(name), column)}`
  const isFree = or(isNull(claimId), sql`${claimedAt} < ${instant(claimedAt, 'staleBefore')}`)
  const mayClaim = and(eq(id, 'first'), eq(tokenHash, value('tokenHash')), isNull(doneAt), isFree)
  const isMine = and(eq(id, 'first'), eq(claimId, value('claimId')))
  return {
    readSetup: compileSelect(db.select(all).from(setup).where(eq(id, 'first')), all),
    /** a new token; an unfinished claim stays, so that it can be finished */
    putSetupToken: compile(
      db
        .insert(setup)
        .values({ id: 'first', tokenHash: value('tokenHash'), createdAt: value('now') })
        .onConflictDoUpdate({
          target: id,
          set: { tokenHash: sql`${value('tokenHash')}`, createdAt: instant(createdAt, 'now') },
          setWhere: isNull(doneAt),
        }),
    ),
    claimSetup: compileSelect(
      db
        .update(setup)
        .set({ claimId: sql`${value('claimId')}`, claimedAt: instant(claimedAt, 'now') })
        .where(mayClaim)
        .returning({ userId }),
      { userId },
    ),
    nameClaimant: compile(
      db
        .update(setup)
        .set({ userId: sql`${value('userId')}` })
        .where(isMine),
    ),
    releaseSetup: compile(db.update(setup).set({ claimId: null, claimedAt: null }).where(isMine)),
    finishSetup: compile(
      db
        .update(setup)
        .set({ doneAt: instant(doneAt, 'now') })
        .where(and(eq(id, 'first'), isNull(doneAt))),
    ),
  }
}

/** Counts a try; a window that is over begins anew. One statement, so that no two tries see the same count. */
function attemptStatements(db: Builder, { attempt }: Tables) {
  const { key, count, since } = attempt
  const at = (name: string) => sql`${sql.param(value(name), since)}`
  const isOver = sql`${since} < ${at('cutoff')}`
  const answer = { count, since }
  const itself = eq(key, value('key'))
  return {
    countAttempt: compileSelect(
      db
        .insert(attempt)
        .values({ key: value('key'), count: 1, since: value('now') })
        .onConflictDoUpdate({
          target: key,
          set: {
            count: sql`case when ${isOver} then 1 else ${count} + 1 end`,
            since: sql`case when ${isOver} or ${since} > ${at('now')} then ${at('now')} else ${since} end`,
          },
        })
        .returning(answer),
      answer,
    ),
    takeBackAttempt: compile(
      db
        .update(attempt)
        .set({ count: sql`${count} - 1` })
        .where(and(itself, sql`${count} > 0`)),
    ),
    forgetAttempts: compile(db.delete(attempt).where(itself)),
    forgetOldAttempts: compile(db.delete(attempt).where(isOver)),
  }
}

/** The statements on the claim of the first owner, and on how often something was tried. */
export function setupStatements(db: Builder, tables: Tables) {
  return { ...claimStatements(db, tables), ...attemptStatements(db, tables) }
}
