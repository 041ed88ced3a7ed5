import { Hono } from 'hono'
import { v7 } from 'uuid'
import { type Access, openAccess } from '../access/access.ts'
import type { Identity } from '../access/identity.ts'
import type { Live } from '../live/events.ts'
import type { Store } from '../store-contract.ts'
import type { Route } from './context.ts'
import { mountDocs } from './docs/mount.ts'
import { mountHealth } from './health.ts'
import { mountRoutes } from './mount.ts'
import { assessmentRoutes } from './routes-assessment.ts'
import { commandRoutes } from './routes-commands.ts'
import { historyRoutes } from './routes-history.ts'
import { meRoutes } from './routes-me.ts'
import { needRoutes } from './routes-needs.ts'
import { networkRoutes } from './routes-networks.ts'
import { resourceRoutes } from './routes-resources.ts'
import { talkRoutes } from './routes-talk.ts'
import { transferRoutes } from './routes-transfer.ts'

export type ApiOptions = {
  readonly store: Store
  readonly live: Live
  readonly identity: Identity
  /** members, tokens and links; made over the store unless the program has them already */
  readonly access?: Access
  readonly clock?: () => Date
  readonly uuid?: () => string
  /** hears of bugs: failures that nobody expected */
  readonly onBug: (error: unknown, requestId: string) => void
}

/** Every route of the API. */
export const routes: readonly Route[] = [
  ...networkRoutes,
  ...meRoutes,
  ...commandRoutes,
  ...historyRoutes,
  ...needRoutes,
  ...assessmentRoutes,
  ...resourceRoutes,
  ...talkRoutes,
  ...transferRoutes,
]

/** The API as a Hono app: plain requests in, plain answers out. */
export function createApi({
  store,
  live,
  identity,
  clock = () => new Date(),
  uuid = v7,
  access = openAccess(store, clock),
  onBug,
}: ApiOptions): Hono {
  const app = new Hono()
  mountHealth(app, store)
  mountDocs(app)
  mountRoutes(app, routes, { services: { store, live, identity, access, clock, uuid }, onBug })
  return app
}
