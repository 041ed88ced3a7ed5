import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { roomsOn, shown } from './room-kit.ts'

const confidence = (value: number) => ({ body: { value } })

describeOnEachDatabase('many in one room', (database) => {
  const { send, world, crowd } = roomsOn(database)

  test('RI21: forty who answer at once, and again, are all kept, each once', { timeout: 120_000 }, async () => {
    const at = await world()
    const people = await crowd(at.plan, at, 40)
    const answer = (value: number) =>
      Promise.all(people.map(({ headers }) => send('PUT', `${at.plan}/answers/confidence`, { as: headers, body: confidence(value) })))
    for (const value of [1, 4]) expect((await answer(value)).map(({ status }) => status)).toEqual(Array(40).fill(200))
    const room = await send('GET', `${at.plan}/room`, { as: at.headers.owner })
    expect([room.body.seats.length, shown(room, 'confidence').answered.length, shown(room, 'confidence').spread]).toEqual([40, 40, null])
    expect((await send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question: 'confidence' } })).status).toBe(200)
    const opened = shown(await send('GET', `${at.plan}/room`, { as: at.headers.viewer }), 'confidence')
    expect(opened.spread).toEqual([{ nodeId: null, counts: [0, 0, 0, 0, 40, 0], trends: [], voters: 40 }])
  })

  test('RI22: an answer that meets the reveal is counted or refused, never half of it', { timeout: 120_000 }, async () => {
    const at = await world()
    const people = await crowd(at.plan, at, 16)
    const path = `${at.plan}/answers/confidence`
    const [first, ...others] = people
    await send('PUT', path, { as: first?.headers ?? {}, body: confidence(0) })
    const early = others.slice(0, 8).map(({ headers }) => send('PUT', path, { as: headers, body: confidence(3) }))
    const opening = send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question: 'confidence' } })
    const late = others.slice(8).map(({ headers }) => send('PUT', path, { as: headers, body: confidence(3) }))
    const answers = await Promise.all([...early, ...late])
    expect((await opening).status).toBe(200)
    const kept = answers.filter(({ status }) => status === 200).length
    for (const { status, body } of answers.filter((each) => each.status !== 200)) expect([status, body.code]).toEqual([409, 'SEALED'])
    const { spread, answered } = shown(await send('GET', `${at.plan}/room`, { as: at.headers.viewer }), 'confidence')
    expect([spread[0].voters, spread[0].counts[3], answered.length]).toEqual([kept + 1, kept, kept + 1])
    const { text } = await send('GET', `/networks/${at.networkId}/changes?since=0`, { as: at.headers.owner })
    expect(text).toContain(`"counts":[1,0,0,${kept},0,0]`)
  })

  test('RI22: two who reveal at once open it once', async () => {
    const at = await world()
    const [one] = await crowd(at.plan, at, 1)
    await send('PUT', `${at.plan}/answers/confidence`, { as: one?.headers ?? {}, body: confidence(5) })
    const reveal = () => send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question: 'confidence' } })
    const answers = await Promise.all([reveal(), reveal(), reveal()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { text } = await send('GET', `/networks/${at.networkId}/changes?since=0`, { as: at.headers.owner })
    expect(text.split('"entity":"tally"')).toHaveLength(2)
  })

  test('RI21: a seat that is taken twice is one seat; who has left answers no more, and what was answered stays', async () => {
    const at = await world()
    const [one] = await crowd(at.plan, at, 1)
    const as = one?.headers ?? {}
    await Promise.all([1, 2, 3].map(() => send('PUT', `${at.plan}/seat`, { as, body: { nodeId: `${at.prefix}-press` } })))
    const answered = await send('PUT', `${at.plan}/answers/confidence`, { as, body: confidence(2) })
    expect(answered.body.seats).toMatchObject([{ nodeId: `${at.prefix}-press`, isHere: true, isGuest: false }])
    const left = await send('DELETE', `${at.plan}/seat`, { as })
    expect([left.body.me, left.body.seats[0].isHere, shown(left, 'confidence').answered.length]).toEqual([null, false, 1])
    const late = await send('PUT', `${at.plan}/answers/confidence`, { as, body: confidence(5) })
    expect([late.status, late.body.code]).toEqual([409, 'SEAT_MISSING'])
    const back = await send('PUT', `${at.plan}/seat`, { as, body: {} })
    expect([back.body.me, back.body.seats.length, back.body.seats[0].isHere]).toEqual([back.body.seats[0].id, 1, true])
    expect((await send('PUT', `${at.plan}/answers/confidence`, { as, body: confidence(5) })).status).toBe(200)
    const viewer = await send('PUT', `${at.plan}/seat`, { as: at.headers.viewer, body: { nodeId: 'no-node' } })
    expect(viewer.body.code).toBe('UNKNOWN_REFERENCE')
  })

  test('RI9: a session that is over takes no seat and no answer; what was answered is still read', async () => {
    const at = await world()
    const [one] = await crowd(at.plan, at, 1)
    const as = one?.headers ?? {}
    await send('PUT', `${at.plan}/answers/confidence`, { as, body: confidence(2) })
    const close = { name: 'ritual.close', input: { id: `${at.prefix}-plan` } }
    expect((await send('POST', `/networks/${at.networkId}/commands`, { as: at.headers.facilitator, body: { commands: [close] } })).status).toBe(200)
    const tries = await Promise.all([
      send('PUT', `${at.plan}/seat`, { as, body: {} }),
      send('PUT', `${at.plan}/answers/confidence`, { as, body: confidence(3) }),
      send('DELETE', `${at.plan}/answers/confidence`, { as }),
      send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question: 'confidence' } }),
    ])
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([409, 'RITUAL_OVER']))
    expect(shown(await send('GET', `${at.plan}/room`, { as }), 'confidence').mine).toEqual({ value: 2 })
    expect(shown(await send('GET', `${at.plan}/room`, { as: at.headers.owner }), 'confidence')).toMatchObject({
      mine: null,
      open: null,
      spread: null,
    })
  })
})
