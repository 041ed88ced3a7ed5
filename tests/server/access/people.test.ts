import { expect, test } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { apiOn, base, expectProblem } from '../api/api-kit.ts'
import { sampleNetwork } from '../api/sample-network.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'

describeOnEachDatabase('several people', (database) => {
  const { send, people } = apiOn(database, { people: true })

  /** A network that its maker owns. */
  const ownNetwork = async () => {
    const owner = await people().user({ name: 'Olga', isInstanceOwner: true })
    const network = await sampleNetwork((method, path, body) => send(method, path, body, owner.headers))
    return { owner, network, networkId: network.slice(`${base}/networks/`.length) }
  }
  const withMember = async (role: 'viewer' | 'editor' | 'owner' = 'editor') => {
    const made = await ownNetwork()
    const member = await people().user({ name: 'Max' })
    return { ...made, member, personId: await people().join(member, made.networkId, role) }
  }
  const me = async (network: string, { headers }: { readonly headers: Readonly<Record<string, string>> }) =>
    (await send('GET', `${network}/me`, undefined, headers)).body

  test('who makes a network owns it, as a person of it, and the log names that person', async () => {
    const { owner, network } = await ownNetwork()
    const mine = await me(network, owner)
    expect(mine).toMatchObject({ userId: owner.userId, name: 'Olga', role: 'owner', isInstanceOwner: true, unread: 0 })
    expect(mine.members).toEqual([{ personId: mine.personId, role: 'owner' }])
    const { changeSets } = (await send('GET', `${network}/changes?since=0`, undefined, owner.headers)).body
    expect(changeSets[0]).toMatchObject({ actor: mine.personId, othersNodeIds: [] })
  })

  test('each undoes their own steps, a token’s apart from those of its person, and joining is no step', async () => {
    const { owner, network, networkId, member, personId } = await withMember()
    expect((await send('GET', `${network}/undo`, undefined, member.headers)).body.undo).toBeNull()
    const { headers, id } = await people().token(member, networkId, 'write')
    await send('POST', `${network}/teams`, { id: 'one', name: 'One' }, owner.headers)
    await send('POST', `${network}/teams`, { id: 'two', name: 'Two' }, member.headers)
    await send('POST', `${network}/teams`, { id: 'three', name: 'Three' }, headers)
    await send('POST', `${network}/undo`, undefined, member.headers)
    expectProblem(await send('POST', `${network}/undo`, undefined, member.headers), 'NOTHING_TO_UNDO')
    const left = (await send('GET', `${network}/teams`, undefined, owner.headers)).body.items.map((team: { id: string }) => team.id)
    expect(left).toEqual(['team', 'one', 'three'])
    const { changeSets } = (await send('GET', `${network}/changes?since=0`, undefined, owner.headers)).body
    expect(changeSets.map(({ actor }: { actor: string }) => actor)).toContain(`${personId}/${id}`)
  })

  test('undo is refused where somebody changed the same field since', async () => {
    const { owner, network, member } = await withMember()
    const { revision } = (await send('PATCH', `${network}/teams/team`, { name: 'Mine', revision: 1 }, owner.headers)).body
    await send('PATCH', `${network}/teams/team`, { name: 'Theirs', revision }, member.headers)
    expectProblem(await send('POST', `${network}/undo`, undefined, owner.headers), 'UNDO_CHANGED_SINCE')
  })

  test('undo is refused where something else refers to what would go', async () => {
    const { owner, network, member } = await withMember()
    await send('POST', `${network}/areas`, { id: 'mine', name: 'Mine' }, owner.headers)
    await send('POST', `${network}/nodes`, { areaId: 'mine', name: 'Theirs' }, member.headers)
    expectProblem(await send('POST', `${network}/undo`, undefined, owner.headers), 'UNDO_STILL_USED')
  })

  test('an edit on the node of others is told as such', async () => {
    const { owner, network } = await ownNetwork()
    const { body } = await send('PATCH', `${network}/key-results/churn`, { title: 'Loss', revision: 1 }, owner.headers)
    const { changeSets } = (await send('GET', `${network}/changes?since=${body.revision - 1}`, undefined, owner.headers)).body
    expect(changeSets[0].othersNodeIds).toEqual(['care'])
  })

  test('AC22, AC24, AL82: who is with the giver neither rates nor confirms for the receiver, and is not offered to', async () => {
    const { owner, network, networkId } = await ownNetwork()
    const giver = await people().user({ name: 'Gil' })
    const personId = await people().join(giver, networkId, 'contributor', { nodeId: 'press', tier: 'lead' })
    const viewer = await people().user({ name: 'Vera' })
    await people().join(viewer, networkId, 'viewer')
    const fixesOf = async ({ headers }: typeof giver, rule: string) =>
      (await send('GET', `${network}/findings?rule=${rule}`, undefined, headers)).body.findings[0].fixes
    const idsOf = (fixes: readonly { readonly id: string }[]) => fixes.map(({ id }) => id)
    const [confirm] = await fixesOf(owner, 'oneSided')
    const [accept, ...others] = await fixesOf(giver, 'oneSided')
    expect([idsOf([confirm]), idsOf([accept, ...others])]).toEqual([['confirm'], ['accept']])
    expect([idsOf(await fixesOf(owner, 'noRating')), idsOf(await fixesOf(giver, 'noRating'))]).toEqual([['rate', 'accept'], ['accept']])
    expect(await fixesOf(viewer, 'oneSided')).toEqual([])
    const refused = await send('POST', `${network}/commands`, { commands: confirm.commands }, giver.headers)
    expect(expectProblem(refused, 'FORBIDDEN').errors).toMatchObject([{ path: 'confirmed', remedy: expect.stringContaining('takes part in “Care”') }])
    const rating = await send('PATCH', `${network}/exchanges/exch`, { valueByReceiver: 5, revision: 1 }, giver.headers)
    expect(expectProblem(rating, 'FORBIDDEN').errors).toMatchObject([{ path: 'valueByReceiver' }])
    expect((await send('PATCH', `${network}/exchanges/exch`, { valueBySender: 5, revision: 1 }, giver.headers)).status).toBe(200)
    expect((await send('POST', `${network}/commands`, { commands: confirm.commands }, owner.headers)).status).toBe(200)
    const example = operations.find(({ id }) => id === 'createExchange')?.example?.body
    const made = await send('POST', `${network}/exchanges`, { ...Object(example), fromNodeId: 'press', toNodeId: 'care' }, giver.headers)
    expect([made.status, made.body.item.valueBySender]).toEqual([201, 3])
    expect([accept.needs, accept.suggested.ownerId]).toEqual([['text', 'dueOn'], personId])
  })

  test('AC22, AC25: another receiver has said nothing yet, and what it says since is not given to the old one', async () => {
    const { owner, network, networkId } = await ownNetwork()
    const giver = await people().user({ name: 'Gil' })
    await people().join(giver, networkId, 'contributor', { nodeId: 'press', tier: 'lead' })
    const edit = (set: object, revision: number, by = owner) => send('PATCH', `${network}/exchanges/exch`, { ...set, revision }, by.headers)
    const rated = await edit({ valueByReceiver: 4, confirmed: true }, 1)
    const moved = await edit({ toNodeId: 'sales' }, rated.body.revision, giver)
    expect(moved.body.item).toMatchObject({ toNodeId: 'sales', valueByReceiver: null, confirmed: null })
    expect((await send('POST', `${network}/undo`, undefined, giver.headers)).status).toBe(200)
    const { body } = await send('GET', `${network}/exchanges/exch`, undefined, giver.headers)
    expect(body.item).toMatchObject({ toNodeId: 'care', valueByReceiver: 4, confirmed: true })
    const cleared = await edit({ valueByReceiver: null, confirmed: null }, body.revision)
    const again = await edit({ toNodeId: 'sales' }, cleared.body.revision, giver)
    await edit({ valueByReceiver: 5 }, again.body.revision)
    expectProblem(await send('POST', `${network}/undo`, undefined, giver.headers), 'UNDO_CHANGED_SINCE')
  })

  test('AC34: findings name people to members only, with the names of the list of people; a link gets none', async () => {
    const { owner, network, networkId } = await ownNetwork()
    const [viewer, lead] = [await people().user({ name: 'Vera' }), await people().user({ name: 'Lou' })]
    await people().join(viewer, networkId, 'viewer')
    const leadId = await people().join(lead, networkId, 'contributor', { nodeId: 'sales', tier: 'lead' })
    const path = `${network}/findings?rule=leadersApart`
    const said = async () => (await send('GET', path, undefined, viewer.headers)).body.findings.map(({ sentence }: { sentence: string }) => sentence)
    expect(await said()).toEqual(['Ana shares nothing with Lou: no node, no exchange, no need.'])
    const { items } = (await send('GET', `${network}/people`, undefined, viewer.headers)).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['Ana', 'Lou']))
    const link = (await send('POST', `${network}/share-links`, { name: 'L', view: 'map', query: '', days: 30 }, owner.headers)).body
    const secret = String(link.secret ?? link.path)
      .split('/')
      .at(-1)
    for (const headers of [undefined, { authorization: `Bearer ${secret}` }])
      expectProblem(await send('GET', path, undefined, headers), 'UNAUTHENTICATED')
    const shared = JSON.stringify((await send('GET', `${base}/shared/${secret}`)).body)
    expect(shared).toContain('Care')
    expect(shared).not.toContain('Lou')
    await send('DELETE', `${network}/people/${leadId}/identity?confirm=Lou`, undefined, owner.headers)
    expect(await said()).toEqual(['Ana shares nothing with Former member 1: no node, no exchange, no need.'])
  })

  test('HI14: a reason is of who gave it; somebody else is told whose it is', async () => {
    const { owner, network, networkId } = await ownNetwork()
    const [first, second] = [await people().user({ name: 'Fay' }), await people().user({ name: 'Sid' })]
    for (const each of [first, second]) await people().join(each, networkId, 'contributor')
    const say = ({ headers }: { readonly headers: Record<string, string> }, text: string) =>
      send('POST', `${network}/commands`, { commands: [call('reason.set', { id: `why-${text}`, revision: 1, kind: 'internal', text })] }, headers)
    expect((await say(first, 'Mine')).status).toBe(200)
    expect(expectProblem(await say(second, 'Theirs'), 'FORBIDDEN').detail).toMatch(/^Fay has said already why this was changed\./)
    expect([(await say(first, 'Again')).status, (await say(owner, 'Better')).status]).toEqual([200, 200])
  })

  test('a role holds at once, and the last owner stays one', async () => {
    const { owner, network, member, personId } = await withMember('viewer')
    const edit = () => send('POST', `${network}/teams`, { name: 'T' }, member.headers)
    expectProblem(await edit(), 'FORBIDDEN')
    await send('PATCH', `${network}/members/${personId}`, { role: 'editor' }, owner.headers)
    expect((await edit()).status).toBe(201)
    const mine = (await me(network, owner)).personId
    expectProblem(await send('PATCH', `${network}/members/${mine}`, { role: 'editor' }, owner.headers), 'LAST_OWNER')
    expectProblem(await send('DELETE', `${network}/members/${mine}`, undefined, owner.headers), 'LAST_OWNER')
    expectProblem(await send('POST', `${network}/leave`, undefined, owner.headers), 'LAST_OWNER')
    await send('PATCH', `${network}/members/${personId}`, { role: 'owner' }, owner.headers)
    const leaving = await Promise.all([owner, member].map(({ headers }) => send('POST', `${network}/leave`, undefined, headers)))
    expect(leaving.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test('a membership that ends takes its tokens along and leaves the person', async () => {
    const { owner, network, networkId, member, personId } = await withMember()
    const token = await people().token(member, networkId, 'read')
    expect((await send('DELETE', `${network}/members/${personId}`, undefined, owner.headers)).status).toBe(200)
    expectProblem(await send('GET', `${network}/nodes`, undefined, member.headers), 'NOT_FOUND')
    expectProblem(await send('GET', `${network}/nodes`, undefined, token.headers), 'UNAUTHENTICATED')
    expect((await send('GET', `${network}/people/${personId}`, undefined, owner.headers)).body.item.name).toBe('Max')
    await people().join(member, networkId, 'viewer')
    expectProblem(await send('GET', `${network}/nodes`, undefined, token.headers), 'UNAUTHENTICATED')
  })

  test('an invitation names a placeholder, gives a place in a node, and brings nobody in twice', async () => {
    const { owner, network } = await ownNetwork()
    const placeholder = (await send('POST', `${network}/people`, { name: 'Someone at Press', isPlaceholder: true }, owner.headers)).body.item
    const invited = await send(
      'POST',
      `${network}/invitations`,
      { role: 'contributor', personId: placeholder.id, nodeId: 'press', tier: 'lead' },
      owner.headers,
    )
    const [, , secret] = invited.body.path.split('/')
    expect((await send('GET', `${base}/invitations/${secret}`)).body).toMatchObject({
      ...{ network: { name: 'Small' }, inviter: 'Olga', role: 'contributor', node: { name: 'Press', tier: 'lead' }, person: 'Someone at Press' },
    })
    const guest = await people().user({ name: 'Gil' })
    const accepted = await send('POST', `${base}/invitations/${secret}/accept`, {}, guest.headers)
    expect(accepted.body).toMatchObject({ personId: placeholder.id, isNewAccount: false })
    expect((await send('GET', `${network}/people/${placeholder.id}`, undefined, guest.headers)).body.item).toMatchObject({
      name: 'Gil',
      isPlaceholder: false,
    })
    const { items } = (await send('GET', `${network}/participations?personId=${placeholder.id}`, undefined, guest.headers)).body
    expect(items).toMatchObject([{ nodeId: 'press', tier: 'lead', from: '2027-02-10' }])
    expectProblem(await send('POST', `${base}/invitations/${secret}/accept`, {}, guest.headers), 'LINK_OVER')
    expect((await send('GET', `${network}/invitations`, undefined, owner.headers)).body.items).toMatchObject([{ state: 'accepted' }])
  })

  test('an invitation ends when it is taken back, and another link makes the first one useless', async () => {
    const { owner, network } = await ownNetwork()
    const { item, path } = (await send('POST', `${network}/invitations`, { role: 'viewer' }, owner.headers)).body
    const renewed = (await send('POST', `${network}/invitations/${item.id}/renew`, undefined, owner.headers)).body
    const secretOf = (link: string) => link.split('/').at(-1)
    expectProblem(await send('GET', `${base}/invitations/${secretOf(path)}`), 'LINK_OVER')
    expect((await send('GET', `${base}/invitations/${secretOf(renewed.path)}`)).status).toBe(200)
    await send('DELETE', `${network}/invitations/${item.id}`, undefined, owner.headers)
    expectProblem(await send('GET', `${base}/invitations/${secretOf(renewed.path)}`), 'LINK_OVER')
    expectProblem(await send('POST', `${network}/invitations/${item.id}/renew`, undefined, owner.headers), 'LINK_OVER')
  })

  test('the owner of the server sees every network, and writes nothing before joining it', async () => {
    const { network, networkId } = await ownNetwork()
    const onlooker = await people().user({ name: 'Root', isInstanceOwner: true })
    const listed = (await send('GET', `${base}/networks`, undefined, onlooker.headers)).body.items.find(({ id }: { id: string }) => id === networkId)
    expect(listed).toMatchObject({ isMember: false })
    expect(await me(network, onlooker)).toMatchObject({ personId: null, role: 'owner' })
    expectProblem(await send('POST', `${network}/teams`, { name: 'T' }, onlooker.headers), 'FORBIDDEN')
    expect((await send('POST', `${network}/join`, undefined, onlooker.headers)).status).toBe(201)
    expect((await send('POST', `${network}/teams`, { name: 'T' }, onlooker.headers)).status).toBe(201)
    expectProblem(await send('POST', `${network}/join`, undefined, onlooker.headers), 'ALREADY_MEMBER')
  })
})
