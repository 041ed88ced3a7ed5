import { api } from '../../contract/api.ts'
import { DomainError } from '../../domain/error.ts'
import { type Route, route } from './context.ts'
import { contextOf } from './network.ts'

const { history } = api

function lastSeenOf({ headers }: Request): number | null {
  const text = headers.get('last-event-id') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

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
  route(history.events, async ({ store, live, params, actor, request }) => {
    const networkId = await store.resolve(params.network)
    const answer = await live.open({ networkId, actor, lastSeen: lastSeenOf(request) })
    if (answer) return answer
    throw new DomainError('UNAVAILABLE', 'Too many windows are listening for changes. Close some of them, or try again in a moment.')
  }),
]
