import { expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { hashOf } from '../../../lib/server/access/secret.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { dumpOf, placesOf } from '../privacy/dump.ts'
import { accountsOn, browserOf, goodPassword, isSignedIn, openProcess, owner, ownerOn, signIn } from './account-kit.ts'

describeOnEachDatabase('signing in', (database) => {
  const kit = accountsOn(database)
  const { claimed, signedIn } = ownerOn(kit)

  test('AU10: sets a cookie that no script reads and no other site sends, and tells no token', async () => {
    await claimed()
    const { headers, body } = await kit.browser().send('POST', signIn, { email: owner.email, password: goodPassword })
    const [cookie = '', ...others] = headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(/^weft\.session_token=[^;]+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
    const token = decodeURIComponent(cookie.split(/[=;]/)[1] ?? '').split('.')[0] ?? ''
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/)
    expect(JSON.stringify(body)).not.toContain(token)
    expect(body.user.email).toBe(owner.email)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('AU11: a cookie that came before the sign-in is not adopted, nor one with a changed signature', async () => {
    await claimed()
    const browser = kit.browser()
    browser.cookies.set('weft.session_token', `${'a'.repeat(32)}.${'b'.repeat(43)}%3D`)
    expect(await isSignedIn(browser)).toBe(false)
    await browser.send('POST', signIn, { email: owner.email, password: goodPassword })
    const own = browser.cookies.get('weft.session_token') ?? ''
    expect(own).not.toContain('a'.repeat(32))
    expect(await isSignedIn(browser)).toBe(true)
    browser.cookies.set(
      'weft.session_token',
      own.replace(/^./, (sign) => (sign === 'x' ? 'y' : 'x')),
    )
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('AU11: in the database stands the hash of the token, which opens nothing', async () => {
    const browser = await signedIn()
    const [token = '', signature = ''] = decodeURIComponent(browser.cookies.get('weft.session_token') ?? '').split('.')
    const dump = await dumpOf(database)
    expect(placesOf(dump, [token])).toEqual([])
    expect(placesOf(dump, [hashOf(token)])).toEqual(['session.token'])
    const thief = kit.browser()
    thief.cookies.set('weft.session_token', encodeURIComponent(`${hashOf(token)}.${signature}`))
    expect(await isSignedIn(thief)).toBe(false)
    expect((await browser.send('GET', '/api/v1/account/export')).text).not.toContain(hashOf(token))
  })

  test('AU12: a signed-out cookie is dead at once', async () => {
    const browser = await signedIn()
    const kept = new Map(browser.cookies)
    expect((await browser.send('POST', '/api/auth/sign-out', {})).status).toBe(200)
    expect(browser.cookies.size).toBe(0)
    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('AU13: a wrong password and an unknown address get the same answer', async () => {
    await claimed()
    const known = await kit.browser().send('POST', signIn, { email: owner.email, password: 'not the password' })
    const unknown = await kit.browser().send('POST', signIn, { email: 'nobody@example.org', password: 'not the password' })
    expect([known.status, known.body.code]).toEqual([401, 'SIGN_IN_REFUSED'])
    expect(unknown.text).toBe(known.text)
    expect(unknown.status).toBe(known.status)
  })

  test('AU14: sessions are listed without their tokens, and end one by one or all others', async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()]
    const { body, text } = await one.send('GET', '/api/v1/account/sessions')
    const current = body.items.filter((each: { isCurrent: boolean }) => each.isCurrent)
    expect(current).toMatchObject([{ address: one.address }])
    for (const browser of [one, two, three]) expect(text).not.toContain((browser.cookies.get('weft.session_token') ?? '').split('.')[0])
    const ofTwo = body.items.find(({ address }: { address: string }) => address === two.address)
    expect((await one.send('DELETE', `/api/v1/account/sessions/${ofTwo.id}`)).status).toBe(200)
    expect([await isSignedIn(one), await isSignedIn(two), await isSignedIn(three)]).toEqual([true, false, true])
    expect((await one.send('DELETE', `/api/v1/account/sessions/${ofTwo.id}`)).body.code).toBe('NOT_FOUND')
    await one.send('DELETE', '/api/v1/account/sessions')
    expect([await isSignedIn(one), await isSignedIn(three)]).toEqual([true, false])
  })

  test('AU15: a new password ends every other session and gives this one another cookie', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    const before = one.cookies.get('weft.session_token')
    const kept = kit.browser()
    kept.cookies.set('weft.session_token', before ?? '')
    const change = (currentPassword: string, newPassword: string) => one.send('POST', '/api/auth/change-password', { currentPassword, newPassword })
    expect((await change('not the password', 'another good one')).body.errors).toMatchObject([{ path: 'currentPassword' }])
    expect((await change(goodPassword, 'password1234')).body.errors).toMatchObject([{ path: 'newPassword' }])
    expect(await isSignedIn(two)).toBe(true)
    expect((await change(goodPassword, 'another good one')).status).toBe(200)
    expect([await isSignedIn(one), await isSignedIn(two), await isSignedIn(kept)]).toEqual([true, false, false])
    expect(one.cookies.get('weft.session_token')).not.toBe(before)
    expect((await change('another good one', goodPassword)).status).toBe(200)
  })

  test('AU16: a session ends after 14 days without a request, and after 90 in any case', async () => {
    const browser = await signedIn()
    const at = async (days: number) => {
      const later = openProcess(database.store(), { clock: () => new Date(Date.now() + days * 86_400_000) })
      const there = browserOf(() => later.app)
      for (const [name, value] of browser.cookies) there.cookies.set(name, value)
      const found = await isSignedIn(there)
      // The note of the last use is written behind the answer: wait until it is there.
      await database.store().write('accounts', (statements) => ask(statements.listUsers))
      later.close()
      return found
    }
    expect(await at(13)).toBe(true)
    expect(await at(26)).toBe(true)
    expect(await at(41)).toBe(false)
    for (const days of [39, 52, 65, 78, 89]) expect(await at(days)).toBe(true)
    expect(await at(91)).toBe(false)
  })

  test('AU17: over https the cookie is bound to this host', async () => {
    await claimed()
    const secure = openProcess(database.store(), { origin: 'https://weft.example.org' })
    const { headers } = await browserOf(() => secure.app).send('POST', signIn, { email: owner.email, password: goodPassword })
    secure.close()
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-weft\.session_token=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)])
  })

  test('no bug was met', () => {
    expect(kit.process().bugs).toEqual([])
  })
})
