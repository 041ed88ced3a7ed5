import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { signatureOf } from '../../../lib/server/outbox/signature.ts'
import { expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { askBilling, type Stage, stageOn, tellingOn } from './outbox-kit.ts'
import type { Received } from './receiver.ts'
import { runBeside } from './run-beside.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const all = ['promise.asked', 'promise.moved', 'comment.added', 'checkin.added', 'structure.changed']

describeOnEachDatabase('webhooks', (database) => {
  const telling = tellingOn(database, { timeoutMs: 300 })
  const { store } = database

  /** A network with an owner, a lead of the other side and one webhook; the receiver is well again and has heard nothing. */
  async function hooked(more: Readonly<Record<string, unknown>> = {}) {
    const stage: Stage = await stageOn(store(), telling)
    const [owner, lead] = [await stage.member('Olga', 'owner', 'care'), await stage.member('Bea', 'contributor', 'billing')]
    telling.receiver().setMood({ kind: 'answer', status: 204 })
    telling.receiver().received.length = 0
    const url = `${telling.receiver().url}/${randomUUID()}`
    const heard = () => telling.receiver().received.filter((each) => url.endsWith(each.url))
    const { status, body } = await telling.send(owner.actor, 'POST', `${stage.path}/webhooks`, {
      name: 'Hook',
      url: telling.receiver().url,
      events: all,
      ...more,
    })
    expect([status, body.code]).toEqual([201, undefined])
    const path = `${stage.path}/webhooks/${body.item.id}`
    const show = async () => {
      const { items } = (await telling.send(owner.actor, 'GET', `${stage.path}/webhooks`)).body
      return items.find(({ id }: { id: string }) => id === body.item.id)
    }
    const deliveries = async () => (await telling.send(owner.actor, 'GET', `${path}/deliveries`)).body.items
    const secret: string = body.secret
    return { ...stage, hookPath: path, owner, lead, hook: body.item, secret, show, deliveries, heard }
  }

  const last = (): Received => {
    const received = telling.receiver().received.at(-1)
    if (!received) throw new Error('nothing was received')
    return received
  }

  test('a delivery is signed, names what happened, and holds no address and no name but that of who acts', async () => {
    const { networkId, owner, as, secret, deliveries } = await hooked()
    const { changeSetId } = await as(owner, askBilling())
    await telling.deliver()
    expect(telling.receiver().received).toHaveLength(1)
    const { headers, body, method } = last()
    const [id, timestamp] = [String(headers['webhook-id']), Number(headers['webhook-timestamp'])]
    expect([method, headers['content-type']]).toEqual(['POST', 'application/json'])
    expect(headers['webhook-signature']).toBe(signatureOf(secret, { id, timestamp, body }))
    expect(timestamp).toBe(telling.clock.now().getTime() / 1_000)
    expect(id).toMatch(/^msg_[\w-]+$/)
    expect(JSON.parse(body)).toEqual({
      type: 'promise.asked',
      timestamp: '2027-02-10T09:00:00.000Z',
      data: {
        network: { id: networkId, slug: null, name: 'Bright' },
        revision: expect.any(Number),
        changeSetId,
        actor: { personId: owner.personId, name: 'Olga' },
        link: `https://weft.example.org/${networkId}/inbox?sel=need%3Adep`,
        dependency: { id: 'dep', name: 'Clean invoices', state: 'requested', neededOn: '2027-03-01', promisedOn: null, strength: 1 },
        move: 'request',
        consumer: { node: { id: 'care', name: 'Care' }, keyResult: { id: 'kr-care', name: 'Answer in 1 h' } },
        supplier: { node: { id: 'billing', name: 'Billing' }, keyResult: { id: 'kr-billing', name: 'Audit' } },
      },
    })
    expect(body).not.toContain('@')
    expect(await deliveries()).toMatchObject([{ id, type: 'promise.asked', state: 'sent', attempts: 1, error: null, nextAt: null }])
    await telling.deliver()
    expect(telling.receiver().received).toHaveLength(1)
  })

  test('only the events that were chosen are sent, and only while it is switched on', async () => {
    const { owner, as, hookPath } = await hooked({ events: ['comment.added'] })
    await as(owner, askBilling())
    await telling.deliver()
    expect(telling.receiver().received).toEqual([])
    await as(owner, call('comment.create', { id: 'note', subject: 'node', subjectId: 'care', text: 'A text that stays here' }))
    await telling.deliver()
    expect(JSON.parse(last().body)).toMatchObject({ type: 'comment.added', data: { subject: { entity: 'node', id: 'care', name: 'Care' } } })
    expect(last().body).not.toContain('A text that stays here')
    await telling.send(owner.actor, 'PATCH', hookPath, { isEnabled: false })
    await as(owner, call('comment.create', { id: 'note-2', subject: 'node', subjectId: 'care', text: 'More' }))
    await telling.deliver()
    expect(telling.receiver().received).toHaveLength(1)
  })

  test('Slack gets text and blocks with its three signs escaped, Teams a message with an Adaptive Card', async () => {
    const slack = await hooked({ shape: 'slack' })
    await slack.as(slack.owner, askBilling('dep', { what: '<!channel> & *more*' }))
    await telling.deliver()
    const message = JSON.parse(last().body)
    expect(message.text).toContain('“&lt;!channel&gt; &amp; *more*”')
    expect(message.blocks.map(({ type }: { type: string }) => type)).toEqual(['section', 'context'])
    expect(message.blocks[0].text).toEqual({ type: 'mrkdwn', text: message.text })
    const teams = await hooked({ shape: 'teams' })
    await teams.as(teams.owner, askBilling('dep', { what: '[click](https://evil.example)' }))
    await telling.deliver()
    const { type, attachments } = JSON.parse(last().body)
    expect([type, attachments[0].contentType, attachments[0].contentUrl]).toEqual(['message', 'application/vnd.microsoft.card.adaptive', null])
    expect(attachments[0].content).toMatchObject({ type: 'AdaptiveCard', version: '1.4', actions: [{ type: 'Action.OpenUrl' }] })
    expect(attachments[0].content.body[0].text).toContain(String.raw`\[click\](https`)
  })

  for (const [name, mood, error] of [
    ['answers 500', { kind: 'answer', status: 500 }, 'answered 500'],
    [
      'answers with a redirect',
      { kind: 'answer', status: 302, headers: { location: 'http://127.0.0.1/' } },
      'answered 302; redirects are not followed',
    ],
    ['hangs', { kind: 'hang' }, 'there was no answer in time'],
    ['cuts the connection', { kind: 'cut' }, 'the connection was cut'],
  ] as const)
    test(`a receiver that ${name} gets it again under the same id when its time has come, and once it is well, once`, async () => {
      const { owner, as, deliveries } = await hooked()
      telling.receiver().setMood(mood)
      await as(owner, askBilling())
      await telling.deliver()
      const [first] = await deliveries()
      expect(first).toMatchObject({ state: 'waiting', attempts: 1, error })
      expect(JSON.stringify(first)).not.toContain('secret')
      expect(Date.parse(first.nextAt) - telling.clock.now().getTime()).toBe(5_000)
      telling.receiver().setMood({ kind: 'answer', status: 200 })
      await telling.deliver()
      expect(telling.receiver().received).toHaveLength(1)
      telling.clock.pass(5_000)
      await telling.deliver()
      await telling.deliver()
      const ids = telling.receiver().received.map(({ headers }) => headers['webhook-id'])
      expect(ids).toEqual([first.id, first.id])
      expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2, error: null }])
    })

  test('a receiver that answers well and writes for ever has got it', async () => {
    const { owner, as, deliveries } = await hooked()
    telling.receiver().setMood({ kind: 'slowBody' })
    await as(owner, askBilling())
    await telling.deliver()
    expect(await deliveries()).toMatchObject([{ state: 'sent' }])
  })

  test('Retry-After is heard, up to an hour', async () => {
    const { owner, as, deliveries } = await hooked()
    telling.receiver().setMood({ kind: 'answer', status: 503, headers: { 'retry-after': '120' } })
    await as(owner, askBilling())
    await telling.deliver()
    const wait = async () => Date.parse((await deliveries())[0].nextAt) - telling.clock.now().getTime()
    expect(await wait()).toBe(120_000)
    telling.receiver().setMood({ kind: 'answer', status: 429, headers: { 'retry-after': '99999' } })
    telling.clock.pass(120_000)
    await telling.deliver()
    expect(await wait()).toBe(3_600_000)
  })

  test('after 410 the webhook is off with a reason, its maker is told, and nothing more is sent', async () => {
    const { owner, lead, path, as, show, deliveries, heard } = await hooked()
    telling.receiver().setMood({ kind: 'answer', status: 410 })
    await as(owner, askBilling())
    await as(owner, askBilling('dep-2'))
    await telling.deliver()
    expect(await show()).toMatchObject({
      isEnabled: false,
      disabledBecause: 'the receiver answered 410: it wants nothing more',
      waiting: 0,
      failed: 2,
    })
    const { items } = (await telling.send(owner.actor, 'GET', `${path}/notifications`)).body
    expect(items.filter(({ kind }: { kind: string }) => kind === 'webhook.disabled')).toMatchObject([
      {
        sentence: 'The webhook “Hook” was switched off, because it did not answer. Its deliveries can be sent again.',
        path: 'settings',
        actor: { name: 'Weft' },
      },
    ])
    const others = (await telling.send(lead.actor, 'GET', `${path}/notifications`)).body.items
    expect(others.map(({ kind }: { kind: string }) => kind)).not.toContain('webhook.disabled')
    const count = heard().length
    await as(owner, askBilling('dep-3'))
    telling.clock.pass(dayMs)
    await telling.deliver()
    expect([heard().length, (await deliveries()).length]).toEqual([count, 2])
  })

  test('after 24 hours of failures a delivery is given up and the webhook is off; switched on, it can be sent again', async () => {
    const { owner, as, show, deliveries, hookPath } = await hooked()
    telling.receiver().setMood({ kind: 'answer', status: 500 })
    await as(owner, askBilling())
    const began = telling.clock.now().getTime()
    for (let round = 0; round < 20 && (await deliveries())[0].state === 'waiting'; round += 1) {
      await telling.deliver()
      const [{ nextAt }] = await deliveries()
      if (nextAt) telling.clock.set(nextAt)
    }
    expect(telling.clock.now().getTime() - began).toBe(dayMs)
    const [failed] = await deliveries()
    expect(failed).toMatchObject({ state: 'failed', attempts: 11, error: 'answered 500' })
    expect(await show()).toMatchObject({ isEnabled: false, disabledBecause: 'nothing was delivered for 24 hours: answered 500' })
    expectProblem(await telling.send(owner.actor, 'POST', `${hookPath}/deliveries/${failed.id}/replay`), 'VALIDATION')
    telling.receiver().setMood({ kind: 'answer', status: 200 })
    expect((await telling.send(owner.actor, 'PATCH', hookPath, { isEnabled: true })).body.item).toMatchObject({
      isEnabled: true,
      disabledBecause: null,
    })
    expect((await telling.send(owner.actor, 'POST', `${hookPath}/deliveries/${failed.id}/replay`)).body.item).toMatchObject({ state: 'waiting' })
    await telling.deliver()
    expect(last().headers['webhook-id']).toBe(failed.id)
    expect(await deliveries()).toMatchObject([{ state: 'sent' }])
  })

  test('one delivery that is never taken does not switch off a webhook that takes others', async () => {
    const { owner, as, show, deliveries } = await hooked()
    await as(owner, askBilling())
    await telling.deliver()
    telling.receiver().setMood({ kind: 'answer', status: 422 })
    await as(owner, askBilling('dep-2'))
    for (let round = 0; round < 10; round += 1) {
      await telling.deliver()
      telling.clock.pass(minuteMs / 2)
      await runBeside(
        database,
        "UPDATE outbox SET attempts = 10 WHERE sent_at IS NULL AND failed_at IS NULL AND attempts < 10 AND last_error = 'answered 422'",
      )
      const waiting = (await deliveries()).find(({ state }: { state: string }) => state === 'waiting')
      if (waiting) telling.clock.set(waiting.nextAt)
    }
    expect((await deliveries()).map(({ state }: { state: string }) => state)).toEqual(['failed', 'sent'])
    expect(await show()).toMatchObject({ isEnabled: true })
  })

  test('two processes share the work: each delivery goes out once', async () => {
    const { owner, as } = await hooked()
    for (let at = 0; at < 10; at += 1) await as(owner, askBilling(`dep-${at}`))
    await Promise.all([telling.deliver(), telling.deliver(), telling.deliver()])
    const ids = telling.receiver().received.map(({ headers }) => headers['webhook-id'])
    expect([ids.length, new Set(ids).size]).toEqual([10, 10])
  })

  test('a delivery whose sender died is sent again when its lease is over, not before', async () => {
    const { owner, as, deliveries } = await hooked()
    await as(owner, askBilling())
    const lease = telling.clock.now().getTime() + minuteMs
    const at = database.dialect === 'sqlite' ? String(lease) : `'${new Date(lease).toISOString()}'`
    await runBeside(database, `UPDATE outbox SET leased_until = ${at} WHERE sent_at IS NULL AND failed_at IS NULL`)
    telling.clock.pass(minuteMs - 1)
    await telling.deliver()
    expect(telling.receiver().received).toEqual([])
    telling.clock.pass(2)
    await telling.deliver()
    expect(telling.receiver().received).toHaveLength(1)
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 1 }])
  })

  test('a test is sent at once, also while the webhook is off, and says what came of it', async () => {
    const { owner, hookPath, secret } = await hooked()
    await telling.send(owner.actor, 'PATCH', hookPath, { isEnabled: false })
    const { body } = await telling.send(owner.actor, 'POST', `${hookPath}/test`)
    expect(body.item).toMatchObject({ type: 'webhook.test', state: 'sent', attempts: 1 })
    const { headers, body: sent } = last()
    const timestamp = Number(headers['webhook-timestamp'])
    expect(headers['webhook-signature']).toBe(signatureOf(secret, { id: body.item.id, timestamp, body: sent }))
    telling.receiver().setMood({ kind: 'answer', status: 404 })
    expect((await telling.send(owner.actor, 'POST', `${hookPath}/test`)).body.item).toMatchObject({ state: 'failed', error: 'answered 404' })
  })

  test('the secret is in the answer that makes it and nowhere else, the database included', async () => {
    const { owner, path, hookPath, secret, networkId } = await hooked()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    for (const at of [`${path}/webhooks`, `${hookPath}/deliveries`])
      expect(JSON.stringify((await telling.send(owner.actor, 'GET', at)).body)).not.toContain('whsec')
    const rows = JSON.stringify(await runBeside(database, `SELECT * FROM webhook WHERE network_id = '${networkId}'`))
    expect(rows).not.toContain(secret.slice(6, 30))
    expect(rows).toContain('v1.')
  })

  test('an address that may not be asked is refused when it is given; unknown events, doubled ones and shapes too', async () => {
    const { owner, path, hookPath } = await hooked()
    const good = { name: 'Hook', url: 'https://example.org/hook', events: ['promise.asked'] }
    for (const url of [
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'https://example.org:8443/',
      'ftp://example.org/',
      'http://a:b@example.org/',
      'nonsense',
    ])
      expectProblem(await telling.send(owner.actor, 'POST', `${path}/webhooks`, { ...good, url }), 'VALIDATION')
    for (const more of [
      { events: [] },
      { events: ['all'] },
      { events: ['promise.asked', 'promise.asked'] },
      { shape: 'xml' },
      { name: '' },
      { secret: 'mine' },
    ])
      expectProblem(await telling.send(owner.actor, 'POST', `${path}/webhooks`, { ...good, ...more }), 'VALIDATION')
    expectProblem(await telling.send(owner.actor, 'PATCH', hookPath, { url: 'http://10.0.0.1/' }), 'VALIDATION')
    expect((await telling.send(owner.actor, 'POST', `${path}/webhooks`, good)).status).toBe(201)
  })

  test('only an owner of the network sees or changes it; from another network it is not there', async () => {
    const { owner, lead, path, hookPath, hook } = await hooked()
    const other = await hooked()
    const editor = await stageMember(other)
    const calls = [
      ['GET', `${path}/webhooks`],
      ['POST', `${path}/webhooks`, { name: 'X', url: 'https://example.org', events: ['promise.asked'] }],
      ['PATCH', hookPath, { name: 'X' }],
      ['DELETE', hookPath],
      ['POST', `${hookPath}/test`],
      ['GET', `${hookPath}/deliveries`],
      ['POST', `${hookPath}/deliveries/msg_1/replay`],
    ] as const
    for (const [method, at, body] of calls) {
      expectProblem(await telling.send(null, method, at, body), 'UNAUTHENTICATED')
      expectProblem(await telling.send(lead.actor, method, at, body), 'FORBIDDEN')
      expectProblem(await telling.send(editor.actor, method, at, body), 'NOT_FOUND')
    }
    for (const [method, at, body] of calls.slice(2))
      expectProblem(await telling.send(other.owner.actor, method, at.replace(path, other.path), body), 'NOT_FOUND')
    expect((await telling.send(owner.actor, 'PATCH', hookPath, { name: 'Renamed' })).body.item).toMatchObject({ id: hook.id, name: 'Renamed' })
    expect((await telling.send(owner.actor, 'DELETE', hookPath)).body).toEqual({ id: hook.id })
    expect((await telling.send(owner.actor, 'GET', `${path}/webhooks`)).body.items).toEqual([])
  })

  const stageMember = (stage: Stage) => stage.member('Eda', 'editor')
})
