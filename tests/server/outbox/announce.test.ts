import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { describeOnEachDatabase, type TestDatabase } from '../describe-on-each-database.ts'
import { commit, contextOf } from '../network-kit.ts'
import { askBilling, stageOn, tellingOn } from './outbox-kit.ts'
import { runBeside } from './run-beside.ts'

/** Makes every insert into a table fail. @returns how to let it work again */
async function breakTable(database: TestDatabase, table: string): Promise<() => Promise<unknown>> {
  if (database.dialect === 'sqlite') {
    await runBeside(database, `CREATE TRIGGER broken_${table} BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken by the test'); END`)
    return () => runBeside(database, `DROP TRIGGER broken_${table}`)
  }
  await runBeside(
    database,
    `CREATE FUNCTION broken_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken by the test'; END $$`,
  )
  await runBeside(database, `CREATE TRIGGER broken_${table} BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION broken_${table}()`)
  return () => runBeside(database, `DROP TRIGGER broken_${table} ON ${table}`)
}

describeOnEachDatabase('what a change set tells', (database) => {
  const telling = tellingOn(database)
  const { store } = database
  const stage = () => stageOn(store(), telling)
  const count = async (table: string, networkId: string) => {
    const [row] = await runBeside(database, `SELECT count(*) AS total FROM ${table} WHERE network_id = '${networkId}'`)
    return Number(Reflect.get(Object(row), 'total'))
  }

  async function withWebhook() {
    const made = await stage()
    const [owner, lead] = [await made.member('Olga', 'owner', 'care'), await made.member('Bea', 'contributor', 'billing')]
    const events = ['promise.asked', 'promise.moved', 'comment.added', 'checkin.added', 'structure.changed']
    const { status, body } = await telling.send(owner.actor, 'POST', `${made.path}/webhooks`, { name: 'Hook', url: telling.receiver().url, events })
    expect(status).toBe(201)
    return { ...made, owner, lead, hook: body }
  }

  test('an ask is told to the leads of the other side and to the webhook, in its own transaction', async () => {
    const { networkId, path, owner, lead, as } = await withWebhook()
    await as(owner, askBilling())
    const { body } = await telling.send(lead.actor, 'GET', `${path}/notifications?only=unread`)
    expect(body.items[0]).toMatchObject({
      kind: 'promise.request',
      sentence: 'Olga asks Billing for “Clean invoices”, which Care needs.',
      path: 'inbox?sel=need%3Adep',
      actor: { personId: owner.personId, name: 'Olga' },
      isRead: false,
    })
    expect((await telling.send(owner.actor, 'GET', `${path}/notifications`)).body.items.map(({ kind }: { kind: string }) => kind)).not.toContain(
      'promise.request',
    )
    expect(await count('outbox', networkId)).toBe(1)
  })

  for (const table of ['notification', 'outbox'])
    test(`where ${table} cannot be written, the change set is not there either; afterwards it works again`, async () => {
      const { networkId, owner, as } = await withWebhook()
      const before = { ...(await store().read(networkId)) }.revision
      const repair = await breakTable(database, table)
      try {
        await expect(as(owner, askBilling())).rejects.toThrow()
      } finally {
        await repair()
      }
      const after = await store().read(networkId)
      expect([after.revision, after.tables.dependency.size]).toEqual([before, 0])
      expect(await runBeside(database, `SELECT id FROM dependency WHERE network_id = '${networkId}'`)).toEqual([])
      expect([await count('outbox', networkId)]).toEqual([0])
      await as(owner, askBilling())
      expect([(await store().read(networkId)).revision, await count('outbox', networkId)]).toEqual([before + 1, 1])
    })

  test('a refused command and a repeat under the same key tell nobody; no row is there twice', async () => {
    const { networkId, owner, whoOf } = await withWebhook()
    const told = async () => [await count('notification', networkId), await count('outbox', networkId)]
    const before = await told()
    const ctx = { ...contextOf(networkId, owner.personId), who: await whoOf(owner), now: telling.clock.now().toISOString() }
    await expect(commit(store(), ctx, [askBilling('dep', { supplierKeyResultId: 'nobody' })])).rejects.toThrow()
    expect(await told()).toEqual(before)
    const key = { key: 'once', hash: 'same' }
    await commit(store(), ctx, [askBilling()], key)
    const once = await told()
    expect(once).toEqual([Number(before[0]) + 1, Number(before[1]) + 1])
    expect((await commit(store(), ctx, [askBilling()], key)).replayed).toBe(true)
    expect(await told()).toEqual(once)
    const twice = `SELECT id FROM notification GROUP BY network_id, person_id, revision, kind, subject_id, id HAVING count(*) > 1`
    expect(await runBeside(database, twice)).toEqual([])
  })

  test('an undo is told as well, and a network without members and webhooks writes no row', async () => {
    const { networkId, path, owner, lead, whoOf, as } = await withWebhook()
    await as(owner, askBilling())
    await store().undo({ ...contextOf(networkId, owner.personId), who: await whoOf(owner), now: telling.clock.now().toISOString() })
    const { body } = await telling.send(lead.actor, 'GET', `${path}/notifications`)
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('promise.deleted')
    const lonely = await stage()
    await commit(store(), contextOf(lonely.networkId), [askBilling(), call('node.update', { id: 'care', set: { name: 'Caring' } })])
    expect([await count('notification', lonely.networkId), await count('outbox', lonely.networkId)]).toEqual([0, 0])
  })

  test('creating a network with everything in it tells nobody', async () => {
    const { networkId } = await stage()
    expect([await count('notification', networkId), await count('outbox', networkId)]).toEqual([0, 0])
  })

  test('deleting a network takes what was told with it', async () => {
    const { networkId, owner, as } = await withWebhook()
    await as(owner, askBilling())
    await store().removeNetwork(networkId)
    for (const table of ['notification', 'outbox', 'webhook']) expect([table, await count(table, networkId)]).toEqual([table, 0])
  })
})
