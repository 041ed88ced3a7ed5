import { once } from 'node:events'
import { createServer, request as requestOf } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answerByApi } from '../../../lib/server/answer-api.ts'
import { readConfig } from '../../../lib/server/config.ts'
import { makeLog } from '../../../lib/server/log.ts'
import { makeRequestIds } from '../../../lib/server/operation/request-id.ts'
import { noStats } from '../../../lib/server/operation/request-stats.ts'
import { beginTrace } from '../../../lib/server/operation/trace.ts'
import { route } from '../../../lib/server/route.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { accountsOn, type Process } from './account-kit.ts'

/** Guaranteed by `listen` on a host and a port: the address is no path. */
function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return (address as AddressInfo).port
}

/** The server as lib/server/main.ts makes it; its pages are one line, or a failure. */
async function serve(made: Process, env: Record<string, string> = {}): Promise<number> {
  const config = readConfig(env)
  const answerApi = answerByApi(config, made.app.fetch)
  const tracing = { log: makeLog('silent'), stats: noStats, requestIdOf: makeRequestIds([]) }
  const pages = {
    handle: async (_: unknown, response: import('node:http').ServerResponse) => void response.end('<p>page</p>'),
    close: async () => undefined,
  }
  const server = createServer(route(config, { answerApi, pages: () => pages, begin: (request, response) => beginTrace(tracing, request, response) }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return portOf(server.address())
}

type Asked = { readonly method?: string; readonly path: string; readonly headers?: Record<string, string>; readonly body?: string }

function ask(port: number, { method = 'GET', path, headers = {}, body }: Asked) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = requestOf({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(/base-uri 'none'.*frame-ancestors 'none'/),
}

const json = { 'content-type': 'application/json' }
const requests: readonly (readonly [number, Asked])[] = [
  [200, { path: '/' }],
  [200, { path: '/sign-in?error=x' }],
  [405, { path: '/', method: 'POST' }],
  [400, { path: '/', method: 'POST', headers: { 'next-action': 'x' } }],
  [400, { path: '/%ff' }],
  [421, { path: '/', headers: { host: 'evil.example' } }],
  [421, { path: '/api/auth/get-session', headers: { host: 'evil.example' } }],
  [200, { path: '/healthz' }],
  [200, { path: '/readyz' }],
  [200, { path: '/api/docs' }],
  [200, { path: '/api/v1/openapi.json' }],
  [200, { path: '/api/v1/session' }],
  [401, { path: '/api/v1/networks' }],
  [404, { path: '/api/v1/nothing' }],
  [405, { path: '/api/v1/session', method: 'PUT' }],
  [400, { path: '/api/v1/session?x=1' }],
  [200, { path: '/api/auth/get-session' }],
  [401, { path: '/api/auth/sign-in/email', method: 'POST', headers: json, body: '{"email":"a@b.example","password":"x"}' }],
  [400, { path: '/api/auth/sign-in/email', method: 'POST', headers: json, body: '{' }],
  [415, { path: '/api/auth/sign-in/email', method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
  [403, { path: '/api/auth/sign-in/email', method: 'POST', headers: { ...json, origin: 'https://evil.example' }, body: '{}' }],
  [404, { path: '/api/auth/sign-up/email', method: 'POST', headers: json, body: '{}' }],
  [302, { path: '/api/auth/callback/oidc?error=x' }],
]

describeOnEachDatabase('headers', (database) => {
  const kit = accountsOn(database)

  test('AU92: every answer carries the headers that keep a browser safe, errors included', async () => {
    const port = await serve(kit.process())
    for (const [status, asked] of requests) {
      const answer = await ask(port, asked)
      expect([asked.path, asked.method, answer.status]).toEqual([asked.path, asked.method, status])
      expect(answer.headers, asked.path).toMatchObject(everywhere)
      expect(answer.headers['strict-transport-security']).toBeUndefined()
    }
  })

  test('AU92: the page of a shared view tells its address to nobody', async () => {
    const port = await serve(kit.process())
    const policyOf = async (path: string) => (await ask(port, { path })).headers['referrer-policy']
    expect([await policyOf('/share/x'), await policyOf('/join/x')]).toEqual(['no-referrer', 'no-referrer'])
    expect(await policyOf('/sign-in')).toBe('same-origin')
  })

  test('AU93: over https each of them asks for https', async () => {
    const port = await serve(kit.process(), { BASE_URL: 'https://weft.example.org' })
    for (const [, asked] of requests) expect((await ask(port, asked)).headers['strict-transport-security'], asked.path).toMatch(/^max-age=31536000/)
    expect((await ask(port, { path: '/', headers: { host: 'weft.example.org' } })).status).toBe(200)
  })
})
