import { describe, expect, test } from 'vitest'
import { deviceWords } from '../../lib/client/device-words.ts'
import { nameFromEmail } from '../../lib/client/name-from-email.ts'
import { nextAddress } from '../../lib/client/next-address.ts'
import { signedOut, untilSignedIn } from '../../lib/client/signed-out.ts'

describe('where one goes after signing in', () => {
  test.each(['/', '/bright/map', '/bright/chain?sel=kr:1&deg=2', '/account', '/invite/abc', '/signal/map', '/apiary/map'])(
    '%s is a page of this site',
    (path) => {
      expect(nextAddress(path)).toBe(path)
    },
  )
  test.each([
    null,
    undefined,
    '',
    'bright/map',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    '/x\\y',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    '/%0a',
    '/api/auth/sign-out',
    '/sign-in',
    '/sign-in?next=/x',
    '/setup?token=x',
    '/..//elsewhere.example',
  ])('%j is none, or would go round in a circle', (asked) => {
    expect(nextAddress(asked)).toMatch(asked === '/%0a' ? /^\/%0a$/ : /^\/$/)
  })
})

describe('what an e-mail address and a browser say', () => {
  test.each([
    ['ana.lind@example.org', 'Ana Lind'],
    ['ana_maria-lind+weft@example.org', 'Ana Maria Lind'],
    ['élodie@example.org', 'Élodie'],
    ['b2b@example.org', 'B B'],
    ['', ''],
  ])('%s proposes the name “%s”', (email, name) => {
    expect(nameFromEmail(email)).toBe(name)
  })
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1', 'Safari on an iPhone'],
    ['curl/8.5.0', 'curl'],
    [null, 'An unknown program'],
  ])('%s is “%s”', (userAgent, words) => {
    expect(deviceWords(userAgent)).toBe(words)
  })
})

test('whoever waits for a sign-in goes on as soon as there is one, and at once where there is', async () => {
  await untilSignedIn()
  signedOut.set(true)
  let isOn = false
  const waiting = untilSignedIn().then(() => {
    isOn = true
  })
  await Promise.resolve()
  expect(isOn).toBe(false)
  signedOut.set(false)
  await waiting
  expect(isOn).toBe(true)
})
