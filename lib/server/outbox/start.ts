import type { Log } from '../log.ts'
import { type Loop, startLoop } from './loop.ts'
import type { Outbox } from './outbox.ts'
import { sendDue } from './sender.ts'

/** Begins to send deliveries, each within a second. One of these runs in each process; they share the work by leases on the rows. */
export function startOutbox(outbox: Outbox, log: Pick<Log, 'error'>): Loop {
  const round = async () => (await sendDue({ ...outbox, log })) > 0
  return startLoop(round, { everyMs: 1_000, log, failure: 'deliveries could not be looked up' })
}
