import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMail } from '../../../lib/server/mail/mail.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { partOf, type SmtpSink, startSmtpSink } from '../smtp-sink.ts'
import { accountsOn, type Browser, browserOf, claim, openProcess, origin, owner, type Process } from './account-kit.ts'

describeOnEachDatabase('a new password by a link', (database) => {
  const kit = accountsOn(database)
  let sink: SmtpSink
  let mailing: Process
  beforeAll(async () => {
    sink = await startSmtpSink()
    mailing = openProcess(database.store(), { mail: openMail({ url: sink.url, from: 'Weft <weft@example.org>' }) })
    await claim(kit)
  })
  afterAll(async () => {
    mailing.close()
    await sink.close()
  })

  const signIn = (password: string, browser = kit.browser()) => browser.send('POST', '/api/auth/sign-in/email', { email: owner.email, password })
  const ask = (email: string, from: Browser = browserOf(() => mailing.app)) => from.send('POST', '/api/v1/password-reset', { email })
  const use = (token: string, password: string, at?: Process) =>
    (at ? browserOf(() => at.app) : kit.browser()).send('POST', '/api/v1/password-reset/new', { token, password })
  const nextLink = async (count: number) => {
    while (sink.mails.length < count) await pause(10)
    const mail = sink.mails[count - 1]
    const text = mail ? partOf(mail, 'text/plain') : ''
    return { mail, text, token: /\/reset\/(\S+)/.exec(text)?.[1] ?? '' }
  }

  test('AU60: is mailed to whom the address belongs, with a link of the configured host whatever the request said', async () => {
    const { status, body } = await ask(
      owner.email.toUpperCase(),
      browserOf(() => mailing.app),
    )
    expect([status, body]).toEqual([200, { isMailed: true }])
    const { mail, text, token } = await nextLink(1)
    expect(mail?.to).toEqual([owner.email])
    expect(text).toContain(`${origin}/reset/${token}`)
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
  })

  test('AU61: an unknown address gets the same answer and no mail; without mail the answer says so', async () => {
    expect((await ask('nobody@example.org')).text).toBe((await ask(owner.email)).text)
    await nextLink(2)
    expect(sink.mails.map(({ to }) => to)).toEqual([[owner.email], [owner.email]])
    expect((await ask(owner.email, kit.browser())).body).toEqual({ isMailed: false })
  })

  test('AU62: the last link works once, ends every session, and takes no weak password', async () => {
    const there = kit.browser()
    expect((await signIn(owner.password, there)).status).toBe(200)
    const [first, { token }] = [await nextLink(1), await nextLink(2)]
    expect((await use(first.token, 'a quite other one')).body.code).toBe('LINK_OVER')
    expect((await use(token, 'password1')).body.errors).toMatchObject([{ path: 'password' }])
    expect((await use(token, 'a quite other one')).body).toEqual({ email: owner.email })
    expect((await use(token, 'and another one')).body.code).toBe('LINK_OVER')
    expect((await there.send('GET', '/api/v1/session')).body.user).toBeNull()
    expect((await signIn(owner.password)).body.code).toBe('SIGN_IN_REFUSED')
    expect((await signIn('a quite other one')).status).toBe(200)
  })

  test('AU63: a mailed link works for an hour, one that is handed over for a day', async () => {
    const at = (minutes: number) => openProcess(database.store(), { clock: () => new Date(Date.now() + minutes * 60_000) })
    await ask(owner.email)
    const mailed = (await nextLink(3)).token
    const late = at(61)
    expect((await use(mailed, 'a password of late', late)).body.code).toBe('LINK_OVER')
    late.close()
    const browser = kit.browser()
    await signIn('a quite other one', browser)
    const [user] = (await browser.send('GET', '/api/v1/users')).body.items
    const handOver = async () => {
      const { link } = (await browser.send('POST', `/api/v1/users/${user.id}/reset-link`)).body
      expect(link).toMatch(new RegExp(`^${origin}/reset/[\\w-]{32}$`))
      return link.split('/reset/')[1]
    }
    const first = await handOver()
    expect((await use(mailed, 'a password of late')).body.code).toBe('LINK_OVER')
    const nextDay = at(25 * 60)
    expect((await use(first, 'a password of late', nextDay)).body.code).toBe('LINK_OVER')
    nextDay.close()
    const thisDay = at(23 * 60)
    expect((await use(await handOver(), owner.password, thisDay)).status).toBe(200)
    thisDay.close()
  })

  test('AU64: a mail server that refuses or breaks off keeps nobody waiting', async () => {
    sink.setMood('refuse')
    const since = performance.now()
    expect((await ask(owner.email)).status).toBe(200)
    expect(performance.now() - since).toBeLessThan(2_000)
    while (mailing.bugs.length === 0) await pause(10)
    expect(JSON.stringify(mailing.bugs)).toContain('a mail could not be sent')
    sink.setMood('take')
  })

  test('AU65: nobody can have mails sent without end', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 12; at += 1) statuses.push((await ask('somebody@example.org')).status)
    expect(statuses).toEqual([...Array(9).fill(200), 429, 429, 429])
  })

  test('AU66: no token of a link is in the database', async () => {
    const { db, tables } = database.store().accounts
    await ask('somebody.else@example.org')
    const rows = JSON.stringify(await Reflect.get(db, 'select').call(db).from(tables.verification))
    for (const mail of sink.mails) expect(rows).not.toContain(/\/reset\/(\S+)/.exec(partOf(mail, 'text/plain'))?.[1] ?? '?')
  })
})
