import { Hono } from 'hono'
import { v7 } from 'uuid'
import type { Live } from '../live/events.ts'
import { mountEvents } from '../live/mount.ts'
import type { Store } from '../store-contract.ts'
import type { Route, Services } from './context.ts'
import { mountDocs } from './docs/mount.ts'
import { mountHealth } from './health.ts'
import { mountRoutes } from './mount.ts'
import { commandRoutes } from './routes-commands.ts'
import { historyRoutes } from './routes-history.ts'
import { needRoutes } from './routes-needs.ts'
import { networkRoutes } from './routes-networks.ts'
import { resourceRoutes } from './routes-resources.ts'
import { transferRoutes } from './routes-transfer.ts'

export type ApiOptions = {
  readonly store: Store
  readonly clock?: () => Date
  readonly uuid?: () => string
  /** streams of new revisions; without it their address is not there */
  readonly live?: Live
  /** hears of bugs: failures that nobody expected */
  readonly onBug: (error: unknown, requestId: string) => void
}

/** Every route of the API. */
export const routes: readonly Route[] = [...networkRoutes, ...commandRoutes, ...historyRoutes, ...needRoutes, ...resourceRoutes, ...transferRoutes]

/** The API as a Hono app: plain requests in, plain answers out. */
export function createApi({ store, live, clock = () => new Date(), uuid = v7, onBug }: ApiOptions): Hono {
  const app = new Hono()
  const services: Services = { store, clock, uuid }
  mountHealth(app, store)
  mountDocs(app)
  if (live) mountEvents(app, { store, live, uuid })
  mountRoutes(app, routes, { services, onBug })
  return app
}
