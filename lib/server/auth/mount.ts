import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { ApiError, problemOf } from '../../contract/error.ts'
import { DomainError } from '../../domain/error.ts'
import { readJson } from '../api/body.ts'
import { refuseCrossSite } from '../api/cross-site.ts'
import { parseInput } from '../api/input.ts'
import { addressOf } from '../client-address.ts'
import { traceOf } from '../operation/trace.ts'
import { answerOf } from './answer.ts'
import { type Endpoint, endpoints } from './endpoints.ts'
import { addressHeader, authBase, type Library } from './library.ts'
import type { Limits, Tried } from './limits.ts'
import { requireGoodPassword } from './passwords.ts'
import type { Sessions, UserPrincipal } from './sessions.ts'

/** What the endpoints of the account library need around them. */
export type AuthMount = {
  readonly library: Library
  readonly sessions: Sessions
  readonly limits: Limits
  readonly origin: string
  /** name and address of a user, which are no good password */
  readonly ownWords: (userId: string) => Promise<readonly string[]>
  /** something about a user or a session may have changed */
  readonly changed: () => void
}

const bodyLimit = 10_000

async function bodyOf({ body }: Endpoint, request: Request): Promise<z.output<z.ZodObject> | null> {
  if (!body) return null
  const isEmpty = request.headers.get('content-type') === null && Number(request.headers.get('content-length') ?? 0) === 0
  const given = isEmpty ? {} : (await readJson(request, bodyLimit)).value
  return parseInput(body, given)
}

/** Passed on to the library; everything else that a client may send, such as a forwarded address, is dropped. */
const passed = ['cookie', 'user-agent', 'accept-language']

/** The request as the library gets it: only what was checked, from where it really came. */
function requestFor(request: Request, body: object | null, { origin, user }: { origin: string; user: UserPrincipal | null }): Request {
  const { pathname, search } = new URL(request.url)
  const headers = new Headers({ origin, [addressHeader]: addressOf(request) })
  for (const name of passed) {
    const given = request.headers.get(name)
    if (given !== null) headers.set(name, given)
  }
  if (user === null) headers.set('cookie', withoutSession(headers.get('cookie') ?? ''))
  const url = `${origin}${pathname}${search}`
  if (body === null) return new Request(url, { method: request.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body: JSON.stringify(body) })
}

/** A session that has ended by our own rules, or of a user who is disabled, does not reach the library. */
function withoutSession(cookies: string): string {
  return cookies
    .split(';')
    .filter((pair) => !/session_token=/.test(pair))
    .join(';')
}

/** What a try is counted against; null where nothing is guessed. */
function triedBy({ limit }: Endpoint, request: Request, { body, user }: { body: object | null; user: UserPrincipal | null }): Tried | null {
  if (!limit) return null
  const named: unknown = limit === 'account' ? Reflect.get(Object(body), 'email') : user?.userId
  return { account: limit === 'address' || typeof named !== 'string' ? null : named, address: addressOf(request) }
}

/** What the library is given beyond what a client may say: a new password ends every other session. */
function completed(path: string, body: object | null): object | null {
  return path === '/change-password' ? { ...body, revokeOtherSessions: true } : body
}

async function checkNewPassword(body: object | null, user: UserPrincipal | null, { ownWords }: AuthMount): Promise<void> {
  const password: unknown = Reflect.get(Object(body), 'newPassword')
  if (typeof password === 'string') requireGoodPassword(password, 'newPassword', user ? await ownWords(user.userId) : [])
}

async function respond(endpoint: Endpoint, { req }: Context, mount: AuthMount): Promise<Response> {
  const request = req.raw
  const trace = traceOf(request)
  if (trace) trace.route = authBase + endpoint.path
  const user = await mount.sessions.userOf(request)
  if (trace) trace.actor = user?.kind ?? 'anonymous'
  if (endpoint.method === 'POST') refuseCrossSite(request, user ?? { kind: 'anonymous' })
  const body = await bodyOf(endpoint, request)
  await checkNewPassword(body, user, mount)
  const tried = triedBy(endpoint, request, { body, user })
  const wasRight = tried && (await mount.limits.count(tried))
  const response = await mount.library.handler(requestFor(request, completed(endpoint.path, body), { origin: mount.origin, user }))
  if (response.ok) await wasRight?.()
  if (endpoint.method === 'POST' || response.status === 302) mount.changed()
  return answerOf(endpoint, response)
}

/** Makes the listed endpoints of the account library answer below /api/auth; everything else there is 404. */
export function mountAuth(app: Hono, mount: AuthMount): void {
  for (const endpoint of endpoints) app.on(endpoint.method, authBase + endpoint.path, (context) => respond(endpoint, context, mount))
  app.all(`${authBase}/*`, ({ req }) => {
    const known = endpoints.find(({ path }) => authBase + path === req.path)
    if (known) throw new ApiError(problemOf('METHOD_NOT_ALLOWED', `${req.method} is not possible here; use ${known.method}`))
    throw new DomainError('NOT_FOUND', `There is nothing at ${req.path}.`)
  })
}
