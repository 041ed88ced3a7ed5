import type { Hono } from 'hono'
import type { Store } from '../store.ts'

const headers = { 'cache-control': 'no-store' }

/** For supervisors: whether the process answers, and whether it can serve (its database answers and is of the right shape). */
export function mountHealth(app: Hono, store: Store): void {
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, headers))
  app.get('/readyz', async (context) => {
    try {
      await store.check()
      return context.json({ status: 'ready', database: store.dialect }, 200, headers)
    } catch {
      return context.json({ status: 'unavailable', database: store.dialect, detail: 'The database does not answer. Run “npm run weft -- doctor”.' }, 503, headers)
    }
  })
}
