import { expect, test } from 'vitest'
import { isAllowedHost, isAllowedHostEntry, isPublicAddress, refusalOfUrl } from '../../../lib/server/outbox/addresses.ts'
import { makePost } from '../../../lib/server/outbox/post.ts'
import { startReceiver } from './receiver.ts'

/** Spellings of hosts that are not the public internet; the port is left open. */
const closedHosts = [
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '0177.0.0.0x1', '017700000001'],
  ...['0.0.0.0', '0', '0x0', '00', '10.0.0.1', '10.255.255.255', '167772161', '0xa.1', '012.0.0.1', '172.16.0.1', '172.31.255.255', '0xac100001'],
  ...['192.168.0.1', '192.168.1', '3232235521', '0300.0250.0.1', '169.254.169.254', '2852039166', '0xa9fea9fe', '0xa9.0xfe.0xa9.0xfe', '169.254.0.1'],
  ...['100.64.0.1', '100.100.100.200', '100.127.255.255', '168.63.129.16', '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1'],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:a9fe:a9fe]',
    '[::ffff:10.0.0.1]',
    '[::127.0.0.1]',
    '[::7f00:1]',
  ],
  ...['[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[fdff::1]', '[ff02::1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]', '[2002:0a00:0001::]'],
  ...[
    '[64:ff9b::7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::1]',
    '[2001::1]',
    '[2001:0:53aa:64c:0:0:0:0]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[100::1]',
    '[fec0::1]',
  ],
  ...['①②⑦.⓪.⓪.①', '127。0。0。1', '１２７.0.0.1', '127.0.0.1.'],
]

/** The same by name: their resolver leads them home. */
const closedNames = ['localhost', 'localhost.', 'LOCALHOST', 'metadata.google.internal', 'home.example.org']

const home = async () => [{ address: '127.0.0.1', family: 4 }]

test('there are at least 60 spellings', () => {
  expect(new Set([...closedHosts, ...closedNames]).size).toBeGreaterThanOrEqual(60)
})

test('no spelling of a closed address is sent to, on the port of a canary or on port 80', async () => {
  const canary = await startReceiver()
  const canary6 = await startReceiver('::1')
  try {
    const post = makePost({ allowedHosts: [], resolve: home, timeoutMs: 2_000 })
    for (const host of [...closedHosts, ...closedNames])
      for (const place of [`${host}:${canary.port}`, `${host}:${canary6.port}`, host]) {
        const url = `http://${place}/hook`
        const posted = URL.canParse(url) ? await post({ url, headers: {}, body: '{}' }) : { kind: 'failed' }
        expect([url, posted.kind]).toEqual([url, 'failed'])
      }
    expect([canary.received, canary6.received]).toEqual([[], []])
    const allowed = makePost({ allowedHosts: [`127.0.0.1:${canary.port}`], resolve: home, timeoutMs: 2_000 })
    expect(await allowed({ url: canary.url, headers: {}, body: '{}' })).toMatchObject({ kind: 'answered', status: 204 })
    expect(canary.received).toHaveLength(1)
  } finally {
    await canary.close()
    await canary6.close()
  }
})

test('what is refused is refused because of its address: each is closed, and public ones are open', () => {
  for (const host of closedHosts) {
    const url = URL.parse(`http://${host}/`)
    expect([host, url === null || refusalOfUrl([], url) !== null]).toEqual([host, true])
  }
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, true])
  for (const text of ['', 'localhost', '1.1.1', 'fe80::1%eth0', '::ffff:8.8.8.8']) expect([text, isPublicAddress(text)]).toEqual([text, false])
})

test('schemes, ports and user names', () => {
  const refused = (text: string) => refusalOfUrl([], new URL(text))
  for (const text of ['http://example.org', 'https://example.org', 'https://example.org:443/', 'http://example.org:80/', 'http://example.org:443/'])
    expect([text, refused(text)]).toEqual([text, null])
  for (const text of ['http://example.org:22/', 'https://example.org:8443/', 'http://example.org:6379/'])
    expect(refused(text)).toContain('ports 80 and 443')
  for (const text of ['ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:,x', 'javascript:1'])
    expect(refused(text)).toContain('http and https')
  for (const text of ['http://user@example.org/', 'http://user:word@example.org/', 'http://:word@example.org/'])
    expect(refused(text)).toContain('user name')
})

test('the operator allows a host on any port, or on one', () => {
  const allowed = ['intranet', '10.0.0.7:8080', '[fd00::7]:9000', 'Hooks.Internal:443']
  const isAllowed = (text: string) => isAllowedHost(allowed, new URL(text))
  for (const text of [
    'http://intranet:9999/',
    'https://intranet/',
    'http://10.0.0.7:8080/x',
    'http://[fd00::7]:9000/',
    'https://hooks.internal/',
    'http://INTRANET./',
  ])
    expect([text, isAllowed(text)]).toEqual([text, true])
  for (const text of [
    'http://intranet.evil.example/',
    'http://10.0.0.7/',
    'http://10.0.0.7:8081/',
    'http://[fd00::8]:9000/',
    'http://hooks.internal/',
  ])
    expect([text, isAllowed(text)]).toEqual([text, false])
  expect(allowed.every(isAllowedHostEntry)).toBe(true)
  for (const text of ['http://intranet', 'intranet/path', 'a b', 'user@intranet', '']) expect([text, isAllowedHostEntry(text)]).toEqual([text, false])
})

test('a resolver that says something else the second time is asked once, and what it said then is what is connected to', async () => {
  const canary = await startReceiver()
  try {
    let asked = 0
    const switching = async () => {
      asked += 1
      return asked % 2 === 1 ? [{ address: '192.0.2.1', family: 4 }] : [{ address: '127.0.0.1', family: 4 }]
    }
    const post = makePost({ allowedHosts: [], resolve: switching, timeoutMs: 500 })
    for (let round = 0; round < 6; round += 1)
      expect(await post({ url: 'http://rebind.example.org/', headers: {}, body: '{}' })).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('not on the public internet'),
      })
    expect([asked, canary.received.length]).toEqual([6, 0])
  } finally {
    await canary.close()
  }
})

test('one closed address among public ones refuses them all, and a name without an address is told', async () => {
  const posted = (resolve: Parameters<typeof makePost>[0]['resolve']) =>
    makePost({ allowedHosts: [], ...(resolve && { resolve }), timeoutMs: 500 })({ url: 'http://many.example.org/', headers: {}, body: '' })
  const mixed = async () => ['1.1.1.1', '::1'].map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  expect(await posted(mixed)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('public internet') })
  expect(await posted(async () => [])).toMatchObject({ reason: 'the name has no address' })
  expect(await posted(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })))).toMatchObject({
    reason: 'the name cannot be resolved (ENOTFOUND)',
  })
})

test('an allowed name is resolved and reached; a redirect to a canary is not followed', async () => {
  const [canary, door] = [await startReceiver(), await startReceiver()]
  try {
    const post = makePost({ allowedHosts: [`door.example:${door.port}`], resolve: home, timeoutMs: 2_000 })
    for (const status of [301, 302, 303, 307, 308]) {
      door.setMood({ kind: 'answer', status, headers: { location: canary.url } })
      expect(await post({ url: `http://door.example:${door.port}/`, headers: { 'x-test': '1' }, body: '{"a":1}' })).toMatchObject({
        kind: 'answered',
        status,
      })
    }
    expect([door.received.length, canary.received.length]).toEqual([5, 0])
    expect(door.received[0]).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'x-test': '1' } })
  } finally {
    await canary.close()
    await door.close()
  }
})

test('a receiver that hangs, cuts or writes for ever costs its time and no more', async () => {
  const door = await startReceiver()
  try {
    const post = makePost({ allowedHosts: ['127.0.0.1'], timeoutMs: 300 })
    const send = () => post({ url: door.url, headers: {}, body: '{}' })
    door.setMood({ kind: 'hang' })
    const since = performance.now()
    expect(await send()).toEqual({ kind: 'failed', reason: 'there was no answer in time' })
    expect(performance.now() - since).toBeLessThan(2_000)
    door.setMood({ kind: 'cut' })
    expect(await send()).toEqual({ kind: 'failed', reason: 'the connection was cut' })
    door.setMood({ kind: 'slowBody' })
    expect(await send()).toMatchObject({ kind: 'answered', status: 200 })
  } finally {
    await door.close()
  }
  expect(await makePost({ allowedHosts: ['127.0.0.1'] })({ url: door.url, headers: {}, body: '' })).toEqual({
    kind: 'failed',
    reason: 'the connection was refused',
  })
})
