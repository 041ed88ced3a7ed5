import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { openAccess } from '../../../lib/server/access/access.ts'
import { answerByApi } from '../../../lib/server/answer-api.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { openAccounts } from '../../../lib/server/auth/accounts.ts'
import { openRealIdentity } from '../../../lib/server/auth/identity.ts'
import { readConfig } from '../../../lib/server/config.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import { makeLog } from '../../../lib/server/log.ts'
import { openOperation } from '../../../lib/server/operation/open.ts'
import { route } from '../../../lib/server/route.ts'
import type { Store } from '../../../lib/server/store.ts'

/** The secret by which a test calls as the command line of this machine. */
export const localSecret = 'the secret of this machine, for tests'

export type Line = Readonly<Record<string, unknown>>

/** Guaranteed by `listen` on a host and a port: the address is no path. */
function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return (address as AddressInfo).port
}

/** A server as lib/server/main.ts makes it, pages left out, whose log is kept. */
export async function operated(store: Store, env: Readonly<Record<string, string>> = {}) {
  const written: string[] = []
  const config = readConfig({ LOG_LEVEL: 'debug', ...env })
  const log = makeLog(config.logLevel, { write: (line) => void written.push(line) })
  const operation = openOperation({ config, store, log })
  const access = openAccess(operation.store)
  const accounts = openAccounts({ store, secret: 'operated'.repeat(8), origin: 'http://localhost', log, access })
  const { sessions } = accounts
  const local = { isRight: (given: string) => given === localSecret }
  const identity = openRealIdentity({ sessions, local, principalOfToken: access.principalOfToken, whoIn: access.whoIn })
  const live = openLive(store)
  const api = createApi({
    ...{ store: operation.store, live, identity, access, accounts },
    readiness: operation.readiness,
    metrics: operation.metrics(live),
    onBug: (error, requestId) => log.error({ err: error, requestId }, 'a bug was met'),
  })
  const page = async (_: unknown, response: import('node:http').ServerResponse) => void response.end('<p>page</p>')
  const pages = () => ({ handle: page, close: async () => undefined })
  const server = createServer(route(config, { answerApi: answerByApi(config, api.fetch), pages, begin: operation.begin }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    live.close()
    accounts.close()
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${portOf(server.address())}`
  const lines = (): Line[] => written.map((line) => JSON.parse(line))
  return { url, accounts, written, lines, told: (requestId: string | null) => lines().filter((line) => line['requestId'] === requestId) }
}

/** The headers of the command line of this machine. */
export const localCaller = { 'x-weft-local': localSecret }
