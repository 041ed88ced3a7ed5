import type { Hono } from 'hono'
import type { Store } from '../store-contract.ts'

const headers = { 'cache-control': 'no-store' }

/** For supervisors: whether the process answers, and whether it can serve (its database answers and is of the right shape). */
export function mountHealth(app: Hono, store: Store): void {
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, headers))
  app.get('/readyz', async (context) => {
    const { ok, dialect } = await store.check()
    if (ok) return context.json({ status: 'ready', database: dialect }, 200, headers)
    return context.json(
      { status: 'unavailable', database: dialect, detail: 'The database is not as it has to be. Run “npm run weft -- doctor” to see why.' },
      503,
      headers,
    )
  })
}
