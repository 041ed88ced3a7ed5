import { describe, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let at = 0; at < depth; at += 1) value = [value]
  return value
}

describeOnEachDatabase('HTTP', (database) => {
  const { send, app } = apiOn(database)
  const raw = async (path: string, init: RequestInit) => {
    const response = await app().request(path, init)
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const json = { 'content-type': 'application/json' }

  test('a method that an address does not know is 405, with those it knows', async () => {
    const answer = await send('PUT', `${base}/networks`, {})
    expect(expectProblem(answer, 'METHOD_NOT_ALLOWED').detail).toContain('GET, POST')
    expect(answer.headers.get('allow')).toBe('GET, POST')
    expect((await send('OPTIONS', `${base}/networks`)).status).toBe(204)
  })

  test('an address that is not there is 404 and names the list of calls', async () => {
    expect(expectProblem(await send('GET', `${base}/nothing`), 'NO_SUCH_ADDRESS').detail).toContain('/api/docs')
  })

  test('HEAD answers as GET without a body', async () => {
    const answer = await send('HEAD', `${base}/networks`)
    expect([answer.status, answer.body]).toEqual([200, ''])
  })

  describe('bodies', () => {
    const path = `${base}/networks`

    test('only JSON is taken', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
        expectProblem(await raw(path, { method: 'POST', body: '{"name":"A"}', headers: { 'content-type': type } }), 'MEDIA_TYPE')
      expectProblem(await raw(path, { method: 'POST' }), 'MEDIA_TYPE')
      expect((await raw(path, { method: 'POST', body: '{"name":"A"}', headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).status).toBe(
        201,
      )
    })

    test('what is not JSON, or not UTF-8, is refused', async () => {
      for (const body of ['', '{', 'nul', '{"name":}', Uint8Array.of(0x22, 0xff, 0x22)])
        expectProblem(await raw(path, { method: 'POST', body, headers: json }), 'NOT_JSON')
    })

    test('more than 1 MB is refused, whether or not its length is stated', async () => {
      const body = JSON.stringify({ name: 'x'.repeat(1_000_001) })
      expectProblem(await raw(path, { method: 'POST', body, headers: { ...json, 'content-length': String(body.length) } }), 'TOO_LARGE')
      const stream = new Blob([body]).stream()
      expectProblem(await raw(path, { method: 'POST', body: stream, headers: json, duplex: 'half' } as RequestInit), 'TOO_LARGE')
    })

    test('more than 32 levels are refused, 32 are looked at', async () => {
      expect(expectProblem(await send('POST', path, nested(33)), 'VALIDATION').errors[0].message).toContain('32 levels')
      expect(expectProblem(await send('POST', path, nested(32)), 'VALIDATION').detail).not.toContain('32 levels')
      expectProblem(await raw(`${base}/import`, { method: 'POST', body: '['.repeat(500_000) + ']'.repeat(500_000), headers: json }), 'VALIDATION')
    })

    test('text that no database keeps is refused by its path', async () => {
      for (const name of ['nul \u0000', 'half \ud83d', 'half \udc00'])
        expect(expectProblem(await send('POST', path, { name }), 'VALIDATION').errors).toMatchObject([{ path: 'name' }])
    })

    test('names that mean something to JavaScript are names like any other', async () => {
      const body = '{"name":"A","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
      const { errors } = expectProblem(await raw(path, { method: 'POST', body, headers: json }), 'VALIDATION')
      expect(errors.map((fault: { path: string }) => fault.path)).toEqual(expect.arrayContaining(['constructor']))
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
    })
  })

  test('a query that is unknown, doubled or out of range is refused by name', async () => {
    const network = await sampleNetwork(send)
    const at = async (query: string) => expectProblem(await send('GET', `${network}/nodes?${query}`), 'VALIDATION').errors[0].path
    expect(await at('colour=red')).toBe('colour')
    expect(await at('limit=1&limit=2')).toBe('limit')
    expect(await at('limit=0')).toBe('limit')
    expect(await at('limit=201')).toBe('limit')
    expect(await at('limit=ten')).toBe('limit')
    expect(await at('sort=name;drop')).toBe('sort')
    expect(await at('rank=first')).toBe('rank')
  })

  describe('writes from other sites', () => {
    const post = (headers: Record<string, string>) => send('POST', `${base}/networks`, { name: 'A' }, headers)
    const cookie = 'weft.session_token=whatever'

    test('are refused', async () => {
      expectProblem(await post({ origin: 'https://evil.example' }), 'CROSS_SITE')
      expectProblem(await post({ origin: 'null' }), 'CROSS_SITE')
      expectProblem(await post({ 'sec-fetch-site': 'cross-site' }), 'CROSS_SITE')
      expectProblem(await post({ 'sec-fetch-site': 'same-site', origin: 'http://localhost' }), 'CROSS_SITE')
      expectProblem(await post({ cookie }), 'CROSS_SITE')
      expectProblem(await post({ cookie, origin: 'http://localhost:9999' }), 'CROSS_SITE')
    })

    test('of one’s own site, and of scripts, are taken', async () => {
      expect((await post({ cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(201)
      expect((await post({ origin: 'http://localhost' })).status).toBe(201)
      expect((await post({ 'sec-fetch-site': 'none' })).status).toBe(201)
      expect((await post({})).status).toBe(201)
    })

    test('reads need no origin', async () => {
      expect((await send('GET', `${base}/networks`, undefined, { cookie, origin: 'https://evil.example' })).status).toBe(200)
    })
  })
})
