import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { accountsOn, type Browser, claim, goodPassword, owner } from './account-kit.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(text: string): Buffer {
  const bits = [...text].map((sign) => base32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** What an authenticator app shows (RFC 6238), written here a second time so that the library's is checked. */
function codeAt(uri: string, ms: number): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(ms / 30_000)))
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describeOnEachDatabase('the second factor', (database) => {
  const kit = accountsOn(database)
  let uri = ''
  let recovery: string[] = []
  const password = async () => {
    const browser = kit.browser()
    const answer = await browser.send('POST', '/api/auth/sign-in/email', { email: owner.email, password: goodPassword })
    return { browser, answer }
  }
  const user = async (browser: Browser) => (await browser.send('GET', '/api/v1/session')).body.user
  const verify = (browser: Browser, kind: 'totp' | 'backup-code', code: string) =>
    browser.send('POST', `/api/auth/two-factor/verify-${kind}`, { code })

  test('AU40: is turned on with the password, and only by a right code', async () => {
    const browser = await claim(kit)
    const enable = (given: string) => browser.send('POST', '/api/auth/two-factor/enable', { password: given })
    expect((await enable('not the password')).body.errors).toMatchObject([{ path: 'password' }])
    const { status, body } = await enable(goodPassword)
    expect(status).toBe(200)
    uri = body.totpURI
    recovery = body.backupCodes
    expect(new URL(uri).searchParams.get('issuer')).toBe('Weft')
    expect(recovery.length).toBeGreaterThanOrEqual(8)
    expect((await user(browser)).hasSecondFactor).toBe(false)
    expect((await (await password()).browser.send('GET', '/api/v1/session')).body.user).not.toBeNull()
    expect((await verify(browser, 'totp', '000000')).body.code).toBe('SIGN_IN_REFUSED')
    expect((await verify(browser, 'totp', codeAt(uri, Date.now()))).status).toBe(200)
    expect((await user(browser)).hasSecondFactor).toBe(true)
  })

  test('AU41: then a password alone signs nobody in', async () => {
    const { browser, answer } = await password()
    expect(answer.body).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
    expect(await user(browser)).toBeNull()
    expect((await browser.send('GET', '/api/v1/networks')).status).toBe(401)
  })

  test('AU42: a right code does, after the password only', async () => {
    expect((await verify(kit.browser(), 'totp', codeAt(uri, Date.now()))).body.code).toBe('SIGN_IN_REFUSED')
    const { browser } = await password()
    expect((await verify(browser, 'totp', codeAt(uri, Date.now() - 600_000))).body.code).toBe('SIGN_IN_REFUSED')
    expect(await user(browser)).toBeNull()
    const { body, status } = await verify(browser, 'totp', codeAt(uri, Date.now()))
    expect([status, body.token]).toEqual([200, undefined])
    expect((await user(browser)).email).toBe(owner.email)
  })

  test('AU43: a recovery code works once', async () => {
    const [code = ''] = recovery
    const { browser } = await password()
    expect((await verify(browser, 'backup-code', code)).status).toBe(200)
    expect((await user(browser)).email).toBe(owner.email)
    const again = (await password()).browser
    expect((await verify(again, 'backup-code', code)).body.code).toBe('SIGN_IN_REFUSED')
    expect(await user(again)).toBeNull()
  })

  test('AU44: secret and recovery codes are sealed in the database', async () => {
    const { db, tables } = database.store().accounts
    const rows = await Reflect.get(db, 'select').call(db).from(tables.twoFactor)
    const kept = JSON.stringify(rows)
    expect(rows).toHaveLength(1)
    for (const secret of [new URL(uri).searchParams.get('secret') ?? '?', ...recovery]) expect(kept).not.toContain(secret)
  })

  test('AU45: ten wrong codes in a row lock it for a while, the right one included', async () => {
    expect((await verify((await password()).browser, 'totp', codeAt(uri, Date.now()))).status).toBe(200)
    const codes: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const { browser } = await password()
      for (let at = 0; at < 5; at += 1) codes.push((await verify(browser, 'totp', '000000')).body.code)
    }
    expect(codes.filter((code) => code === 'SIGN_IN_REFUSED')).toHaveLength(10)
    expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS')
    const { browser } = await password()
    const locked = await verify(browser, 'totp', codeAt(uri, Date.now()))
    expect([locked.status, Number(locked.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  test('AU46: is turned off with the password', async () => {
    const { browser } = await password()
    expect((await verify(browser, 'backup-code', recovery[1] ?? '')).status).toBe(429)
    const { accounts } = kit.process()
    const { db, tables } = accounts.store.accounts
    await Reflect.get(db, 'update').call(db, tables.twoFactor).set({ lockedUntil: null, failedVerificationCount: 0 })
    const there = (await password()).browser
    expect((await verify(there, 'backup-code', recovery[1] ?? '')).status).toBe(200)
    const disable = (given: string) => there.send('POST', '/api/auth/two-factor/disable', { password: given })
    expect((await disable('not the password')).body.errors).toMatchObject([{ path: 'password' }])
    expect((await disable(goodPassword)).status).toBe(200)
    expect((await user(there)).hasSecondFactor).toBe(false)
    expect(await user((await password()).browser)).not.toBeNull()
    expect(kit.process().bugs).toEqual([])
  })
})
