import { expect, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import type { Store } from '../../lib/server/store.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, contextOf, emptyNetwork, networkChange, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

const area = (id: string) => [call('area.create', { id, name: id })]
const idsIn = async (store: Store, networkId: string) => [...(await store.read(networkId)).tables.area.keys()].sort()

describeOnEachDatabase('undo', ({ store, restart }) => {
  test('undo takes back the last step, redo brings it back, both say what it was', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, area('a'))
    expect(await store().undo(ctx)).toMatchObject({ revision: 3, summary: 'Undone: Added value area “a”' })
    expect(await idsIn(store(), ctx.networkId)).toEqual([])
    expect(await store().undoState(ctx)).toMatchObject({ undo: null, redo: { summary: 'Added value area “a”' } })
    expect(await store().redo(ctx)).toMatchObject({ revision: 4, summary: 'Redone: Added value area “a”' })
    expect(await idsIn(store(), ctx.networkId)).toEqual(['a'])
    expect(await store().undoState(ctx)).toMatchObject({ undo: { summary: 'Added value area “a”' }, redo: null })
  })

  test('undo brings back a node with all that hangs on it, ids included', async () => {
    const ctx = await planNetwork(store())
    const calls = Array.from({ length: 40 }, (_, at) =>
      call('keyResult.create', { id: `more-${at}`, objectiveId: 'obj-a', title: `More ${at}`, metric: { kind: 'boolean' } }),
    )
    await commit(store(), ctx, calls)
    const before = structuredClone(recordsOf(await store().read(ctx.networkId)))
    const deleted = await commit(store(), ctx, [call('node.delete', { id: 'node-a', carry: true })])
    expect(deleted.changes.length).toBeGreaterThan(44)
    await store().undo(ctx)
    expect(recordsOf(await store().read(ctx.networkId))).toEqual(before)
    expect(recordsOf(await (await restart()).read(ctx.networkId))).toEqual(before)
  })

  test('a hundred steps can be taken back, brought back and taken back again, over a restart', async () => {
    const ctx = await emptyNetwork(store())
    const ids = Array.from({ length: 100 }, (_, at) => `a${String(at).padStart(2, '0')}`)
    for (const id of ids) await commit(store(), ctx, area(id))
    for (const id of ids.toReversed()) expect((await store().undo(ctx)).changes).toMatchObject([{ id, after: null }])
    await expect(store().undo(ctx)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
    await restart()
    for (const id of ids) expect((await store().redo(ctx)).changes).toMatchObject([{ id, before: null }])
    await expect(store().redo(ctx)).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' })
    for (const id of ids.toReversed()) expect((await store().undo(ctx)).changes).toMatchObject([{ id, after: null }])
    expect(await idsIn(store(), ctx.networkId)).toEqual([])
  })

  test('everybody has steps of their own', async () => {
    const ana = await emptyNetwork(store())
    const ben = contextOf(ana.networkId, 'ben')
    await commit(store(), ana, area('of-ana'))
    await commit(store(), ben, area('of-ben'))
    await store().undo(ana)
    expect(await idsIn(store(), ana.networkId)).toEqual(['of-ben'])
    await expect(store().undo(ana)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
    await expect(store().redo(ben)).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' })
  })

  test('undo is refused where somebody changed the same field since, and where something refers to what would go', async () => {
    const ana = await emptyNetwork(store())
    const ben = contextOf(ana.networkId, 'ben')
    await commit(store(), ana, area('a'))
    await commit(store(), ana, [call('area.update', { id: 'a', set: { name: 'of Ana' } })])
    await commit(store(), ben, [call('area.update', { id: 'a', set: { name: 'of Ben' } })])
    await expect(store().undo(ana)).rejects.toMatchObject({ code: 'UNDO_CHANGED_SINCE' })
    await commit(store(), ben, area('b'))
    await commit(store(), ana, [call('node.create', { id: 'n', areaId: 'b', name: 'N' })])
    await expect(store().undo(ben)).rejects.toMatchObject({ code: 'UNDO_STILL_USED' })
  })

  test('the creation of a network is nobody’s step', async () => {
    const ctx = await emptyNetwork(store())
    expect(await store().undoState(ctx)).toEqual({ undo: null, redo: null })
    await expect(store().undo(ctx)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
  })
})

describeOnEachDatabase('change sets', ({ store, restart }) => {
  test('come in order, at most as many as asked for, from memory as from the tables', async () => {
    const ctx = await emptyNetwork(store())
    for (const id of ['a', 'b', 'c', 'd']) await commit(store(), ctx, area(id))
    const fromMemory = await store().changesSince(ctx.networkId, 1, 3)
    const fromTables = await (await restart()).changesSince(ctx.networkId, 1, 3)
    expect(fromMemory).toMatchObject([{ revision: 2 }, { revision: 3 }, { revision: 4 }])
    expect(fromTables).toEqual(fromMemory)
    expect(await store().changesSince(ctx.networkId, 5, 3)).toEqual([])
    expect(await store().changesSince(ctx.networkId, 0, 1)).toMatchObject([{ revision: 1, command: 'network.create' }])
  })

  test('are a reset where the asker knows a later revision, or too much changed', async () => {
    const ctx = await emptyNetwork(store())
    expect(await store().changesSince(ctx.networkId, 9, 10)).toBe('reset')
    const many = Array.from({ length: 5_001 }, (_, at) => call('person.create', { id: `p${at}`, name: `P${at}`, rank: at }))
    await commit(store(), ctx, many)
    expect(await store().changesSince(ctx.networkId, 1, 10)).toBe('reset')
    expect(await (await restart()).changesSince(ctx.networkId, 1, 10)).toBe('reset')
  })

  test('an edit of a field that changed after it was read is refused, however long ago it was read', async () => {
    const ctx = await planNetwork(store())
    const edit = (set: { name?: string; description?: string }, revision: number) =>
      commit(store(), ctx, [call('node.update', { id: 'node-a', set, revision })])
    await edit({ name: 'New' }, 3)
    await expect(edit({ name: 'Mine' }, 3)).rejects.toMatchObject({
      code: 'STALE_EDIT',
      details: { fields: [{ field: 'name', yours: 'Mine', theirs: 'New' }] },
    })
    await expect(edit({ description: 'Mine' }, 3)).resolves.toMatchObject({ revision: 5 })
    await restart()
    await expect(edit({ name: 'Mine' }, 3)).rejects.toMatchObject({ code: 'STALE_EDIT' })
    await expect(edit({ description: 'Again' }, 5)).resolves.toMatchObject({ revision: 6 })
  })

  test('an edit of the target does not collide with a check-in, a new kind of metric does', async () => {
    const ctx = await planNetwork(store())
    await commit(store(), ctx, [call('checkIn.create', { id: 'chk-9', keyResultId: 'kr-a', value: 3 })])
    const edit = (metric: Record<string, unknown>) => commit(store(), ctx, [call('keyResult.update', { id: 'kr-a', set: { metric }, revision: 3 })])
    await expect(edit({ target: 2 })).resolves.toMatchObject({ revision: 5 })
    await expect(edit({ current: 4 })).rejects.toMatchObject({ code: 'STALE_EDIT' })
    await expect(edit({ kind: 'boolean', current: 0 })).rejects.toMatchObject({ code: 'STALE_EDIT' })
  })
})

describeOnEachDatabase('idempotency', ({ store, restart }) => {
  test('the same key and body are applied once and answered alike, over a restart', async () => {
    const ctx = await emptyNetwork(store())
    const key = { key: 'k1', hash: 'h' }
    const first = await commit(store(), ctx, area('a'), key)
    expect(await commit(store(), ctx, area('a'), key)).toEqual({ ...first, replayed: true })
    await restart()
    expect(await commit(store(), ctx, area('a'), key)).toEqual({ ...first, replayed: true })
    expect((await store().read(ctx.networkId)).revision).toBe(2)
  })

  test('the same key twice at once is applied once', async () => {
    const ctx = await emptyNetwork(store())
    const key = { key: 'k2', hash: 'h' }
    const both = await Promise.all([commit(store(), ctx, area('a'), key), commit(store(), ctx, area('a'), key)])
    expect(both.map(({ revision, replayed }) => [revision, replayed])).toEqual([
      [2, false],
      [2, true],
    ])
  })

  test('the same key with another body is refused, in another network it is another key', async () => {
    const [ctx, other] = [await emptyNetwork(store()), await emptyNetwork(store())]
    await commit(store(), ctx, area('a'), { key: 'k3', hash: 'h' })
    await expect(commit(store(), ctx, area('b'), { key: 'k3', hash: 'other' })).rejects.toMatchObject({ code: 'KEY_REUSED' })
    await expect(commit(store(), other, area('a'), { key: 'k3', hash: 'h' })).resolves.toMatchObject({ replayed: false })
  })

  test('a refused request leaves its key free, one that changes nothing does not', async () => {
    const ctx = await emptyNetwork(store())
    const key = { key: 'k4', hash: 'h' }
    await expect(commit(store(), ctx, [call('area.delete', { id: 'none' })], key)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(commit(store(), ctx, area('a'), key)).resolves.toMatchObject({ replayed: false })
    const same = [call('area.update', { id: 'a', set: { name: 'a' } })]
    expect(await commit(store(), ctx, same, { key: 'k5', hash: 'h' })).toMatchObject({ replayed: false, changes: [] })
    expect(await commit(store(), ctx, same, { key: 'k5', hash: 'h' })).toMatchObject({ replayed: true, changes: [], revision: 2 })
  })

  test('a network is created once for a key, whatever id the repeat would give it', async () => {
    const key = { key: `create-${Math.random()}`, hash: 'h' }
    const create = (id: string) => store().create(contextOf(id), [networkChange(id)], { idempotency: key })
    const first = await create(`a-${key.key}`)
    expect(await create(`b-${key.key}`)).toEqual({ ...first, replayed: true })
    await expect(store().read(`b-${key.key}`)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
