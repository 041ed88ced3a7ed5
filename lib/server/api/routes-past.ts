import { api } from '../../contract/api.ts'
import { type Route, route } from './context.ts'
import { contextOf } from './network.ts'
import { sendBody } from './snapshot.ts'

const { history } = api

/** What happened, the network as it was, and bringing back what was deleted. */
export const pastRoutes: readonly Route[] = [
  route(history.list, async ({ store, params, query }) => store.history.list(await store.resolve(params.network), query)),
  route(history.report, async ({ store, params, query }) => store.history.report(await store.resolve(params.network), query)),
  route(history.entry, async ({ store, params }) => store.history.entry(await store.resolve(params.network), params.revision)),
  route(history.restore, async (call) => {
    const { params, body } = call
    return call.store.restore(await contextOf(call), { revision: params.revision, ...body }, call)
  }),
  route(history.past, async ({ store, params, query, request }) =>
    sendBody(await store.history.body(await store.resolve(params.network), query), request.headers),
  ),
  route(history.days, async ({ store, params }) => store.history.days(await store.resolve(params.network))),
]
