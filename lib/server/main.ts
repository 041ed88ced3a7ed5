import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import { StartError } from '../../db/start-error.ts'
import { publishHandle } from '../contract/handle.ts'
import { DomainError } from '../domain/error.ts'
import { announceAddress } from './address-file.ts'
import { answerByApi } from './answer-api.ts'
import { createApi } from './api/app.ts'
import { type Config, readConfig } from './config.ts'
import { isLoopback } from './config-variables.ts'
import { explain } from './executor.ts'
import { refusalOf } from './guard.ts'
import { handleOf } from './handle.ts'
import { startJobs } from './jobs/start.ts'
import { openLive } from './live/events.ts'
import { type Log, makeLog } from './log.ts'
import { openOperation } from './operation/open.ts'
import { startOutbox } from './outbox/start.ts'
import { openPages, type Pages } from './pages.ts'
import { projectRoot } from './root.ts'
import { route } from './route.ts'
import { openDoors } from './services.ts'
import { stopOnSignal } from './shutdown.ts'
import { openStore } from './store.ts'

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new StartError(`Port ${port} of ${host} is in use. Give another one: npm start -- --port ${port + 1}`) : error,
      ),
    )
    server.listen(port, host, () => resolve(addressOf(server, host)))
  })
}

/** Guaranteed by `listen`: the server listens on a host and a port, so its address is no path. */
function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Web sockets exist in development only, and only for this computer's own pages. @returns how to end those that are open */
function guardUpgrades(server: Server, { isDev, baseUrl }: Config): () => void {
  const open = new Set<Duplex>()
  server.prependListener('upgrade', (request, socket) => {
    if (!isDev || refusalOf(request, baseUrl)) return socket.destroy()
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    for (const socket of open) socket.destroy()
  }
}

async function start(config: Config, log: Log): Promise<string> {
  const root = projectRoot()
  const operation = openOperation({ config, log, store: await openStore(config.databaseUrl, { root }) })
  const { store } = operation
  const live = openLive(store)
  const doors = openDoors(config, store, log)
  const { identity, access, accounts, local, outbox } = doors
  const api = createApi({
    ...{ store, live, identity, access, accounts, outbox },
    readiness: operation.readiness,
    metrics: operation.metrics(live),
    uuid: uuidv7,
    onBug: (error, requestId) => log.error({ err: error, requestId }, 'a request failed'),
  })
  publishHandle(handleOf({ store, identity }))
  let pages: Pages | undefined
  const answerApi = answerByApi(config, api.fetch)
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 })
  server.on('request', route(config, { answerApi, pages: () => requirePages(pages), begin: operation.begin }))
  const endSockets = guardUpgrades(server, config)
  pages = await openPages(config, server, root)
  const address = await listen(server, config)
  const withdraw = announceAddress(config.databaseUrl, reachable(config, address), local.path)
  const telling = startOutbox(outbox, log)
  const jobs = startJobs({ store, clock: () => new Date(), processId: uuidv7(), log, outbox })
  operation.schedule(jobs)
  stopOnSignal({ server, endSockets, live, store, pages, log, withdraw, doors, telling, jobs })
  return startLine(config.baseUrl ?? address, await accounts.setup.newToken())
}

/** Where the command line of this machine reaches the server: a loopback address, else the name that it answers under. */
function reachable({ host, baseUrl }: Config, address: string): string {
  if (isLoopback(host)) return address
  return /^(0\.0\.0\.0|::)$/.test(host) ? `http://127.0.0.1:${new URL(address).port}` : (baseUrl ?? address)
}

/** What a person reads first. Until the server has its owner, the address is the one by which somebody becomes it. */
function startLine(address: string, setupToken: string | null): string {
  return `Weft is ready at ${address}${setupToken === null ? '' : `/setup?token=${setupToken}`}\n`
}

function requirePages(pages: Pages | undefined): Pages {
  if (pages) return pages
  throw new Error('a page was asked for before the server was ready')
}

/** What is printed where the server cannot start: a sentence where a person can act on it, the stack of a bug. */
function reasonOf(error: unknown): string {
  const told = explain(error)
  if (told instanceof StartError || told instanceof DomainError) return told.message
  return told instanceof Error ? (told.stack ?? told.message) : String(told)
}

// What a server writes tells of people: nobody else on the machine reads it.
process.umask(0o077)

try {
  const config = readConfig(process.env, process.argv.slice(2))
  process.stdout.write(await start(config, makeLog(config.logLevel)))
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
}
