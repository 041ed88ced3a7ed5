import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import type { CommitContext, Store } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, emptyNetwork } from '../network-kit.ts'
import { dumpOf, placesOf } from './dump.ts'

async function historyOf(store: Store, { networkId }: CommitContext) {
  const sets = await store.changesSince(networkId, 1, 500)
  if (sets === 'reset') throw new Error('the history is too long')
  return sets
}

const log = ['change_log', 'change_set']

describeOnEachDatabase('the log', (database) => {
  const { store, restart } = database

  test('PV1: holds neither name nor address of a person; the table of people and the vault do', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [call('person.create', { id: 'x1', name: 'Zebedee Q', email: 'zeb@example.org' })])
    await commit(store(), ctx, [call('person.update', { id: 'x1', set: { name: 'Zebulon Q', email: 'zbl@example.org' } })])
    await commit(store(), ctx, [call('person.delete', { id: 'x1' })])
    const places = placesOf(await dumpOf(database), ['zebedee', 'zebulon', 'zeb@', 'zbl@'])
    expect(places.filter((place) => log.some((table) => place.startsWith(table)))).toEqual([])
    expect(places).toEqual(['personal_value.value'])
    await store().undo(ctx)
    expect(placesOf(await dumpOf(database), ['zebulon', 'zbl@'])).toEqual(['person.email', 'person.name', 'personal_value.value'])
  })

  test('PV2: is read with names and addresses, from memory as from the database', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [
      call('person.create', { id: 'x1', name: 'Ada', email: 'ada@example.org' }),
      call('team.create', { id: 't', name: 'T' }),
    ])
    await commit(store(), ctx, [call('person.update', { id: 'x1', set: { name: 'Ada L' } })])
    await commit(store(), ctx, [call('person.update', { id: 'x1', set: { email: null } })])
    await commit(store(), ctx, [call('person.delete', { id: 'x1' })])
    const inMemory = await historyOf(store(), ctx)
    const read = await historyOf(await restart(), ctx)
    expect(read.map(({ changes }) => changes)).toEqual(inMemory.map(({ changes }) => changes))
    expect(
      read.flatMap(({ changes }) =>
        changes.filter(({ entity }) => entity === 'person').map(({ before, after }) => [before?.['name'], after?.['name']]),
      ),
    ).toEqual([
      [undefined, 'Ada'],
      ['Ada', 'Ada L'],
      [undefined, undefined],
      ['Ada L', undefined],
    ])
  })

  test('PV3: undo and redo after a restart put names back, and the answer tells them', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [call('person.create', { id: 'x1', name: 'Ada', email: 'ada@example.org' })])
    await commit(store(), ctx, [call('person.update', { id: 'x1', set: { name: 'Ada L' } })])
    await commit(store(), ctx, [call('person.delete', { id: 'x1' })])
    await restart()
    expect(await store().undoState(ctx)).toMatchObject({ undo: { summary: 'Deleted person “Ada L”' } })
    expect(await store().undo(ctx)).toMatchObject({ summary: 'Undone: Deleted person “Ada L”' })
    await restart()
    await store().undo(ctx)
    expect((await store().read(ctx.networkId)).tables.person.get('x1' as never)).toMatchObject({ name: 'Ada', email: 'ada@example.org' })
    await restart()
    expect(await store().redo(ctx)).toMatchObject({ summary: 'Redone: Changed name of person “Ada”' })
    expect((await store().read(ctx.networkId)).tables.person.get('x1' as never)?.name).toBe('Ada L')
    expect((await historyOf(store(), ctx)).at(-1)?.changes).toEqual([
      { entity: 'person', id: 'x1', before: { name: 'Ada' }, after: { name: 'Ada L' } },
    ])
  })

  test('PV2: many people at once are read as few are', async () => {
    const ctx = await emptyNetwork(store())
    const people = Array.from({ length: 40 }, (_, at) => ({ id: `x${at}`, name: `Name ${at}`, email: `n${at}@example.org` }))
    await commit(
      store(),
      ctx,
      people.map((person) => call('person.create', person)),
    )
    const [set] = await historyOf(await restart(), ctx)
    expect(set?.changes.map(({ after }) => [after?.['name'], after?.['email']])).toEqual(people.map(({ name, email }) => [name, email]))
  })

  test('PV4: tells whom a change was about by today’s name; the sentence in the database names nobody', async () => {
    const ctx = await emptyNetwork(store())
    const calls = [call('area.create', { id: 'a', name: 'A' }), call('node.create', { id: 'n', areaId: 'a', name: 'N' })]
    await commit(store(), ctx, [...calls, call('person.create', { id: 'x1', name: 'Ada' })])
    await commit(store(), ctx, [call('participation.create', { id: 'p', nodeId: 'n', personId: 'x1', tier: 'lead' })])
    await commit(store(), ctx, [call('participation.delete', { id: 'p' })])
    await commit(store(), ctx, [call('person.update', { id: 'x1', set: { name: 'Grace' } })])
    const summaries = async () => (await historyOf(store(), ctx)).map(({ summary }) => summary)
    expect(await summaries()).toContain('Deleted participation of “Ada”')
    await restart()
    expect(await summaries()).toEqual([
      'Added value area “A” and 2 more',
      'Added participation of “Grace”',
      'Deleted participation of “Grace”',
      'Changed name of person “Grace”',
    ])
    expect(placesOf(await dumpOf(database), ['“grace', '“ada'])).toEqual([])
  })

  test('PV4: a name that looks like a placeholder is only text', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [call('area.create', { id: 'a', name: '{person:%FF} {person:nobody}' })])
    expect((await historyOf(await restart(), ctx)).at(-1)?.summary).toBe('Added value area “{person:%FF} {person:nobody}”')
  })
})
