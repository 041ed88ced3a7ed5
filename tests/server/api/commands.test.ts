import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('commands and history', (database) => {
  const { send } = apiOn(database)

  test('a batch is one change set and one step of undo; each command sees what the ones before it did', async () => {
    const network = await sampleNetwork(send)
    const commands = [
      { name: 'area.create', input: { id: 'new', name: 'New' } },
      { name: 'node.create', input: { id: 'in-new', areaId: 'new', name: 'Inside' } },
    ]
    const { body } = await send('POST', `${network}/commands`, { commands })
    expect(body).toMatchObject({ revision: 2, summary: 'Added value area “New” and 1 more', replayed: false })
    expect(body.changes).toHaveLength(2)
    expect((await send('GET', `${network}/undo`)).body).toEqual({ undo: { id: body.changeSetId, summary: body.summary }, redo: null })
    const undone = await send('POST', `${network}/undo`)
    expect(undone.body.changes).toHaveLength(2)
    expectProblem(await send('GET', `${network}/areas/new`), 'NOT_FOUND')
    await send('POST', `${network}/redo`)
    expect((await send('GET', `${network}/nodes/in-new`)).status).toBe(200)
    expectProblem(await send('POST', `${network}/redo`), 'NOTHING_TO_REDO')
  })

  test('a batch with one command that is refused changes nothing, and tells which one', async () => {
    const network = await sampleNetwork(send)
    const commands = [
      { name: 'area.create', input: { id: 'new', name: 'New' } },
      { name: 'node.create', input: { id: 'lost', areaId: 'nowhere', name: 'Lost' } },
    ]
    expect(expectProblem(await send('POST', `${network}/commands`, { commands }), 'UNKNOWN_REFERENCE').at).toBe(1)
    expectProblem(await send('GET', `${network}/areas/new`), 'NOT_FOUND')
  })

  test('a command that is not there, no command and too many are refused', async () => {
    const network = await sampleNetwork(send)
    const run = (commands: unknown) => send('POST', `${network}/commands`, { commands })
    expect(expectProblem(await run([{ name: 'node.explode', input: {} }]), 'VALIDATION').errors[0].path).toBe('commands[0].name')
    expectProblem(await run([]), 'VALIDATION')
    expectProblem(await run(Array.from({ length: 501 }, () => ({ name: 'team.create', input: { id: 'x', name: 'X' } }))), 'VALIDATION')
    expectProblem(await run([{ name: 'toString', input: {} }]), 'VALIDATION')
    expectProblem(await send('POST', `${base}/networks/nowhere/commands`, { commands: [{ name: 'team.create', input: {} }] }), 'NOT_FOUND')
  })

  test('an edit is refused only where one of its own fields was changed since, with both values', async () => {
    const network = await sampleNetwork(send)
    const path = `${network}/key-results/churn`
    await send('PATCH', path, { title: 'Churn of clients', metric: { target: 3 }, revision: 1 })
    expect((await send('PATCH', path, { dueOn: '2027-03-31', metric: { current: 4.8 }, revision: 1 })).status).toBe(200)
    const refused = expectProblem(await send('PATCH', path, { title: 'Loss', revision: 1 }), 'STALE_EDIT')
    expect(refused).toMatchObject({ revision: 3, fields: [{ field: 'title', yours: 'Loss', theirs: 'Churn of clients', by: 'cli' }] })
    expect((await send('PATCH', path, { title: 'Churn of clients', revision: 1 })).status).toBe(200)
    expect((await send('PATCH', path, { title: 'Loss', revision: 3 })).body.item).toMatchObject({
      title: 'Loss',
      dueOn: '2027-03-31',
      metric: { target: 3, current: 4.8 },
    })
  })

  test('what changed after a revision comes oldest first, in pages', async () => {
    const network = await sampleNetwork(send)
    for (const name of ['A', 'B', 'C']) await send('POST', `${network}/teams`, { name })
    const { body } = await send('GET', `${network}/changes?since=1&limit=2`)
    expect(body).toMatchObject({ revision: 4, reset: false, more: true })
    expect(body.changeSets.map((set: { revision: number }) => set.revision)).toEqual([2, 3])
    const rest = (await send('GET', `${network}/changes?since=3`)).body
    expect(rest).toMatchObject({
      revision: 4,
      more: false,
      changeSets: [{ revision: 4, actor: 'cli', command: 'team.create', undoOf: null, at: '2027-02-10T09:00:00Z' }],
    })
    expect((await send('GET', `${network}/changes?since=4`)).body).toEqual({ revision: 4, reset: false, more: false, changeSets: [] })
  })

  test('a revision that was never reached means: read again', async () => {
    const network = await sampleNetwork(send)
    for (const since of [2, 2 ** 31, Number.MAX_SAFE_INTEGER])
      expect((await send('GET', `${network}/changes?since=${since}`)).body).toMatchObject({ reset: true, revision: 1, changeSets: [] })
    for (const since of ['-1', '1.5', 'x', '9007199254740992']) expectProblem(await send('GET', `${network}/changes?since=${since}`), 'VALIDATION')
    expectProblem(await send('GET', `${network}/changes`), 'VALIDATION')
  })

  test('a network that is not there has no history', async () => {
    const nowhere = `${base}/networks/nowhere`
    for (const [method, path] of [
      ['GET', 'changes?since=0'],
      ['GET', 'undo'],
      ['POST', 'undo'],
      ['POST', 'redo'],
      ['GET', 'events'],
      ['GET', 'snapshot'],
      ['GET', 'export'],
      ['GET', 'node-needs'],
    ] as const)
      expectProblem(await send(method, `${nowhere}/${path}`), 'NOT_FOUND')
  })
})
