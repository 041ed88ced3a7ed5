import { expect, test } from 'vitest'
import { expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { membersOn } from './members-kit.ts'

describeOnEachDatabase('comments', (database) => {
  const { join, network } = membersOn(database)

  test('CM1: are said, answered, edited, resolved and taken back through the API', async () => {
    const ctx = await network()
    const all = `/networks/${ctx.networkId}/comments`
    const [ana, ben] = [await join(ctx, 'contributor'), await join(ctx, 'facilitator')]
    const said = await ana.send('POST', all, { subject: 'keyResult', subjectId: 'kr-a', text: `Is this right, @[${ben.personId}]?` })
    expect(said.status).toBe(201)
    const { id } = said.body.item
    expect(said.body.item).toMatchObject({ personId: ana.personId, mentionIds: [ben.personId], at: '2027-02-10T09:00:00Z', parentId: null })
    const answered = await ben.send('POST', all, { subject: 'keyResult', subjectId: 'kr-a', parentId: id, text: 'It is.' })
    expect(answered.body.item).toMatchObject({ parentId: id, personId: ben.personId })
    expect((await ben.send('POST', `${all}/${id}/resolve`, { isResolved: true })).body.item).toMatchObject({ resolvedById: ben.personId })
    expect((await ana.send('PATCH', `${all}/${id}`, { text: 'It was right.' })).body.item).toMatchObject({ text: 'It was right.', mentionIds: [] })
    const listed = await ana.send('GET', `${all}?subject=keyResult&subjectId=kr-a`)
    expect(listed.body.items.map((each: { id: string }) => each.id)).toEqual([id, answered.body.item.id])
    expect((await ana.send('GET', `${all}?subject=keyResult&subjectId=kr-a&parentId=`)).body.total).toBe(1)
    expect((await ana.send('DELETE', `${all}/${id}`)).status).toBe(200)
    expect((await ana.send('GET', `${all}/${id}`)).body.item).toMatchObject({ text: '', personId: null, resolvedById: ben.personId })
    expect((await ben.send('DELETE', `${all}/${answered.body.item.id}`)).status).toBe(200)
    expectProblem(await ana.send('GET', `${all}/${id}`), 'NOT_FOUND')
  })

  test('CM2: a viewer reads and says nothing; nobody changes another one’s words; an owner takes them back', async () => {
    const ctx = await network()
    const all = `/networks/${ctx.networkId}/comments`
    const [ana, viewer, editor, owner] = [
      await join(ctx, 'contributor'),
      await join(ctx, 'viewer'),
      await join(ctx, 'editor'),
      await join(ctx, 'owner'),
    ]
    const { id } = (await ana.send('POST', all, { subject: 'node', subjectId: 'node-b', text: 'Hello' })).body.item
    expect((await viewer.send('GET', `${all}/${id}`)).status).toBe(200)
    expectProblem(await viewer.send('POST', all, { subject: 'node', subjectId: 'node-b', text: 'x' }), 'FORBIDDEN')
    expectProblem(await viewer.send('POST', `${all}/${id}/resolve`, { isResolved: true }), 'FORBIDDEN')
    for (const other of [editor, owner]) expectProblem(await other.send('PATCH', `${all}/${id}`, { text: 'x' }), 'FORBIDDEN')
    expectProblem(await editor.send('DELETE', `${all}/${id}`), 'FORBIDDEN')
    expect((await owner.send('DELETE', `${all}/${id}`)).status).toBe(200)
  })

  test('CM3: faults are told by their path, and a comment of another network is not there', async () => {
    const [ctx, other] = [await network(), await network()]
    const ana = await join(ctx, 'editor')
    const all = `/networks/${ctx.networkId}/comments`
    expect(expectProblem(await ana.send('POST', all, { subject: 'node', subjectId: 'gone', text: 'x' }), 'UNKNOWN_REFERENCE').errors[0].path).toBe(
      'subjectId',
    )
    expect(
      expectProblem(await ana.send('POST', all, { subject: 'node', subjectId: 'node-a', text: 'Hi @[nobody]' }), 'UNKNOWN_REFERENCE').errors[0],
    ).toMatchObject({
      path: 'text',
    })
    expectProblem(await ana.send('POST', all, { subject: 'node', subjectId: 'node-a', text: '' }), 'VALIDATION')
    expectProblem(await ana.send('GET', `/networks/${other.networkId}/comments`), 'NOT_FOUND')
    expectProblem(await ana.send('DELETE', `${all}/nothing`), 'NOT_FOUND')
  })

  test('CM14: go with what they are about, and come back with its undo', async () => {
    const ctx = await network()
    const ana = await join(ctx, 'owner')
    const at = `/networks/${ctx.networkId}`
    const { id } = (await ana.send('POST', `${at}/comments`, { subject: 'goal', subjectId: 'goal', text: 'Why?' })).body.item
    expectProblem(await ana.send('DELETE', `${at}/goals/goal`), 'DELETE_CARRIES_OTHERS')
    expect((await ana.send('DELETE', `${at}/goals/goal?carry=true`)).status).toBe(200)
    expectProblem(await ana.send('GET', `${at}/comments/${id}`), 'NOT_FOUND')
    expect((await ana.send('POST', `${at}/undo`)).status).toBe(200)
    expect((await ana.send('GET', `${at}/comments/${id}`)).body.item.text).toBe('Why?')
  })
})

describeOnEachDatabase('sources', (database) => {
  const { join, network } = membersOn(database)

  test('SO1: stand behind a value, are changed and deleted like other records', async () => {
    const ctx = await network()
    const ana = await join(ctx, 'editor')
    const all = `/networks/${ctx.networkId}/sources`
    const fields = { subject: 'exchange', subjectId: 'exch', field: 'valueByReceiver', kind: 'survey', title: 'Spring survey', on: '2026-05-01' }
    const made = await ana.send('POST', all, { ...fields, url: 'https://survey.example/1' })
    expect(made.status).toBe(201)
    const { id } = made.body.item
    expect((await ana.send('GET', `${all}?subject=exchange&subjectId=exch`)).body.total).toBe(1)
    const changed = await ana.send('PATCH', `${all}/${id}`, { title: 'Spring survey 2026', revision: made.body.revision })
    expect(changed.body.item).toMatchObject({ title: 'Spring survey 2026', on: '2026-05-01' })
    expectProblem(await ana.send('POST', all, { ...fields, subjectId: 'gone' }), 'UNKNOWN_REFERENCE')
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example'])
      expectProblem(await ana.send('POST', all, { ...fields, url }), 'VALIDATION')
    expect((await ana.send('DELETE', `${all}/${id}`)).status).toBe(200)
  })

  test('SO1: a contributor only behind what is its own', async () => {
    const ctx = await network()
    const [ana, owner] = [await join(ctx, 'contributor'), await join(ctx, 'owner')]
    const source = { subject: 'node', subjectId: 'node-b', kind: 'interview', title: 'Talk with the crew' }
    const at = `/networks/${ctx.networkId}`
    expectProblem(await ana.send('POST', `${at}/sources`, source), 'FORBIDDEN')
    await owner.send('POST', `${at}/participations`, { nodeId: 'node-b', personId: ana.personId, tier: 'core' })
    expect((await ana.send('POST', `${at}/sources`, source)).status).toBe(201)
  })
})
