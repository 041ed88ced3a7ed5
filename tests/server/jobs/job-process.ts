import { openJobs } from '../../../lib/server/jobs/jobs.ts'
import { openStore } from '../../../lib/server/store.ts'

/** A process that takes a turn of a job and never comes to its end. */
const [databaseUrl = '', name = '', leaseMs = ''] = process.argv.slice(2)
const store = await openStore(databaseUrl)
const log = { error: (...given: unknown[]) => process.stderr.write(`${JSON.stringify(given)}\n`) }
const jobs = openJobs({ store, clock: () => new Date(), processId: 'child', log, lookMs: 10, leaseMs: Number(leaseMs) })
jobs.every(name, { everyMs: 3_600_000 }, () => {
  process.stdout.write('begun\n')
  return new Promise(() => undefined)
})
// The jobs keep no process alive: in the program the HTTP server does.
setInterval(() => undefined, 60_000)
