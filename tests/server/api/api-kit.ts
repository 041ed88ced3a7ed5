import type { Hono } from 'hono'
import { beforeAll, expect } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import { problemSchema, statusOf } from '../../../lib/contract/error.ts'
import type { Operation } from '../../../lib/contract/operation.ts'
import { localIdentity } from '../../../lib/server/access/identity.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { openAccounts } from '../../../lib/server/auth/accounts.ts'
import { type Live, openLive } from '../../../lib/server/live/events.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'
import { type Identities, identitiesOn } from '../identities.ts'

export const base = '/api/v1'

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely; its schema is checked on arrival
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: any }

export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

function patternOf({ path }: Operation): RegExp {
  return new RegExp(`^${base}${path.replace(/\{\w+\}/g, '[^/]+')}$`)
}

const patterns = operations.map((operation) => ({ operation, pattern: patternOf(operation) }))

/** The operation that a request means, so that its answer can be held against the contract. */
export function operationAt(method: string, path: string): Operation | undefined {
  const [bare = ''] = path.split('?')
  return patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(bare))?.operation
}

/** Codes that every call may answer with. */
const everywhere = ['METHOD_NOT_ALLOWED', 'NO_SUCH_ADDRESS', 'UNAVAILABLE', 'STORAGE_FULL', 'UNAUTHENTICATED', 'FORBIDDEN']

/** Holds an answer against the contract: the schema of what was promised, or a documented refusal with its status. */
export function expectContract(operation: Operation | undefined, { status, body }: Pick<Answer, 'status' | 'body'>): void {
  if (status >= 400) {
    const problem = problemSchema.parse(body)
    expect(problem.status).toBe(status)
    const documented: string[] = [...everywhere, ...(operation?.errors ?? [])]
    expect(documented, `${operation?.id} refuses with ${problem.code}: ${problem.detail}`).toContain(problem.code)
    return
  }
  if (!operation) return
  expect(status).toBe(operation.status ?? 200)
  const parsed = operation.answer.safeParse(body)
  expect(parsed.error?.issues, operation.id).toBeUndefined()
}

function isJson(type: string | null): boolean {
  return /^application\/(problem\+)?json/.test(type ?? '')
}

/** Sends requests as a browser or script would, without a socket; every answer is held against the contract. */
export function senderOf(app: () => Hono): Send {
  return async (method, path, body, headers = {}) => {
    const init = { method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } }
    const response = await app().request(path, body === undefined ? init : { ...init, body: JSON.stringify(body) })
    const text = method === 'HEAD' ? '' : await response.text()
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson(response.headers.get('content-type')) && text ? JSON.parse(text) : text,
    }
    if (isJson(response.headers.get('content-type'))) expectContract(operationAt(method, path), answer)
    return answer
  }
}

export type Api = {
  readonly app: () => Hono
  readonly live: () => Live
  readonly send: Send
  readonly bugs: unknown[]
  /** people of every kind; there with `people: true` */
  readonly people: () => Identities
}

export type ApiOptions = {
  readonly clock?: () => Date
  /** who asks is told by the headers of `people()`; without it everybody is the program itself */
  readonly people?: boolean
}

/** The API over a suite's own database. A bug, that is an answer of 500, is kept in `bugs` and fails the test. */
export function apiOn({ store }: TestDatabase, { clock = () => new Date('2027-02-10T09:00:00Z'), people = false }: ApiOptions = {}): Api {
  const bugs: unknown[] = []
  let made: { app: Hono; live: Live; people: Identities } | undefined
  beforeAll(() => {
    const identities = identitiesOn(store(), clock)
    const live = openLive(store())
    const { access } = identities
    const log = { error: (...said: unknown[]) => void bugs.push(said) }
    const accounts = openAccounts({ store: store(), secret: 'api'.repeat(16), origin: 'http://localhost', log, clock, access })
    const identity = people ? identities.identity : localIdentity
    made = {
      live,
      people: identities,
      app: createApi({ identity, access, accounts, store: store(), live, clock, onBug: (error) => bugs.push(error) }),
    }
    return () => {
      accounts.close()
      live.close()
    }
  })
  const current = () => {
    if (made) return made
    throw new Error('the API is made before the first test')
  }
  const send = senderOf(() => current().app)
  return {
    app: () => current().app,
    live: () => current().live,
    people: () => current().people,
    bugs,
    send: async (...request) => {
      const answer = await send(...request)
      expect(bugs).toEqual([])
      return answer
    },
  }
}

/** Expects a refusal with the status that its code has. @returns its body */
export function expectProblem({ status, headers, body }: Answer, code: Parameters<typeof statusOf>[0]) {
  expect(body).toMatchObject({ code })
  expect(status).toBe(statusOf(code))
  expect(headers.get('content-type')).toBe('application/problem+json')
  return body
}
