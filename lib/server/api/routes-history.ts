import { api } from '../../contract/api.ts'
import { type Route, route } from './context.ts'
import { listeningOf, tooManyStreams } from './listening.ts'
import { contextOf } from './network.ts'

const { history } = api

/** What changed, and taking it back. */
export const historyRoutes: readonly Route[] = [
  route(history.changes, async ({ store, params, query }) => {
    const networkId = await store.resolve(params.network)
    const { revision } = await store.read(networkId)
    if (query.since > revision) return { revision, reset: true, more: false, changeSets: [] }
    const found = await store.changesSince(networkId, query.since, query.limit)
    if (found === 'reset') return { revision, reset: true, more: false, changeSets: [] }
    const last = found.at(-1)?.revision ?? revision
    return { revision: Math.max(revision, last), reset: false, more: last < revision, changeSets: found }
  }),
  route(history.undoState, async (call) => call.store.undoState(await contextOf(call))),
  route(history.undo, async (call) => call.store.undo(await contextOf(call), call)),
  route(history.redo, async (call) => call.store.redo(await contextOf(call), call)),
  route(history.events, async (call) => {
    const networkId = await call.store.resolve(call.params.network)
    const answer = await call.live.open(listeningOf({ ...call, networkId }))
    if (answer) return answer
    throw tooManyStreams()
  }),
]
