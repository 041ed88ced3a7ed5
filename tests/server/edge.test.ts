import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { nonceHeader } from '../../lib/contract/handle.ts'
import { readConfig } from '../../lib/server/config.ts'
import { withoutPassword } from '../../lib/server/database-url.ts'
import { isLoopbackHost, refusalOf } from '../../lib/server/guard.ts'
import { protect, protectPage } from '../../lib/server/headers.ts'

describe('the configuration', () => {
  test('has defaults for everything', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'file:./data/weft.db',
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'warn',
      isDev: false,
      baseUrl: null,
      trustedProxies: [],
      secret: null,
      mail: null,
      oidc: null,
      webhookAllowedHosts: [],
      metrics: null,
      backup: null,
    })
    expect(readConfig({ PORT: '', HOST: '' }).port).toBe(3000)
  })

  test('takes flags before variables', () => {
    expect(readConfig({ PORT: '4000' }, ['--port', '5000', '--database=postgres://u@h/d', '--dev'])).toMatchObject({
      port: 5000,
      databaseUrl: 'postgres://u@h/d',
      isDev: true,
    })
    expect(() => readConfig({}, ['--port'])).toThrow('--port needs a value')
  })

  test.each([
    [{ PORT: 'http' }, /PORT=http: Give a port/],
    [{ PORT: '70000' }, /PORT=70000/],
    [{ HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0: Give BASE_URL, too/],
    [{ HOST: '10.1.2.3' }, /others reach this server/],
    [{ BASE_URL: 'weft.example.org' }, /BASE_URL=.*Give scheme and host alone/],
    [{ BASE_URL: 'https://weft.example.org/app' }, /Give scheme and host alone/],
    [{ BASE_URL: 'https://me:secret@weft.example.org' }, /Give scheme and host alone/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /TRUSTED_PROXIES=10\.0\.0\.0\/33: Give addresses or networks/],
    [{ SMTP_URL: 'smtp://h' }, /Give MAIL_FROM, too/],
    [{ SMTP_URL: 'http://h', MAIL_FROM: 'a@b' }, /SMTP_URL=http:\/\/h: Give smtp/],
    [{ OIDC_ISSUER: 'https://login.example.org' }, /together/],
    [{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }, /leads back/],
    [{ DATABASE_URL: 'mysql://h/d' }, /DATABASE_URL=mysql:\/\/h\/d: Give file:PATH/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL=loud: Give one of/],
    [{ METRICS: 'short' }, /METRICS=…: Give on \(for programs of this computer\), off, or a token of 16 signs or more/],
    [{ METRICS: 'on', BASE_URL: 'https://weft.example.org' }, /METRICS=…: Give a token of 16 signs or more/],
    [{ BACKUP_DIR: '/copies', BACKUP_AT: 'at night' }, /BACKUP_AT=at night: Give a pattern of cron/],
    [{ BACKUP_AT: '0 3 * * *' }, /BACKUP_AT=.*Give BACKUP_DIR, too/],
    [{ BACKUP_DIR: '/copies', BACKUP_KEEP: '0/1/1' }, /BACKUP_KEEP=0\/1\/1: Give how many copies of days, weeks and months are kept/],
  ])('names the variable and the remedy: %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(message)
  })

  test('OP15: copies go to a folder every night at three, kept by days, weeks and months, unless told otherwise', () => {
    expect(readConfig({ BACKUP_DIR: '/copies' }).backup).toEqual({ folder: '/copies', at: '0 3 * * *', keep: { daily: 7, weekly: 4, monthly: 6 } })
    const told = readConfig({ BACKUP_DIR: '/copies', BACKUP_AT: '30 */6 * * *', BACKUP_KEEP: '30/0/12' })
    expect(told.backup).toMatchObject({ at: '30 */6 * * *', keep: { daily: 30, weekly: 0, monthly: 12 } })
  })

  test('OP20: the numbers are told to nobody, to this computer, or to whoever has the token', () => {
    expect([readConfig({ METRICS: 'off' }).metrics, readConfig({ METRICS: 'on' }).metrics]).toEqual([null, { token: null }])
    expect(readConfig({ METRICS: 'sixteen-signs-ok' }).metrics).toEqual({ token: 'sixteen-signs-ok' })
    expect(() => readConfig({ METRICS: 'too-short-sign' })).not.toThrow(/too-short/)
  })

  test('an address is printed without its password, whatever signs that holds', () => {
    for (const password of ['secret', 'a:b', 'a@b', 'a/b@c:d', '@'])
      expect(withoutPassword(`postgres://weft:${password}@db.local/weft`)).toBe('postgres://weft:…@db.local/weft')
    for (const plain of ['postgres://weft@db/weft', 'postgres://db:5432/weft', 'file:./data/a@b.db']) expect(withoutPassword(plain)).toBe(plain)
  })

  test('beyond this computer it has a name, and everything of mail and single sign-on', () => {
    const env = {
      ...{ HOST: '0.0.0.0', BASE_URL: 'https://Weft.Example.org:443', TRUSTED_PROXIES: '127.0.0.1, fd00::/8', WEFT_SECRET: 'x' },
      ...{ SMTP_URL: 'smtp://h:25', MAIL_FROM: 'Weft <weft@example.org>' },
      ...{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_ALLOWED_DOMAINS: 'Example.org, b.example' },
    }
    expect(readConfig(env)).toMatchObject({
      baseUrl: 'https://weft.example.org',
      trustedProxies: ['127.0.0.1', 'fd00::/8'],
      secret: 'x',
      mail: { url: 'smtp://h:25', from: 'Weft <weft@example.org>' },
      oidc: {
        issuer: 'https://login.example.org',
        clientId: 'a',
        clientSecret: 'b',
        name: 'Single sign-on',
        allowedDomains: ['example.org', 'b.example'],
      },
    })
    expect(() => readConfig({ ...env, BASE_URL: '', SMTP_URL: 'smtp://u:geheim@h', PORT: 'x' })).not.toThrow(/geheim/)
  })

  test('lists every mistake at once and shows no password', () => {
    const read = () => readConfig({ PORT: 'x', DATABASE_URL: 'postgress://me:secret@h/d' })
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL|DATABASE_URL[\s\S]*PORT/)
    expect(read).not.toThrow(/secret/)
  })
})

describe('the guard', () => {
  test.each(['localhost', 'localhost:3000', '127.0.0.1:80', '127.8.9.10', '[::1]:3000', 'LOCALHOST:1'])('lets %s in', (host) => {
    expect(isLoopbackHost(host)).toBe(true)
  })

  test.each([
    undefined,
    '',
    'evil.com',
    'localhost.evil.com',
    '127.0.0.1.evil.com',
    '0.0.0.0',
    '128.0.0.1',
    'localhost:',
    'localhost:3000@evil.com',
    '[::2]',
  ])('turns %s away', (host) => {
    expect(isLoopbackHost(host)).toBe(false)
    expect(refusalOf({ headers: { host }, method: 'GET', url: '/' })).toMatchObject({ status: 421 })
    expect(refusalOf({ headers: { host }, method: 'GET', url: '/api/v1/networks' })).toMatchObject({ status: 421 })
  })

  test('AU91: beside loopback only the configured name is answered, whatever its writing', () => {
    const at = (host: string, baseUrl: string | null = 'https://weft.example.org') =>
      refusalOf({ headers: { host }, method: 'GET', url: '/' }, baseUrl)
    for (const host of ['weft.example.org', 'WEFT.example.org', 'localhost:3000']) expect(at(host)).toBeNull()
    for (const host of ['example.org', 'weft.example.org.evil.example', 'evil.weft.example.org', 'weft.example.org:8443', '10.0.0.7'])
      expect(at(host)).toMatchObject({ status: 421, code: 'WRONG_HOST' })
    expect(at('weft.example.org', null)).toMatchObject({ status: 421 })
    expect(at('weft.example.org:8443', 'https://weft.example.org:8443')).toBeNull()
  })

  test('an address that is no UTF-8 is refused before a page is asked for it', () => {
    const headers = { host: 'localhost:3000' }
    expect(refusalOf({ headers, method: 'GET', url: '/%ff' })).toMatchObject({ status: 400, code: 'BAD_ADDRESS' })
    expect(refusalOf({ headers, method: 'GET', url: '/caf%C3%A9/map?x=%ff' })).toBeNull()
  })

  test('pages are only read, and know no server actions', () => {
    const headers = { host: 'localhost' }
    expect(refusalOf({ headers, method: 'HEAD', url: '/' })).toBeNull()
    expect(refusalOf({ headers, method: 'POST', url: '/' })).toMatchObject({ status: 405 })
    expect(refusalOf({ headers: { ...headers, 'next-action': 'x' }, method: 'POST', url: '/map' })).toMatchObject({ status: 400 })
    expect(refusalOf({ headers, method: 'POST', url: '/api/v1/networks?x=1' })).toBeNull()
  })
})

describe('headers', () => {
  const exchange = () => {
    const request = new IncomingMessage(new Socket())
    return { request, response: new ServerResponse(request) }
  }

  test('forbid everything in answers that are no pages', () => {
    const { response } = exchange()
    protect(response)
    expect(response.getHeader('content-security-policy')).toContain("default-src 'none'")
    expect(response.getHeader('x-content-type-options')).toBe('nosniff')
    expect(response.getHeader('strict-transport-security')).toBeUndefined()
    protect(response, true)
    expect(response.getHeader('strict-transport-security')).toBe('max-age=31536000')
  })

  test('give each page a nonce of its own, on the request and on the answer, whatever the caller sent', () => {
    const nonces = Array.from({ length: 100 }, () => {
      const { request, response } = exchange()
      request.headers[nonceHeader] = 'mine'
      request.headers['content-security-policy'] = "script-src 'nonce-mine'"
      request.headers['x-middleware-subrequest'] = 'middleware'
      protectPage(request, response, false)
      const policy = String(response.getHeader('content-security-policy'))
      expect(request.headers['content-security-policy']).toBe(policy)
      expect(request.headers['x-middleware-subrequest']).toBeUndefined()
      expect(policy).toContain(`'nonce-${String(request.headers[nonceHeader])}' 'strict-dynamic'`)
      expect(policy).not.toContain('unsafe-eval')
      return request.headers[nonceHeader]
    })
    expect(new Set(nonces).size).toBe(100)
    expect(nonces).not.toContain('mine')
  })
})
