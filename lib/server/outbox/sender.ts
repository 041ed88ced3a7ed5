import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Log } from '../log.ts'
import { delayAfter } from './backoff.ts'
import { type Courier, type DeliveryRow, disable, failureOf, readWebhook, sendOnce, type WebhookRow } from './deliver.ts'
import type { Posted } from './post.ts'

/** How long a process may take over a delivery before another one takes it: longer than any request lasts. */
const leaseMs = 60_000
/** Most deliveries under way at once. */
const groupSize = 16
const dayMs = 86_400_000

/** Longest wait that a receiver may ask for with Retry-After. */
const mostRetryAfterMs = 3_600_000

export type SenderOptions = Courier & { readonly random: () => number; readonly log: Pick<Log, 'error'> }

/** A try that has ended. */
type Tried = {
  readonly row: DeliveryRow
  readonly webhook: WebhookRow
  readonly posted: Posted
  readonly lease: Date
  readonly at: Date
  readonly random: number
}

function retryAfterMs(posted: Posted): number {
  const seconds = posted.kind === 'answered' ? (posted.retryAfterSeconds ?? 0) : 0
  return Math.min(seconds * 1_000, mostRetryAfterMs)
}

/** A webhook that took nothing for a day is switched off; one that takes others is not, whatever became of this delivery. */
function* giveUp(statements: Statements, { row, webhook, at, lease }: Tried, error: string): Steps<void> {
  yield* tell(statements.settleFailed, { id: row.id, lease, at, attempts: row.attempts + 1, error })
  const [last] = yield* ask(statements.lastSent, { targetId: webhook.id })
  if (last?.at && at.getTime() - last.at.getTime() < dayMs) return
  yield* disable(statements, webhook, { at, because: `nothing was delivered for 24 hours: ${error}`, revision: row.revision })
}

function* settle(statements: Statements, tried: Tried): Steps<void> {
  const { row, webhook, posted, lease, at, random } = tried
  const [error, attempts] = [failureOf(posted), row.attempts + 1]
  if (error === null) return yield* tell(statements.settleSent, { id: row.id, lease, at, attempts })
  if (posted.kind === 'answered' && posted.status === 410) {
    yield* tell(statements.settleFailed, { id: row.id, lease, at, attempts, error })
    return yield* disable(statements, webhook, { at, because: 'the receiver answered 410: it wants nothing more', revision: row.revision })
  }
  const delay = delayAfter(attempts, random)
  if (delay === null) return yield* giveUp(statements, tried, error)
  const next = new Date(at.getTime() + Math.max(delay, retryAfterMs(posted)))
  yield* tell(statements.settleRetry, { id: row.id, lease, at: next, attempts, error })
}

async function deliver(options: SenderOptions, row: DeliveryRow, lease: Date): Promise<void> {
  const { store, clock, random } = options
  const webhook = await readWebhook(store, row.targetId)
  if (!webhook || webhook.disabledAt !== null) {
    const error = webhook ? 'the webhook is switched off' : 'the webhook was deleted'
    return store.write('outbox', (statements) => tell(statements.settleFailed, { id: row.id, lease, at: clock(), attempts: row.attempts, error }))
  }
  const posted = await sendOnce(options, webhook, row)
  const tried = { row, webhook, posted, lease, at: clock(), random: random() }
  await store.write('outbox', (statements) => settle(statements, tried))
}

/** Sends what is due, at most one group. Who dies on the way leaves a lease that runs out: it is sent again. @returns how many were taken */
export async function sendDue(options: SenderOptions): Promise<number> {
  const { store, clock, log } = options
  const now = clock()
  const due = await store.ask((statements) => ask(statements.hasDue, { now }))
  if (due.length === 0) return 0
  const lease = new Date(now.getTime() + leaseMs)
  const rows = await store.write('outbox', (statements) => ask(statements.takeDue, { now, lease, limit: groupSize }))
  const settled = await Promise.allSettled(rows.map((row) => deliver(options, row, lease)))
  for (const [at, each] of settled.entries())
    if (each.status === 'rejected') log.error({ err: each.reason, delivery: rows[at]?.id }, 'a delivery could not be made')
  return rows.length
}
