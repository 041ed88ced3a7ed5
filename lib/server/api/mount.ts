import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { ApiError, problemOf } from '../../contract/error.ts'
import { bodyLimit, type Operation } from '../../contract/operation.ts'
import { noParams } from '../../contract/scope.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import { actorOf } from '../access/actor.ts'
import { traceOf } from '../operation/trace.ts'
import { admit, refuseStranger } from './admit.ts'
import { readJson } from './body.ts'
import type { Idempotency, Route, Services } from './context.ts'
import { refuseCrossSite } from './cross-site.ts'
import { problemFrom } from './failure.ts'
import { parseInput } from './input.ts'

type Mount = { readonly services: Services; readonly onBug: (error: unknown, requestId: string) => void }

export const apiBase = '/api/v1'

function idempotencyOf(request: Request, text: string): Idempotency | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new DomainError('VALIDATION', 'The header Idempotency-Key has to be 1 to 200 visible ASCII signs without spaces.', {
      faults: [{ path: 'Idempotency-Key', message: 'is not 1 to 200 visible ASCII signs' }],
    })
  const { pathname, search } = new URL(request.url)
  return { key, hash: createHash('sha256').update(`${request.method} ${pathname}${search}\n${text}`).digest('hex') }
}

/** The query as text by name; a name that comes twice is refused, because only one of the two could be heard. */
function queryOf(request: Request): Record<string, string> {
  const pairs = [...new URL(request.url).searchParams]
  const names = pairs.map(([name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new DomainError('VALIDATION', `The query gives ${twice} twice.`, {
      faults: [{ path: twice, message: 'is given twice', remedy: 'Give it once.' }],
    })
  return Object.fromEntries(pairs)
}

async function bodyOf(operation: Operation, request: Request): Promise<{ text: string; value: unknown }> {
  if (operation.body) return readJson(request, operation.bodyLimit ?? bodyLimit)
  return { text: '', value: undefined }
}

function jsonResponse(value: unknown, status: number): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
}

async function answer(route: Route, context: Context, services: Services): Promise<Response> {
  const { operation, handle } = route
  const request = context.req.raw
  const isWrite = operation.method !== 'GET'
  const trace = traceOf(request)
  if (trace) Object.assign(trace, { route: apiBase + operation.path, isStream: operation.answerType === 'text/event-stream' })
  const principal = await services.identity.principalOf(request)
  if (trace) trace.actor = principal.kind
  if (isWrite) refuseCrossSite(request, principal)
  refuseStranger(operation, principal)
  const params = parseInput(operation.params, context.req.param())
  const who = await admit(services, operation, { principal, params })
  const actor = actorOf(principal, who)
  const query = parseInput(operation.query ?? noParams, queryOf(request))
  const { text, value } = await bodyOf(operation, request)
  const body = operation.body ? parseInput(operation.body, value) : undefined
  const idempotency = isWrite ? idempotencyOf(request, text) : undefined
  const now = formatInstant(services.clock().getTime())
  const result = await handle({ ...services, params, query, body, actor, principal, who, now, idempotency, request })
  const response = result instanceof Response ? result : jsonResponse(result, operation.status ?? 200)
  if (request.method === 'HEAD') await response.body?.cancel()
  return response
}

const retryAfterSeconds = 5

/** Guaranteed by whoever limits: a refusal for too many attempts may say how long to wait. */
function waitOf(problem: { readonly status: number }): number | null {
  const told: unknown = Reflect.get(problem, 'retryAfterSeconds')
  if (typeof told === 'number') return told
  return problem.status === 503 ? retryAfterSeconds : null
}

function problemResponse(problem: { readonly status: number }): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  const wait = waitOf(problem)
  if (wait !== null) headers.set('retry-after', String(wait))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** What of a failure may be told: its code, and which part of the database failed. */
function noteFailure(request: Request, problem: { readonly status: number; readonly code: string }): void {
  const trace = traceOf(request)
  if (!trace || problem.status < 500) return
  const reason: unknown = Reflect.get(problem, 'reason')
  trace.failure = { code: problem.code, ...(typeof reason === 'string' && { reason }) }
}

function failed(error: unknown, request: Request, { services, onBug }: Mount): Response {
  const requestId = traceOf(request)?.requestId ?? services.uuid()
  const problem = problemFrom(error, requestId)
  noteFailure(request, problem)
  if (problem.code === 'INTERNAL') onBug(error, requestId)
  return problemResponse(problem)
}

function honoPath(path: string): string {
  return apiBase + path.replace(/\{(\w+)\}/g, ':$1')
}

function mountPath(app: Hono, path: string, routes: readonly Route[], mount: Mount): void {
  for (const route of routes) app.on(route.operation.method, honoPath(path), (context) => answer(route, context, mount.services))
  const allowed = routes.map(({ operation }) => operation.method).join(', ')
  app.all(honoPath(path), (context) => {
    if (context.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: allowed } })
    const problem = problemOf('METHOD_NOT_ALLOWED', `${context.req.method} is not possible here; use ${allowed}`)
    const response = problemResponse(problem)
    response.headers.set('allow', allowed)
    return response
  })
}

/** Makes every route answer: parse, handle, refuse; and 404 and 405 for everything else below the API. */
export function mountRoutes(app: Hono, routes: readonly Route[], mount: Mount): void {
  app.onError((error, { req }) => failed(error, req.raw, mount))
  for (const [path, group] of Map.groupBy(routes, ({ operation }) => operation.path)) mountPath(app, path, group, mount)
  app.notFound((context) =>
    problemResponse(new ApiError(problemOf('NO_SUCH_ADDRESS', `There is nothing at ${context.req.path}. The list of calls is at /api/docs`)).problem),
  )
}
