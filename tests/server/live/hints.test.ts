import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Ground, ground } from './live-kit.ts'

describe('live hints', () => {
  let here: Ground

  beforeEach(() => {
    vi.useFakeTimers()
    here = ground()
  })
  afterEach(() => {
    here.live.close()
    vi.useRealTimers()
  })

  test('LV1: who begins is greeted with the place in the log, and hears of each revision after that', async () => {
    const reader = await here.open()
    expect(await reader.next()).toBe('retry: 1000\nid: 7-set-7\n: listening\n\n')
    here.tell(1, 'other')
    here.tell(8)
    expect(await reader.next()).toBe('id: 8-set-8\nevent: revision\ndata: {"revision":8}\n\n')
  })

  test('LV2: who comes back hears at once whether something was missed', async () => {
    expect(await (await here.open('ana', '5-set-5')).next()).toContain('event: revision\ndata: {"revision":7}')
    expect(await (await here.open('ana', '7-set-7')).next()).toContain(': listening')
    expect(await (await here.open('ana', '5')).next()).toContain('event: revision')
    expect(await (await here.open('ana', 'hello')).next()).toContain(': listening')
  })

  test.each([
    ['a later history than there is', '9-set-9', 7],
    ['another history of the same length', '7-set-lost', 7],
    ['another history that has been overtaken', '5-set-lost', 7],
    ['a history of long ago', '5-set-5', 2_006],
  ])('LV3: who knows %s is told to read anew', async (_, lastEventId, revision) => {
    here.snapshot.revision = revision
    expect(await (await here.open('ana', lastEventId)).next()).toContain(`event: reset\ndata: {"revision":${revision}}`)
  })

  test('LV3: as long as the log can be followed, nobody has to', async () => {
    here.snapshot.revision = 2_005
    expect(await (await here.open('ana', '5-set-5')).next()).toContain('event: revision')
  })

  test('LV4: a heartbeat is sent every fifteen seconds', async () => {
    const reader = await here.open()
    await reader.next()
    vi.advanceTimersByTime(15_000)
    expect(await reader.next()).toBe(': still here\n\n')
  })

  test('LV5: who does not read is cut off, and nobody else', async () => {
    const [slow, quick] = [await here.open(), await here.open('ben')]
    await quick.next()
    let got = 0
    for (let next = 8; next < 3_000; next += 1) {
      here.tell(next)
      if ((await quick.next())?.includes(`"revision":${next}`)) got += 1
    }
    expect(got).toBe(2_992)
    let slowGot = 0
    while ((await slow.next()) !== null) slowGot += 1
    expect(slowGot).toBeGreaterThan(100)
    expect(slowGot).toBeLessThan(2_000)
  })

  test('LV6: ten streams are open to one reader, and one more when one ends', async () => {
    const first = await here.open()
    for (let at = 1; at < 10; at += 1) await here.open()
    expect(await here.live.open(here.listening('ana'))).toBeNull()
    await here.open('ben')
    await first.cancel()
    await first.cancel()
    await here.open()
    expect(await here.live.open(here.listening('ana'))).toBeNull()
  })

  test('LV6: fifty streams are open to one address, whoever reads', async () => {
    const at = (reader: string) => here.live.open(here.listening(reader, { address: '192.0.2.1' }))
    for (let count = 0; count < 50; count += 1) expect(await at(`reader ${count}`)).not.toBeNull()
    expect(await at('one more')).toBeNull()
    await here.open('elsewhere')
  })

  test('LV6: two thousand streams are open in all', async () => {
    for (let count = 0; count < 2_000; count += 1) await here.open(`reader ${count}`)
    expect(await here.live.open(here.listening('one more'))).toBeNull()
  })

  test('LV1: a revision that comes while the network is still being read is told', async () => {
    const opening = here.open()
    here.tell(8)
    here.snapshot.revision = 7
    const reader = await opening
    await reader.next()
    expect(await reader.next()).toContain('"revision":8')
  })

  test('LV7: a stream ends before the next event for who may not listen any more, and for nobody else', async () => {
    const [ana, ben] = [await here.open(), await here.open('ben')]
    for (const reader of [ana, ben]) await reader.next()
    here.shutOut.add('ana')
    here.live.recheck()
    expect(await ana.next()).toBeNull()
    here.tell(8)
    expect(await ben.next()).toContain('event: who')
    expect(await ben.next()).toContain('"revision":8')
  })

  test('LV7: it ends within a second where nobody said that a right was lost', async () => {
    const ana = await here.open()
    await ana.next()
    here.shutOut.add('ana')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await ana.next()).toBeNull()
  })

  test('LV7: who lost the right while the stream was being opened hears nothing', async () => {
    here.shutOut.add('ana')
    expect(await (await here.open()).next()).toBeNull()
  })

  test('LV8: a server that ends says so', async () => {
    const reader = await here.open()
    await reader.next()
    here.live.close()
    expect(await reader.next()).toBe('event: bye\ndata: {}\n\n')
    expect(await reader.next()).toBeNull()
  })
})
