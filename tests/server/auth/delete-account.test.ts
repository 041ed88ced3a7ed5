import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { join } from '../../../lib/server/access/join.ts'
import { addUser } from '../../../lib/server/auth/users.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { networkChange, now } from '../network-kit.ts'
import { accountsOn, claim, goodPassword, owner } from './account-kit.ts'

describeOnEachDatabase('the end of an account', (database) => {
  const kit = accountsOn(database)
  const networkId = `net_${randomUUID()}`
  const bo = { id: 'user_bo', name: 'Bo Berg', email: 'bo@example.org' }

  test('AU70: the last owner of the server, or of a network, cannot go', async () => {
    await database.store().create({ actor: 'cli', who: system, networkId, now }, [networkChange(networkId)])
    const browser = await claim(kit)
    const { status, body } = await browser.send('POST', '/api/v1/account/delete', { email: owner.email, password: goodPassword })
    expect([status, body.code]).toEqual([409, 'LAST_OWNER'])
    expect((await browser.send('GET', '/api/v1/session')).body.user.email).toBe(owner.email)
  })

  test('AU71: others prove who they are; then account, sessions and membership are gone and the person has no name', async () => {
    const store = database.store()
    const password = await kit.process().accounts.hash(goodPassword)
    await store.write('test', (statements) => addUser(statements, { ...bo, emailVerified: true, password, isInstanceOwner: false }, new Date()))
    const personId = await join({ store, access: kit.process().access, uuid: randomUUID, now }, { networkId, account: bo, role: 'editor' })
    const browser = kit.browser()
    const signIn = () => browser.send('POST', '/api/auth/sign-in/email', { email: bo.email, password: goodPassword })
    expect((await signIn()).status).toBe(200)
    const remove = (email: string, given: string | null) => browser.send('POST', '/api/v1/account/delete', { email, password: given })
    expect((await remove('somebody@example.org', goodPassword)).body.errors).toMatchObject([{ path: 'email' }])
    for (const wrong of ['not the password', null]) expect((await remove(bo.email, wrong)).body.errors).toMatchObject([{ path: 'password' }])
    expect((await browser.send('GET', `/api/v1/networks/${networkId}/me`)).body).toMatchObject({ personId, role: 'editor' })
    expect((await remove(bo.email, goodPassword)).status).toBe(200)
    expect((await browser.send('GET', '/api/v1/session')).body.user).toBeNull()
    expect((await browser.send('GET', `/api/v1/networks/${networkId}/me`)).status).toBe(401)
    expect((await signIn()).body.code).toBe('SIGN_IN_REFUSED')
    expect(JSON.stringify(listOf(await store.read(networkId), 'person'))).not.toMatch(/Bo Berg|bo@example/)
    expect(kit.process().bugs).toEqual([])
  })
})
