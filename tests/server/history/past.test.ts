import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask, tell } from '../../../db/query.ts'
import { decodeSnapshot } from '../../../lib/contract/decode-snapshot.ts'
import type { SnapshotBody } from '../../../lib/contract/snapshot-columns.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { changesBetween } from '../../../lib/domain/history/changes-between.ts'
import { applyChanges, fork, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decodeCheckpoint, encodeCheckpoint } from '../../../lib/server/history/checkpoint-body.ts'
import { type CommitContext, openStore, type Store } from '../../../lib/server/store.ts'
import { runs } from '../../property-runs.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, contextOf, emptyNetwork, ownerIn, planNetwork } from '../network-kit.ts'
import { recordsOf } from '../records.ts'

const name = fc.constantFrom('One', 'Two', 'Three')
const place = fc.integer({ min: 0, max: 3 })

/** What happens in a network; a refusal is fine. */
type Act = (store: Store, ctx: CommitContext) => Promise<unknown>

const deleted = ['area', 'node-a', 'obj-a', 'kr-a', 'kr-b', 'ana'] as const
const kindOf = { area: 'area', 'node-a': 'node', 'obj-a': 'objective', 'kr-a': 'keyResult', 'kr-b': 'keyResult', ana: 'person' } as const

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(place, name).map(
        ([at, text]): Act =>
          (store, ctx) =>
            commit(store, ctx, [call('person.create', { id: `p${at}`, name: `${text} ${at}`, email: `${text}@x.example` })]),
      ),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(place, name).map(
        ([at, text]): Act =>
          (store, ctx) =>
            commit(store, ctx, [call('person.update', { id: `p${at}`, set: { name: text } })]),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.uuid(), fc.nat(9)).map(
        ([id, value]): Act =>
          (store, ctx) =>
            commit(store, ctx, [call('checkIn.create', { id, keyResultId: 'kr-a', value })]),
      ),
    },
    {
      weight: 3,
      arbitrary: name.map(
        (text): Act =>
          (store, ctx) =>
            commit(store, ctx, [
              call('node.update', { id: 'node-a', set: { name: text } }),
              call('keyResult.update', { id: 'kr-b', set: { title: text } }),
            ]),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...deleted).map(
        (id): Act =>
          (store, ctx) =>
            commit(store, ctx, [call(`${kindOf[id]}.delete`, { id, carry: true })]),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...deleted), fc.integer({ min: 2, max: 12 })).map(
        ([id, revision]): Act =>
          (store, ctx) =>
            store.restore(ctx, { revision, entity: kindOf[id], id }),
      ),
    },
    { weight: 3, arbitrary: fc.constant<Act>((store, ctx) => store.undo(ctx)) },
    { weight: 2, arbitrary: fc.constant<Act>((store, ctx) => store.redo(ctx)) },
    {
      weight: 2,
      arbitrary: place.map(
        (at): Act =>
          (store, ctx) =>
            store.erasePerson(ctx, `p${at}`),
      ),
    },
    { weight: 1, arbitrary: fc.constant<Act>((store, ctx) => store.erasePerson(ctx, 'ana')) },
  ),
  { minLength: 6, maxLength: 16, size: 'max' },
)

async function attempt(act: Act, store: Store, ctx: CommitContext): Promise<boolean> {
  try {
    await act(store, ctx)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** The network after each of its change sets, replayed from nothing. */
async function replayed(store: Store, networkId: string): Promise<Snapshot[]> {
  const sets = await store.changesSince(networkId, 0, 1_000)
  if (sets === 'reset') throw new Error('the history is too long to replay')
  const current = makeSnapshot({})
  return sets.map(({ changes, revision }) => {
    applyChanges(current, changes)
    current.revision = revision
    return fork(current)
  })
}

async function revisionsKept(store: Store, networkId: string): Promise<number[]> {
  const rows = await store.ask((statements) => ask(statements.checkpointRevisions, { networkId }))
  return rows.map(({ revision }) => revision)
}

/** Waits until checkpoints are written: they come after the commit. */
async function untilKept(store: Store, networkId: string, revision: number): Promise<void> {
  await expect.poll(() => revisionsKept(store, networkId), { timeout: 20_000, interval: 5 }).toContain(revision)
}

describeOnEachDatabase('the network as it was', (database) => {
  const { store, restart, url, dialect } = database

  test('HI15: at every revision it is what a replay from nothing gives, whatever happened, wherever the way begins', async () => {
    let [through, kept] = [0, 0]
    await fc.assert(
      fc.asyncProperty(acts, fc.integer({ min: 2, max: 5 }), fc.infiniteStream(fc.nat(100)), async (list, every, order) => {
        const spaced = await restart({ spacing: { changeSets: every, changes: 40 } })
        const ctx = await planNetwork(spaced)
        for (const act of list) if (await attempt(act, spaced, ctx)) through += 1
        const plain = await restart()
        kept += (await revisionsKept(plain, ctx.networkId)).length
        const expected = await replayed(plain, ctx.networkId)
        const mixed = expected.map((_, at) => at + 1).sort(() => Number(order.next().value) - 50)
        for (const revision of mixed) {
          const snapshot = await plain.snapshotAt(ctx.networkId, revision)
          expect(snapshot.revision).toBe(revision)
          expect(recordsOf(snapshot)).toEqual(recordsOf(expected[revision - 1] ?? makeSnapshot({})))
        }
        expect(changesBetween(await plain.snapshotAt(ctx.networkId, expected.length), await plain.read(ctx.networkId))).toEqual([])
      }),
      { numRuns: runs(dialect === 'sqlite' ? 25 : 8), seed: 20_270_303 },
    )
    expect(through).toBeGreaterThan(dialect === 'sqlite' ? 100 : 30)
    expect(kept).toBeGreaterThan(dialect === 'sqlite' ? 20 : 5)
  })

  test('HI15: what was given stays as it was while the network goes on', async () => {
    const ctx = await planNetwork(store())
    const now = await store().snapshotAt(ctx.networkId, 3)
    await commit(store(), ctx, [call('node.update', { id: 'node-a', set: { name: 'Later' } })])
    expect(now.tables.node.get('node-a' as never)?.name).toBe('Care')
    expect((await store().snapshotAt(ctx.networkId, 4)).tables.node.get('node-a' as never)?.name).toBe('Later')
  })

  test('HI16: a revision that never was is told', async () => {
    const ctx = await emptyNetwork(store())
    for (const revision of [0, 2, 99]) await expect(store().snapshotAt(ctx.networkId, revision)).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' })
    await expect(store().history.moment(ctx.networkId, { at: '2027-01-11T08:59:59Z' })).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' })
    await expect(store().history.entry(ctx.networkId, 2)).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' })
    await expect(store().history.body(ctx.networkId, { revision: 7 })).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' })
  })

  test('HI17: the body is the columns of the snapshot with the instant of its revision, all check-ins of then', async () => {
    const ctx = await planNetwork(store())
    await commit(store(), { ...ctx, now: '2027-09-01T09:00:00Z' }, [call('checkIn.create', { id: 'late', keyResultId: 'kr-a', value: 1 })])
    const body = await store().history.body(ctx.networkId, { revision: 3 })
    const parsed: SnapshotBody & { at: string } = JSON.parse(new TextDecoder().decode(body.json))
    expect(parsed).toMatchObject({ format: 'weft-snapshot/1', revision: 3, at: '2027-01-11T09:00:00Z' })
    expect(recordsOf(decodeSnapshot(parsed))).toEqual(recordsOf(await store().snapshotAt(ctx.networkId, 3)))
    expect((await store().history.body(ctx.networkId, { revision: 3 })).etag).toBe(body.etag)
    await restart()
    const again = new TextDecoder().decode((await store().history.body(ctx.networkId, { revision: 3 })).json)
    expect(recordsOf(decodeSnapshot(JSON.parse(again)))).toEqual(recordsOf(decodeSnapshot(parsed)))
  })

  test('HI18: a day is its end where the network is; order is by revision though the clock went back', async () => {
    const ctx = await emptyNetwork(store())
    const write = (id: string, now: string) => commit(store(), { ...ctx, now }, [call('area.create', { id, name: id })])
    await commit(store(), ctx, [call('network.update', { id: ctx.networkId, set: { timeZone: 'Europe/Berlin' } })])
    await write('a', '2027-01-11T22:59:59.999Z')
    await write('b', '2027-01-11T23:00:00Z')
    const at = async (moment: string) => (await store().history.moment(ctx.networkId, { at: moment })).revision
    expect([await at('2027-01-11'), await at('2027-01-12')]).toEqual([3, 4])
    await write('c', '2027-01-11T12:00:00Z')
    await write('d', '2027-01-14T12:00:00Z')
    expect(await at('2027-01-11')).toBe(5)
    expect(await at('2027-01-11T23:30:00Z')).toBe(5)
    expect(await at('2027-01-11T22:30:00Z')).toBe(5)
    expect(await at('2027-01-11T10:00:00Z')).toBe(2)
    expect([await at('2027-01-12'), await at('2027-01-13')]).toEqual([5, 5])
    expect([await at('2027-01-14'), await at('2999-01-01'), await at('9999-12-31T23:59:59Z')]).toEqual([6, 6, 6])
    expect(await store().history.days(ctx.networkId)).toEqual({
      first: '2027-01-11T09:00:00Z',
      last: '2027-01-14T12:00:00Z',
      days: [
        { day: '2027-01-11', changeSets: 4, changes: 4, revision: 5 },
        { day: '2027-01-12', changeSets: 1, changes: 1, revision: 4 },
        { day: '2027-01-14', changeSets: 1, changes: 1, revision: 6 },
      ],
    })
    await write('e', '2027-01-14T12:30:00Z')
    const grown = await store().history.days(ctx.networkId)
    expect(grown.days.at(-1)).toEqual({ day: '2027-01-14', changeSets: 2, changes: 2, revision: 7 })
    await commit(store(), ctx, [call('network.update', { id: ctx.networkId, set: { timeZone: null } })])
    expect((await store().history.days(ctx.networkId)).days.map(({ day }) => day)).toEqual(['2027-01-11', '2027-01-14'])
  })

  test('HI20: checkpoints come after the commit, every so many change sets or changes, and go with an erasing', async () => {
    const spaced = await restart({ spacing: { changeSets: 3, changes: 10 } })
    const ctx = await emptyNetwork(spaced)
    const { networkId } = ctx
    const person = (id: string) => [call('person.create', { id, name: `Quirin ${id}`, email: `${id}@x.example` })]
    for (const id of ['p1', 'p2', 'p3']) await commit(spaced, ctx, person(id))
    await untilKept(spaced, networkId, 3)
    expect(await revisionsKept(spaced, networkId)).toEqual([3])
    await commit(
      spaced,
      ctx,
      Array.from({ length: 12 }, (_, at) => call('area.create', { id: `a${at}`, name: 'A' })),
    )
    await untilKept(spaced, networkId, 5)
    expect((await spaced.snapshotAt(networkId, 3)).tables.person.get('p1' as never)?.name).toBe('Quirin p1')
    const before = await spaced.history.body(networkId, { revision: 3 })
    await spaced.erasePerson(ctx, 'p1')
    expect((await revisionsKept(spaced, networkId)).filter((revision) => revision < 6)).toEqual([])
    const past = await spaced.snapshotAt(networkId, 3)
    expect(past.tables.person.get('p1' as never)).toMatchObject({ name: 'Former member 1', email: null })
    expect(past.tables.person.get('p2' as never)?.name).toBe('Quirin p2')
    const after = await spaced.history.body(networkId, { revision: 3 })
    expect(new TextDecoder().decode(after.json)).not.toContain('Quirin p1')
    expect(after.etag).not.toBe(before.etag)
    await spaced.removeNetwork(networkId)
    expect(await spaced.ask((statements) => ask(statements.erasureStamp, { networkId }))).toEqual([])
    await restart()
  })

  test('HI20: somebody whose record was gone when the name was erased is erased in what memory and checkpoints hold', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [call('person.create', { id: 'gone', name: 'Quirin Gone', email: 'gone@x.example' })])
    await commit(store(), ctx, [call('person.delete', { id: 'gone' })])
    const nameThen = async () => (await store().snapshotAt(ctx.networkId, 2)).tables.person.get('gone' as never)?.name
    expect(await nameThen()).toBe('Quirin Gone')
    await store().erasePerson(ctx, 'gone')
    expect(await nameThen()).toBe('Former member 1')
    expect(JSON.stringify(await store().changesSince(ctx.networkId, 0, 10))).not.toContain('Quirin')
    expect(JSON.stringify(await store().history.entry(ctx.networkId, 3))).not.toContain('Quirin')
  })

  test('HI19: a checkpoint of an older program decodes: tables and fields that came since are empty', async () => {
    const ctx = await planNetwork(store())
    const snapshot = await store().snapshotAt(ctx.networkId, 3)
    const decoded = await decodeCheckpoint(await encodeCheckpoint(snapshot))
    expect(recordsOf(decoded ?? makeSnapshot({}))).toEqual(recordsOf(snapshot))
    const old = fork(snapshot)
    for (const table of [old.tables.tally, old.tables.reason]) table.clear()
    const { promisify } = await import('node:util')
    const { brotliCompress, brotliDecompress } = await import('node:zlib')
    const body = JSON.parse((await promisify(brotliDecompress)(await encodeCheckpoint(snapshot))).toString())
    for (const table of ['tally', 'reason']) delete body.tables[table]
    delete body.tables.node.columns.slot
    const older = await decodeCheckpoint(await promisify(brotliCompress)(JSON.stringify(body)))
    expect(recordsOf(older ?? makeSnapshot({}))).toEqual(recordsOf(withoutSlots(old)))
    expect(await decodeCheckpoint(await promisify(brotliCompress)(JSON.stringify({ ...body, format: 'weft-snapshot/9' })))).toBeNull()
  })

  test('a checkpoint that cannot be read is no obstacle', async () => {
    const ctx = await planNetwork(store())
    const { promisify } = await import('node:util')
    const { brotliCompress } = await import('node:zlib')
    const body = await promisify(brotliCompress)(JSON.stringify({ format: 'weft-snapshot/9' }))
    await store().write(ctx.networkId, (statements) =>
      tell(statements.insertCheckpoint, { networkId: ctx.networkId, revision: 2, at: new Date(ctx.now), body }),
    )
    await restart()
    expect((await store().snapshotAt(ctx.networkId, 2)).tables.node.size).toBe(2)
  })

  if (dialect === 'postgres')
    test('PV17: another process forgets what it remembered of the past', async () => {
      const ctx = await emptyNetwork(store())
      await commit(store(), ctx, [call('person.create', { id: 'q', name: 'Quirin' })])
      const other = await openStore(url())
      try {
        const nameThen = async () => (await other.snapshotAt(ctx.networkId, 2)).tables.person.get('q' as never)?.name
        expect(await nameThen()).toBe('Quirin')
        await store().erasePerson(ctx, 'q')
        expect(await nameThen()).toBe('Former member 1')
        expect(new TextDecoder().decode((await other.history.body(ctx.networkId, { revision: 2 })).json)).not.toContain('Quirin')
      } finally {
        await other.close()
      }
    })

  test('a restore is a step of its own: it can be taken back and brought again', async () => {
    const ctx = ownerIn(contextOf((await planNetwork(store())).networkId), 'ana')
    await commit(store(), ctx, [call('node.delete', { id: 'node-a', carry: true })])
    const before = recordsOf(await store().snapshotAt(ctx.networkId, 3))
    expect(await store().restore(ctx, { revision: 4, entity: 'node', id: 'node-a' })).toMatchObject({
      revision: 5,
      summary: 'Restored node “Care” and 13 more',
    })
    expect(recordsOf(await store().read(ctx.networkId))).toEqual(before)
    await store().undo(ctx)
    expect((await store().read(ctx.networkId)).tables.node.size).toBe(1)
    await store().redo(ctx)
    expect(recordsOf(await store().read(ctx.networkId))).toEqual(before)
    await expect(store().restore(ctx, { revision: 4, entity: 'node', id: 'node-a' })).rejects.toMatchObject({ code: 'RESTORE_BLOCKED' })
    await expect(store().restore(ctx, { revision: 99, entity: 'node', id: 'node-a' })).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' })
  })
})

function withoutSlots(snapshot: Snapshot): Snapshot {
  const copy = fork(snapshot)
  for (const node of [...copy.tables.node.values()]) copy.tables.node.set(node.id, { ...node, slot: 0 })
  return copy
}
