import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import { ApiError, problemOf } from '../../contract/error.ts'
import { DomainError } from '../../domain/error.ts'
import { addressOf } from '../client-address.ts'
import type { MetricsDoor } from '../config.ts'
import { isLoopback } from '../config-variables.ts'
import { isLoopbackHost } from '../guard.ts'
import { expositionType } from '../operation/exposition.ts'
import { traceOf } from '../operation/trace.ts'

export type MetricsMount = { readonly door: MetricsDoor; readonly write: () => Promise<string> }

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Compares digests, which have one length, in a time that tells nothing of either. */
function isRight(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token))
}

/** What a proxy adds to a request that it passes on. */
const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** Whether a program of this computer asks, and no proxy on it in the name of somebody else. */
function isFromHere(request: Request): boolean {
  if (passedOn.some((name) => request.headers.has(name))) return false
  return isLoopback(addressOf(request)) && isLoopbackHost(request.headers.get('host') ?? undefined)
}

/** @throws ApiError as if there were nothing here; DomainError for a token that is missing or wrong */
function requireEntry(request: Request, { token }: MetricsDoor): void {
  if (token === null) {
    if (isFromHere(request)) return
    throw new ApiError(problemOf('NO_SUCH_ADDRESS', 'There is nothing at /metrics'))
  }
  const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (!isRight(given, token)) throw new DomainError('UNAUTHENTICATED', 'Send the token of METRICS: Authorization: Bearer …')
}

/** The numbers of this server for Prometheus, for those who may have them. */
export function mountMetrics(app: Hono, { door, write }: MetricsMount): void {
  app.get('/metrics', async ({ req, body }) => {
    const trace = traceOf(req.raw)
    if (trace) trace.route = '/metrics'
    requireEntry(req.raw, door)
    return body(await write(), 200, { 'content-type': expositionType, 'cache-control': 'no-store' })
  })
}
