import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { topics } from '../../../lib/domain/notify/topics.ts'
import { sendDigests } from '../../../lib/server/outbox/digest.ts'
import { sendReminders } from '../../../lib/server/outbox/reminders.ts'
import { expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { askBilling, type Member, stageOn, tellingOn } from './outbox-kit.ts'

describeOnEachDatabase('on which ways people are told', (database) => {
  const telling = tellingOn(database)
  const log = { error: (...given: unknown[]) => void telling.complaints.push(given) }

  async function two() {
    telling.clock.set('2027-02-10T09:00:00Z')
    const stage = await stageOn(database.store(), telling)
    const [olga, bea] = [await stage.member('Olga', 'owner', 'care'), await stage.member('Bea', 'contributor', 'billing')]
    const choose = (topic: string, channels: readonly string[], who: Member = bea) =>
      telling.send(who.actor, 'PATCH', `${stage.path}/told-by`, { topic, channels })
    const kinds = async () => {
      const { body } = await telling.send(bea.actor, 'GET', `${stage.path}/notifications`)
      return { kinds: body.items.map(({ kind }: { kind: string }) => kind), unread: body.unread }
    }
    await telling.send(bea.actor, 'POST', `${stage.path}/notifications/read`)
    return { ...stage, olga, bea, choose, kinds }
  }

  test('NO61: everybody begins with everything, and changes only what is theirs', async () => {
    const { path, olga, bea, choose } = await two()
    const { body } = await telling.send(bea.actor, 'GET', `${path}/told-by`)
    expect(body).toMatchObject({ digest: 'off', canMail: true, hasAddress: true })
    expect(body.topics.map(({ topic }: { topic: string }) => topic)).toEqual(topics)
    for (const { channels } of body.topics) expect(channels).toEqual(['inApp', 'mail'])
    const of = (from: typeof body, topic: string) => from.topics.find((each: { topic: string }) => each.topic === topic)
    expect(of((await choose('minutes', ['inApp'])).body, 'minutes')).toEqual({ topic: 'minutes', channels: ['inApp'], mail: 'atOnce' })
    const after = (await choose('asks', [])).body
    expect([of(after, 'minutes').channels, of(after, 'asks').channels, of(after, 'actions').channels]).toEqual([['inApp'], [], ['inApp', 'mail']])
    expect(of((await telling.send(olga.actor, 'GET', `${path}/told-by`)).body, 'minutes').channels).toEqual(['inApp', 'mail'])
    expectProblem(await choose('weather', ['mail']), 'VALIDATION')
    expectProblem(await choose('asks', ['pigeon']), 'VALIDATION')
  })

  test('NO62: what is not to stand in the list is in none and not counted, and comes by mail all the same', async () => {
    const { path, olga, bea, as, choose, kinds } = await two()
    await telling.send(bea.actor, 'PATCH', `${path}/digest`, { choice: 'daily' })
    await choose('asks', ['mail'])
    const before = await kinds()
    telling.clock.pass(1_000)
    await as(olga, askBilling())
    expect(await kinds()).toEqual(before)
    telling.clock.set('2027-02-11T07:00:00Z')
    await sendDigests(telling.outbox(), log)
    expect(
      telling.mails.filter(({ to }) => to === bea.actor.email).map(({ text }) => text.includes('Olga asks Billing for “Clean invoices”')),
    ).toEqual([true])
  })

  test('NO62: what is not to come by mail is in no digest; what is told on no way is not kept; the choice counts from then on', async () => {
    const { path, olga, bea, as, choose, kinds } = await two()
    await telling.send(bea.actor, 'PATCH', `${path}/digest`, { choice: 'daily' })
    await choose('asks', ['inApp'])
    telling.clock.pass(1_000)
    await as(olga, askBilling('one', { what: 'Clean invoices' }))
    await choose('asks', [])
    await as(olga, askBilling('two', { what: 'Fast answers' }))
    expect(await kinds()).toEqual({ kinds: expect.arrayContaining(['promise.request']), unread: 1 })
    telling.clock.set('2027-02-11T07:00:00Z')
    await sendDigests(telling.outbox(), log)
    const [mail] = telling.mails.filter(({ to }) => to === bea.actor.email)
    expect(mail?.text).toContain('Fast answers')
    expect(mail?.text).not.toContain('What happened')
    await choose('asks', ['inApp', 'mail'])
    await as(olga, askBilling('three', { what: 'Open books' }))
    expect(await kinds()).toMatchObject({ unread: 2 })
  })

  test('NO62: reminders and news of memberships heed it too', async () => {
    const { path, olga, bea, as, choose, kinds } = await two()
    await choose('actions', [])
    await choose('checkIns', [])
    await choose('ownership', [])
    const before = await kinds()
    await as(
      olga,
      call('keyResult.update', { id: 'kr-billing', set: { ownerId: bea.personId } }),
      call('ritual.open', { id: 'walk', kind: 'walk' }),
      call('ritualItem.create', { id: 'act', ritualId: 'walk', kind: 'action', text: 'Call', ownerId: bea.personId, dueOn: '2027-02-12' }),
    )
    expect((await telling.send(olga.actor, 'PATCH', `${path}/members/${bea.personId}`, { role: 'editor' })).status).toBe(200)
    telling.clock.set('2027-02-12T15:00:00Z')
    expect(await sendReminders({ store: database.store(), clock: telling.clock.now, log })).toBe(0)
    expect(await kinds()).toEqual(before)
    await choose('actions', ['inApp'])
    await choose('checkIns', ['inApp'])
    expect(await sendReminders({ store: database.store(), clock: telling.clock.now, log })).toBe(2)
    expect((await kinds()).kinds.slice(0, 2).toSorted()).toEqual(['action.due', 'checkIn.missing'])
  })
})
