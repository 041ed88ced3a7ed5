import { describe, expect, test, vi } from 'vitest'
import { makeLog } from '../../../lib/server/log.ts'
import { redacted } from '../../../lib/server/operation/redact.ts'
import { makeRequestIds } from '../../../lib/server/operation/request-id.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { localCaller, operated } from './operated.ts'

/** Waits for what is written once the answer has left. */
async function lineOf(server: Awaited<ReturnType<typeof operated>>, response: Response) {
  const requestId = response.headers.get('x-request-id')
  await response.text()
  return vi.waitFor(() => {
    const [line] = server.told(requestId)
    if (!line) throw new Error('no line yet')
    return line
  })
}

describeOnEachDatabase('the log', (database) => {
  test('OP5: one line of JSON for each request of the API: what was asked, how it ended, how long it took, which kind of caller', async () => {
    const server = await operated(database.store())
    const line = await lineOf(server, await fetch(`${server.url}/api/v1/networks?limit=1`, { headers: localCaller }))
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      msg: 'a request',
      method: 'GET',
      route: '/api/v1/networks',
      status: 400,
      ms: expect.any(Number),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      actor: 'local',
    })
    const inNetwork = await lineOf(server, await fetch(`${server.url}/api/v1/networks/secret-plan/nodes/node-42?q=hidden`))
    expect(inNetwork).toMatchObject({ route: '/api/v1/networks/{network}/nodes/{id}', status: 401, actor: 'anonymous' })
    expect(server.written.join('')).not.toMatch(/secret-plan|node-42|hidden/)
  })

  test('OP5: who only watches, and pages, are no lines', async () => {
    const server = await operated(database.store())
    for (const path of ['/healthz', '/readyz', '/', '/_next/static/x.js', '/some/page']) await (await fetch(server.url + path)).text()
    await lineOf(server, await fetch(`${server.url}/api/nothing`))
    expect(server.lines().map(({ route }) => route)).toEqual(['unknown'])
  })

  test('OP6: what fails is a warning with its code, and what is the fault of a bug has the id under which the user sees it', async () => {
    const broken = { ...database.store(), networks: () => Promise.reject(new Error('the table is on fire')) }
    const server = await operated(broken, { LOG_LEVEL: 'warn' })
    const response = await fetch(`${server.url}/api/v1/networks`, { headers: localCaller })
    const requestId = response.headers.get('x-request-id')
    expect(await response.json()).toMatchObject({ code: 'INTERNAL', requestId })
    await vi.waitFor(() => expect(server.told(requestId)).toHaveLength(2))
    expect(server.told(requestId)).toEqual([
      expect.objectContaining({ level: 'error', err: expect.objectContaining({ type: 'Error', message: 'the table is on fire' }) }),
      expect.objectContaining({ level: 'warn', route: '/api/v1/networks', status: 500, code: 'INTERNAL' }),
    ])
    await (await fetch(`${server.url}/api/v1/session`)).text()
    expect(server.lines()).toHaveLength(2)
  })

  test('OP6: what takes longer than a second is a warning', async () => {
    const slow = { ...database.store(), networks: () => new Promise<never[]>((resolve) => setTimeout(() => resolve([]), 1_050)) }
    const server = await operated(slow, { LOG_LEVEL: 'warn' })
    const line = await lineOf(server, await fetch(`${server.url}/api/v1/networks`, { headers: localCaller }))
    expect(line).toMatchObject({ level: 'warn', msg: 'a request was slow', status: 200 })
  })

  test('OP7: the id of a trusted proxy is taken over where it is well formed; anybody else gets a new one', async () => {
    const given = { 'x-request-id': 'edge-7f3a.0001' }
    const trusting = await operated(database.store(), { TRUSTED_PROXIES: '127.0.0.1' })
    const ask = async (url: string, headers: Record<string, string>) => (await fetch(`${url}/healthz`, { headers })).headers.get('x-request-id')
    expect(await ask(trusting.url, given)).toBe('edge-7f3a.0001')
    expect(await ask(trusting.url, { 'x-request-id': 'has spaces in it' })).toMatch(/^[0-9a-f-]{36}$/)
    expect(await ask((await operated(database.store())).url, given)).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a request id', () => {
  const idOf = makeRequestIds(['10.0.0.0/8'])
  const from = (remoteAddress: string, id: string | string[]) =>
    // biome-ignore lint/suspicious/noExplicitAny: a socket of which only the address is read
    idOf({ headers: { 'x-request-id': id as string }, socket: { remoteAddress } as any })

  test('OP7: is eight to 128 plain signs, from a proxy that is trusted', () => {
    for (const good of ['12345678', 'a'.repeat(128), 'edge-1.2_3abc']) expect(from('10.1.2.3', good)).toBe(good)
    expect(from('::ffff:10.1.2.3', '12345678')).toBe('12345678')
    for (const bad of ['1234567', 'a'.repeat(129), 'with space', 'new\nline1', '"quoted-"', '-leading-dash', 'ünicode-id'])
      expect(from('10.1.2.3', bad), bad).not.toBe(bad)
    expect(from('11.1.2.3', '12345678')).not.toBe('12345678')
  })
})

describe('a line of the log', () => {
  const linesOf = (tell: (log: ReturnType<typeof makeLog>) => void) => {
    const lines: string[] = []
    tell(makeLog('info', { write: (line) => void lines.push(line) }))
    return lines
  }

  test('OP8: is one line whatever it tells', () => {
    const nasty = 'first\nsecond\r\n{"level":"error","msg":"forged"}\u2028\u001b[31mred'
    const lines = linesOf((log) => log.error({ err: new Error(nasty), faults: [nasty] }, nasty))
    expect(lines).toHaveLength(1)
    expect([...(lines[0]?.trimEnd() ?? '')].filter((sign) => sign < ' ')).toEqual([])
    expect(JSON.parse(lines[0] ?? '').msg).toBe(nasty)
  })

  test('OP9: tells kind, code, sentence and place of an error, none of the values that drivers add', () => {
    const cause = Object.assign(new Error('duplicate key value'), { code: '23505', detail: 'Key (email)=(canary@example.org) already exists.' })
    const error = Object.assign(new Error('Failed query: insert into "session" values ($1)\nparams: canary-token,canary-address', { cause }), {
      params: ['canary-token'],
    })
    const [line = ''] = linesOf((log) => log.error({ err: error }, 'failed'))
    expect(line).not.toContain('canary')
    expect(JSON.parse(line).err).toMatchObject({
      type: 'Error',
      message: 'Failed query: insert into "session" values ($1)\nparams: …',
      cause: { code: '23505' },
    })
  })

  test.each([
    ['a token weft_0123456789abcdefABCDEF in a text', 'a token weft_… in a text'],
    ['authorization: Bearer abc.def-ghi', 'authorization: Bearer …'],
    ['__Host-weft.session_token=abc.def; path=/', '__Host-weft.session_token=…; path=/'],
    ['GET /share/0a1B2c3D4e5F6g7H8i9J0k1L2m3 failed', 'GET /share/… failed'],
    ['GET /join/0a1B2c3D4e5F6g7H8i9J0k1L2m3 and /api/v1/guest/0a1B2c3D4/seat', 'GET /join/… and /api/v1/guest/…/seat'],
    ['/setup?token=AbC_123-xyz&next=/map', '/setup?token=…&next=…'],
    ['postgres://weft:pa:ss@db.local/weft', 'postgres://weft:…@db.local/weft'],
    ['sealed by AbCdEfGhIjKlMnOpQrStUvWxYz012345', 'sealed by …'],
    ['key whsec_AbC+/123==', 'key whsec_…'],
    ['recipients were rejected: 550 5.1.1 <ana.lind+weft@mail.example.org>: unknown', 'recipients were rejected: 550 5.1.1 <…>: unknown'],
    ['no mailbox of jürgen@bücher.example, user@EXAMPLE.ORG', 'no mailbox of …, …'],
  ])('OP9: %s is told without what it opens', (text, told) => {
    expect(redacted(text)).toBe(told)
  })

  test('OP9: takes it out of the sentence of a line, too', () => {
    expect(linesOf((log) => log.warn('asked at /share/abc123 with weft_0123456789'))[0]).toContain('asked at /share/… with weft_…')
  })

  test('OP9: leaves alone what one looks for', () => {
    for (const plain of [
      'request 018f3b1c-7a2e-7c33-9f1e-2f5f0f0c8a11',
      'at write (/srv/weft/lib/server/executor-sqlite.ts:120:11)',
      '507 STORAGE_FULL',
      'at node_modules/@hono/node-server/index.js and better-auth@1.7.25/dist/x.js',
    ])
      expect(redacted(plain)).toBe(plain)
  })
})
