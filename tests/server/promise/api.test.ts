import { expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { apiOn, base, expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { emptyNetwork } from '../network-kit.ts'

describeOnEachDatabase('promises in the API', (database) => {
  let now = '2027-02-10T09:00:00Z'
  const api = apiOn(database, { people: true, clock: () => new Date(now) })

  const setup = [
    call('area.create', { id: 'area', name: 'Customer' }),
    call('cycle.create', { id: 'q', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }),
    ...['billing', 'platform'].flatMap((node) => [
      call('node.create', { id: node, areaId: 'area', name: node }),
      call('objective.create', { id: `obj-${node}`, nodeId: node, cycleId: 'q', title: `Aim of ${node}` }),
      call('keyResult.create', { id: `kr-${node}`, objectiveId: `obj-${node}`, title: `Result of ${node}`, metric: { kind: 'boolean', current: 1 } }),
    ]),
  ]

  /** A network in which Ana leads Billing and Ben leads Platform, with one ask between them. */
  async function start() {
    now = '2027-02-10T09:00:00Z'
    const ctx = await emptyNetwork(database.store())
    await database.store().commit({ ...ctx, who: system }, { name: 'batch', decide: (snapshot, context) => runCommands(snapshot, setup, context) })
    const [ana, ben, vic] = [
      await api.people().user({ name: 'Ana' }),
      await api.people().user({ name: 'Ben' }),
      await api.people().user({ name: 'Vic' }),
    ]
    await api.people().join(ana, ctx.networkId, 'contributor', { nodeId: 'billing', tier: 'lead' })
    await api.people().join(ben, ctx.networkId, 'contributor', { nodeId: 'platform', tier: 'lead' })
    await api.people().join(vic, ctx.networkId, 'viewer')
    const path = `${base}/networks/${ctx.networkId}`
    const body = {
      consumerKeyResultId: 'kr-billing',
      supplierNodeId: 'platform',
      what: 'SSO live',
      strength: 1,
      state: 'requested',
      neededOn: '2027-03-01',
    }
    const asked = await api.send('POST', `${path}/dependencies`, body, ana.headers)
    expect(asked.status).toBe(201)
    const moves = `${path}/dependencies/${asked.body.item.id}/moves`
    return { ana: ana.headers, ben: ben.headers, vic: vic.headers, path, moves, id: asked.body.item.id, networkId: ctx.networkId }
  }

  test('an ask and its answer are kept, told and shown to both sides', async () => {
    const { ana, ben, path, moves, id } = await start()
    const inbox = await api.send('GET', `${path}/inbox`, undefined, ben)
    expect(inbox.body.items).toMatchObject([{ id: `answer:${id}`, sentence: 'billing needs “SSO live” from you by 1 Mar – asked today by Ana' }])
    const promised = await api.send('POST', moves, { move: 'promise', promisedOn: '2027-02-25', supplierKeyResultId: 'kr-platform' }, ben)
    expect(promised.body).toMatchObject({
      summary: 'Promised “SSO live”',
      item: { move: 'promise', from: 'requested', to: 'promised', side: 'supplier' },
      dependency: { state: 'promised', promisedOn: '2027-02-25', supplierKeyResultId: 'kr-platform' },
    })
    const history = await api.send('GET', moves, undefined, ana)
    expect(history.body.items.map((each: { move: string }) => each.move)).toEqual(['request', 'promise'])
    expect(history.body.open.map((each: { move: string }) => each.move)).toEqual(['propose', 'cancel'])
    const ledger = await api.send('GET', `${path}/nodes/platform/ledger`, undefined, ana)
    expect(ledger.body).toMatchObject({ owes: [{ dependencyId: id, nodeId: 'billing', dueOn: '2027-02-25' }], owed: [] })
    const list = await api.send('GET', `${path}/promise-moves?move=promise`, undefined, ana)
    expect(list.body.items).toHaveLength(1)
  })

  test('it is refused to whoever it does not belong to: the other side, a viewer, a stranger, nobody', async () => {
    const { ana, vic, moves } = await start()
    expect(expectProblem(await api.send('POST', moves, { move: 'promise' }, ana), 'PROMISE_NOT_YOUR_MOVE').names).toEqual(['Ben'])
    expectProblem(await api.send('POST', moves, { move: 'promise' }, vic), 'FORBIDDEN')
    expectProblem(await api.send('POST', moves, { move: 'promise' }, (await api.people().user()).headers), 'NOT_FOUND')
    expectProblem(await api.send('POST', moves, { move: 'promise' }), 'UNAUTHENTICATED')
  })

  test('what does not fit is refused with the path and what is possible', async () => {
    const { ben, moves } = await start()
    expect(expectProblem(await api.send('POST', moves, { move: 'deliver' }, ben), 'PROMISE_NO_SUCH_MOVE').possible).toEqual([
      'promise',
      'counter',
      'decline',
      'defer',
      'withdraw',
    ])
    expect(expectProblem(await api.send('POST', moves, { move: 'decline' }, ben), 'REASON_MISSING').errors).toMatchObject([{ path: 'reason' }])
    expect(expectProblem(await api.send('POST', moves, { move: 'counter', terms: { on: '2027-03-01' } }, ben), 'TERMS_MISSING').errors).toMatchObject(
      [{ path: 'terms' }],
    )
    expectProblem(await api.send('POST', moves, { move: 'agree to' }, ben), 'VALIDATION')
  })

  test('the record itself cannot be edited around the table', async () => {
    const { ana, path, id } = await start()
    const { body } = await api.send('GET', `${path}/dependencies/${id}`, undefined, ana)
    const patch = (set: object) => api.send('PATCH', `${path}/dependencies/${id}`, { ...set, revision: body.revision }, ana)
    expectProblem(await patch({ state: 'promised' }), 'PROMISE_CHANGES_BY_MOVE')
    expectProblem(await patch({ neededOn: '2027-04-01' }), 'PROMISE_CHANGES_BY_MOVE')
    expect((await patch({ strength: 0.5 })).body.item.strength).toBe(0.5)
    expectProblem(await api.send('DELETE', `${path}/dependencies/${id}`, undefined, ana), 'PROMISE_CHANGES_BY_MOVE')
    expectProblem(
      await api.send(
        'POST',
        `${path}/dependencies`,
        { consumerKeyResultId: 'kr-billing', supplierNodeId: 'platform', what: 'x', strength: 1, state: 'promised' },
        ana,
      ),
      'PROMISE_CHANGES_BY_MOVE',
    )
  })

  test('a move is taken back within ten minutes, and not once the other side has moved', async () => {
    const { ana, ben, path, moves, id } = await start()
    await api.send('POST', moves, { move: 'promise' }, ben)
    now = '2027-02-10T09:10:01Z'
    expectProblem(await api.send('POST', `${path}/undo`, undefined, ben), 'UNDO_TOO_LATE')
    now = '2027-02-10T09:10:00Z'
    expect((await api.send('POST', `${path}/undo`, undefined, ben)).body.summary).toBe('Undone: Promised “SSO live”')
    expect((await api.send('GET', `${path}/dependencies/${id}`, undefined, ana)).body.item.state).toBe('requested')
    expect((await api.send('POST', `${path}/redo`, undefined, ben)).status).toBe(200)
    await api.send('POST', moves, { move: 'cancel' }, ana)
    expect(expectProblem(await api.send('POST', `${path}/undo`, undefined, ben), 'PROMISE_MOVED_ON').detail).toContain('Ana cancelled')
  })

  test('a key result made in the same step can be bound, and one taken back frees both', async () => {
    const { ben, path, id } = await start()
    const commands = [
      { name: 'keyResult.create', input: { id: 'kr-new', objectiveId: 'obj-platform', title: 'SSO for all', metric: { kind: 'boolean' } } },
      { name: 'promise.move', input: { id, moveId: 'move-new', move: 'promise', supplierKeyResultId: 'kr-new' } },
    ]
    expect((await api.send('POST', `${path}/commands`, { commands }, ben)).body.summary).toBe('Promised “SSO live”')
    await api.send('POST', `${path}/undo`, undefined, ben)
    expectProblem(await api.send('GET', `${path}/key-results/kr-new`, undefined, ben), 'NOT_FOUND')
  })

  test('a delete names the promises in force that it touches', async () => {
    const { ana, ben, path, moves, id } = await start()
    await api.send('POST', moves, { move: 'promise', supplierKeyResultId: 'kr-platform' }, ben)
    const { body } = await api.send('GET', `${path}/key-results/kr-platform/delete-preview`, undefined, ben)
    expect(body.promises).toEqual([{ id, name: 'SSO live', state: 'promised', becomes: 'loosened' }])
    expectProblem(await api.send('DELETE', `${path}/key-results/kr-platform`, undefined, ben), 'DELETE_CARRIES_OTHERS')
    await api.send('DELETE', `${path}/key-results/kr-platform?carry=true`, undefined, ben)
    const kept = await api.send('GET', `${path}/dependencies/${id}`, undefined, ana)
    expect(kept.body.item).toMatchObject({ state: 'promised', promisedOn: '2027-03-01', supplierKeyResultId: null, supplierNodeId: 'platform' })
  })

  test('a move that is sent twice under one key is made once', async () => {
    const { ben, moves } = await start()
    const send = () => api.send('POST', moves, { move: 'promise' }, { ...ben, 'idempotency-key': 'once' })
    expect((await send()).body.replayed).toBe(false)
    expect((await send()).body).toMatchObject({ replayed: true, item: { move: 'promise' }, dependency: { state: 'promised' } })
  })
})
