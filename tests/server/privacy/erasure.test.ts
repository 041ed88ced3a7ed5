import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { tell } from '../../../db/query.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { type CommitContext, openStore, type Store } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, contextOf, ownerIn, planNetwork } from '../network-kit.ts'
import { dumpOf, filesHolding, placesOf } from './dump.ts'
import { openAccountOf, type Settled, seatIn, settle } from './settle.ts'

/** Somebody whose name stands nowhere else. */
function somebody(): Settled {
  const key = randomUUID().slice(0, 8)
  return { userId: `user-${key}`, personId: `person-${key}`, name: `Quirin Zettelmoser ${key}`, email: `quirin.${key}@erase.example` }
}

function textsOf({ name, email }: Settled): string[] {
  return [name, email]
}

/** A network in which somebody with an account did something of every kind, and was renamed on the way. */
async function lived(store: Store, one = somebody()): Promise<{ ctx: CommitContext; one: Settled }> {
  const ctx = await planNetwork(store)
  const { personId, name, email } = one
  await store.write(ctx.networkId, function* (statements) {
    const events = ['promise.asked', 'promise.moved', 'comment.added', 'checkin.added', 'structure.changed']
    const hook = {
      name: 'All',
      url: 'https://x.example',
      shape: 'standard',
      events,
      secret: 'sealed',
      createdBy: 'somebody',
      createdAt: new Date(ctx.now),
    }
    yield* tell(statements.insertWebhook, { id: `all-${ctx.networkId}`, networkId: ctx.networkId, ...hook, disabledAt: null, disabledBecause: null })
  })
  await commit(store, ctx, [call('person.create', { id: personId, name: `${name} (new)`, email: `old.${email}` })])
  await commit(store, ctx, [call('person.update', { id: personId, set: { name, email } })])
  await commit(store, ctx, [call('participation.create', { id: 'part-q', nodeId: 'node-b', personId, tier: 'lead' })])
  const own = ownerIn({ ...ctx, actor: personId }, personId)
  await commit(store, own, [
    call('comment.create', { id: 'c-q', subject: 'node', subjectId: 'node-a', text: 'I ask @[ana]' }),
    call('checkIn.create', { id: 'chk-q', keyResultId: 'kr-a', value: 3, personId }),
  ])
  await commit(store, ownerIn(ctx, 'ana'), [call('comment.create', { id: 'c-a', subject: 'node', subjectId: 'node-a', text: `Ask @[${personId}]` })])
  await openAccountOf(store, one)
  await settle(store, ctx, one, 'editor')
  const body = Buffer.from(`${name} <${email}>`)
  await store.write(ctx.networkId, (statements) =>
    tell(statements.insertCheckpoint, { networkId: ctx.networkId, revision: 1, at: new Date(ctx.now), body }),
  )
  return { ctx, one }
}

async function refusalOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  )
}

describeOnEachDatabase('erasing a person', (database) => {
  const { store, restart, dialect, url } = database

  test('PV10: before it the name is in many tables, after it in none; nor is the address', async () => {
    const { ctx, one } = await lived(store())
    expect(placesOf(await dumpOf(database), textsOf(one))).toEqual([
      'account.account_id',
      'api_token.name',
      'checkpoint.body',
      'invitation.email',
      'person.email',
      'person.name',
      'personal_value.value',
      'user.email',
      'user.name',
    ])
    expect((await dumpOf(database)).get('outbox')?.length).toBeGreaterThan(3)
    const erased = await store().erasePerson(ctx, one.personId)
    expect(erased).toMatchObject({ pseudonym: 'Former member 1', account: 'deleted' })
    expect(placesOf(await dumpOf(database), textsOf(one))).toEqual([])
    expect(JSON.stringify(erased)).not.toContain(one.name)
    expect(erased.stillNamed).toEqual([])
  })

  test('PV22: seats and sealed answers of the person go, those of others stay', async () => {
    const { ctx, one } = await lived(store())
    const room = { networkId: ctx.networkId, ritualId: 'rit' }
    await seatIn(store(), room, one.personId)
    await seatIn(store(), room, 'ana')
    const left = async () => {
      const dump = await dumpOf(database)
      const here = (table: string) => dump.get(table)?.filter(({ network_id }) => network_id === ctx.networkId) ?? []
      return [here('seat').map(({ id }) => id), here('sealed').map(({ seat_id }) => seat_id)]
    }
    expect((await left()).map((each) => each.toSorted())).toEqual([
      ['ana', one.personId],
      ['ana', one.personId],
    ])
    await store().erasePerson(ctx, one.personId)
    expect(await left()).toEqual([['ana'], ['ana']])
  })

  test('PV9: texts that people typed are listed, and left to them', async () => {
    const { ctx, one } = await lived(store())
    await commit(store(), ctx, [call('node.update', { id: 'node-b', set: { description: `Ask ${one.name} first.` } })])
    expect((await store().erasePerson(ctx, one.personId)).stillNamed).toEqual([{ entity: 'node', id: 'node-b', field: 'description' }])
    expect(placesOf(await dumpOf(database), textsOf(one))).toEqual(['change_log.after', 'node.description'])
    await store().removeNetwork(ctx.networkId)
  })

  if (dialect === 'sqlite')
    test('PV14: before it the files hold the bytes, after it they do not', async () => {
      const { ctx, one } = await lived(store())
      expect(filesHolding(url(), textsOf(one))).not.toEqual([])
      await store().erasePerson(ctx, one.personId)
      expect(filesHolding(url(), textsOf(one))).toEqual([])
      await restart()
      expect(filesHolding(url(), textsOf(one))).toEqual([])
    })

  test('PV11: the history stays and tells of the pseudonym, from memory as from the database', async () => {
    const { ctx, one } = await lived(store())
    const { pseudonym, committed } = await store().erasePerson(ctx, one.personId)
    const tell = async () => {
      const sets = await store().changesSince(ctx.networkId, 0, 500)
      if (sets === 'reset') throw new Error('too long')
      return sets
    }
    const sets = await tell()
    expect(sets).toHaveLength(committed.revision)
    expect(sets.at(-1)).toMatchObject({ command: 'person.erase', summary: `Erased name and address of “${pseudonym}”` })
    const told = sets.flatMap(({ changes }) => changes).filter(({ entity, id }) => entity === 'person' && id === one.personId)
    expect(told.map(({ before, after }) => [before?.['name'], after?.['name'], after?.['email']])).toEqual([
      [undefined, pseudonym, null],
      [pseudonym, pseudonym, null],
      [pseudonym, pseudonym, null],
    ])
    expect(sets.map(({ summary }) => summary)).toContain(`Added participation of “${pseudonym}”`)
    await restart()
    expect(await tell()).toEqual(sets)
    const { tables } = await store().read(ctx.networkId)
    expect(tables.person.get(one.personId as never)).toMatchObject({ name: pseudonym, email: null })
    expect([tables.checkIn.get('chk-q' as never)?.personId, tables.comment.get('c-q' as never)?.personId]).toEqual([one.personId, one.personId])
    expect(tables.comment.get('c-a' as never)?.mentionIds).toEqual([one.personId])
  })

  test('PV11: memory forgets the name as well: sets, records and the body of the network', async () => {
    const { ctx, one } = await lived(store())
    const told = async () => {
      const { json } = await store().body(ctx.networkId)
      const sets = await store().changesSince(ctx.networkId, 1, 500)
      const people = [...(await store().read(ctx.networkId)).tables.person.values()]
      return new TextDecoder().decode(json) + JSON.stringify([sets, people])
    }
    for (const text of textsOf(one)) expect(await told()).toContain(text)
    await store().erasePerson(ctx, one.personId)
    for (const text of textsOf(one)) expect(await told()).not.toContain(text)
  })

  test('PV12: no undo and no redo brings the name back', async () => {
    const { ctx, one } = await lived(store())
    const { pseudonym } = await store().erasePerson(ctx, one.personId)
    expect((await store().undoState(ctx)).undo?.summary).not.toContain('Erased')
    let steps = 0
    while ((await store().undoState(ctx)).undo && (await refusalOf(store().undo(ctx))) === 'done') {
      steps += 1
      expect(placesOf(await dumpOf(database), textsOf(one))).toEqual([])
    }
    while ((await store().undoState(ctx)).redo && (await refusalOf(store().redo(ctx))) === 'done') steps += 1
    expect(steps).toBeGreaterThan(2)
    expect(placesOf(await dumpOf(database), textsOf(one))).toEqual([])
    expect((await store().read(ctx.networkId)).tables.person.get(one.personId as never)?.name).toBe(pseudonym)
  })

  test('PV12: nor does the undo of a delete, where the record was gone before', async () => {
    const ctx = await planNetwork(store())
    const one = somebody()
    await commit(store(), ctx, [call('person.create', { id: one.personId, name: one.name, email: one.email })])
    await commit(store(), ctx, [call('person.delete', { id: one.personId })])
    expect(placesOf(await dumpOf(database), textsOf(one))).toEqual(['personal_value.value'])
    expect(await store().erasePerson(ctx, one.personId)).toMatchObject({ pseudonym: 'Former member 1', account: 'none' })
    expect(placesOf(await dumpOf(database), textsOf(one))).toEqual([])
    await store().undo(ctx)
    expect((await store().read(ctx.networkId)).tables.person.get(one.personId as never)).toMatchObject({ name: 'Former member 1', email: null })
  })

  test('PV13: everybody has a number of their own, and keeps it', async () => {
    const { ctx, one } = await lived(store())
    await commit(store(), ctx, [
      call('person.create', { id: 'second', name: 'Second', email: null }),
      call('person.create', { id: 'third', name: 'Third' }),
    ])
    expect((await store().erasePerson(ctx, one.personId)).pseudonym).toBe('Former member 1')
    expect((await store().erasePerson(ctx, 'second')).pseudonym).toBe('Former member 2')
    await commit(store(), ctx, [call('person.delete', { id: 'second' })])
    expect((await store().erasePerson(ctx, 'third')).pseudonym).toBe('Former member 3')
    const again = await store().erasePerson(ctx, one.personId)
    expect(again).toMatchObject({ pseudonym: 'Former member 1', committed: { changes: [], changeSetId: '' } })
  })

  test('PV15: the only owner stays, and so does somebody of whom nothing is known', async () => {
    const { ctx } = await lived(store())
    const two = { userId: `user-${randomUUID()}`, personId: 'ana', name: 'Ana', email: `${randomUUID()}@example.org` }
    await openAccountOf(store(), two)
    await settle(store(), ctx, two, 'owner')
    expect(await refusalOf(store().erasePerson(ctx, 'ana'))).toBe('LAST_OWNER')
    expect((await store().read(ctx.networkId)).tables.person.get('ana' as never)?.name).toBe('Ana')
    expect(await refusalOf(store().erasePerson(ctx, 'nobody'))).toBe('NOT_FOUND')
  })

  test('PV16: an account with another network, or of an owner of the server, stays; one without goes with all that is its own', async () => {
    const { ctx, one } = await lived(store())
    const elsewhere = await planNetwork(store())
    await commit(store(), elsewhere, [call('person.create', { id: one.personId, name: one.name, email: one.email })])
    await settle(store(), elsewhere, one, 'viewer')
    expect(await store().erasePerson(ctx, one.personId)).toMatchObject({ account: 'kept' })
    const places = placesOf(await dumpOf(database), textsOf(one))
    expect(places).toContain('user.email')
    expect(await store().erasePerson(elsewhere, one.personId)).toMatchObject({ account: 'deleted' })
    expect(placesOf(await dumpOf(database), [...textsOf(one), one.userId]).filter((place) => place !== 'invitation.created_by')).toEqual([])
    const owner = somebody()
    await openAccountOf(store(), owner, true)
    await commit(store(), ctx, [call('person.create', { id: owner.personId, name: owner.name, email: owner.email })])
    await settle(store(), ctx, owner, 'viewer')
    expect(await store().erasePerson(ctx, owner.personId)).toMatchObject({ account: 'kept' })
  })

  if (dialect === 'postgres')
    test('PV17: another process forgets the name, too', async () => {
      const { ctx, one } = await lived(store())
      const other = await openStore(url())
      try {
        const { revision } = await other.read(ctx.networkId)
        await commit(store(), ctx, [call('person.update', { id: one.personId, set: { name: `${one.name} again` } })])
        expect(JSON.stringify(await other.changesSince(ctx.networkId, revision, 500))).toContain(one.name)
        await store().erasePerson(ctx, one.personId)
        for (const since of [0, revision]) expect(JSON.stringify(await other.changesSince(ctx.networkId, since, 500))).not.toContain(one.name)
        expect(JSON.stringify([...(await other.read(ctx.networkId)).tables.person.values()])).not.toContain(one.name)
        expect(new TextDecoder().decode((await other.body(ctx.networkId)).json)).not.toContain(one.name)
      } finally {
        await other.close()
      }
    })
})

describeOnEachDatabase('deleting a network', (database) => {
  const { store } = database

  test('PV20: leaves no row of it in any table; before it, every table of a network had one', async () => {
    const one = somebody()
    const { ctx } = await lived(store(), one)
    const at = new Date('2027-01-11T09:00:00Z')
    const { networkId } = ctx
    await seatIn(store(), { networkId, ritualId: 'rit' }, 'ana')
    await store().commit(contextOf(networkId), { name: 'batch', decide: () => [] }, { idempotency: { key: `key-${networkId}`, hash: 'h' } })
    await store().write(networkId, function* (statements) {
      const link = { name: 'L', view: 'map', query: '', createdBy: 'u', createdAt: at, expiresAt: at, lastUsedAt: null, revokedAt: null }
      yield { query: statements.insertLink, runs: [{ id: `link-${networkId}`, networkId, hash: `link-${networkId}`, ...link }] }
      const hook = {
        name: 'H',
        url: 'https://x.example',
        shape: 'standard',
        events: [],
        secret: 's',
        createdBy: 'u',
        createdAt: at,
        disabledAt: null,
      }
      yield { query: statements.insertWebhook, runs: [{ id: `hook-${networkId}`, networkId, ...hook, disabledBecause: null }] }
      const message = { kind: 'k', targetId: `hook-${networkId}`, revision: 1, payload: {}, createdAt: at, nextAt: at, attempts: 0 }
      yield { query: statements.insertOutbox, runs: [{ id: `msg-${networkId}`, networkId, ...message }] }
    })
    const tablesWith = async () => {
      const dump = await dumpOf(database)
      return [...dump]
        .filter(([table, rows]) => rows.some((row) => row[table === 'network' ? 'id' : 'network_id'] === networkId))
        .map(([table]) => table)
    }
    const dump = await dumpOf(database)
    const keyed = [...dump].filter(([table, rows]) => table === 'network' || rows.some((row) => 'network_id' in row)).map(([table]) => table)
    expect((await tablesWith()).sort()).toEqual(keyed.sort())
    expect(keyed).toHaveLength(44)
    await store().removeNetwork(networkId)
    expect(await tablesWith()).toEqual([])
    expect(placesOf(await dumpOf(database), [networkId])).toEqual([])
  })
})
