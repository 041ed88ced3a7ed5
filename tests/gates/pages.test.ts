import { existsSync, globSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { root } from '../../scripts/run.ts'
import { claim } from '../e2e/owner.ts'
import { setupTokenIn } from '../e2e/weft-server.ts'
import { localHeaders } from '../local-caller.ts'
import { npm, scratchFolder, untilAnswers, untilGone } from './npm-program.ts'

/** Stands in the name of the network and in its records. */
const canary = 'canary-behind-the-door'
const scratch = scratchFolder()
let port = 0
let address = ''
let started: ReturnType<typeof npm> | undefined

beforeAll(async () => {
  port = await freePort()
  const databaseUrl = `file:${scratch.path}/data/pages.db`
  started = npm(['start', '--', '--port', String(port), '--database', databaseUrl])
  await untilAnswers(`http://127.0.0.1:${port}/readyz`, started, 240_000)
  // a server without an owner leads everybody to its setup, which would prove nothing of strangers
  await claim(`http://127.0.0.1:${port}`, await untilToken(started))
  const headers = { ...localHeaders(databaseUrl), 'content-type': 'application/json' }
  const body = JSON.stringify({ name: canary, slug: 'secret', template: 'sample' })
  const made = await fetch(`http://127.0.0.1:${port}/api/v1/networks`, { method: 'POST', headers, body })
  expect(made.status).toBe(201)
  const known = await fetch(`http://127.0.0.1:${port}/api/v1/networks/secret`, { headers: localHeaders(databaseUrl) })
  address = (await known.text()).includes(canary) ? `http://127.0.0.1:${port}` : ''
})

/** The line with the token is printed as soon as the server listens; what npm hands on comes a little later. */
async function untilToken({ printed }: ReturnType<typeof npm>): Promise<string> {
  return await vi.waitUntil(() => setupTokenIn(printed()), { timeout: 10_000 })
}

afterAll(async () => {
  started?.child.kill('SIGTERM')
  await untilGone(port, 10_000)
  scratch.remove()
})

/** Sends bytes as they are, because a client would tidy the address up. */
function raw(target: string, headers: readonly string[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write([`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close', ...headers, '', ''].join('\r\n'))
    })
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => (heard += chunk))
    socket.on('end', () => resolve(heard))
    socket.on('error', reject)
  })
}

const pages = ['/secret', '/secret/map', '/secret/chain', '/secret/outline', '/secret/settings', '/secret/plan', '/']

const middleware = ['middleware', 'src/middleware', 'pages/_middleware', 'middleware:middleware:middleware:middleware:middleware', '1']

const tricks: readonly (readonly [string, (page: string) => string, readonly string[]])[] = [
  ...middleware.map((value) => [`x-middleware-subrequest: ${value}`, (page: string) => page, [`x-middleware-subrequest: ${value}`]] as const),
  ['.rsc', (page) => `${page}.rsc`, ['rsc: 1']],
  ['?_rsc', (page) => `${page}?_rsc=abc`, ['rsc: 1']],
  ['prefetch', (page) => page, ['rsc: 1', 'next-router-prefetch: 1']],
  ['segment prefetch', (page) => page, ['rsc: 1', 'next-router-prefetch: 1', 'next-router-segment-prefetch: /_tree']],
  ['segments path', (page) => `${page}.segments/_tree.segment.rsc`, ['rsc: 1']],
  ['x-middleware-prefetch', (page) => page, ['x-middleware-prefetch: 1', 'purpose: prefetch']],
  ['two slashes', (page) => `/${page}`, []],
  ['%2e', (page) => `/%2e${page}`, []],
  ['%2e%2e', (page) => `/welcome/%2e%2e${page}`, []],
  ['%2f', (page) => page.replaceAll('/', '%2f').replace('%2f', '/'), []],
  ['locale', (page) => `/en${page}`, []],
  ['__nextDefaultLocale', (page) => `${page}?__nextDefaultLocale=en&__nextLocale=en`, []],
  ['nxtP', (page) => `${page}?nxtPnetwork=secret`, []],
  ['absolute address', (page) => `http://127.0.0.1:${port}${page}`, []],
  ['a path handed in', (page) => page, ['x-weft-path: /', 'x-weft-nonce: abc', 'x-matched-path: /secret', 'x-invoke-path: /secret']],
  ['upgrade', (page) => page, ['Upgrade: websocket', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 13']],
]

describe('T-MW: pages are shut, whatever way leads to them', () => {
  test('the network is there, for who may see it', () => expect(address).not.toBe(''))

  test.each(pages)('%s leads a stranger away', async (page) => {
    const answer = await raw(page)
    expect(answer).toMatch(/^HTTP\/1\.1 30[27] /)
    expect(answer).toMatch(/location: \/sign-in/i)
    expect(answer).not.toContain(canary)
  })

  test.each(tricks)('%s', async (_, at, headers) => {
    for (const page of pages) expect(await raw(at(page), headers), page).not.toContain(canary)
  })
})

describe('T-RSC: there are no server actions', () => {
  test('the build has none', () => {
    const manifests = globSync('**/server-reference-manifest.json', { cwd: join(root, '.next') })
    expect(manifests.length > 0 || existsSync(join(root, '.next'))).toBe(true)
    for (const file of manifests) {
      const { node = {}, edge = {} } = JSON.parse(readFileSync(join(root, '.next', file), 'utf8'))
      expect([Object.keys(node), Object.keys(edge)], file).toEqual([[], []])
    }
  })

  test('a request for one is refused at once, and the server lives on', async () => {
    const tries: Record<string, string>[] = [
      { 'next-action': 'a'.repeat(40) },
      { 'next-action': '$ACTION', 'content-type': 'multipart/form-data; boundary=x' },
    ]
    for (const headers of tries) {
      const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: '--x--' })
      expect([400, 403, 405]).toContain(status)
    }
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  })
})
