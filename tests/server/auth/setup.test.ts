import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { system } from '../../../lib/domain/access.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { networkChange, now } from '../network-kit.ts'
import { accountsOn, browserOf, goodPassword, openProcess, owner } from './account-kit.ts'

describeOnEachDatabase('the first owner', (database) => {
  const kit = accountsOn(database)
  const networks = Array.from({ length: 3 }, () => `net_${randomUUID()}`)
  const claims = (token: string | null, email = owner.email) => ({ ...owner, email, token })

  test('AU1: a server without an owner says so, and nobody is signed in', async () => {
    const { body } = await kit.browser().send('GET', '/api/v1/session')
    expect(body).toEqual({ user: null, isClaimed: false, ways: { password: true, oidc: null }, hasMail: false })
    expect((await kit.browser().send('GET', '/api/v1/setup')).body).toEqual({ isClaimed: false })
  })

  test('AU2: a wrong token, one of an earlier start, and a weak password claim nothing', async () => {
    const { setup } = kit.process().accounts
    const early = await setup.newToken()
    const token = await setup.newToken()
    expect(early).not.toBe(token)
    expect(Buffer.from(token ?? '', 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    for (const wrong of ['x', early]) expect((await kit.browser().send('POST', '/api/v1/setup', claims(wrong))).body.code).toBe('LINK_OVER')
    for (const password of ['short', 'password123', 'ana@example.org', 'aaaaaaaaaaaa']) {
      const { status, body } = await kit.browser().send('POST', '/api/v1/setup', { ...claims(token), password })
      expect([status, body.errors[0].path]).toEqual([400, 'password'])
    }
    expect(await setup.isClaimed()).toBe(false)
  })

  test('AU3: only the digest of the token is kept', async () => {
    const token = (await kit.process().accounts.setup.newToken()) ?? ''
    const [row] = await database.store().ask((statements) => ask(statements.readSetup))
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('AU4: a claim that dies between its commits is finished by the next one, without a second user or person', async () => {
    const store = database.store()
    for (const networkId of networks) await store.create({ actor: 'cli', who: system, networkId, now }, [networkChange(networkId)])
    const dying = { ...store, commit: () => Promise.reject(new Error('the process died')) }
    const broken = openProcess(dying)
    const token = await broken.accounts.setup.newToken()
    expect((await browserOf(() => broken.app).send('POST', '/api/v1/setup', claims(token, 'first@example.org'))).status).toBe(500)
    broken.close()
    expect(await kit.process().accounts.setup.isClaimed()).toBe(false)
    expect(await store.ask((statements) => ask(statements.listUsers))).toHaveLength(1)
    const browser = kit.browser()
    expect((await browser.send('POST', '/api/v1/setup', claims(token))).status).toBe(201)
    const users = await store.ask((statements) => ask(statements.listUsers))
    expect(users).toMatchObject([{ name: owner.name, email: owner.email, isInstanceOwner: true, disabledAt: null }])
    for (const networkId of networks) {
      expect(listOf(await store.read(networkId), 'person')).toMatchObject([{ name: owner.name, email: owner.email }])
      const { body } = await browser.send('GET', `/api/v1/networks/${networkId}/me`)
      expect(body).toMatchObject({ role: 'owner', name: owner.name, isInstanceOwner: true, userId: users[0]?.id })
    }
    expect((await browser.send('GET', '/api/v1/session')).body).toMatchObject({
      isClaimed: true,
      user: { email: owner.email, isInstanceOwner: true },
    })
  })

  test('AU5: a server that has its owner gives no token and takes no claim', async () => {
    const { setup } = kit.process().accounts
    expect(await setup.newToken()).toBeNull()
    expect((await kit.browser().send('POST', '/api/v1/setup', claims('any', 'eve@example.org'))).body.code).toBe('LINK_OVER')
  })

  test('AU6: the owner signs in with the password of the claim that was finished', async () => {
    const browser = kit.browser()
    const { status } = await browser.send('POST', '/api/auth/sign-in/email', { email: 'ANA@example.org', password: goodPassword })
    expect(status).toBe(200)
    expect((await browser.send('GET', '/api/v1/session')).body.user.email).toBe(owner.email)
    expect(kit.process().bugs).toEqual([])
  })
})

describeOnEachDatabase('fifty claims at once', (database) => {
  const kit = accountsOn(database)

  test('AU7: make exactly one owner', async () => {
    const token = await kit.process().accounts.setup.newToken()
    const claim = (each: number) =>
      kit.browser().send('POST', '/api/v1/setup', { token, name: `P${each}`, email: `p${each}@example.org`, password: goodPassword })
    const answers = await Promise.all(Array.from({ length: 50 }, (_, each) => claim(each)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'LINK_OVER')).toHaveLength(49)
    expect(await database.store().ask((statements) => ask(statements.listUsers))).toHaveLength(1)
  }, 60_000)
})
