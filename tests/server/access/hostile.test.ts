import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { operations } from '../../../lib/contract/api.ts'
import { newLinkSecret, newToken } from '../../../lib/server/access/secret.ts'
import { noteAddress } from '../../../lib/server/client-address.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { filled, operationOf, rows } from './matrix/requests.ts'
import { type Ground, groundOn, makeWorld, type World } from './matrix/world.ts'

const writes = rows.filter((row) => !row.includes('@') && operationOf(row).method !== 'GET')
const withBody = writes.filter((row) => operationOf(row).body !== undefined && row !== 'importNetwork')

describeOnEachDatabase('hostile requests', (database) => {
  let ground: Ground | undefined
  let world: World | undefined
  let count = 0
  beforeAll(async () => {
    ground = groundOn(database.store())
    world = await makeWorld(ground)
  })
  afterAll(() => ground?.close())
  const ready = () => {
    if (ground && world) return { ground, world }
    throw new Error('the world is made before the first test')
  }

  /** The row as the owner of the network, or of the server, sends it, with other headers or another body; each from an address of its own. */
  const send = async (row: string, { headers = {}, text }: { headers?: Record<string, string>; text?: string } = {}) => {
    const at = ready()
    const { params = {}, query = {}, body } = filled(row, at.world, 'owner')
    const all: Record<string, string> = { network: at.world.networkId, ...params }
    const path = operationOf(row).path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(all[name] ?? 'none'))
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const owner = operationOf(row).access === 'instance' ? at.world.headers.onlooker : at.world.headers.owner
    const merged = { ...owner, ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers }
    const used = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
    const url = `http://localhost/api/v1${path}?${new URLSearchParams(query)}`
    const request = new Request(url, { method: operationOf(row).method, headers: used, ...(sent === undefined ? {} : { body: sent }) })
    count += 1
    noteAddress(request, `hostile ${count}`)
    const response = await at.ground.app.fetch(request)
    const answer = await response.text()
    return { status: response.status, code: String(Reflect.get(Object(answer.startsWith('{') ? JSON.parse(answer) : {}), 'code')), text: answer }
  }

  describe('T-CSRF', () => {
    test.each(writes)('%s is refused from another site, from nowhere, and as a form', async (row) => {
      const from: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: '' },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of from) expect(await send(row, { headers }), JSON.stringify(headers)).toMatchObject({ status: 403, code: 'CROSS_SITE' })
      if (!withBody.includes(row)) return
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
        expect([403, 415], `${row} as ${type}`).toContain((await send(row, { headers: { 'content-type': type } })).status)
    })

    test('a token is no cookie: it may come from anywhere', async () => {
      const { world: at } = ready()
      const headers = { ...at.headers.writeToken, cookie: '', origin: 'https://evil.example' }
      expect((await send('createTeam', { headers })).status).toBe(201)
    })

    test('from its own site the same is taken', async () => {
      expect((await send('createTeam')).status).toBe(201)
    })
  })

  describe('T-MASS and T-PROTO', () => {
    const extra = ['role', 'userId', 'networkId', 'isInstanceOwner', 'personIdOfOwner', 'revokedAt', 'createdBy', 'hash', 'constructor', 'prototype']
    test.each(withBody)('%s takes no field that it does not name', async (row) => {
      const { world: at } = ready()
      const body = Object(filled(row, at, 'owner').body)
      for (const field of extra.filter((name) => !Object.hasOwn(body, name))) {
        const known = Reflect.get(Object(Reflect.get(Object(operationOf(row).body), 'shape')), field) !== undefined
        if (!known) expect((await send(row, { text: JSON.stringify({ ...body, [field]: 'x' }) })).status, field).toBe(400)
      }
      const text = JSON.stringify(body).replace(/^\{/, '{"__proto__":{"polluted":1},').replace(/,\}$/, '}')
      expect((await send(row, { text })).status, '__proto__').toBe(400)
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
    })
  })

  describe('T-SQLI', () => {
    const evil = ["' OR '1'='1", "'; DROP TABLE team; --", '" OR ""="', '1) UNION SELECT * FROM "user" --', '%', '_', '\\']
    const lists = operations.filter(({ method, query }) => method === 'GET' && query && 'cursor' in query.shape)

    test.each(lists)('$id: filters, sort and cursor are values, never statements', async ({ path, query }) => {
      const at = ready()
      const url = `http://localhost/api/v1${path.replace('{network}', at.world.networkId)}`
      for (const name of Object.keys(query?.shape ?? {}))
        for (const text of evil) {
          const response = await at.ground.app.request(`${url}?${new URLSearchParams({ [name]: text })}`, { headers: at.world.headers.owner })
          const answer = await response.json()
          expect([200, 400], `${name}=${text}`).toContain(response.status)
          if (response.status === 200 && name !== 'search') expect(answer.total, `${name}=${text}`).toBe(0)
        }
    })

    test('the tables are all there, and the canary in them', async () => {
      const { world: at } = ready()
      const { text } = await send('exportNetwork')
      expect(text).toContain(`canary-${at.prefix}`)
      expect((await database.store().check()).ok).toBe(true)
    })
  })

  describe('T-TOKEN and T-SHARE', () => {
    test('no secret is kept: neither a token nor a link is in any row', async () => {
      const { world: at } = ready()
      const made = JSON.parse((await send('createToken')).text)
      const link = JSON.parse((await send('createShareLink')).text)
      const invitation = JSON.parse((await send('createInvitation')).text)
      const { networkId } = at
      const kept = await database.store().ask(function* (statements) {
        const [tokens, links, invitations] = [
          yield* ask(statements.apiTokensOf, { networkId }),
          yield* ask(statements.linksOf, { networkId }),
          yield* ask(statements.invitationsOf, { networkId }),
        ]
        return JSON.stringify([tokens, links, invitations])
      })
      const secrets = [made.token, link.path.split('/').at(-1), invitation.path.split('/').at(-1)]
      for (const secret of secrets) {
        expect(secret.length).toBeGreaterThan(20)
        expect(kept).not.toContain(secret)
      }
      expect(kept).toContain(made.token.slice(-4))
      expect((await send('listTokens')).text).not.toContain(made.token.slice(5, -4))
    })

    test('10,000 secrets are all different and spread over all their bits', () => {
      const [tokens, links] = [Array.from({ length: 10_000 }, newToken), Array.from({ length: 10_000 }, newLinkSecret)]
      expect([new Set(tokens).size, new Set(links).size]).toEqual([10_000, 10_000])
      for (const at of [0, 13, 26]) expect(new Set(links.map((link) => link[at])).size).toBeGreaterThan(at === 0 ? 4 : 55)
    })

    test('10,000 guesses all read the same words', { timeout: 120_000 }, async () => {
      const at = ready()
      const bodies = new Set<string>()
      for (let guess = 0; guess < 10_000; guess += 1) {
        const request = new Request(`http://localhost/api/v1/shared/${guess % 3 === 0 ? `guess${guess}` : newLinkSecret()}`)
        noteAddress(request, `address ${guess}`)
        const response = await at.ground.app.fetch(request)
        bodies.add(`${response.status} ${await response.text()}`)
      }
      expect([...bodies]).toEqual([expect.stringContaining('LINK_OVER')])
    })

    test('one address may not guess for long', async () => {
      const at = ready()
      const statuses: number[] = []
      for (let guess = 0; guess < 40; guess += 1) {
        const request = new Request(`http://localhost/api/v1/shared/${newLinkSecret()}`)
        noteAddress(request, 'one guesser')
        statuses.push((await at.ground.app.fetch(request)).status)
      }
      expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
    })

    test('what a link opens is kept by no cache, found by no search, and told to no other site', async () => {
      const { ground: on, world: at } = ready()
      const { headers } = await on.app.request(`/api/v1/shared/${at.secrets.link}`)
      expect([headers.get('referrer-policy'), headers.get('x-robots-tag'), headers.get('cache-control')]).toEqual([
        'no-referrer',
        'noindex, nofollow',
        'no-store',
      ])
    })
  })
})
