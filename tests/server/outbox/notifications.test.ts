import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { askBilling, stageOn, tellingOn } from './outbox-kit.ts'
import { runBeside } from './run-beside.ts'

describeOnEachDatabase('notifications', (database) => {
  const telling = tellingOn(database)
  const { store } = database

  async function three() {
    const stage = await stageOn(store(), telling)
    const [owner, lead] = [await stage.member('Olga', 'owner', 'care'), await stage.member('Bea', 'contributor', 'billing')]
    await telling.send(lead.actor, 'POST', `${stage.path}/notifications/read`)
    for (const id of ['one', 'two', 'three']) {
      telling.clock.pass(1_000)
      await stage.as(owner, askBilling(id, { what: id }))
    }
    const read = async (query = '') => (await telling.send(lead.actor, 'GET', `${stage.path}/notifications${query}`)).body
    return { ...stage, owner, lead, read }
  }

  const sentences = (body: { readonly items: readonly { readonly sentence: string }[] }) =>
    body.items.map(({ sentence }) => /“(.+?)”/.exec(sentence)?.[1])

  test('are listed newest first, page by page, and counted in the network’s own place', async () => {
    const { lead, path, read } = await three()
    const first = await read('?only=unread&limit=2')
    expect([sentences(first), first.unread]).toEqual([['three', 'two'], 3])
    const second = await read(`?only=unread&limit=2&before=${encodeURIComponent(first.nextCursor)}`)
    expect([sentences(second), second.nextCursor]).toEqual([['one'], null])
    expect((await telling.send(lead.actor, 'GET', `${path}/notifications/unread`)).body).toEqual({ unread: 3 })
    expect((await telling.send(lead.actor, 'GET', `${path}/me`)).body).toMatchObject({ unread: 3 })
  })

  test('are read one by one or all at once, and stay read', async () => {
    const { lead, owner, path, read } = await three()
    const [newest] = (await read()).items
    expect((await telling.send(lead.actor, 'POST', `${path}/notifications/${newest.id}/read`)).body).toEqual({ unread: 2 })
    expect((await telling.send(lead.actor, 'POST', `${path}/notifications/${newest.id}/read`)).body).toEqual({ unread: 2 })
    expect((await read()).items[0]).toMatchObject({ id: newest.id, isRead: true })
    expect(sentences(await read('?only=unread'))).toEqual(['two', 'one'])
    expect((await telling.send(owner.actor, 'POST', `${path}/notifications/${newest.id}/read`)).status).toBe(200)
    expect((await telling.send(lead.actor, 'POST', `${path}/notifications/read`)).body).toEqual({ unread: 0 })
    expect(sentences(await read('?only=unread'))).toEqual([])
  })

  test('one person cannot read, or mark, what another one was told', async () => {
    const { lead, owner, path, read } = await three()
    const [{ id }] = (await read()).items
    await telling.send(owner.actor, 'POST', `${path}/notifications/${id}/read`)
    await telling.send(owner.actor, 'POST', `${path}/notifications/read`)
    expect((await read()).unread).toBe(3)
    expect((await telling.send(owner.actor, 'GET', `${path}/notifications`)).body.items.map((each: { id: string }) => each.id)).not.toContain(id)
    const stranger = await telling.people().user({ name: 'Sam' })
    expectProblem(await telling.send(stranger, 'GET', `${path}/notifications`), 'NOT_FOUND')
    expectProblem(await telling.send(null, 'GET', `${path}/notifications`), 'UNAUTHENTICATED')
    const host = await telling.people().user({ name: 'Hana', isInstanceOwner: true })
    expectProblem(await telling.send(host, 'GET', `${path}/notifications`), 'FORBIDDEN')
    expect((await telling.send(lead.actor, 'GET', `${path}/notifications`)).status).toBe(200)
  })

  test('tell by the names of now; what is gone is told by the name that the log keeps, and leads nowhere', async () => {
    const { owner, as, read } = await three()
    await as(owner, call('node.update', { id: 'care', set: { name: 'Customer care' } }))
    expect((await read()).items[0].sentence).toBe('Olga asks Billing for “three”, which Customer care needs.')
    await as(owner, call('keyResult.delete', { id: 'kr-care', carry: true }))
    const { items } = await read()
    const gone = items.filter(({ kind }: { kind: string }) => kind === 'promise.deleted')
    expect(sentences({ items: gone }).toSorted()).toEqual(['one', 'three', 'two'])
    expect(gone[0]).toMatchObject({ path: null })
    expect(items.find(({ kind }: { kind: string }) => kind === 'promise.request').sentence).toContain('“')
  })

  test('of a person who was removed nothing is left', async () => {
    const { networkId, lead, owner, as } = await three()
    const rows = () => runBeside(database, `SELECT id FROM notification WHERE network_id = '${networkId}' AND person_id = '${lead.personId}'`)
    expect((await rows()).length).toBeGreaterThan(2)
    await runBeside(database, `DELETE FROM membership WHERE network_id = '${networkId}' AND person_id = '${lead.personId}'`)
    telling.people().access.changed(networkId)
    await as(owner, call('person.delete', { id: lead.personId, carry: true }))
    expect(await rows()).toEqual([])
  })

  test('another role is told to the one who has it, and who acts is told nothing', async () => {
    const { owner, lead, path, read } = await three()
    expect((await telling.send(owner.actor, 'PATCH', `${path}/members/${lead.personId}`, { role: 'editor' })).status).toBe(200)
    expect((await telling.send(owner.actor, 'PATCH', `${path}/members/${lead.personId}`, { role: 'editor' })).status).toBe(200)
    const told = (await read()).items.filter(({ kind }: { kind: string }) => kind === 'role.changed')
    expect(told).toMatchObject([{ sentence: 'Olga gave you the role editor.', path: 'people' }])
    expect(JSON.stringify((await telling.send(owner.actor, 'GET', `${path}/notifications`)).body)).not.toContain('role.changed')
  })

  test('who invited is told that somebody came', async () => {
    const { owner, path } = await three()
    const { status, body } = await telling.send(owner.actor, 'POST', `${path}/invitations`, { role: 'viewer' })
    expect(status).toBe(201)
    const secret = String(body.path).split('/').at(-1)
    const guest = await telling.people().user({ name: 'Gina' })
    expect((await telling.send(guest, 'POST', `/api/v1/invitations/${secret}/accept`, {})).status).toBe(200)
    expect((await telling.send(owner.actor, 'GET', `${path}/notifications`)).body.items[0]).toMatchObject({
      kind: 'member.joined',
      sentence: 'Gina accepted the invitation and is a member now.',
    })
  })

  test('a cursor that is none begins at the newest; a wrong query is refused', async () => {
    const { lead, path, read } = await three()
    expect(sentences(await read('?only=unread&before=nonsense'))).toEqual(['three', 'two', 'one'])
    for (const query of ['?limit=0', '?limit=101', '?only=mine', '?since=1'])
      expectProblem(await telling.send(lead.actor, 'GET', `${path}/notifications${query}`), 'VALIDATION')
  })

  test('how often mails come is one’s own choice, and is refused where it is none', async () => {
    const { lead, owner, path } = await three()
    expect((await telling.send(lead.actor, 'GET', `${path}/digest`)).body).toEqual({ choice: 'off', canMail: true, hasAddress: true })
    expect((await telling.send(lead.actor, 'PATCH', `${path}/digest`, { choice: 'weekly' })).body.choice).toBe('weekly')
    expect((await telling.send(owner.actor, 'GET', `${path}/digest`)).body.choice).toBe('off')
    expectProblem(await telling.send(lead.actor, 'PATCH', `${path}/digest`, { choice: 'hourly' }), 'VALIDATION')
    expectProblem(await telling.send(lead.actor, 'PATCH', `${path}/digest`, { choice: 'daily', personId: owner.personId }), 'VALIDATION')
  })
})
