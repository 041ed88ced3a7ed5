import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { newLinkSecret } from '../../../lib/server/access/secret.ts'
import { codeOf } from '../access/matrix/world.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { until } from '../until.ts'
import { type Answer, type RoomWorld, roomsOn, shown } from './room-kit.ts'

const red = { body: { colour: 0, trend: -1 } }

describeOnEachDatabase('guests of a check', (database) => {
  const { ground, send, world, listen } = roomsOn(database)

  async function invited(): Promise<RoomWorld & { readonly token: string; readonly guest: string }> {
    const at = await world()
    const { status, body } = await send('POST', `${at.check}/guest-link`, { as: at.headers.lead })
    expect(status).toBe(201)
    const token = String(body.path).replace('/join/', '')
    return { ...at, token, guest: `/guest/${token}` }
  }

  const seated = async ({ guest }: { readonly guest: string }, name = 'Sam') => {
    const { status, body } = await send('PUT', `${guest}/seat`, { as: {}, body: { name } })
    expect(status).toBe(200)
    return { 'weft-seat': String(body.secret) }
  }

  /** All that an answer says, but for the number of the request. */
  const said = ({ status, body }: Answer) => ({ status, ...body, instance: null, requestId: null })

  test('RI27: neither the link nor the seat can be read out of the database', async () => {
    const at = await invited()
    const seat = await seated(at)
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    const place = { networkId: at.networkId, ritualId: `${at.prefix}-check` }
    const rows = await ground().store.ask(function* (statements) {
      return { links: yield* ask(statements.guestLinkByHash, { hash: hash(at.token) }), seats: yield* ask(statements.seatsOf, place) }
    })
    expect([rows.links.length, rows.seats.length]).toEqual([1, 1])
    expect(rows.seats[0]?.hash).toBe(hash(seat['weft-seat']))
    const text = JSON.stringify(rows)
    expect([text.includes(at.token), text.includes(seat['weft-seat'])]).toEqual([false, false])
  })

  test('RI27: a guest votes under seal, and sees of the others how many they are', { timeout: 60_000 }, async () => {
    const at = await invited()
    const [sam, kim] = [await seated(at), await seated(at, 'Kim')]
    await send('PUT', `${at.check}/seat`, { as: at.headers.contributor, body: {} })
    const canary = 'sealed-canary'
    expect((await send('PUT', `${at.guest}/answers/s1`, { as: sam, body: red })).status).toBe(200)
    expect((await send('PUT', `${at.guest}/answers/value`, { as: sam, body: { body: { text: canary } } })).status).toBe(200)
    await send('PUT', `${at.check}/answers/s1`, { as: at.headers.contributor, body: red })
    const before = await send('GET', at.guest, { as: kim })
    expect(before.body).toMatchObject({ here: 3, me: { name: 'Kim' }, ritual: { kind: 'check' } })
    expect(shown(before, 's1')).toMatchObject({ answered: 2, mine: null, open: null, spread: null })
    expect([before.text.includes(canary), before.text.includes('Sam'), before.text.includes(at.personIds.contributor)]).toEqual([false, false, false])
    expect((await send('GET', at.guest, { as: sam })).text).toContain(canary)
    expect((await send('GET', at.guest, { as: {} })).text).not.toContain(canary)
    const wrote = await send('PUT', `${at.guest}/answers/value`, { as: kim, body: { body: { text: 'Calm mornings' } } })
    expect([wrote.text.includes(canary), wrote.text.includes('Sam')]).toEqual([true, false])
    expect((await send('GET', `${at.check}/room`, { as: at.headers.owner })).text).not.toContain(canary)
    await send('POST', `/networks/${at.networkId}/commands`, {
      as: at.headers.facilitator,
      body: { commands: [{ name: 'ritual.move', input: { id: `${at.prefix}-check`, facilitatorId: at.personIds.facilitator } }] },
    })
    expect((await send('POST', `${at.check}/reveal`, { as: at.headers.facilitator, body: { question: 's1' } })).status).toBe(200)
    expect(shown(await send('GET', at.guest, { as: kim }), 's1')).toMatchObject({ isRevealed: true, spread: null })
    expect(shown(await send('GET', at.guest, { as: {} }), 's1').spread).toBeNull()
    const late = await send('PUT', `${at.guest}/answers/s1`, { as: kim, body: red })
    expect([late.status, late.body.code]).toEqual([409, 'SEALED'])
  })

  test('RI27: a guest may nothing else, and needs the own seat to answer', async () => {
    const [at, other] = [await invited(), await invited()]
    const elsewhere = await seated(other)
    for (const as of [{}, elsewhere, { 'weft-seat': newLinkSecret() }, { 'weft-seat': at.personIds.contributor }])
      expect((await send('PUT', `${at.guest}/answers/s1`, { as, body: red })).body.code).toBe('SEAT_MISSING')
    const here = await send('PUT', `${at.guest}/seat`, { as: elsewhere, body: { name: 'Kim' } })
    expect([here.body.room.me?.name, here.body.room.here, here.body.secret === elsewhere['weft-seat']]).toEqual(['Kim', 1, false])
    const sam = await seated(at)
    expect((await send('PUT', `${at.guest}/answers/confidence`, { as: sam, body: { body: { value: 3 } } })).body.code).toBe('NOT_FOUND')
    const bearer = { ...sam, authorization: `Bearer ${at.token}` }
    for (const path of [`${at.check}/room`, `/networks/${at.networkId}/snapshot`, `/networks/${at.networkId}/changes?since=0`])
      expect((await send('GET', path, { as: bearer })).status).toBe(401)
  })

  test('RI28: every link that opens nothing answers the same', async () => {
    const [at, ended] = [await invited(), await invited()]
    expect((await send('DELETE', `${ended.check}/guest-link`, { as: ended.headers.lead })).status).toBe(200)
    const wrong = [newLinkSecret(), 'guess', ended.token, `${at.token}x`, at.token.slice(0, -1), encodeURIComponent('../setup')]
    const answers = await Promise.all(wrong.map((token) => send('GET', `/guest/${token}`, { as: {} })))
    const [first] = answers
    expect(first?.status).toBe(404)
    for (const answer of answers) expect(said(answer)).toEqual(first && said(first))
    expect((await send('GET', at.guest, { as: {} })).status).toBe(200)
  })

  test('RI28: who guesses links or codes is slowed down, and nobody else', async () => {
    const at = await invited()
    const guess = (path: string, as: Record<string, string>, from: string) => send('GET', path, { as, from })
    for (let miss = 0; miss < 30; miss += 1) expect((await guess(`/guest/${newLinkSecret()}`, {}, 'guesser')).status).toBe(404)
    expect((await guess(at.guest, {}, 'guesser')).status).toBe(429)
    expect((await guess(at.guest, {}, 'somebody')).status).toBe(200)
    const viewer = { ...at.headers.viewer }
    for (let miss = 0; miss < 30; miss += 1) expect((await guess('/rituals/by-code/AAAAAA', viewer, 'coder')).status).toBe(404)
    expect((await guess(`/rituals/by-code/${codeOf(at.prefix)}`, viewer, 'coder')).status).toBe(429)
  })

  test('RI28: a link that is ended is dead at once, with the streams that it opened; a new one ends the old one', { timeout: 60_000 }, async () => {
    const at = await invited()
    const sam = await seated(at)
    const heard = await listen(`${at.guest}/events`, { as: {} })
    expect(heard.status).toBe(200)
    await until(() => heard.text.includes('listening'))
    await send('PUT', `${at.guest}/answers/s1`, { as: sam, body: red })
    await until(() => heard.text.includes('event: room'))
    expect((await send('DELETE', `${at.check}/guest-link`, { as: at.headers.lead })).status).toBe(200)
    await until(() => heard.isOver)
    for (const [method, path] of [
      ['GET', at.guest],
      ['PUT', `${at.guest}/seat`],
      ['PUT', `${at.guest}/answers/s1`],
      ['GET', `${at.guest}/events`],
    ] as const) {
      const body = method === 'GET' ? undefined : path.endsWith('seat') ? { name: 'Sam' } : red
      expect([path, (await send(method, path, { as: sam, body })).status]).toEqual([path, 404])
    }
    const paths = []
    for (let turn = 0; turn < 2; turn += 1) paths.push((await send('POST', `${at.check}/guest-link`, { as: at.headers.lead })).body.path)
    const statuses = paths.map((path) => send('GET', String(path).replace('/join/', '/guest/'), { as: {} }))
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([404, 200])
  })

  test.each(['close', 'cancel'] as const)('RI28: once it is over (%s), the link says so, and nothing else', async (end) => {
    const at = await invited()
    const sam = await seated(at)
    const commands = [{ name: `ritual.${end}`, input: { id: `${at.prefix}-check` } }]
    expect((await send('POST', `/networks/${at.networkId}/commands`, { as: at.headers.facilitator, body: { commands } })).status).toBe(200)
    for (const [method, path, body] of [
      ['GET', at.guest, undefined],
      ['PUT', `${at.guest}/seat`, { name: 'Kim' }],
      ['PUT', `${at.guest}/answers/s1`, red],
    ] as const) {
      const answer = await send(method, path, { as: sam, body })
      expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
        410,
        'SESSION_ENDED',
        expect.stringMatching(/^It (is finished|was called off)\./),
      ])
      for (const word of ['canary', 'Sam', 'questions']) expect(answer.text).not.toContain(word)
    }
  })

  test('RI28: a link opens a check only, and is made by who leads it or is of its node', async () => {
    const at = await world()
    for (const actor of ['viewer', 'otherMember', 'anonymous'] as const)
      expect([401, 403, 404]).toContain((await send('POST', `${at.check}/guest-link`, { as: at.headers[actor] })).status)
    expect((await send('POST', `${at.plan}/guest-link`, { as: at.headers.facilitator })).body.code).toBe('FORBIDDEN')
  })
})

describeOnEachDatabase('a code on a screen', (database) => {
  const { send, world } = roomsOn(database)

  test('RI29: leads the members of its network to an open session, however it is typed; all others find nothing', async () => {
    const at = await world()
    const code = codeOf(at.prefix)
    const typed = [code, code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`, ` ${code.slice(0, 3)} ${code.slice(3)}`]
    for (const each of typed) {
      const { status, body } = await send('GET', `/rituals/by-code/${encodeURIComponent(each)}`, { as: at.headers.viewer })
      expect([each, status, body.ritual, body.kind]).toEqual([each, 200, `${at.prefix}-check`, 'check'])
    }
    const others = await Promise.all(
      (['otherMember', 'onlooker'] as const).map((actor) => send('GET', `/rituals/by-code/${code}`, { as: at.headers[actor] })),
    )
    const never = await send('GET', '/rituals/by-code/ZZZZZ9', { as: at.headers.viewer })
    for (const { status, body } of others) expect([status, body.detail]).toEqual([404, never.body.detail])
    await send('POST', `/networks/${at.networkId}/commands`, {
      as: at.headers.facilitator,
      body: { commands: [{ name: 'ritual.close', input: { id: `${at.prefix}-check` } }] },
    })
    expect((await send('GET', `/rituals/by-code/${code}`, { as: at.headers.viewer })).body.detail).toBe(never.body.detail)
  })
})
