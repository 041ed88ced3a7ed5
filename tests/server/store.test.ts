import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import { entityNames } from '../../lib/domain/ids.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, contextOf, emptyNetwork, networkChange, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

describeOnEachDatabase('store', ({ store, restart }) => {
  test('every kind of record with every field survives a restart as it was', async () => {
    const ctx = await planNetwork(store())
    const before = await store().read(ctx.networkId)
    for (const entity of entityNames) expect(before.tables[entity].size, entity).toBeGreaterThan(0)
    const [revision, records] = [before.revision, structuredClone(recordsOf(before))]
    const after = await (await restart()).read(ctx.networkId)
    expect(recordsOf(after)).toEqual(records)
    expect(after.revision).toBe(revision)
    expect(after.tables.checkIn.get('chk-1')?.at).toBe('2027-01-08T08:00:00.123Z')
  })

  test('a batch is one revision and one change set', async () => {
    const ctx = await emptyNetwork(store())
    const committed = await commit(store(), ctx, [
      call('area.create', { id: 'a', name: 'A' }),
      call('node.create', { id: 'n', areaId: 'a', name: 'N' }),
    ])
    expect(committed).toMatchObject({ networkId: ctx.networkId, revision: 2, replayed: false, summary: 'Added value area “A” and 1 more' })
    const sets = await store().changesSince(ctx.networkId, 1, 10)
    expect(sets).toMatchObject([{ id: committed.changeSetId, revision: 2, command: 'batch', actor: 'ana', undoOf: null, at: ctx.now }])
    expect((await store().read(ctx.networkId)).revision).toBe(2)
  })

  test('a command that is refused leaves revision, rows and snapshot alone', async () => {
    const ctx = await planNetwork(store())
    const snapshot = await store().read(ctx.networkId)
    const before = structuredClone(recordsOf(snapshot))
    const refused = commit(store(), ctx, [
      call('node.delete', { id: 'node-a', carry: true }),
      call('area.update', { id: 'none', set: { name: 'X' } }),
    ])
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(recordsOf(await store().read(ctx.networkId))).toEqual(before)
    expect((await store().read(ctx.networkId)).revision).toBe(3)
    expect(recordsOf(await (await restart()).read(ctx.networkId))).toEqual(before)
  })

  test('a command that changes nothing makes no revision', async () => {
    const ctx = await planNetwork(store())
    expect(await commit(store(), ctx, [call('node.update', { id: 'node-a', set: { name: 'Care' } })])).toMatchObject({
      revision: 3,
      changes: [],
      changeSetId: '',
    })
  })

  test('commands that come at once are committed one after the other, each on what the others left', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [call('area.create', { id: 'a', name: 'A' })])
    const ids = Array.from({ length: 40 }, (_, at) => `n${at}`)
    const done = await Promise.all(ids.map((id) => commit(store(), ctx, [call('node.create', { id, areaId: 'a', name: id })])))
    expect(done.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(ids.map((_, at) => at + 3))
    const { tables } = await (await restart()).read(ctx.networkId)
    expect(new Set([...tables.node.values()].map(({ slot }) => slot)).size).toBe(40)
  })

  test('one refused command among many does not harm the others', async () => {
    const ctx = await emptyNetwork(store())
    const outcomes = await Promise.allSettled([
      commit(store(), ctx, [call('area.create', { id: 'a', name: 'A' })]),
      commit(store(), ctx, [call('area.create', { id: 'a', name: 'again' })]),
      commit(store(), ctx, [call('area.create', { id: 'b', name: 'B' })]),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect([...(await (await restart()).read(ctx.networkId)).tables.area.values()].map(({ name }) => name).sort()).toEqual(['A', 'B'])
  })

  test('a network is found by id and by slug, and by nothing else', async () => {
    const id = `net_${randomUUID()}`
    const slug = `s-${randomUUID()}`
    await store().create(contextOf(id), [networkChange(id, { slug })])
    expect(await store().resolve(id)).toBe(id)
    expect(await store().resolve(slug)).toBe(id)
    await expect(store().resolve('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(store().read('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(commit(store(), contextOf('nobody'), [])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('ids and slugs of networks are taken once, also by a change', async () => {
    const [first, second, slug] = [`net_${randomUUID()}`, `net_${randomUUID()}`, `s-${randomUUID()}`]
    await store().create(contextOf(first), [networkChange(first, { slug })])
    await expect(store().create(contextOf(first), [networkChange(first)])).rejects.toMatchObject({ code: 'ID_TAKEN' })
    await expect(store().create(contextOf(second), [networkChange(second, { slug })])).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
    await store().create(contextOf(second), [networkChange(second)])
    await expect(commit(store(), contextOf(second), [call('network.update', { id: second, set: { slug } })])).rejects.toMatchObject({
      code: 'SLUG_TAKEN',
    })
    await expect(commit(store(), contextOf(first), [call('network.update', { id: first, set: { slug } })])).resolves.toMatchObject({ changes: [] })
  })

  test('two networks keep records of the same id apart', async () => {
    const [one, two] = [await planNetwork(store()), await planNetwork(store())]
    await commit(store(), one, [call('node.update', { id: 'node-a', set: { name: 'Mine' } }), call('node.delete', { id: 'node-b', carry: true })])
    const { tables } = await (await restart()).read(two.networkId)
    expect(tables.node.get('node-a')?.name).toBe('Care')
    expect(tables.node.has('node-b')).toBe(true)
  })

  test('the list of networks counts what is in each', async () => {
    const ctx = await planNetwork(store())
    const found = (await store().networks()).find(({ id }) => id === ctx.networkId)
    expect(found).toMatchObject({
      name: 'Bright',
      slug: null,
      revision: 3,
      createdAt: ctx.now,
      counts: { nodes: 2, objectives: 2, keyResults: 3, dependencies: 1 },
    })
  })

  test('a removed network is gone with its history, and its id is free', async () => {
    const ctx = await planNetwork(store())
    await store().removeNetwork(ctx.networkId)
    await expect(store().read(ctx.networkId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(store().removeNetwork(ctx.networkId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await store().create(ctx, [networkChange(ctx.networkId)])
    expect(await store().changesSince(ctx.networkId, 0, 10)).toHaveLength(1)
  })

  test('text is kept letter by letter, and lists come in the order of code points', async () => {
    const names = ['Zoë 😀', 'apple', 'Äpfel', 'Apple', '𐐷', '～']
    const ids = await Promise.all(
      names.map(async (name) => {
        const id = `net_${randomUUID()}`
        await store().create(contextOf(id), [networkChange(id, { name })])
        return id
      }),
    )
    const listed = (await store().networks()).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
    expect(listed).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })

  test('listeners hear of each revision once, of their network only, until they stop', async () => {
    const [ctx, other] = [await emptyNetwork(store()), await emptyNetwork(store())]
    const heard: number[] = []
    const stop = store().listen(ctx.networkId, (revision) => heard.push(revision))
    for (const id of ['a', 'b']) await commit(store(), ctx, [call('area.create', { id, name: id })])
    await commit(store(), other, [call('area.create', { id: 'a', name: 'A' })])
    stop()
    await commit(store(), ctx, [call('area.create', { id: 'c', name: 'C' })])
    expect(heard).toEqual([2, 3])
  })

  test('check tells that the database is what it has to be', async () => {
    expect(await store().check()).toMatchObject({ ok: true, faults: [] })
  })
})
