import { expect, test } from 'vitest'
import { addUser } from '../../../lib/server/auth/users.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { accountsOn, goodPassword, isSignedIn, origin, owner, ownerOn, signIn } from './account-kit.ts'

describeOnEachDatabase('the doors of accounts', (database) => {
  const kit = accountsOn(database)
  const { signedIn } = ownerOn(kit)

  test('AU18: a disabled user is signed out at once, cannot sign in, and the last owner cannot be disabled', async () => {
    const browser = await signedIn()
    const [user] = (await browser.send('GET', '/api/v1/users')).body.items
    expect((await browser.send('PATCH', `/api/v1/users/${user.id}`, { isDisabled: true })).body.code).toBe('LAST_OWNER')
    expect((await browser.send('PATCH', `/api/v1/users/${user.id}`, { isInstanceOwner: false })).body.code).toBe('LAST_OWNER')
    const id = 'user_second'
    const password = await kit.process().accounts.hash(goodPassword)
    const bo = { id, name: 'Bo', email: 'bo@example.org', emailVerified: true, password, isInstanceOwner: true }
    await database.store().write('accounts', (statements) => addUser(statements, bo, new Date()))
    const there = await signedIn('bo@example.org')
    expect((await browser.send('PATCH', `/api/v1/users/${id}`, { isDisabled: true })).body.item.isDisabled).toBe(true)
    expect(await isSignedIn(there)).toBe(false)
    expect((await kit.browser().send('POST', signIn, { email: 'bo@example.org', password: goodPassword })).body.code).toBe('SIGN_IN_REFUSED')
    await browser.send('PATCH', `/api/v1/users/${id}`, { isDisabled: false })
    expect(await isSignedIn(await signedIn('bo@example.org'))).toBe(true)
  })
  test('AU19: nothing but the listed endpoints of the account library answers', async () => {
    const browser = await signedIn()
    for (const path of [
      'sign-up/email',
      'delete-user',
      'change-email',
      'set-password',
      'request-password-reset',
      'reset-password',
      'list-sessions',
      'revoke-session',
      'revoke-sessions',
      'revoke-other-sessions',
      'link-social',
      'unlink-account',
      'list-accounts',
      'get-access-token',
      'verify-email',
      'ok',
      'error',
      'two-factor/send-otp',
      'two-factor/view-backup-codes',
      'update-session',
    ])
      for (const method of ['GET', 'POST']) {
        const { status, body } = await browser.send(method, `/api/auth/${path}`, method === 'POST' ? {} : undefined)
        expect([path, status, body.code]).toEqual([path, 404, 'NOT_FOUND'])
      }
    expect((await browser.send('GET', signIn)).status).toBe(405)
    expect((await browser.send('GET', '/api/auth/get-session')).body.user.email).toBe(owner.email)
  })

  test('AU20: fields that nobody may set are refused wherever they are sent', async () => {
    const browser = await signedIn()
    const extra = {
      role: 'owner',
      isInstanceOwner: true,
      emailVerified: true,
      userId: 'x',
      id: 'x',
      disabledAt: null,
      twoFactorEnabled: false,
      image: 'x',
    }
    const bodies: readonly (readonly [string, object])[] = [
      ['/api/auth/update-user', { name: 'Ana Lind' }],
      [signIn, { email: owner.email, password: goodPassword }],
      ['/api/auth/sign-out', {}],
      ['/api/auth/change-password', { currentPassword: 'a', newPassword: 'b' }],
      ['/api/auth/two-factor/enable', { password: 'a' }],
      ['/api/v1/setup', { token: 'x', ...owner }],
      ['/api/v1/account/delete', { email: 'x' }],
      ['/api/v1/password-reset', { email: 'x@example.org' }],
      ['/api/v1/password-reset/new', { token: 'x', password: goodPassword }],
    ]
    for (const [path, body] of bodies)
      for (const [name, value] of Object.entries(extra)) {
        const answer = await browser.send('POST', path, { ...body, [name]: value })
        expect([path, name, answer.status, answer.body.code]).toEqual([path, name, 400, 'VALIDATION'])
        expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(name)
      }
    expect((await browser.send('POST', '/api/auth/update-user', { name: 'Ana L.' })).status).toBe(200)
    const [user] = (await browser.send('GET', '/api/v1/users')).body.items.filter(({ email }: { email: string }) => email === owner.email)
    expect(user).toMatchObject({ name: 'Ana L.', isInstanceOwner: true, isDisabled: false })
  })

  test('AU21: another site can write nothing, with and without a cookie', async () => {
    const browser = await signedIn()
    const posts: readonly (readonly [string, object])[] = [
      [signIn, { email: owner.email, password: goodPassword }],
      ['/api/auth/sign-out', {}],
      ['/api/auth/update-user', { name: 'Eve' }],
      ['/api/v1/account/delete', { email: owner.email }],
    ]
    const evil: readonly Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: '', 'sec-fetch-site': '' },
    ]
    for (const [path, body] of posts)
      for (const headers of evil)
        expect([path, headers, (await browser.send('POST', path, body, headers)).body.code]).toEqual([path, headers, 'CROSS_SITE'])
    for (const [path] of posts)
      for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
        expect((await browser.send('POST', path, '{}', { 'content-type': type })).status).toBe(415)
    expect(await isSignedIn(browser)).toBe(true)
    expect((await browser.send('POST', '/api/auth/update-user', { name: 'Ana Lind' }, { origin })).status).toBe(200)
  })

  test('no bug was met', () => {
    expect(kit.process().bugs).toEqual([])
  })
})
