import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { get } from '../../../lib/domain/snapshot.ts'
import { type Mail, openMail } from '../../../lib/server/mail/mail.ts'
import { sendDigests } from '../../../lib/server/outbox/digest.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { partOf, type SmtpSink, startSmtpSink } from '../smtp-sink.ts'
import { askBilling, type Member, stageOn, tellingOn } from './outbox-kit.ts'
import { runBeside } from './run-beside.ts'

const hourMs = 3_600_000

describeOnEachDatabase('the digest', (database) => {
  const telling = tellingOn(database)
  const { store } = database
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
  const send = () => sendDigests({ ...telling.outbox(), mail: mail ?? null }, log)
  const mailsTo = ({ actor }: Member) => smtp().mails.filter(({ to }) => to.includes(actor.email))

  /** Somebody who wants mails, for whom one ask waits; it is Wednesday, 2027-02-10, 10:00 in Berlin. */
  async function waiting(choice: 'off' | 'daily' | 'weekly' = 'daily') {
    smtp().setMood('take')
    complaints.length = 0
    telling.clock.set('2027-02-10T09:00:00Z')
    const stage = await stageOn(store(), telling)
    const [owner, lead] = [await stage.member('Olga', 'owner', 'care'), await stage.member('Bea', 'contributor', 'billing')]
    await stage.as(owner, call('network.update', { id: stage.networkId, set: { timeZone: 'Europe/Berlin', weekStart: 'monday' } }))
    if (choice !== 'off') await telling.send(lead.actor, 'PATCH', `${stage.path}/digest`, { choice })
    telling.clock.pass(1_000)
    await stage.as(owner, askBilling())
    return { ...stage, owner, lead }
  }

  test('comes at 07:00 of the network, once, and not on the day on which it was asked for', async () => {
    const { lead } = await waiting()
    await send()
    telling.clock.set('2027-02-11T05:59:59Z')
    await send()
    expect(mailsTo(lead)).toEqual([])
    telling.clock.set('2027-02-11T06:00:00Z')
    await send()
    await send()
    telling.clock.pass(12 * hourMs)
    await send()
    expect(mailsTo(lead)).toHaveLength(1)
    telling.clock.set('2027-02-12T06:00:01Z')
    await send()
    expect(mailsTo(lead)).toHaveLength(2)
    expect(complaints).toEqual([])
  })

  test('weekly ones come on the day on which the week starts', async () => {
    const { lead } = await waiting('weekly')
    for (const day of ['11', '12', '13', '14']) {
      telling.clock.set(`2027-02-${day}T12:00:00Z`)
      await send()
    }
    expect(mailsTo(lead)).toEqual([])
    telling.clock.set('2027-02-15T06:00:00Z')
    await send()
    expect(mailsTo(lead)).toHaveLength(1)
  })

  test('says what waits and what happened, as text and as HTML, with links that answer in one click', async () => {
    const { lead, owner, as, networkId } = await waiting()
    await as(
      owner,
      call('comment.create', { id: 'note', subject: 'keyResult', subjectId: 'kr-billing', text: '<img src=x onerror=alert(1)> secret text' }),
    )
    telling.clock.set('2027-02-11T06:00:00Z')
    await send()
    const [digest] = mailsTo(lead)
    if (!digest) throw new Error('no mail came')
    expect(digest.headers.get('subject')).toBe('2 things wait for you in Bright')
    const [text, html] = [partOf(digest, 'text/plain'), partOf(digest, 'text/html')]
    for (const part of [text, html]) {
      expect(part).toContain('Clean invoices')
      expect(part).toContain('Olga commented on key result')
      expect(part).not.toContain('secret text')
      expect(part).toContain(`https://weft.example.org/${networkId}/inbox`)
    }
    expect(html).not.toMatch(/<(script|img|style|iframe)/i)
    const promise = /Promise: https:\/\/weft\.example\.org\/answer\/(\S+)/.exec(text)?.[1]
    expect(html).toContain(`https://weft.example.org/answer/${promise}`)
    expect((await telling.send(null, 'POST', `/api/v1/answers/${promise}`, {})).body).toMatchObject({ state: 'done', person: { name: 'Bea' } })
    expect(get(await store().read(networkId), 'dependency', 'dep').state).toBe('promised')
  })

  test('does not come where nothing waits, to those who do not want it, and to those who cannot sign in', async () => {
    const off = await waiting('off')
    const idle = await waiting()
    const calm = await idle.member('Ida', 'facilitator')
    await telling.send(calm.actor, 'PATCH', `${idle.path}/digest`, { choice: 'daily' })
    const gone = await waiting()
    const now = database.dialect === 'sqlite' ? String(telling.clock.now().getTime()) : `'${telling.clock.now().toISOString()}'`
    await runBeside(database, `UPDATE "user" SET disabled_at = ${now} WHERE id = '${gone.lead.actor.userId}'`)
    telling.clock.set('2027-02-11T06:00:00Z')
    await send()
    expect([mailsTo(off.lead), mailsTo(calm), mailsTo(gone.lead)]).toEqual([[], [], []])
    expect(mailsTo(idle.lead)).toHaveLength(1)
  })

  test('several processes at once send one mail', async () => {
    const { lead } = await waiting()
    telling.clock.set('2027-02-11T06:00:00Z')
    await Promise.all([send(), send(), send(), send()])
    expect(mailsTo(lead)).toHaveLength(1)
  })

  test('a mail that the mail server refused is tried again; one that it may have taken is not', async () => {
    const refused = await waiting()
    telling.clock.set('2027-02-11T06:00:00Z')
    smtp().setMood('refuse')
    await send()
    expect([mailsTo(refused.lead).length, complaints.length > 0]).toEqual([0, true])
    smtp().setMood('take')
    telling.clock.pass(60_000)
    await send()
    await send()
    expect(mailsTo(refused.lead)).toHaveLength(1)
    const cut = await waiting()
    telling.clock.set('2027-02-11T06:00:00Z')
    smtp().setMood('breakOff')
    await send()
    smtp().setMood('take')
    telling.clock.pass(60_000)
    await send()
    expect(mailsTo(cut.lead)).toEqual([])
  })
})
