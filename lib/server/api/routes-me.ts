import { api } from '../../contract/api.ts'
import { meOf } from '../access/me.ts'
import { type Route, route } from './context.ts'

/** Who asks. */
export const meRoutes: readonly Route[] = [
  route(api.me, async ({ store, params, principal, who }) => meOf(store, { principal, who, networkId: await store.resolve(params.network) })),
]
