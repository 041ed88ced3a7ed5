import { api } from '../../contract/api.ts'
import type { Route } from './context.ts'
import { readRoutes } from './routes-resources.ts'

/** Proposals and looks at relationships are read here and written by commands. */
export const reviewRoutes: readonly Route[] = [...readRoutes(api.proposals), ...readRoutes(api.exchangeChecks)]
