import type { Hono } from 'hono'
import type { ReadinessReader } from '../operation/readiness.ts'
import { traceOf } from '../operation/trace.ts'

const headers = { 'cache-control': 'no-store' }

/** For supervisors: whether the process answers, and whether it can serve (its database can be written, is of the right shape and has room). */
export function mountHealth(app: Hono, readiness: ReadinessReader): void {
  const name = (request: Request, route: string) => {
    const trace = traceOf(request)
    if (trace) trace.route = route
  }
  app.get('/healthz', ({ req, json }) => {
    name(req.raw, '/healthz')
    return json({ status: 'ok' }, 200, headers)
  })
  app.get('/readyz', async ({ req, json }) => {
    name(req.raw, '/readyz')
    const { isReady, database, checks } = await readiness()
    if (isReady) return json({ status: 'ready', database, checks }, 200, headers)
    const detail = 'This server can be read at best, and saves nothing. Run “npm run weft -- doctor” on its machine to see why.'
    return json({ status: 'unavailable', database, checks, detail }, 503, headers)
  })
}
