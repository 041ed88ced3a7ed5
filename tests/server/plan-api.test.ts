import { expect, test } from 'vitest'
import { type CommandCall, call } from '../../lib/domain/command/call.ts'
import { apiOn, base, expectProblem } from './api/api-kit.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'

/** Q1 has a key result that needs another one; Q2 is planned. */
const quarter: readonly CommandCall[] = [
  call('area.create', { id: 'area', name: 'Customer value' }),
  call('node.create', { id: 'billing', areaId: 'area', name: 'Billing' }),
  call('node.create', { id: 'platform', areaId: 'area', name: 'Platform' }),
  call('person.create', { id: 'ana', name: 'Ana' }),
  call('cycle.create', { id: 'q1', name: '2027-Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }),
  call('cycle.create', { id: 'q2', name: '2027-Q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' }),
  call('objective.create', { id: 'loved', nodeId: 'billing', cycleId: 'q1', title: 'Be loved' }),
  call('objective.create', { id: 'open', nodeId: 'platform', cycleId: 'q1', title: 'Be open' }),
  call('keyResult.create', {
    id: 'churn',
    objectiveId: 'loved',
    title: 'Reduce churn',
    metric: { kind: 'decrease', baseline: 6, target: 4, current: 5 },
  }),
  call('keyResult.create', { id: 'login', objectiveId: 'open', title: 'One login', metric: { kind: 'boolean', current: 0 } }),
  call('dependency.create', {
    id: 'sso',
    consumerKeyResultId: 'churn',
    supplierKeyResultId: 'login',
    what: 'SSO live',
    strength: 1,
    state: 'requested',
    neededOn: '2027-02-15',
  }),
  call('ritual.open', { id: 'rit', kind: 'plan', cycleId: 'q2' }),
]

const carry = call('keyResult.carry', {
  id: 'churn',
  intoCycleId: 'q2',
  keyResultId: 'churn2',
  objectiveId: 'loved2',
  needs: [{ fromId: 'sso', id: 'sso2' }],
})

const settle = (dueOn: string) => ({ dependencyId: 'sso2', itemId: 'act', ownerId: 'ana', dueOn })
const commitPlan = (open: readonly ReturnType<typeof settle>[]) =>
  call('plan.commit', { id: 'rit', markId: 'baseline', markName: '2027-Q2 baseline', open: [...open] })

type Found = { readonly rule: string }

/** A new network has value areas of its own, for which nobody plans here. */
function aboutWork(findings: readonly Found[]): readonly Found[] {
  return findings.filter(({ rule }) => rule !== 'emptyArea')
}

describeOnEachDatabase('planning a cycle', (database) => {
  const { send } = apiOn(database)

  async function planned() {
    const { body } = await send('POST', `${base}/networks`, { name: 'Bright', template: 'blank' })
    const network = `${base}/networks/${body.item.id}`
    const run = (...commands: readonly CommandCall[]) => send('POST', `${network}/commands`, { commands })
    const { items } = (await send('GET', `${network}/cycles`)).body
    const ofTemplate = items.map(({ id }: { id: string }) => call('cycle.delete', { id, carry: true }))
    expect((await run(...ofTemplate, ...quarter)).status).toBe(200)
    return { network, run, read: async (path: string) => (await send('GET', `${network}/${path}`)).body }
  }

  test('PL10-PL20: what is carried comes with its asks, is there for scripts, and is taken back by one undo', async () => {
    const { network, run, read } = await planned()
    const before = await read('snapshot')
    expect((await run(carry)).body.summary).toBe('Carried key result “Reduce churn” into “2027-Q2”')
    const { findings, commit, nodes, ritualId } = await read('cycles/q2/planning?on=2027-02-12')
    expect(ritualId).toBe('rit')
    const sentence = 'Platform has not answered: “Reduce churn” asked for “SSO live” 2 days ago.'
    expect(aboutWork(findings)).toMatchObject([{ id: 'unanswered:sso2', sentence }])
    expect(commit).toMatchObject({
      keyResults: 1,
      needs: 1,
      promised: 0,
      isSettled: false,
      provisionalIds: ['churn2'],
      unsignedNodeIds: ['billing', 'platform'],
    })
    expect(nodes).toMatchObject([
      { nodeId: 'billing', dots: 1, drafted: true, graded: false },
      { nodeId: 'platform', dots: 0, drafted: false, graded: false },
    ])
    expect((await read('key-results/churn2')).item).toMatchObject({ carriedFromId: 'churn', metric: { baseline: 5, current: 5 } })
    expect((await read('dependencies/sso2')).item).toMatchObject({ state: 'requested', neededOn: '2027-05-16', supplierNodeId: 'platform' })
    expect((await send('POST', `${network}/undo`)).status).toBe(200)
    const after = await read('snapshot')
    expect({ ...after, revision: 0, at: '' }).toEqual({ ...before, revision: 0, at: '' })
  })

  test('PL11: two people who carry the same key result at once make one successor', async () => {
    const { run, read } = await planned()
    const other = call('keyResult.carry', {
      id: 'churn',
      intoCycleId: 'q2',
      rollOver: 'reshape',
      keyResultId: 'churn3',
      objectiveId: 'loved3',
      needs: [{ fromId: 'sso', id: 'sso3' }],
    })
    const answers = await Promise.all([run(carry), run(other)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await read('key-results?cycleId=q2')).items).toHaveLength(1)
    expect((await read('cycles/q2/planning')).commit).toMatchObject({ keyResults: 1, needs: 1 })
  })

  test('PL50-PL54: the commands of a fix can be sent as they are', async () => {
    const { run, read } = await planned()
    await run(carry)
    const { findings } = await read('cycles/q2/planning')
    const fixes = new Map<string, { commands: CommandCall[] }>(findings[0].fixes.map((fix: { id: string }) => [fix.id, fix]))
    expect([...fixes.keys()]).toEqual(['drop', 'assign', 'talk', 'accept'])
    expect((await run(...(fixes.get('accept')?.commands ?? []))).status).toBe(200)
    expect((await read('cycles/q2/planning')).findings[0]).toMatchObject({ handled: { how: 'accepted' } })
    expect((await run(...(fixes.get('drop')?.commands ?? []))).status).toBe(200)
    expect(aboutWork((await read('cycles/q2/planning')).findings).map(({ rule }) => rule)).toEqual(['orphan'])
  })

  test('PL27-PL33: a plan is committed once, when every need has an owner', async () => {
    const { run, read } = await planned()
    await run(carry)
    const { status, body } = await run(commitPlan([]))
    expect([status, body.code, body.dependencyIds]).toEqual([409, 'COMMIT_UNSETTLED', ['sso2']])
    const done = await run(commitPlan([settle('2099-01-01')]))
    expect([done.status, done.body.summary]).toEqual([200, 'Committed the plan “Planning 2027-Q2”'])
    expect((await read('cycles/q2')).item.phase).toBe('active')
    expect((await run(commitPlan([settle('2099-01-01')]))).body.code).toBe('RITUAL_OVER')
  })

  test('PL27: a commit by mistake is taken back by one undo, and can be made again', async () => {
    const { network, run, read } = await planned()
    await run(carry)
    const before = await read('snapshot')
    await run(commitPlan([settle('2099-01-01')]))
    expect((await send('POST', `${network}/undo`)).body.summary).toBe('Undone: Committed the plan “Planning 2027-Q2”')
    const after = await read('snapshot')
    expect({ ...after, revision: 0, at: '' }).toEqual({ ...before, revision: 0, at: '' })
    expect((await run(commitPlan([settle('2099-01-01')]))).status).toBe(200)
  })

  test('PL30: what is promised while somebody commits is promised, whichever comes first', async () => {
    const { run, read } = await planned()
    await run(carry)
    const [committed, promised] = await Promise.all([
      run(commitPlan([settle('2099-01-01')])),
      run(call('promise.move', { id: 'sso2', moveId: 'm', move: 'promise' })),
    ])
    expect([committed.status, promised.status]).toEqual([200, 200])
    expect((await read('dependencies/sso2')).item.state).toBe('promised')
    expect((await read('cycles/q2')).item.phase).toBe('active')
  })

  test('PL60-PL65: what became of it, against the baseline of the commit or any named snapshot', async () => {
    const { network, run, read } = await planned()
    expectProblem(await send('GET', `${network}/cycles/q2/since-baseline`), 'NOT_FOUND')
    await run(carry)
    await run(commitPlan([settle('2099-01-01')]))
    await run(
      call('keyResult.update', { id: 'churn2', set: { metric: { target: 4.5 } } }),
      call('promise.move', { id: 'sso2', moveId: 'm', move: 'promise' }),
    )
    const since = await read('cycles/q2/since-baseline?on=2027-04-20')
    expect(since).toMatchObject({
      markId: 'baseline',
      lead: 'Of 1 planned key result 1 was changed; nothing was promised.',
      keyResults: [{ keyResultId: 'churn2', fate: 'changed', sentence: 'Key result “Reduce churn”: target 4 → 4.5.' }],
      promises: [{ dependencyId: 'sso2', fate: 'promised', wasPromised: false }],
      counts: { keyResults: { changed: 1, asPlanned: 0 }, promises: { promised: 1, kept: 0 } },
    })
    expect(since.baseline).toBeLessThan(since.revision)
    await run(call('mark.create', { id: 'now', name: 'Now', kind: 'other', revision: since.revision, at: '2027-04-20T00:00:00Z' }))
    expect((await read('cycles/q2/since-baseline?mark=now')).counts.keyResults).toMatchObject({ asPlanned: 1, changed: 0 })
  })

  test('PL35: a cycle or a session that is not there, or of another cycle, is refused', async () => {
    const { network } = await planned()
    expectProblem(await send('GET', `${network}/cycles/gone/planning`), 'NOT_FOUND')
    expectProblem(await send('GET', `${network}/cycles/q2/planning?ritual=gone`), 'NOT_FOUND')
    expectProblem(await send('GET', `${network}/cycles/q1/planning?ritual=rit`), 'VALIDATION')
    expectProblem(await send('GET', `${network}/cycles/q2/planning?most=-1`), 'VALIDATION')
    expect((await send('GET', `${network}/cycles/q1/planning`)).body).toMatchObject({ ritualId: null, commit: { keyResults: 2 } })
  })
})
