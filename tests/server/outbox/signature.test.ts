import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeAnswerLinks } from '../../../lib/server/outbox/answer-links.ts'
import { delayAfter, mostAttempts } from '../../../lib/server/outbox/backoff.ts'
import { newWebhookSecret, signatureOf } from '../../../lib/server/outbox/signature.ts'
import { makeVault } from '../../../lib/server/outbox/vault.ts'

test('the signature is that of the reference vector of Standard Webhooks', () => {
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' }
  const right = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
  expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signed)).toBe(right)
  for (const other of [{ id: 'msg_other' }, { timestamp: 1_614_265_331 }, { body: '{"test":2432232314}' }])
    expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', { ...signed, ...other })).not.toBe(right)
})

test('a new secret has 32 random bytes', () => {
  const secrets = Array.from({ length: 100 }, newWebhookSecret)
  expect(new Set(secrets).size).toBe(100)
  for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32)
})

test('a sealed secret comes back; one byte changed, or another key, and it does not', () => {
  const vault = makeVault(randomBytes(32))
  const sealed = vault.seal('whsec_secret')
  expect(vault.unseal(sealed)).toBe('whsec_secret')
  expect(sealed).not.toContain('secret')
  expect(vault.seal('whsec_secret')).not.toBe(sealed)
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => vault.unseal(`v1.${changed.toString('base64url')}`)).toThrow()
  }
  expect(() => makeVault(randomBytes(32)).unseal(sealed)).toThrow()
  expect(() => vault.unseal(`v2.${sealed.slice(3)}`)).toThrow('unknown form')
})

test('tries are spread over 24 hours, each later than the one before, with a tenth of chance either way', () => {
  const even = Array.from({ length: mostAttempts - 1 }, (_, at) => delayAfter(at + 1, 0.5) ?? 0)
  expect(even.reduce((sum, each) => sum + each, 0)).toBe(86_400_000)
  expect(even.toSorted((a, b) => a - b)).toEqual(even)
  expect([delayAfter(1, 0), delayAfter(1, 0.5), delayAfter(1, 1)]).toEqual([4_500, 5_000, 5_500])
  expect(delayAfter(mostAttempts, 0.5)).toBeNull()
})

const link = {
  networkId: 'net',
  dependencyId: 'dep "1"',
  personId: 'person_ö',
  move: 'promise',
  after: '',
  expiresAt: new Date('2027-02-20T00:00:00Z'),
} as const
const before = new Date('2027-02-19T23:59:59Z')

test('an answer link says what was signed, until it is over', () => {
  const links = makeAnswerLinks(randomBytes(32))
  const token = links.sign(link)
  expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/)
  expect(links.verify(token, before)).toEqual(link)
  expect(links.verify(token, link.expiresAt)).toBeNull()
})

test('an answer link with any sign changed, cut, doubled or signed elsewhere is none', () => {
  const links = makeAnswerLinks(randomBytes(32))
  const token = links.sign(link)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  for (const at of Array.from(token).keys())
    for (const sign of alphabet) if (token[at] !== sign) expect(links.verify(token.slice(0, at) + sign + token.slice(at + 1), before)).toBeNull()
  for (const other of ['', '.', token.slice(0, -1), `${token}A`, `${token}.`, `${token}=`, token.replace('.', ''), `${token}.${token}`, 'é.ü'])
    expect(links.verify(other, before)).toBeNull()
  expect(makeAnswerLinks(randomBytes(32)).verify(token, before)).toBeNull()
})
