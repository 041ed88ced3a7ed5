import { tell } from '../../../db/query.ts'
import { sendDigests } from '../outbox/digest.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { sendOwnMails } from '../outbox/own-mails.ts'
import { sendReminders } from '../outbox/reminders.ts'
import { type Jobs, type JobsOptions, openJobs } from './jobs.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long an answer is given again under its Idempotency-Key, notifications are kept, and deliveries that have ended. */
const keyDays = 7
const notificationDays = 90
const deliveryDays = 30

/** Begins what a server does by itself: mails, and forgetting what has served its time. More jobs can be added. */
export function startJobs({ outbox, ...options }: JobsOptions & { readonly outbox: Outbox }): Jobs {
  const { store, clock, log } = options
  const jobs = openJobs(options)
  const before = (days: number) => new Date(clock().getTime() - days * dayMs)
  jobs.every('digests', { everyMs: minuteMs }, () => sendDigests(outbox, log))
  jobs.every('own-mails', { everyMs: minuteMs / 2 }, () => sendOwnMails(outbox, log))
  jobs.every('reminders', { everyMs: 5 * minuteMs }, (signal) => sendReminders({ store: outbox.store, clock, log, signal }))
  jobs.every('forget-keys', { everyMs: hourMs }, () => store.write('', (statements) => tell(statements.forgetBefore, { at: before(keyDays) })))
  jobs.every('forget-told', { everyMs: hourMs }, () =>
    store.write('outbox', function* (statements) {
      yield* tell(statements.forgetNotifications, { cutoff: before(notificationDays) })
      yield* tell(statements.forgetOutbox, { cutoff: before(deliveryDays) })
    }),
  )
  return jobs
}
