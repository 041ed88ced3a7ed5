import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, tell } from '../../../db/query.ts'
import { addUser } from '../../../lib/server/auth/users.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { type Browser, browserOf, goodPassword, openProcess, origin, owner, type Process } from './account-kit.ts'
import { type Lie, type OidcProvider, type Person, startOidcProvider } from './oidc-provider.ts'

describeOnEachDatabase('single sign-on', (database) => {
  let provider: OidcProvider
  let made: Process
  beforeAll(async () => {
    provider = await startOidcProvider()
    const { issuer, clientId, clientSecret } = provider
    made = openProcess(database.store(), { oidc: { issuer, clientId, clientSecret, name: 'House account', allowedDomains: ['house.example'] } })
    const token = await made.accounts.setup.newToken()
    const claimed = await browserOf(() => made.app).send('POST', '/api/v1/setup', { ...owner, token })
    expect(claimed.status).toBe(201)
  })
  afterAll(async () => {
    made.close()
    await provider.close()
  })

  const user = async (browser: Browser) => (await browser.send('GET', '/api/v1/session')).body.user
  /** Signs in as somebody. @returns the browser, and where the answer led */
  const signIn = async (person: Partial<Person> = {}, lie: Lie = {}) => {
    const browser = browserOf(() => made.app)
    const begun = await browser.send('POST', '/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/bright/inbox' })
    expect(begun.status).toBe(200)
    provider.person = { sub: 'sub-1', email: owner.email, email_verified: true, name: owner.name, ...person }
    provider.lie = lie
    const back = await provider.authorize(begun.body.url)
    const { status, headers, text } = await browser.send('GET', back, undefined, { origin: '', 'sec-fetch-site': 'cross-site' })
    expect([status, text]).toEqual([302, ''])
    return { browser, url: begun.body.url, back, led: headers.get('location') ?? '' }
  }
  const addressed = (path: string) => path.replace(origin, '')

  test('AU50: the sign-in page hears of it by name', async () => {
    expect((await browserOf(() => made.app).send('GET', '/api/v1/session')).body.ways).toEqual({ password: true, oidc: { name: 'House account' } })
  })

  test('AU51: asks with code, PKCE, state and nonce, and signs in a user whose verified address it is', async () => {
    const { browser, url, led } = await signIn()
    const asked = new URL(url).searchParams
    expect(asked.get('redirect_uri')).toBe(`${origin}/api/auth/callback/oidc`)
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256'])
    for (const name of ['state', 'nonce', 'code_challenge']) expect((asked.get(name) ?? '').length).toBeGreaterThanOrEqual(22)
    expect(addressed(led)).toBe('/bright/inbox')
    expect((await user(browser)).email).toBe(owner.email)
    expect((await user((await signIn({ email: 'moved@house.example' })).browser)).email).toBe(owner.email)
  })

  test('AU52: an answer is taken once, by the browser that asked', async () => {
    const { back } = await signIn()
    const other = browserOf(() => made.app)
    expect(addressed((await other.send('GET', back)).headers.get('location') ?? '')).toMatch(/^\/sign-in\?error=/)
    expect(await user(other)).toBeNull()
  })

  test.each<[string, Lie]>([
    ['for another client', { aud: 'another client' }],
    ['with another nonce', { nonce: 'another nonce' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that is over', { exp: 1 }],
    ['signed by another key', { isForged: true }],
  ])('AU53: an ID token %s signs nobody in', async (_, lie) => {
    const { browser, led } = await signIn({}, lie)
    expect(addressed(led)).toMatch(/^\/sign-in\?error=/)
    expect(await user(browser)).toBeNull()
  })

  test('AU54: an address that the provider has not verified is linked to nobody and makes no account', async () => {
    for (const email of [owner.email, 'new@house.example']) {
      const { browser, led } = await signIn({ sub: `unproved ${email}`, email, email_verified: false })
      expect(addressed(led)).toMatch(/^\/sign-in\?error=/)
      expect(await user(browser)).toBeNull()
    }
    expect(await database.store().ask((statements) => ask(statements.listUsers))).toHaveLength(1)
  })

  test('AU55: nobody makes an account who was neither invited nor is of a domain that is let in', async () => {
    const stranger = await signIn({ sub: 'stranger', email: 'stranger@elsewhere.example' })
    expect(addressed(stranger.led)).toMatch(/^\/sign-in\?error=not_invited/)
    expect(await user(stranger.browser)).toBeNull()
    const own = await signIn({ sub: 'own', email: 'New@House.example', name: 'New' })
    expect(await user(own.browser)).toMatchObject({ email: 'new@house.example', isInstanceOwner: false, hasPassword: false })
    const now = new Date()
    const invitation = {
      id: 'inv-1',
      networkId: 'net',
      tokenHash: 'hash',
      role: 'viewer',
      personId: null,
      nodeId: null,
      tier: null,
      createdBy: 'x',
      createdAt: now,
    }
    await database.store().write('test', (statements) =>
      tell(statements.insertInvitation, {
        ...invitation,
        email: 'guest@elsewhere.example',
        expiresAt: new Date(now.getTime() + 1_000_000),
        acceptedAt: null,
        acceptedBy: null,
        revokedAt: null,
      }),
    )
    expect((await user((await signIn({ sub: 'guest', email: 'guest@elsewhere.example', name: 'Guest' })).browser)).email).toBe(
      'guest@elsewhere.example',
    )
  })

  test('AU56: an account that somebody made with another’s address is worth nothing once that one signs in', async () => {
    const email = 'victim@house.example'
    const password = await made.accounts.hash(goodPassword)
    await database
      .store()
      .write('test', (statements) =>
        addUser(statements, { id: 'user_taken', name: 'Eve', email, emailVerified: false, password, isInstanceOwner: false }, new Date()),
      )
    const eve = browserOf(() => made.app)
    const bySecret = () => eve.send('POST', '/api/auth/sign-in/email', { email, password: goodPassword })
    expect((await bySecret()).status).toBe(200)
    const victim = (await signIn({ sub: 'victim', email, name: 'Vic' })).browser
    expect((await user(victim)).id).toBe('user_taken')
    expect(await user(eve)).toBeNull()
    expect((await bySecret()).body.code).toBe('SIGN_IN_REFUSED')
  })

  test('AU57: a disabled user comes in no way', async () => {
    const [row] = await database.store().ask((statements) => ask(statements.userByEmail, { email: 'new@house.example' }))
    await database.store().write('test', (statements) => tell(statements.setDisabled, { userId: row?.id, disabledAt: new Date(), now: new Date() }))
    const { browser, led } = await signIn({ sub: 'own', email: 'new@house.example' })
    expect(addressed(led)).toMatch(/^\/sign-in\?error=ACCOUNT_DISABLED/)
    expect(await user(browser)).toBeNull()
  })

  test('AU58: leads back to pages of this server only', async () => {
    for (const callbackURL of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'bright']) {
      const { status } = await browserOf(() => made.app).send('POST', '/api/auth/sign-in/social', { provider: 'oidc', callbackURL })
      expect([callbackURL, status]).toEqual([callbackURL, 400])
    }
  })
})
