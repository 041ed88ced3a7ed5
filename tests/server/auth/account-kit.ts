import type { Hono } from 'hono'
import { beforeAll, expect } from 'vitest'
import { type Access, openAccess } from '../../../lib/server/access/access.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { type AccountOptions, type Accounts, openAccounts } from '../../../lib/server/auth/accounts.ts'
import { openRealIdentity } from '../../../lib/server/auth/identity.ts'
import { noteAddress } from '../../../lib/server/client-address.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import type { Store } from '../../../lib/server/store.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'

export const origin = 'http://localhost:4321'
export const secret = 'a-secret-of-tests-0123456789-abcdefghijklmnop'
export const localText = 'the secret of this machine'
export const goodPassword = 'seven green lamps sing'

/** Where a test comes from: each browser of its own address, so that limits of one test are not those of another. */
let lastAddress = 0

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: any; readonly text: string }

export type Browser = {
  /** sends as a page of this server does, with the cookies that came before */
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  readonly cookies: Map<string, string>
  readonly address: string
}

/** A process with accounts over a store: what lib/server/services.ts opens. */
export function openProcess(store: Store, options: Partial<AccountOptions> = {}) {
  const clock = options.clock ?? (() => new Date())
  const bugs: unknown[] = []
  const access: Access = openAccess(store, clock)
  const log = { error: (...given: unknown[]) => void bugs.push(given) }
  const accounts: Accounts = openAccounts({ store, secret, origin, log, access, ...options })
  const identity = openRealIdentity({
    sessions: accounts.sessions,
    local: { isRight: (given) => given === localText },
    principalOfToken: access.principalOfToken,
    whoIn: access.whoIn,
  })
  const live = openLive(store)
  const app = createApi({ store, live, identity, access, accounts, clock, onBug: (error) => bugs.push(error) })
  const close = () => {
    live.close()
    accounts.close()
  }
  return { app, accounts, access, identity, bugs, close }
}

export type Process = ReturnType<typeof openProcess>

function keepCookies(jar: Map<string, string>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/max-age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, value.join('='))
  }
}

/** A browser with cookies of its own. */
export function browserOf(app: () => Hono, address = `10.0.${Math.floor(++lastAddress / 250)}.${lastAddress % 250}`): Browser {
  const cookies = new Map<string, string>()
  const send: Browser['send'] = async (method, path, body, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const url = new URL(path, origin)
    const all = {
      host: url.host,
      origin,
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    const request = new Request(url, {
      method,
      headers: given,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    noteAddress(request, address)
    const response = await app().fetch(request)
    keepCookies(cookies, response.headers)
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : text }
  }
  return { send, cookies, address }
}

/** A process over a suite's database, opened before its tests; a bug in it fails the test that looks. */
export function accountsOn(database: TestDatabase, options: Partial<AccountOptions> = {}) {
  let made: Process | undefined
  beforeAll(() => {
    made = openProcess(database.store(), options)
    return () => made?.close()
  })
  const current = (): Process => {
    if (made) return made
    throw new Error('the process is opened before the first test')
  }
  return { process: current, browser: (address?: string) => browserOf(() => current().app, address) }
}

export const owner = { name: 'Ana Lind', email: 'ana@example.org', password: goodPassword }

/** Claims the server for its first owner, whose browser is signed in then. */
export async function claim(kit: ReturnType<typeof accountsOn>, who = owner): Promise<Browser> {
  const token = await kit.process().accounts.setup.newToken()
  const browser = kit.browser()
  const answer = await browser.send('POST', '/api/v1/setup', { token, ...who })
  expect(answer.text).toContain('isClaimed')
  expect(answer.status).toBe(201)
  return browser
}

export const signIn = '/api/auth/sign-in/email'

export async function isSignedIn(browser: Browser): Promise<boolean> {
  return (await browser.send('GET', '/api/v1/session')).body.user !== null
}

/** A server that is claimed when it is first needed, and browsers that sign in there. */
export function ownerOn(kit: ReturnType<typeof accountsOn>) {
  let first: Browser | undefined
  const claimed = async () => {
    first ??= await claim(kit)
    return first
  }
  const signedIn = async (email = owner.email, password = goodPassword) => {
    await claimed()
    const browser = kit.browser()
    expect((await browser.send('POST', signIn, { email, password })).status).toBe(200)
    return browser
  }
  return { claimed, signedIn }
}
