import { expect, test } from 'vitest'
import { expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { type Member, membersOn } from '../talk/members-kit.ts'

describeOnEachDatabase('review', (database) => {
  const { join, network } = membersOn(database)

  async function world() {
    const ctx = await network()
    const at = `/networks/${ctx.networkId}`
    const run = (member: Member, name: string, input: object) => member.send('POST', `${at}/commands`, { commands: [{ name, input }] })
    const exported = async (member: Member) => {
      const { exportedAt: _, revision: __, ...document } = (await member.send('GET', `${at}/export`)).body
      return JSON.stringify(document)
    }
    return { ctx, at, run, exported }
  }

  test('RV1: a look is kept by its exchange, in the name of who looked, and listed', async () => {
    const { ctx, at, run } = await world()
    const [ana, viewer] = [await join(ctx, 'editor'), await join(ctx, 'viewer')]
    const look = { id: 'new', exchangeId: 'exch', health: 'better', note: 'We talk again' }
    expectProblem(await run(viewer, 'exchangeCheck.create', look), 'FORBIDDEN')
    expect((await run(ana, 'exchangeCheck.create', look)).status).toBe(200)
    const { items, total } = (await viewer.send('GET', `${at}/exchange-checks?exchangeId=exch&sort=-at`)).body
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({ id: 'new', health: 'better', note: 'We talk again', personId: ana.personId, at: '2027-02-10T09:00:00Z' })
    expect((await viewer.send('GET', `${at}/exchange-checks/new`)).body.item.health).toBe('better')
    expectProblem(await run(ana, 'exchangeCheck.create', look), 'ID_TAKEN')
  })

  test('RV50-RV56: proposed by one, accepted by another, carried out in the same step, and taken back by one undo', async () => {
    const { ctx, at, run, exported } = await world()
    const [ana, eve] = [await join(ctx, 'contributor'), await join(ctx, 'editor')]
    const plan = { kind: 'merge', nodeIds: ['node-b'], intoId: 'node-a' }
    expect((await run(ana, 'proposal.create', { id: 'p', plan, why: 'One crew' })).status).toBe(200)
    expect((await eve.send('GET', `${at}/proposals?state=open`)).body.items).toMatchObject([{ id: 'p', title: 'Merge “Billing” into “Care”', plan }])
    expectProblem(await run(ana, 'proposal.decide', { id: 'p', accept: true }), 'FORBIDDEN')
    const before = await exported(eve)
    const accepted = await run(eve, 'proposal.decide', { id: 'p', accept: true, decision: 'Yes' })
    expect(accepted.body.summary).toBe('Accepted the proposal “Merge “Billing” into “Care””')
    expect((await eve.send('GET', `${at}/objectives?nodeId=node-a`)).body.total).toBe(2)
    expect((await eve.send('GET', `${at}/exchanges`)).body.total).toBe(0)
    expect((await eve.send('GET', `${at}/exchange-checks`)).body.total).toBe(0)
    expect((await eve.send('GET', `${at}/proposals/p`)).body.item).toMatchObject({ state: 'accepted', decidedById: eve.personId, decision: 'Yes' })
    expectProblem(await run(eve, 'proposal.withdraw', { id: 'p' }), 'PROPOSAL_DECIDED')
    expect((await eve.send('POST', `${at}/undo`)).status).toBe(200)
    expect(await exported(eve)).toBe(before)
    expect((await eve.send('POST', `${at}/redo`)).status).toBe(200)
    expectProblem(await eve.send('GET', `${at}/nodes/node-b`), 'NOT_FOUND')
  })

  test('RV21, RV35, RV56: what does not fit, and what would go, is told with its fields', async () => {
    const { ctx, at, run } = await world()
    const eve = await join(ctx, 'editor')
    const unfit = expectProblem(await run(eve, 'node.merge', { nodeIds: ['gone'], intoId: 'node-a' }), 'PLAN_UNFIT')
    expect(unfit.errors).toMatchObject([{ path: 'plan.nodeIds[0]' }])
    expect(expectProblem(await run(eve, 'node.retire', { nodeId: 'node-b' }), 'DELETE_CARRIES_OTHERS').detail).toContain('Confirm with carry=true')
    await run(eve, 'proposal.create', { id: 'p', plan: { kind: 'retire', nodeId: 'node-b', heirId: 'node-a' } })
    expect((await eve.send('DELETE', `${at}/nodes/node-b?carry=true`)).status).toBe(200)
    expectProblem(await run(eve, 'proposal.decide', { id: 'p', accept: true }), 'PLAN_UNFIT')
    expect((await eve.send('GET', `${at}/proposals/p`)).body.item.state).toBe('open')
  })

  test('RV40-RV42: a split is kept, read and undone like every other change set', async () => {
    const { ctx, at, run, exported } = await world()
    const eve = await join(ctx, 'editor')
    const before = await exported(eve)
    const parts = [{ name: 'Care' }, { name: 'Care desk', objectiveIds: ['obj-a'], exchangeIds: ['exch'] }]
    const split = await run(eve, 'node.split', { nodeId: 'node-a', parts, nodeIds: ['desk'], carry: true })
    expect(split.body.summary).toBe('Split “Care desk” off “Care”')
    expect((await eve.send('GET', `${at}/nodes/desk`)).body.item).toMatchObject({ name: 'Care desk', areaId: 'area', slot: 2 })
    expect((await eve.send('GET', `${at}/objectives?nodeId=desk`)).body.total).toBe(1)
    expect((await eve.send('POST', `${at}/undo`)).status).toBe(200)
    expect(await exported(eve)).toBe(before)
  })
})
