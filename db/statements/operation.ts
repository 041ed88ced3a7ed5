import { and, count, getTableColumns, isNotNull, isNull, min } from 'drizzle-orm'
import { compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import type { Builder } from './builder.ts'

/** The statements by which an operator sees how it stands. */
export function operationStatements(db: Builder, { outbox, job }: Tables) {
  const { sentAt, failedAt, createdAt, attempts } = outbox
  const all = getTableColumns(job)
  return {
    /** how much is still to be sent, and since when the oldest waits: null where nothing does */
    waitingInOutbox: compileSelect(
      db
        .select({ total: count(), oldest: min(createdAt) })
        .from(outbox)
        .where(and(isNull(sentAt), isNull(failedAt))),
      { total: attempts, oldest: sentAt },
    ),
    failedInOutbox: compileSelect(db.select({ total: count() }).from(outbox).where(isNotNull(failedAt)), { total: attempts }),
    jobs: compileSelect(db.select(all).from(job), all),
  }
}
