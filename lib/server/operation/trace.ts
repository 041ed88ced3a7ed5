import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '../log.ts'
import type { RequestStats } from './request-stats.ts'

/** What is known of a request while it is answered: never who asks, nor the address that was asked for, only what kind of either. */
export type Trace = {
  readonly requestId: string
  readonly method: string
  readonly since: number
  /** the pattern of its address */
  route: string
  /** what kind of caller it has; null before that is known */
  actor: string | null
  /** an answer without end: how long it took says nothing */
  isStream: boolean
  /** the code of a failure of the server, and what of its database failed */
  failure: { readonly code: string; readonly reason?: string } | null
}

const traceOfRequest = new WeakMap<object, Trace>()

/** The trace of a request, as Node or as the API knows it; null for one that came over no socket. */
export function traceOf(request: object): Trace | null {
  return traceOfRequest.get(request) ?? null
}

/** Makes the trace of Node's request that of the API's, too. */
export function followTrace(from: object, to: object): Trace | null {
  const trace = traceOf(from)
  if (trace) traceOfRequest.set(to, trace)
  return trace
}

const slowMs = 1_000

/** Asked again and again by programs that watch: told to nobody unless something is wrong. */
const watched = new Set(['/healthz', '/readyz', '/metrics'])

/** What of a request becomes a line. Pages and their files are counted, not told: the API says what happens. */
function tellRequest(log: Log, trace: Trace, { status, ms }: { readonly status: number; readonly ms: number }): void {
  const { requestId, method, route, actor, isStream, failure } = trace
  const isSlow = ms > slowMs && !isStream
  const isFailed = status >= 500
  const isTold = route.startsWith('/api') || route === 'unknown'
  if (!isSlow && !isFailed && (!isTold || watched.has(route))) return
  const line = { method, route, status, ms: Math.round(ms * 10) / 10, requestId, actor, ...failure }
  if (isFailed) log.warn(line, 'a request failed')
  else if (isSlow) log.warn(line, 'a request was slow')
  else log.info(line, 'a request')
}

export type Tracing = {
  readonly log: Log
  readonly stats: RequestStats
  readonly requestIdOf: (request: IncomingMessage) => string
}

/** A connection that ended before its answer did, as proxies call it. */
const goneStatus = 499

/** Begins to follow a request: its answer carries the id, and when it ends it is counted and told. @param route its kind, as far as it is known yet */
export function beginTrace({ log, stats, requestIdOf }: Tracing, request: IncomingMessage, response: ServerResponse): Trace {
  const requestId = requestIdOf(request)
  const trace: Trace = {
    ...{ requestId, method: request.method ?? 'GET', since: performance.now() },
    ...{ route: 'unknown', actor: null, isStream: false, failure: null },
  }
  traceOfRequest.set(request, trace)
  response.setHeader('x-request-id', requestId)
  stats.begin()
  response.once('close', () => {
    const ms = performance.now() - trace.since
    const status = response.writableFinished || trace.isStream ? response.statusCode : goneStatus
    stats.end(trace, { status, ms })
    tellRequest(log, trace, { status, ms })
  })
  return trace
}
