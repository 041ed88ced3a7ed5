import { and, asc, count, desc, eq, getTableColumns, isNotNull, isNull, lt, lte, max, or, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, typed, value } from './builder.ts'

function webhookStatements(db: Builder, { webhook }: Tables) {
  const all = getTableColumns(webhook)
  const { id, networkId, events, name, url, shape, disabledAt, disabledBecause, createdAt } = webhook
  const here = eq(networkId, value('networkId'))
  const one = eq(id, value('id'))
  const enabled = { id, events }
  return {
    enabledWebhooks: compileSelect(
      db
        .select(enabled)
        .from(webhook)
        .where(and(here, isNull(disabledAt))),
      enabled,
    ),
    webhooksOf: compileSelect(db.select(all).from(webhook).where(here).orderBy(asc(createdAt), asc(id)), all),
    webhookById: compileSelect(db.select(all).from(webhook).where(one), all),
    insertWebhook: compile(db.insert(webhook).values(placeholders(all))),
    updateWebhook: compile(db.update(webhook).set(placeholders({ name, url, shape, events, disabledAt, disabledBecause })).where(and(here, one))),
    /** answers only to the one that switched it off */
    disableWebhook: compileSelect(
      db
        .update(webhook)
        .set(placeholders({ disabledAt, disabledBecause }))
        .where(and(one, isNull(disabledAt)))
        .returning({ id }),
      { id },
    ),
    removeWebhook: compile(db.delete(webhook).where(and(here, one))),
    removeWebhooks: compile(db.delete(webhook).where(here)),
  }
}

function leaseStatements(db: Builder, { outbox }: Tables) {
  const all = getTableColumns(outbox)
  const { id, nextAt, leasedUntil, sentAt, failedAt } = outbox
  const waits = and(isNull(sentAt), isNull(failedAt))
  const isFree = or(isNull(leasedUntil), lt(leasedUntil, typed(leasedUntil, 'now')))
  const isDue = and(waits, lte(nextAt, typed(nextAt, 'now')), isFree)
  const due = db.select({ id }).from(outbox).where(isDue).orderBy(asc(nextAt), asc(id)).limit(value('limit'))
  return {
    insertOutbox: compile(db.insert(outbox).values(placeholders(all))),
    hasDue: compileSelect(db.select({ id }).from(outbox).where(isDue).limit(1), { id }),
    /** The condition stands twice: a process that waited for the row of another one looks at it again, and leaves it. */
    takeDue: compileSelect(
      db
        .update(outbox)
        .set({ leasedUntil: typed(leasedUntil, 'lease') })
        .where(and(sql`${id} in ${due}`, isDue))
        .returning(all),
      all,
    ),
  }
}

/** How a try ended; only the process that holds the lease may say so. */
function settleStatements(db: Builder, { outbox }: Tables) {
  const { id, targetId, nextAt, leasedUntil, sentAt, failedAt } = outbox
  const leased = and(eq(id, value('id')), eq(leasedUntil, typed(leasedUntil, 'lease')))
  const waits = and(isNull(sentAt), isNull(failedAt))
  return {
    settleSent: compile(
      db
        .update(outbox)
        .set({ sentAt: typed(sentAt, 'at'), attempts: sql`${value('attempts')}`, leasedUntil: sql`null`, lastError: sql`null` })
        .where(leased),
    ),
    settleRetry: compile(
      db
        .update(outbox)
        .set({ nextAt: typed(nextAt, 'at'), attempts: sql`${value('attempts')}`, leasedUntil: sql`null`, lastError: sql`${value('error')}` })
        .where(leased),
    ),
    settleFailed: compile(
      db
        .update(outbox)
        .set({ failedAt: typed(failedAt, 'at'), attempts: sql`${value('attempts')}`, leasedUntil: sql`null`, lastError: sql`${value('error')}` })
        .where(leased),
    ),
    failWaiting: compile(
      db
        .update(outbox)
        .set({ failedAt: typed(failedAt, 'at'), leasedUntil: sql`null`, lastError: sql`${value('error')}` })
        .where(and(eq(targetId, value('targetId')), waits)),
    ),
    lastSent: compileSelect(
      db
        .select({ at: max(sentAt) })
        .from(outbox)
        .where(eq(targetId, value('targetId'))),
      { at: sentAt },
    ),
  }
}

function deliveryStatements(db: Builder, { outbox }: Tables) {
  const all = getTableColumns(outbox)
  const { id, networkId, targetId, createdAt, nextAt, sentAt, failedAt, attempts } = outbox
  const ofTarget = eq(targetId, value('targetId'))
  const totals = { targetId, total: count() }
  const counting = (condition: ReturnType<typeof and>) =>
    compileSelect(
      db
        .select(totals)
        .from(outbox)
        .where(and(eq(networkId, value('networkId')), condition))
        .groupBy(targetId),
      { targetId, total: attempts },
    )
  return {
    deliveriesOf: compileSelect(db.select(all).from(outbox).where(ofTarget).orderBy(desc(createdAt), desc(id)).limit(value('limit')), all),
    deliveryById: compileSelect(
      db
        .select(all)
        .from(outbox)
        .where(and(ofTarget, eq(id, value('id')))),
      all,
    ),
    countWaiting: counting(and(isNull(sentAt), isNull(failedAt))),
    countFailed: counting(isNotNull(failedAt)),
    replayDelivery: compile(
      db
        .update(outbox)
        .set({ nextAt: typed(nextAt, 'now'), sentAt: sql`null`, failedAt: sql`null`, leasedUntil: sql`null`, attempts: 0 })
        .where(and(ofTarget, eq(id, value('id')))),
    ),
    removeOutboxOf: compile(db.delete(outbox).where(ofTarget)),
    removeOutbox: compile(db.delete(outbox).where(eq(networkId, value('networkId')))),
    forgetOutbox: compile(db.delete(outbox).where(or(lt(sentAt, typed(sentAt, 'cutoff')), lt(failedAt, typed(failedAt, 'cutoff'))))),
  }
}

/** The statements on what programs are told. */
export function outboxStatements(db: Builder, tables: Tables) {
  return {
    ...webhookStatements(db, tables),
    ...leaseStatements(db, tables),
    ...settleStatements(db, tables),
    ...deliveryStatements(db, tables),
  }
}
