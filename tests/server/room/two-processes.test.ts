import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { openStore, type Store } from '../../../lib/server/store.ts'
import { type Ground, groundOn } from '../access/matrix/world.ts'
import { describeOnPostgres } from '../describe-on-each-database.ts'
import { until } from '../until.ts'
import { roomsOn, shown } from './room-kit.ts'

describeOnPostgres('a room in two processes', (database) => {
  const { send, world } = roomsOn(database)
  let other: { readonly store: Store; readonly ground: Ground } | undefined
  beforeAll(async () => {
    const store = await openStore(database.url())
    other = { store, ground: groundOn(store) }
  })
  afterAll(async () => {
    other?.ground.close()
    await other?.store.close()
  })

  /** The program with the link of a guest, asked at the second process. */
  const atOther = async (path: string) => {
    const response = await other?.ground.app.request(`/api/v1${path}`)
    return { status: response?.status ?? 0, text: (await response?.text()) ?? '' }
  }

  test('RI21: what is answered in one is told by the stream of the other, and is there when it is asked', { timeout: 60_000 }, async () => {
    const at = await world()
    const { body } = await send('POST', `${at.check}/guest-link`, { as: at.headers.lead })
    const guest = String(body.path).replace('/join/', '/guest/')
    const stream = await other?.ground.app.request(`/api/v1${guest}/events`)
    const reader = (stream?.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).pipeThrough(new TextDecoderStream()).getReader()
    const heard = { text: '', isOver: false }
    const read = async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) heard.text += part.value
      heard.isOver = true
    }
    void read()
    await until(() => heard.text.includes('listening'))
    await send('PUT', `${at.check}/seat`, { as: at.headers.contributor, body: {} })
    await send('PUT', `${at.check}/answers/s1`, { as: at.headers.contributor, body: { body: { colour: 2, trend: 1 } } })
    await until(() => heard.text.includes(`event: room\ndata: {"ritual":"${at.prefix}-check"}`))
    expect(shown({ ...(await atOther(guest)), body: JSON.parse((await atOther(guest)).text) }, 's1')).toMatchObject({
      answered: 1,
      mine: null,
      open: null,
    })
    expect(heard.text).not.toContain('colour')
    expect((await send('DELETE', `${at.check}/guest-link`, { as: at.headers.lead })).status).toBe(200)
    await until(() => heard.isOver)
    expect((await atOther(guest)).status).toBe(404)
  })

  test('RI21: what one process has acknowledged another reads at once', { timeout: 60_000 }, async () => {
    const at = await world()
    await send('PUT', `${at.plan}/seat`, { as: at.headers.contributor, body: {} })
    const { status } = await send('PUT', `${at.plan}/answers/confidence`, { as: at.headers.contributor, body: { body: { value: 3 } } })
    expect(status).toBe(200)
    const store = await openStore(database.url())
    try {
      const rows = await store.ask((statements) => ask(statements.sealedOf, { networkId: at.networkId, ritualId: `${at.prefix}-plan` }))
      expect(rows).toMatchObject([{ question: 'confidence', seatId: at.personIds.contributor, body: { value: 3 } }])
    } finally {
      await store.close()
    }
  })
})
