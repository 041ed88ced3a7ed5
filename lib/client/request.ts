import type { z } from 'zod'
import type { Operation } from '../contract/operation.ts'
import { DomainError, type ErrorCode, errorKinds, type Fault } from '../domain/error.ts'
import { noteServerTime } from './ritual/server-time.ts'
import { signedOut } from './signed-out.ts'

type Route = Pick<Operation, 'method' | 'path'>
type Shape<S> = S extends z.ZodType ? z.input<S> : undefined

export type RequestOptions = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly idempotencyKey?: string
  /** further headers, by their names in small letters */
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** The address of a route with its parameters and query filled in. */
export function addressOf({ path }: Pick<Operation, 'path'>, { params = {}, query = {} }: RequestOptions = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ''}`
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errorKinds
}

function faultsIn(errors: unknown): Fault[] {
  if (!Array.isArray(errors)) return []
  return errors.map((each) => ({
    path: String(each?.path ?? ''),
    message: String(each?.message ?? ''),
    ...(each?.remedy ? { remedy: String(each.remedy) } : {}),
  }))
}

/** What a status says where the answer holds no code of ours. */
const fallbacks: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
}

/** The failure that a problem+json answer describes, with the code and details that the server's own error had. */
function failureOf(status: number, problem: Record<string, unknown>): DomainError {
  const { code, detail, title, errors, ...details } = problem
  const fallback: ErrorCode = fallbacks[status] ?? (status >= 500 ? 'UNAVAILABLE' : 'VALIDATION')
  const message = typeof detail === 'string' ? detail : typeof title === 'string' ? title : 'The server could not do this. Try again.'
  return new DomainError(isErrorCode(code) ? code : fallback, message, { ...details, faults: faultsIn(errors) })
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json().catch(() => ({}))
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

/**
 * Sends a request to the API and waits for its answer.
 *
 * @throws DomainError what the server refused, with its code; TypeError where the server cannot be reached
 */
export function send(route: Route, options: RequestOptions = {}): Promise<Response> {
  return sendTo(route.method, addressOf(route, options), options)
}

/**
 * The same to an address that is written out.
 *
 * @throws DomainError what the server refused, with its code; TypeError where the server cannot be reached
 */
export async function sendTo(method: string, address: string, options: RequestOptions = {}): Promise<Response> {
  const sentMs = Date.now()
  const response = await fetch(address, {
    method,
    headers: {
      accept: 'application/json',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
      ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  noteServerTime(response.headers.get('date'), sentMs)
  if (response.ok) return response
  const failure = failureOf(response.status, await problemOf(response))
  if (failure.code === 'UNAUTHENTICATED') signedOut.set(true)
  throw failure
}

/**
 * Calls an operation of the contract; its type says what goes in and what comes out. The route is written beside the type so that
 * the schemas stay on the server.
 */
export async function request<O extends Operation>(
  route: { readonly method: O['method']; readonly path: O['path'] },
  options: RequestOptions & { readonly body?: Shape<O['body']> } = {},
): Promise<O['answer'] extends z.ZodType ? z.output<O['answer']> : null> {
  const response = await send(route, options)
  return castAnswer(response.status === 204 ? null : await response.json())
}

/** Guaranteed by the server: an answer of an operation has passed that operation's schema. */
function castAnswer<T>(body: unknown): T {
  return body as T
}
