import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { get } from '../../../lib/domain/snapshot.ts'
import { type Mail, openMail } from '../../../lib/server/mail/mail.ts'
import { sendDigests } from '../../../lib/server/outbox/digest.ts'
import { sendOwnMails } from '../../../lib/server/outbox/own-mails.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { partOf, type SmtpSink, type SunkMail, startSmtpSink } from '../smtp-sink.ts'
import { askBilling, type Member, stageOn, tellingOn } from './outbox-kit.ts'

const minuteMs = 60_000

describeOnEachDatabase('mails about asks of a plan that is under way', (database) => {
  const telling = tellingOn(database)
  const complaints: unknown[] = []
  const log = { error: (...given: unknown[]) => void complaints.push(given) }
  let sink: SmtpSink | undefined
  let mail: Mail | undefined
  beforeAll(async () => {
    sink = await startSmtpSink()
    mail = openMail({ url: sink.url, from: 'Weft <weft@example.org>' })
  })
  afterAll(async () => {
    mail?.close()
    await sink?.close()
  })
  const smtp = (): SmtpSink => {
    if (sink) return sink
    throw new Error('the mail server of the test is not there')
  }
  const outbox = () => ({ ...telling.outbox(), mail: mail ?? null })
  const send = () => sendOwnMails(outbox(), log)
  const mailsTo = ({ actor }: Member): readonly SunkMail[] => smtp().mails.filter(({ to }) => to.includes(actor.email))
  const subjects = (member: Member) => mailsTo(member).map(({ headers }) => headers.get('subject'))
  const answerIn = (text: string, label: string) =>
    new RegExp(`${label}: https://weft\\.example\\.org/answer/(\\S+)`).exec(text)?.[1] ?? `no ${label}`

  /** Olga leads Care and the planning of Q1 and sits in its room, Bea leads Billing and does not. */
  async function planning(phase: 'lobby' | 'market' = 'market') {
    smtp().setMood('take')
    complaints.length = 0
    telling.clock.set('2027-02-10T09:00:00Z')
    const stage = await stageOn(database.store(), telling)
    const [olga, bea] = [await stage.member('Olga', 'owner', 'care'), await stage.member('Bea', 'contributor', 'billing')]
    await stage.as(olga, call('ritual.open', { id: 'plan', kind: 'plan', cycleId: 'q1', title: 'Planning Q1' }))
    if (phase !== 'lobby') await stage.as(olga, call('ritual.move', { id: 'plan', phase }))
    const sit = (member: Member) => telling.send(member.actor, 'PUT', `${stage.path}/rituals/plan/seat`, { nodeId: null })
    const rise = (member: Member) => telling.send(member.actor, 'DELETE', `${stage.path}/rituals/plan/seat`)
    const need = async () => get(await database.store().read(stage.networkId), 'dependency', 'dep')
    await sit(olga)
    return { ...stage, olga, bea, sit, rise, need }
  }

  test('NO66: who is asked and has no seat gets a mail at once, and counters by its link without signing in', async () => {
    const { networkId, olga, bea, as, need } = await planning()
    await as(olga, askBilling())
    expect(await send()).toBe(1)
    expect(await send()).toBe(0)
    expect([subjects(bea), mailsTo(olga)]).toEqual([['One ask waits for your answer in Bright'], []])
    const [asked] = mailsTo(bea)
    const [text, html] = [partOf(asked as SunkMail, 'text/plain'), partOf(asked as SunkMail, 'text/html')]
    for (const part of [text, html]) {
      for (const said of ['Planning Q1', 'Clean invoices', `https://weft.example.org/${networkId}/plan`, '/settings/digest'])
        expect(part).toContain(said)
      for (const label of ['Promise', 'Counter', 'Decline']) expect(part).toContain(label)
    }
    const link = `/api/v1/answers/${answerIn(text, 'Counter')}`
    expect((await telling.send(null, 'GET', link)).body).toMatchObject({
      move: 'counter',
      needs: ['terms'],
      onTable: { on: '2027-03-01', what: 'Clean invoices' },
    })
    const given = { terms: { on: '2027-03-15' }, reason: 'The audit comes first' }
    expect((await telling.send(null, 'POST', link, given)).body).toMatchObject({ state: 'done', person: { name: 'Bea' } })
    expect(await need()).toMatchObject({ state: 'countered', terms: { by: 'supplier', on: '2027-03-15' } })
    expect(complaints).toEqual([])
  })

  test('NO66: nothing at once for who sits in the room, before the session has begun, after it, and for another cycle', async () => {
    const inRoom = await planning()
    await inRoom.sit(inRoom.bea)
    await inRoom.as(inRoom.olga, askBilling())
    expect(await send()).toBe(0)
    await inRoom.rise(inRoom.bea)
    await inRoom.as(inRoom.olga, askBilling('dep2', { what: 'A ledger' }))
    expect(await send()).toBe(1)
    expect(partOf(mailsTo(inRoom.bea)[0] as SunkMail, 'text/plain')).not.toContain('Clean invoices')

    const early = await planning('lobby')
    await early.as(early.olga, askBilling())
    const late = await planning()
    await late.as(late.olga, call('ritual.cancel', { id: 'plan' }))
    await late.as(late.olga, askBilling())
    expect([await send(), mailsTo(early.bea), mailsTo(late.bea)]).toEqual([0, [], []])
  })

  test('NO67: of several asks one mail, and the next after five minutes with all that came meanwhile; what was withdrawn is told to nobody', async () => {
    const { olga, bea, as } = await planning()
    await as(olga, askBilling(), askBilling('dep2', { what: 'A ledger' }))
    await send()
    expect(subjects(bea)).toEqual(['2 asks wait for your answer in Bright'])
    telling.clock.pass(minuteMs)
    await as(olga, askBilling('dep3', { what: 'A forecast' }))
    await as(olga, askBilling('dep4', { what: 'A letter' }))
    await as(olga, askBilling('dep5', { what: 'A stamp' }))
    await as(olga, call('promise.move', { id: 'dep5', moveId: 'never', move: 'withdraw' }))
    expect(await send()).toBe(0)
    telling.clock.pass(4 * minuteMs + 1)
    expect(await send()).toBe(1)
    const [, next] = mailsTo(bea)
    const text = partOf(next as SunkMail, 'text/plain')
    expect([text.includes('A forecast'), text.includes('A letter'), text.includes('A stamp'), text.includes('A ledger')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('NO67: a mail that was refused is tried again, and several processes send one', async () => {
    const { olga, bea, as } = await planning()
    await as(olga, askBilling())
    smtp().setMood('refuse')
    await send()
    expect([mailsTo(bea), complaints.length]).toEqual([[], 1])
    smtp().setMood('take')
    await Promise.all([send(), send(), send()])
    expect(mailsTo(bea)).toHaveLength(1)
  })

  test('NO66: what a person has chosen counts, and the digest does not tell again what had its mail', async () => {
    const { path, olga, bea, as } = await planning()
    await telling.send(bea.actor, 'PATCH', `${path}/told-by`, { topic: 'asks', channels: ['inApp'] })
    await as(olga, askBilling())
    expect(await send()).toBe(0)
    await telling.send(bea.actor, 'PATCH', `${path}/told-by`, { topic: 'asks', channels: ['inApp', 'mail'] })
    await telling.send(bea.actor, 'PATCH', `${path}/digest`, { choice: 'daily' })
    telling.clock.pass(1_000)
    await as(olga, askBilling('dep2', { what: 'A ledger' }))
    expect(await send()).toBe(1)
    telling.clock.set('2027-02-11T07:00:00Z')
    await sendDigests(outbox(), log)
    const digest = partOf(mailsTo(bea)[1] as SunkMail, 'text/plain')
    expect([digest.includes('A ledger'), digest.includes('What happened')]).toEqual([true, false])
  })
})
