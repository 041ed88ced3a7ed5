import type { Server } from 'node:http'
import type { Live } from './live/events.ts'
import type { Log } from './log.ts'
import type { Pages } from './pages.ts'
import type { Store } from './store-contract.ts'

export type Running = {
  readonly server: Server
  /** ends web sockets, which the server no longer counts as its own */
  readonly endSockets: () => void
  readonly live: Live
  readonly store: Store
  readonly pages: Pages
  readonly log: Log
  /** takes back the note of where the server listens */
  readonly withdraw: () => void
  /** accounts, mail and the secret of the command line */
  readonly doors: { readonly close: () => void }
  /** deliveries and mails; what is under way and does not end soon is sent again by who starts next */
  readonly telling: { readonly stop: () => Promise<void> }
  /** what the server does by itself; what does not end soon is done by who starts next */
  readonly jobs: { readonly stop: () => Promise<void> }
}

/** How long requests that are under way get to finish. */
const drainMs = 5_000
const pagesMs = 2_000
const tellingMs = 2_000

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}

/** How often connections are looked at that have nothing more to do. */
const idleMs = 50

/**
 * No new connections; those that are open end with the answer that is under way, or with the next one: a client that always has a further
 * request would keep its connection for ever. What is not answered in time is cut off.
 */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const idle = setInterval(() => server.closeIdleConnections(), idleMs)
  await Promise.race([closed, pause(drainMs)])
  clearInterval(idle)
  server.closeAllConnections()
}

/** Ends everything in order: streams told, no new connections, requests finished, pages and database closed. */
async function stop({ server, endSockets, live, store, pages, withdraw, doors, telling, jobs }: Running): Promise<void> {
  live.close()
  endSockets()
  await drain(server)
  await Promise.race([pages.close(), pause(pagesMs)])
  await Promise.race([Promise.all([telling.stop(), jobs.stop()]), pause(tellingMs)])
  withdraw()
  doors.close()
  await store.close()
}

/**
 * Ends the process politely when it is asked to. A second Ctrl-C ends it at once; a second SIGTERM does not, because npm and
 * the launcher may each pass one on.
 */
export function stopOnSignal(running: Running): void {
  let isStopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping && signal === 'SIGINT') process.exit(1)
    if (isStopping) return
    isStopping = true
    stop(running).then(
      () => process.exit(0),
      (error: unknown) => {
        running.log.error({ err: error }, 'the shutdown failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
