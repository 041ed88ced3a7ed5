import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { type Mail, openMail } from '../../../lib/server/mail/mail.ts'
import { sendOwnMails } from '../../../lib/server/outbox/own-mails.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { partOf, type SmtpSink, type SunkMail, startSmtpSink } from '../smtp-sink.ts'
import { askBilling, type Member, stageOn, tellingOn } from './outbox-kit.ts'

const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)

/** The one line of a calendar that begins with a name. */
function lineOf(file: string, name: string): string {
  return unfolded(file).find((line) => line.startsWith(name)) ?? `no ${name}`
}

const sequenceOf = (file: string) => Number(lineOf(file, 'SEQUENCE:').slice(9))

/** Every address in a mail, in either form. */
function linksOf(text: string): readonly string[] {
  return [...new Set(text.match(/https:\/\/weft\.example\.org[^\s"<]*/g) ?? [])].map((link) => link.replaceAll('&amp;', '&'))
}

describeOnEachDatabase('mails about sessions', (database) => {
  const telling = tellingOn(database)
  const complaints: unknown[] = []
  const log = { error: (...given: unknown[]) => void complaints.push(given) }
  let sink: SmtpSink | undefined
  let mail: Mail | undefined
  beforeAll(async () => {
    sink = await startSmtpSink()
    mail = openMail({ url: sink.url, from: 'Weft of Bright <weft@example.org>' })
  })
  afterAll(async () => {
    mail?.close()
    await sink?.close()
  })
  const smtp = (): SmtpSink => {
    if (sink) return sink
    throw new Error('the mail server of the test is not there')
  }
  const send = () => sendOwnMails({ ...telling.outbox(), mail: mail ?? null }, log)
  const mailsTo = ({ actor }: Member): readonly SunkMail[] => smtp().mails.filter(({ to }) => to.includes(actor.email))
  const newest = (member: Member): SunkMail => {
    const found = mailsTo(member).at(-1)
    if (found) return found
    throw new Error('no mail came')
  }

  /** Olga leads Care and the sessions, Bea leads Billing; it is 2027-02-10, 10:00 in Berlin. */
  async function stage() {
    smtp().setMood('take')
    complaints.length = 0
    telling.clock.set('2027-02-10T09:00:00Z')
    const made = await stageOn(database.store(), telling)
    const [olga, bea] = [await made.member('Olga', 'owner', 'care'), await made.member('Bea', 'contributor', 'billing')]
    await made.as(olga, call('network.update', { id: made.networkId, set: { timeZone: 'Europe/Berlin' } }))
    const book = (startsAt: string) => made.as(olga, call('ritual.update', { id: 'plan', set: { startsAt } }))
    await made.as(olga, call('ritual.open', { id: 'plan', kind: 'plan', cycleId: 'q1', title: 'Planning; Q1' }))
    return { ...made, olga, bea, book }
  }

  test('NO64: an invitation is a meeting request; another day replaces it, its end cancels it', async () => {
    const { networkId, olga, bea, as, book } = await stage()
    await book('2027-02-17T08:00:00Z')
    expect(await send()).toBe(1)
    expect(mailsTo(olga)).toEqual([])
    const first = newest(bea)
    expect(first.headers.get('subject')).toBe('Planning; Q1, 17 Feb 2027, 09:00 (Europe/Berlin)')
    expect(partOf(first, 'text/plain')).toContain('Olga invites you to “Planning; Q1” on 17 Feb 2027, 09:00 (Europe/Berlin).')
    expect(first.raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i)
    const invitation = partOf(first, 'text/calendar')
    const wanted = ['METHOD:REQUEST', `UID:plan@${networkId}.weft`, 'DTSTART:20270217T080000Z', 'STATUS:CONFIRMED']
    for (const line of wanted) expect(unfolded(invitation)).toContain(line)
    expect(lineOf(invitation, 'ORGANIZER')).toBe('ORGANIZER;CN="Olga by Weft of Bright":mailto:weft@example.org')
    expect(lineOf(invitation, 'ATTENDEE')).toContain(`mailto:${bea.actor.email}`)
    for (const part of [partOf(first, 'text/plain'), partOf(first, 'text/html')])
      expect(linksOf(part)).toEqual([`https://weft.example.org/${networkId}/plan`, `https://weft.example.org/${networkId}/settings/digest`])

    telling.clock.pass(60_000)
    await book('2027-02-18T08:00:00Z')
    await send()
    const moved = partOf(newest(bea), 'text/calendar')
    expect([lineOf(moved, 'UID'), lineOf(moved, 'DTSTART')]).toEqual([`UID:plan@${networkId}.weft`, 'DTSTART:20270218T080000Z'])
    expect(sequenceOf(moved)).toBeGreaterThan(sequenceOf(invitation))

    telling.clock.pass(60_000)
    await as(olga, call('ritual.cancel', { id: 'plan' }))
    await send()
    const off = partOf(newest(bea), 'text/calendar')
    expect(newest(bea).headers.get('subject')).toBe('Called off: Planning; Q1')
    expect([lineOf(off, 'METHOD'), lineOf(off, 'UID'), lineOf(off, 'STATUS')]).toEqual([
      'METHOD:CANCEL',
      `UID:plan@${networkId}.weft`,
      'STATUS:CANCELLED',
    ])
    expect(sequenceOf(off)).toBeGreaterThan(sequenceOf(moved))
    expect([mailsTo(bea).length, complaints]).toEqual([3, []])
  })

  test('NO63: once, whatever the number of processes; of several the newest; tried again where it was refused', async () => {
    const { bea, book } = await stage()
    await book('2027-02-17T08:00:00Z')
    telling.clock.pass(1_000)
    await book('2027-02-19T08:00:00Z')
    smtp().setMood('refuse')
    await send()
    expect([mailsTo(bea).length, complaints.length]).toEqual([0, 1])
    smtp().setMood('take')
    await Promise.all([send(), send(), send()])
    await send()
    expect(mailsTo(bea).map((each) => lineOf(partOf(each, 'text/calendar'), 'DTSTART'))).toEqual(['DTSTART:20270219T080000Z'])
    await book('2027-02-20T08:00:00Z')
    telling.clock.pass(25 * 3_600_000)
    await send()
    expect(mailsTo(bea)).toHaveLength(1)
  })

  test('NO64: nothing is sent about a session that is over by then, nor to who does not want it', async () => {
    const { path, olga, bea, as, book } = await stage()
    await book('2027-02-17T08:00:00Z')
    await as(olga, call('ritual.update', { id: 'plan', set: { startsAt: null } }))
    await send()
    await telling.send(bea.actor, 'PATCH', `${path}/told-by`, { topic: 'sessions', channels: ['inApp'] })
    await book('2027-02-18T08:00:00Z')
    await send()
    expect(mailsTo(bea)).toEqual([])
    const { items } = (await telling.send(bea.actor, 'GET', `${path}/notifications`)).body
    expect(items[0]).toMatchObject({ kind: 'session.invited', path: 'plan' })
  })

  test('NO65: the mail of the minutes is the minutes, with the promised days of its reader', async () => {
    const { networkId, path, olga, bea, as } = await stage()
    await as(olga, askBilling())
    await as(bea, call('promise.move', { id: 'dep', moveId: 'm', move: 'promise' }))
    telling.clock.pass(1_000)
    await as(olga, call('ritualItem.create', { id: 'dec', ritualId: 'plan', kind: 'decision', text: 'Release <SSO> & wait' }))
    await as(olga, call('ritual.close', { id: 'plan' }))
    await send()
    const minutes = newest(bea)
    expect(minutes.headers.get('subject')).toBe('Planning; Q1: what it left')
    const [text, html] = [partOf(minutes, 'text/plain'), partOf(minutes, 'text/html')]
    for (const part of [text, html]) {
      expect(part).toContain('Clean invoices')
      expect(linksOf(part)).toEqual([`https://weft.example.org/${networkId}/plan?held=plan`, `https://weft.example.org/${networkId}/settings/digest`])
    }
    expect(text).toContain('* Release <SSO> & wait')
    expect(html).toContain('Release &lt;SSO&gt; &amp; wait')
    const days = partOf(minutes, 'text/calendar')
    expect(minutes.raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=PUBLISH/i)
    for (const line of ['METHOD:PUBLISH', `UID:dep@${networkId}.weft`, 'DTSTART;VALUE=DATE:20270301']) expect(unfolded(days)).toContain(line)
    const file = await telling.send(bea.actor, 'GET', `${path}/rituals/plan/output?as=ics`)
    expect(file.status).toBe(200)
    const told = (await telling.send(bea.actor, 'GET', `${path}/notifications`)).body.items[0]
    expect(told).toMatchObject({ kind: 'minutes.published', path: 'plan?held=plan' })
  })
})
