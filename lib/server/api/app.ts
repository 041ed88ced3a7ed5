import { Hono } from 'hono'
import { v7 } from 'uuid'
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
  /** hears of bugs: failures that nobody expected */
  readonly onBug: (error: unknown, requestId: string) => void
}

/** Every route of the API. */
export const routes: readonly Route[] = [...networkRoutes, ...commandRoutes, ...historyRoutes, ...needRoutes, ...resourceRoutes, ...transferRoutes]

/** The API as a Hono app: plain requests in, plain answers out. */
export function createApi({ store, clock = () => new Date(), uuid = v7, onBug }: ApiOptions): Hono {
  const app = new Hono()
  const services: Services = { store, clock, uuid }
  mountHealth(app, store)
  mountDocs(app)
  mountRoutes(app, routes, { services, onBug })
  return app
}
