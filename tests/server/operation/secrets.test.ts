import { expect, test, vi } from 'vitest'
import { makeLog } from '../../../lib/server/log.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { localCaller, operated } from './operated.ts'

type Server = Awaited<ReturnType<typeof operated>>
type Sent = { readonly status: number; readonly text: string; readonly headers: Headers }

/** Sends as a page of the server does. */
async function send({ url }: Server, path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Sent> {
  const init =
    body === undefined
      ? { headers }
      : { method: 'POST', headers: { 'content-type': 'application/json', origin: url, ...headers }, body: JSON.stringify(body) }
  const response = await fetch(url + path, init)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** Guaranteed by the API, whose contract has tests of its own: the member is there. */
function memberOf(text: string, name: string): string {
  return String(Reflect.get(Object(JSON.parse(text)), name))
}

const password = 'canary-password-9f3b seven lamps'
const query = 'canary-query-77aa'
const email = 'canary.person@example.org'

/** Uses each kind of secret rightly and wrongly. @returns them all */
async function useSecrets(server: Server): Promise<string[]> {
  const setup = (await server.accounts.setup.newToken()) ?? ''
  const claimed = await send(server, '/api/v1/setup', {}, { token: setup, name: 'Canary Person', email, password })
  const cookie = claimed.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ')
  const [, session = ''] = /session_token=([^;]+)/.exec(cookie) ?? []
  const own = { cookie, origin: server.url }
  await send(server, '/api/auth/sign-in/email', {}, { email, password })
  await send(server, '/api/auth/sign-in/email', {}, { email, password: `${password} wrong` })
  const created = await send(server, '/api/v1/networks', own, { name: 'Plan', slug: 'canary-plan', template: 'blank' })
  expect(created.status).toBe(201)
  const at = '/api/v1/networks/canary-plan'
  const token = memberOf((await send(server, `${at}/tokens`, own, { name: 'script', scope: 'write' })).text, 'token')
  const hook = memberOf(
    (await send(server, `${at}/webhooks`, own, { name: 'hook', url: 'https://example.org/canary-hook', events: ['promise.asked'] })).text,
    'secret',
  )
  const share = memberOf((await send(server, `${at}/share-links`, own, { name: 'map', view: 'map' })).text, 'path').replace('/share/', '')
  const invitation =
    memberOf((await send(server, `${at}/invitations`, own, { role: 'viewer', email: 'canary.guest@example.org' })).text, 'path')
      .split('/')
      .at(-1) ?? ''
  const secrets = [setup, session, token, hook, share, invitation]
  expect(
    secrets.every((secret) => secret.length > 20),
    secrets.join('\n'),
  ).toBe(true)
  const bearer = { authorization: `Bearer ${token}` }
  for (const [path, headers] of [
    [`${at}/nodes?limit=2`, bearer],
    [`${at}/nodes?cursor=${query}`, bearer],
    [`/api/v1/shared/${share}`, {}],
    [`/share/${share}`, {}],
    [`/api/v1/invitations/${invitation}`, {}],
    [`/setup?token=${setup}`, {}],
    [`/api/v1/networks?token=${token}`, own],
    [`${at}/${token}`, own],
    [`${at}/snapshot`, { authorization: `Bearer ${token}x` }],
    [`${at}/snapshot`, { cookie: `weft.session_token=${session}x` }],
  ] as const)
    await send(server, path, headers)
  await send(server, `/api/v1/setup?token=${setup}`, {}, { token: setup, name: 'x', email, password })
  await send(server, `${at}/commands`, { ...own, 'idempotency-key': 'canary-key-1234' }, { commands: [{ name: token, input: { password } }] })
  return [...secrets, password, query, email, 'canary']
}

/** The same server, whose store fails with everything that it was given in its error. */
async function failWith(server: Server, secrets: readonly string[]): Promise<string[]> {
  const answers: string[] = []
  for (const secret of secrets) {
    const headers = { ...localCaller, cookie: `weft.session_token=${secret}`, 'user-agent': secret, referer: `${server.url}/share/${secret}` }
    answers.push((await send(server, '/api/v1/networks', headers)).text)
    answers.push((await send(server, `/api/v1/networks?x=${encodeURIComponent(secret)}`, headers)).headers.get('x-request-id') ?? '')
  }
  return answers
}

describeOnEachDatabase('secrets', (database) => {
  test('OP9: stand in no line of the log, no number and no answer to a failure, however they were sent', async () => {
    const metrics = 'canary-metrics-token-0123'
    const server = await operated(database.store(), { LOG_LEVEL: 'trace', METRICS: metrics })
    const secrets = await useSecrets(server)
    const drop = Object.assign(new Error(`Failed query: select 1\nparams: ${secrets.join(',')}`), { params: secrets, detail: secrets.join() })
    const broken = await operated({ ...database.store(), networks: () => Promise.reject(drop) }, { LOG_LEVEL: 'trace' })
    const refused = await failWith(broken, secrets)
    await vi.waitFor(() => expect(broken.lines().filter(({ level }) => level === 'error')).not.toHaveLength(0))
    const numbers = await send(server, '/metrics', { authorization: `Bearer ${metrics}` })
    await send(server, '/metrics', { authorization: `Bearer ${metrics}-wrong` })
    expect(numbers.status).toBe(200)
    expect(server.lines().length).toBeGreaterThan(15)
    const told = [...server.written, ...broken.written, ...refused, numbers.text].join('\n')
    for (const secret of [...secrets, metrics]) expect(told.includes(secret), `“${secret}” is told`).toBe(false)
  })

  test('OP9: would be found by this test, were a line to tell one', () => {
    const lines: string[] = []
    makeLog('info', { write: (line) => void lines.push(line) }).info({ path: '/share/canary' }, 'a careless line')
    expect(lines.join('').includes('canary')).toBe(true)
  })
})
