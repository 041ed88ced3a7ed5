import { expect, test } from 'vitest'
import { expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { membersOn } from '../talk/members-kit.ts'

describeOnEachDatabase('personal data through the API', (database) => {
  const { join, network, sendAs } = membersOn(database)
  const { store } = database

  test('PV18: an owner erases anybody, everybody themselves, nobody else anybody; the name confirms it', async () => {
    const ctx = await network()
    const [owner, editor, viewer] = [await join(ctx, 'owner'), await join(ctx, 'editor'), await join(ctx, 'viewer')]
    const at = ({ personId, name }: typeof owner, confirm = name) =>
      `/networks/${ctx.networkId}/people/${personId}/identity?confirm=${encodeURIComponent(confirm)}`
    expectProblem(await editor.send('DELETE', at(viewer)), 'FORBIDDEN')
    expectProblem(await viewer.send('DELETE', at(editor)), 'FORBIDDEN')
    expectProblem(await owner.send('DELETE', at(editor, 'somebody else')), 'VALIDATION')
    expectProblem(await owner.send('DELETE', at(owner)), 'LAST_OWNER')
    expectProblem(await sendAs('stranger')('DELETE', at(editor)), 'NOT_FOUND')
    expect((await viewer.send('DELETE', at(viewer))).body).toMatchObject({ pseudonym: 'Former member 1', account: 'deleted' })
    expectProblem(await viewer.send('GET', `/networks/${ctx.networkId}`), 'NOT_FOUND')
    expect((await owner.send('DELETE', at(editor))).body).toMatchObject({ pseudonym: 'Former member 2', account: 'deleted' })
    expectProblem(await editor.send('GET', `/networks/${ctx.networkId}`), 'NOT_FOUND')
    const people = (await owner.send('GET', `/networks/${ctx.networkId}/people?limit=200`)).body.items
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Ana', owner.name, 'Former member 2', 'Former member 1'])
  })

  test('PV19: everybody gets everything about themselves, nothing of others, and no secret', async () => {
    const [ctx, elsewhere] = [await network(), await network()]
    const [me, other] = [await join(ctx, 'editor'), await join(ctx, 'owner')]
    const at = `/networks/${ctx.networkId}`
    const stranger = await join(elsewhere, 'owner')
    await other.send('POST', `${at}/comments`, { subject: 'node', subjectId: 'node-a', text: `Ask @[${me.personId}]` })
    await other.send('POST', `${at}/comments`, { subject: 'node', subjectId: 'node-a', text: 'Not for you' })
    await me.send('POST', `${at}/comments`, { subject: 'node', subjectId: 'node-a', text: 'I am here' })
    await me.send('POST', `${at}/key-results/kr-a/check-ins`, { value: 3, personId: me.personId })
    await me.send('PATCH', `${at}/objectives/obj-a`, { ownerId: me.personId, revision: (await store().read(ctx.networkId)).revision })
    await me.send('POST', `${at}/participations`, { nodeId: 'node-b', personId: me.personId, tier: 'lead' })
    await me.send('POST', `${at}/commands`, {
      commands: [
        { name: 'ritual.open', input: { id: 'rit-check', kind: 'check', nodeId: 'node-b' } },
        { name: 'ritualItem.create', input: { id: 'item-own', ritualId: 'rit-check', kind: 'win', text: 'It went out' } },
      ],
    })
    for (const [who, colour] of [[me, 2] as const, [other, 0] as const]) {
      await who.send('PUT', `${at}/rituals/rit-check/seat`, { nodeId: 'node-b' })
      await who.send('PUT', `${at}/rituals/rit-check/answers/s1`, { body: { colour, trend: 0 } })
    }
    const { status, body } = await me.send('GET', '/account/export')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      format: 'weft-own-data/1',
      account: { id: me.userId, name: me.name, hasSecondFactor: true, signIns: [{ provider: 'credential' }] },
    })
    expect(body.networks).toHaveLength(1)
    const [own] = body.networks
    expect(own).toMatchObject({
      id: ctx.networkId,
      role: 'editor',
      person: { id: me.personId, name: me.name },
      objectives: [{ id: 'obj-a', title: 'Be there' }],
    })
    expect(own.participations).toHaveLength(1)
    expect(own.checkIns).toMatchObject([{ value: 3, personId: me.personId }])
    expect(own.comments.map(({ text }: { text: string }) => text)).toEqual([`Ask @[${me.personId}]`, 'I am here'])
    expect(own.changeSets.length).toBeGreaterThanOrEqual(4)
    expect(own.notifications.length).toBeGreaterThan(0)
    expect(own.entries).toMatchObject([{ id: 'item-own', text: 'It went out' }])
    expect(own.sessions).toMatchObject([{ id: 'rit-check', opened: true }])
    expect(own.seats).toMatchObject([{ ritualId: 'rit-check', nodeId: 'node-b', leftAt: null }])
    expect(own.sealedAnswers).toMatchObject([{ ritualId: 'rit-check', question: 's1', body: { colour: 2, trend: 0 } }])
    expect(own.tokens).toMatchObject([{ scope: 'read' }])
    const text = JSON.stringify(body)
    for (const secret of ['hash', 'password', 'tokenHash', stranger.name, stranger.personId, other.name, 'Not for you'])
      expect(text).not.toContain(secret)
    expectProblem(await sendAs('nobody')('GET', '/account/export'), 'FORBIDDEN')
  })

  test('PV18: the way in is closed at once', async () => {
    const ctx = await network()
    const [owner, leaver] = [await join(ctx, 'owner'), await join(ctx, 'editor')]
    const path = `/networks/${ctx.networkId}/people/${leaver.personId}/identity?confirm=${encodeURIComponent(leaver.name)}`
    expect((await leaver.send('GET', `/networks/${ctx.networkId}/me`)).status).toBe(200)
    await owner.send('DELETE', path)
    expectProblem(await leaver.send('GET', `/networks/${ctx.networkId}/me`), 'NOT_FOUND')
  })

  test('PE12: glue is read by everybody who reads the network', async () => {
    const ctx = await network()
    const viewer = await join(ctx, 'viewer')
    const at = `/networks/${ctx.networkId}`
    const { body } = await viewer.send('GET', `${at}/glue?a=team&b=ana&day=2027-01-10`)
    expect(body).toMatchObject({ day: '2027-01-10', a: { kind: 'team' }, b: { kind: 'person', name: 'Ana' }, counts: { nodes: 0, needs: 0 } })
    expectProblem(await viewer.send('GET', `${at}/glue?a=ana&b=ana`), 'VALIDATION')
    expectProblem(await viewer.send('GET', `${at}/glue?a=ana&b=nobody`), 'NOT_FOUND')
  })
})
