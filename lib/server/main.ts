import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { v7 as uuidv7 } from 'uuid'
import { StartError } from '../../db/start-error.ts'
import { publishHandle } from '../contract/handle.ts'
import { DomainError } from '../domain/error.ts'
import { localIdentity } from './access/identity.ts'
import { announceAddress } from './address-file.ts'
import { createApi } from './api/app.ts'
import { type Config, readConfig } from './config.ts'
import { explain } from './executor.ts'
import { isApiPath, refusalOf, refuse } from './guard.ts'
import { handleOf } from './handle.ts'
import { protect, protectPage } from './headers.ts'
import { openLive } from './live/events.ts'
import { type Log, makeLog } from './log.ts'
import { openPages, type Pages } from './pages.ts'
import { projectRoot } from './root.ts'
import { stopOnSignal } from './shutdown.ts'
import { openStore } from './store.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

function route(config: Config, answerApi: Answer, pages: () => Pages): Answer {
  return (request, response) => {
    protect(response)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    if (isApiPath(request.url?.split('?')[0] ?? '')) return answerApi(request, response)
    protectPage(request, response, config.isDev)
    return pages().handle(request, response)
  }
}

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
function guardUpgrades(server: Server, { isDev }: Config): () => void {
  const open = new Set<Duplex>()
  server.prependListener('upgrade', (request, socket) => {
    if (!isDev || refusalOf(request)) return socket.destroy()
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    for (const socket of open) socket.destroy()
  }
}

async function start(config: Config, log: Log): Promise<string> {
  const root = projectRoot()
  const store = await openStore(config.databaseUrl, { root })
  const live = openLive(store)
  const api = createApi({
    store,
    live,
    identity: localIdentity,
    uuid: uuidv7,
    onBug: (error, requestId) => log.error({ err: error, requestId }, 'a request failed'),
  })
  publishHandle(handleOf({ store, identity: localIdentity }))
  let pages: Pages | undefined
  // The adapter's own Response writes plain bodies without a stream, several times as fast as the global one.
  const answerApi = getRequestListener(api.fetch, { overrideGlobalObjects: true })
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 })
  server.on(
    'request',
    route(config, answerApi, () => requirePages(pages)),
  )
  const endSockets = guardUpgrades(server, config)
  pages = await openPages(config, server, root)
  const address = await listen(server, config)
  stopOnSignal({ server, endSockets, live, store, pages, log, withdraw: announceAddress(config.databaseUrl, address) })
  return address
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

try {
  const config = readConfig(process.env, process.argv.slice(2))
  const address = await start(config, makeLog(config.logLevel))
  process.stdout.write(`Weft is ready at ${address}\n`)
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
}
