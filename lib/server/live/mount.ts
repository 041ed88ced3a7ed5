import type { Context, Hono } from 'hono'
import { problemOf } from '../../contract/error.ts'
import { actorOf } from '../api/actor.ts'
import type { Store } from '../store-contract.ts'
import type { Live } from './events.ts'

const retryAfterSeconds = 5

function lastSeenOf(context: Context): number | null {
  const text = context.req.header('last-event-id')
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}

function tooMany(): Response {
  const problem = problemOf('UNAVAILABLE', 'Too many windows are listening for changes. Close some of them, or try again in a moment')
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': String(retryAfterSeconds) },
  })
}

type Options = { readonly store: Store; readonly live: Live; readonly uuid: () => string }

/** The endless answers of `…/events`. */
export function mountEvents(app: Hono, { store, live, uuid }: Options): void {
  app.get('/api/v1/networks/:network/events', async (context) => {
    const networkId = await store.resolve(context.req.param('network'))
    const { actor, setCookie } = actorOf(context.req.raw.headers, uuid)
    const answer = (await live.open({ networkId, actor, lastSeen: lastSeenOf(context) })) ?? tooMany()
    if (setCookie) answer.headers.append('set-cookie', setCookie)
    return answer
  })
}
