import { expect, test } from 'vitest'
import { repeatValues } from '../../db/postgres.ts'
import { call } from '../../lib/domain/command/call.ts'
import { openStore, type Store } from '../../lib/server/store.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, emptyNetwork, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

test('an insert is repeated with its parameters counted on', () => {
  expect(repeatValues('insert into "t" ("a", "b") values ($1, $2)', 2, 3)).toBe('insert into "t" ("a", "b") values ($1, $2), ($3, $4), ($5, $6)')
})

describeOnEachDatabase('two processes', ({ dialect, url, store }) => {
  if (dialect === 'sqlite')
    return test('are not possible: the second is refused', async () => expect(openStore(url())).rejects.toThrow('Another Weft'))

  const withSecond = async (work: (second: Store) => Promise<void>) => {
    const second = await openStore(url())
    try {
      await work(second)
    } finally {
      await second.close()
    }
  }

  test('see each other’s commits at once', () =>
    withSecond(async (second) => {
      const ctx = await emptyNetwork(store())
      await commit(second, ctx, [call('area.create', { id: 'a', name: 'A' })])
      expect((await store().read(ctx.networkId)).tables.area.get('a')?.name).toBe('A')
      await commit(store(), ctx, [call('area.update', { id: 'a', set: { name: 'B' } })])
      expect((await second.read(ctx.networkId)).tables.area.get('a')?.name).toBe('B')
      expect((await second.body(ctx.networkId)).revision).toBe(3)
    }))

  test('write at the same time without a gap, a loss or a second place on a ring', () =>
    withSecond(async (second) => {
      const ctx = await emptyNetwork(store())
      await commit(store(), ctx, [call('area.create', { id: 'a', name: 'A' })])
      const writers = Array.from({ length: 60 }, (_, at) =>
        commit(at % 2 ? store() : second, ctx, [call('node.create', { id: `n${at}`, areaId: 'a', name: 'N' })]),
      )
      const revisions = (await Promise.all(writers)).map(({ revision }) => revision)
      expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, at) => at + 3))
      const { tables } = await store().read(ctx.networkId)
      expect(new Set([...tables.node.values()].map(({ slot }) => slot)).size).toBe(60)
      expect(recordsOf(await second.read(ctx.networkId))).toEqual(recordsOf(await store().read(ctx.networkId)))
    }))

  test('read while they begin to write: never older than what was acknowledged, and no commit is lost on the way', async () => {
    const ctx = await planNetwork(store())
    const rename = (into: Store) => commit(into, ctx, [call('area.update', { id: 'area', set: { name: `A${performance.now()}` } })])
    for (let round = 0; round < 12; round += 1)
      await withSecond(async (fresh) => {
        let newest = 0
        const write = async () => {
          newest = Math.max(newest, (await rename(fresh)).revision)
        }
        const read = async () => {
          const acknowledged = newest
          expect((await fresh.read(ctx.networkId)).revision).toBeGreaterThanOrEqual(acknowledged)
        }
        await Promise.all([read(), ...Array.from({ length: 8 }, write), ...Array.from({ length: 6 }, read), rename(store())])
        await read()
      })
  })

  test('apply one request once, whichever of them it reaches', () =>
    withSecond(async (second) => {
      const ctx = await emptyNetwork(store())
      const key = { key: 'same', hash: 'h' }
      const both = await Promise.all([store(), second].map((each) => commit(each, ctx, [call('area.create', { id: 'a', name: 'A' })], key)))
      expect(both.map(({ replayed }) => replayed).sort()).toEqual([false, true])
      expect(both.map(({ revision }) => revision)).toEqual([2, 2])
    }))

  test('wake each other’s listeners', () =>
    withSecond(async (second) => {
      const ctx = await emptyNetwork(store())
      const heard: number[] = []
      second.listen(ctx.networkId, (revision) => heard.push(revision))
      await until(async () => {
        await commit(store(), ctx, [call('network.update', { id: ctx.networkId, set: { vision: `${performance.now()}` } })])
        return heard.length > 0
      })
      const { revision } = await commit(store(), ctx, [call('area.create', { id: 'last', name: 'A' })])
      await until(async () => heard.at(-1) === revision)
      expect(new Set(heard).size).toBe(heard.length)
    }))

  test('a network that the other one removed is gone here too', () =>
    withSecond(async (second) => {
      const ctx = await emptyNetwork(store())
      await second.read(ctx.networkId)
      await store().removeNetwork(ctx.networkId)
      await expect(second.read(ctx.networkId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(commit(second, ctx, [call('area.create', { id: 'a', name: 'A' })])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }))
})

/** Tries until something is true; the listener connects in the background. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 5_000
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error('it did not become true within five seconds')
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}
