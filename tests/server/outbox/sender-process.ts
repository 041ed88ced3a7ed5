import { openOutbox } from '../../../lib/server/outbox/outbox.ts'
import { startOutbox } from '../../../lib/server/outbox/start.ts'
import { openStore } from '../../../lib/server/store.ts'

/** A process that only tells: it opens a database, starts the loops and goes on until it is ended. */
const [databaseUrl = '', secret = '', host = '', aheadMs = '0'] = process.argv.slice(2)
const store = await openStore(databaseUrl)
const clock = () => new Date(Date.now() + Number(aheadMs))
const outbox = openOutbox({ store, secret, allowedHosts: [host], clock })
const telling = startOutbox(outbox, { error: (...given: unknown[]) => process.stderr.write(`${JSON.stringify(given)}\n`) })
// The loops keep no process alive: in the program the HTTP server does.
setInterval(() => undefined, 60_000)
process.stdout.write('telling\n')
process.once('SIGTERM', async () => {
  await telling.stop()
  await store.close()
  process.exit(0)
})
