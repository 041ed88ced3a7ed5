import { tell } from '../../../db/query.ts'
import type { Log } from '../log.ts'
import { sendDigests } from './digest.ts'
import { type Loop, startLoop } from './loop.ts'
import type { Outbox } from './outbox.ts'
import { sendDue } from './sender.ts'

const dayMs = 86_400_000
/** How long notifications are kept, and deliveries that have ended. */
const notificationDays = 90
const deliveryDays = 30

async function forgetOld({ store, clock }: Outbox): Promise<void> {
  const before = (days: number) => new Date(clock().getTime() - days * dayMs)
  await store.write('outbox', function* (statements) {
    yield* tell(statements.forgetNotifications, { cutoff: before(notificationDays) })
    yield* tell(statements.forgetOutbox, { cutoff: before(deliveryDays) })
  })
}

/** Begins to tell: deliveries within a second, mails within a minute. One of these runs in each process; they share the work by leases. */
export function startOutbox(outbox: Outbox, log: Pick<Log, 'error'>): Loop {
  const once = (work: () => Promise<unknown>) => async () => {
    await work()
    return false
  }
  const loops = [
    startLoop(async () => (await sendDue({ ...outbox, log })) > 0, { everyMs: 1_000, log, failure: 'deliveries could not be looked up' }),
    startLoop(
      once(() => sendDigests(outbox, log)),
      { everyMs: 60_000, log, failure: 'digests could not be looked up' },
    ),
    startLoop(
      once(() => forgetOld(outbox)),
      { everyMs: 3_600_000, log, failure: 'old notifications could not be forgotten' },
    ),
  ]
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) }
}
