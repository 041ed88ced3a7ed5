import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { openJobs } from '../../../lib/server/jobs/jobs.ts'
import { sendDigests } from '../../../lib/server/outbox/digest.ts'
import { sendReminders } from '../../../lib/server/outbox/reminders.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { until } from '../until.ts'
import { askBilling, type Member, stageOn, tellingOn } from './outbox-kit.ts'

describeOnEachDatabase('reminders', (database) => {
  const telling = tellingOn(database)
  const complaints: unknown[] = []
  const log = { error: (...given: unknown[]) => void complaints.push(given) }
  const remind = () => sendReminders({ store: database.store(), clock: telling.clock.now, log })

  /** Wednesday morning in Berlin; Bea leads Billing, owns its key result and has an action for Wednesday. */
  async function stage() {
    telling.clock.set('2027-02-10T04:00:00Z')
    const made = await stageOn(database.store(), telling)
    const [olga, bea] = [await made.member('Olga', 'owner'), await made.member('Bea', 'contributor', 'billing')]
    await made.as(
      olga,
      call('network.update', { id: made.networkId, set: { timeZone: 'Europe/Berlin', weekStart: 'monday' } }),
      call('keyResult.update', { id: 'kr-billing', set: { ownerId: bea.personId } }),
      call('ritual.open', { id: 'walk', kind: 'walk', title: 'Walk 10 Feb' }),
      call('ritualItem.create', { id: 'act', ritualId: 'walk', kind: 'action', text: 'Call the bank', ownerId: bea.personId, dueOn: '2027-02-10' }),
    )
    await made.as(olga, call('ritual.close', { id: 'walk' }))
    const heard = async ({ actor }: Member) => {
      const { body } = await telling.send(actor, 'GET', `${made.path}/notifications`)
      return body.items.map(({ kind }: { kind: string }) => kind).toSorted()
    }
    return { ...made, olga, bea, heard }
  }

  test('NO45: what is due is told once, however often it is asked, after a restart and after it was read', { timeout: 60_000 }, async () => {
    const { path, bea, heard } = await stage()
    const before = ['action.given', 'minutes.published', 'owner.became']
    await remind()
    expect(await heard(bea)).toEqual(before)
    telling.clock.set('2027-02-10T05:00:00Z')
    expect(await remind()).toBe(1)
    await telling.send(bea.actor, 'POST', `${path}/notifications/read`)
    for (let turn = 0; turn < 3; turn += 1) {
      telling.clock.pass(600_000)
      expect(await remind()).toBe(0)
    }
    expect(await heard(bea)).toEqual(['action.due', ...before])
    expect((await telling.send(bea.actor, 'GET', `${path}/notifications/unread`)).body).toEqual({ unread: 0 })
    const { items } = (await telling.send(bea.actor, 'GET', `${path}/notifications`)).body
    expect(items[0]).toMatchObject({ kind: 'action.due', sentence: 'Your action “Call the bank” is due.', path: 'walk?walk=walk' })
    expect(complaints).toEqual([])
  })

  test('NO44: a Friday tells again where nothing has changed since the Friday before', { timeout: 60_000 }, async () => {
    const { bea, heard } = await stage()
    const missing = async () => (await heard(bea)).filter((kind: string) => kind === 'checkIn.missing').length
    const unread: number[] = []
    for (const friday of ['2027-02-12T14:00:00Z', '2027-02-19T14:01:00Z']) {
      telling.clock.set(friday)
      unread.push((await remind()) > 0 ? await missing() : 0)
      expect(await remind()).toBe(0)
    }
    expect(unread).toEqual([1, 1])
  })

  test('NO46: two processes tell it once', { timeout: 60_000 }, async () => {
    const { bea, heard } = await stage()
    telling.clock.set('2027-02-10T05:00:00Z')
    const told: number[] = []
    const open = (processId: string) => {
      const jobs = openJobs({ store: database.store(), clock: () => new Date(), processId, log, lookMs: 20 })
      jobs.every('reminders-of-test', { everyMs: 100 }, async () => told.push(await remind()))
      return jobs
    }
    const processes = [open('one'), open('two')]
    await until(() => told.length > 4)
    await Promise.all(processes.map(({ stop }) => stop()))
    expect((await heard(bea)).filter((kind: string) => kind === 'action.due')).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  test('NO47: the mail of the day tells of it; who wants no mail gets none', { timeout: 60_000 }, async () => {
    const { path, olga, bea, as } = await stage()
    await as(olga, askBilling())
    const mailsTo = (to: string) => telling.mails.filter((mail) => mail.to === to)
    telling.clock.set('2027-02-10T05:00:00Z')
    await telling.send(bea.actor, 'PATCH', `${path}/digest`, { choice: 'daily' })
    telling.clock.set('2027-02-10T05:01:00Z')
    await remind()
    telling.clock.set('2027-02-10T06:00:00Z')
    await sendDigests(telling.outbox(), log)
    expect(mailsTo(bea.actor.email).map(({ text }) => text.includes('Your action “Call the bank” is due.'))).toEqual([true])
    await telling.send(bea.actor, 'PATCH', `${path}/digest`, { choice: 'off' })
    telling.clock.set('2027-02-12T14:00:00Z')
    await remind()
    telling.clock.set('2027-02-13T06:00:00Z')
    await sendDigests(telling.outbox(), log)
    expect(mailsTo(bea.actor.email)).toHaveLength(1)
  })
})
