import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { announceAddress } from '../../../lib/server/address-file.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { readConfig } from '../../../lib/server/config.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import { makeLog } from '../../../lib/server/log.ts'
import { openDoors } from '../../../lib/server/services.ts'
import { openStore } from '../../../lib/server/store.ts'
import { freshFolder, weft } from '../cli/command-line.ts'
import { networkChange, now } from '../network-kit.ts'
import { browserOf, goodPassword, owner } from './account-kit.ts'

/** A database with an owner and a network, and where asked for the server that holds it, as lib/server/main.ts makes it but for the pages. */
async function serverOn(databaseUrl: string, stays: boolean) {
  const store = await openStore(databaseUrl)
  const live = openLive(store)
  const doors = openDoors({ ...readConfig({ DATABASE_URL: databaseUrl }), port: 4321 }, store, makeLog('silent'))
  const { identity, access, accounts, local } = doors
  const app = createApi({ store, live, identity, access, accounts, onBug: (error) => expect.unreachable(String(error)) })
  const token = await accounts.setup.newToken()
  const browser = browserOf(() => app)
  if (token) expect((await browser.send('POST', '/api/v1/setup', { ...owner, token })).status).toBe(201)
  const networkId = 'net_bright'
  const known = (await store.networks()).some(({ id }) => id === networkId)
  if (!known) await store.create({ actor: 'cli', who: system, networkId, now }, [networkChange(networkId, { slug: 'bright' })])
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const address = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}`))
  })
  const withdraw = announceAddress(databaseUrl, address, local.path)
  const close = async () => {
    withdraw()
    doors.close()
    live.close()
    server.closeAllConnections()
    server.close()
    await store.close()
  }
  if (stays) onTestFinished(close)
  else await close()
  return { browser, app, accounts, local, address }
}

describe.each([
  ['through the server that runs', true],
  ['on the database, where none runs', false],
])('weft user, %s', (_, stays) => {
  const place = async () => {
    const databaseUrl = `file:${join(freshFolder(), 'weft.db')}`
    const first = await serverOn(databaseUrl, stays)
    return { databaseUrl, later: async () => (stays ? first : serverOn(databaseUrl, true)) }
  }

  test('AU85: lists accounts, and says what is wrong with a call', async () => {
    const { databaseUrl } = await place()
    const { code, out } = await weft(['user', 'list'], { databaseUrl })
    expect([code, out]).toEqual([0, expect.stringMatching(/^ana@example\.org +Ana Lind \(owner of the server\)$/m)])
    expect(await weft(['user', 'reset', 'eve@example.org'], { databaseUrl })).toMatchObject({
      code: 1,
      err: expect.stringContaining('no account eve@example.org'),
    })
    for (const [args, said] of [
      [['user'], 'user takes ACTION and [EMAIL]; none was given'],
      [['user', 'remove', 'a@b'], '“remove” is none of them'],
      [['user', 'reset'], 'takes the e-mail address'],
      [['user', 'list', 'a@b'], 'takes no address'],
      [['user', 'invite', 'a@b.example'], 'Say to which network'],
      [['user', 'invite', 'a@b.example', '--network', 'bright', '--role', 'boss'], '--role is one of'],
    ] as const)
      expect(await weft(args, { databaseUrl })).toMatchObject({ code: 2, err: expect.stringContaining(said) })
  })

  test('AU86: reset prints a link by which the password is set, once', async () => {
    const { databaseUrl, later } = await place()
    const { link } = JSON.parse((await weft(['user', 'reset', 'ANA@example.org', '--json'], { databaseUrl })).out)
    const token = link.split('/reset/')[1]
    expect(token).toMatch(/^[\w-]{32}$/)
    const { app } = await later()
    const send = (path: string, body: object) => browserOf(() => app).send('POST', path, body)
    expect((await send('/api/v1/password-reset/new', { token, password: 'a quite other one' })).status).toBe(200)
    expect((await send('/api/v1/password-reset/new', { token, password: 'a quite other one' })).body.code).toBe('LINK_OVER')
    expect((await send('/api/auth/sign-in/email', { email: owner.email, password: 'a quite other one' })).status).toBe(200)
    expect((await send('/api/auth/sign-in/email', { email: owner.email, password: goodPassword })).status).toBe(401)
  })

  test('AU87: invite prints a link; disable, enable and owner change the account; the last owner stays', async () => {
    const { databaseUrl } = await place()
    const invited = await weft(['user', 'invite', 'bo@example.org', '--network', 'bright', '--role', 'editor'], { databaseUrl })
    expect(invited).toMatchObject({ code: 0, out: expect.stringMatching(/becomes editor here[\s\S]*http:\/\/localhost:3000\/invite\/\w+/) })
    expect((await weft(['user', 'disable', owner.email], { databaseUrl })).err).toContain('last owner of the server')
    expect((await weft(['user', 'enable', owner.email], { databaseUrl })).code).toBe(0)
    expect((await weft(['user', 'owner', owner.email], { databaseUrl })).out).toContain('is an owner of the server')
    expect((await weft(['user', 'invite', 'bo@example.org', '--network', 'nowhere'], { databaseUrl })).code).toBe(1)
  })
})

describe('the secret of this machine', () => {
  test('AU88: lies beside the database, for its owner only, is another at each start, and opens the API to who knows it', async () => {
    const databaseUrl = `file:${join(freshFolder(), 'weft.db')}`
    const { app, local } = await serverOn(databaseUrl, true)
    expect(local.path).toBe(`${databaseUrl.slice(5)}.local`)
    for (const path of [local.path, `${databaseUrl.slice(5)}.secret`]) expect(statSync(path).mode & 0o777).toBe(0o600)
    const list = async (secret: string) => (await app.request('/api/v1/users', { headers: { 'x-weft-local': secret } })).status
    const secret = readFileSync(local.path, 'utf8').trim()
    expect(Buffer.from(secret, 'base64url').length).toBe(32)
    expect(await list(secret)).toBe(200)
    for (const wrong of ['', 'x', secret.slice(1), `${secret}x`]) expect(await list(wrong)).toBe(401)
  })

  test('AU89: a wrong one is nobody, even with a session', async () => {
    const databaseUrl = `file:${join(freshFolder(), 'weft.db')}`
    const { browser } = await serverOn(databaseUrl, true)
    expect((await browser.send('GET', '/api/v1/users')).status).toBe(200)
    expect((await browser.send('GET', '/api/v1/users', undefined, { 'x-weft-local': 'x' })).status).toBe(401)
    expect((await browser.send('GET', '/api/v1/users', undefined, { authorization: 'Bearer weft_nothing' })).status).toBe(401)
  })
})
