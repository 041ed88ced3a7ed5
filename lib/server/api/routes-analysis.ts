import { api } from '../../contract/api.ts'
import { choose } from '../../domain/measure/report/chosen.ts'
import { networkOf } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import { analysisOf, analysisTag } from '../analysis.ts'
import { type Route, route } from './context.ts'
import { hasAlready } from './snapshot.ts'

/** Every measure of a network. */
export const analysisRoutes: readonly Route[] = [
  route(api.analysis, async ({ store, params, query, now, request }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    const about = { ...choose(snapshot, query, dayIn(networkOf(snapshot).timeZone, now)), dates: query.dates === 'true' }
    const headers = { etag: analysisTag(snapshot, about), 'cache-control': 'no-cache' }
    if (hasAlready(request.headers.get('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
    return new Response(await analysisOf(store, snapshot, about), { headers: { ...headers, 'content-type': 'application/json' } })
  }),
]
