import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSnapshot } from '../../../lib/domain/snapshot.ts'
import { makeListeners } from '../../../lib/server/listeners.ts'
import { type Live, openLive } from '../../../lib/server/live/events.ts'

type Reader = { readonly next: () => Promise<string | null>; readonly cancel: () => Promise<void> }

function readerOf(answer: Response): Reader {
  const reader = (answer.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader()
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { next, cancel: () => reader.cancel() }
}

describe('live hints', () => {
  let live: Live
  let listeners: ReturnType<typeof makeListeners>
  let revision = 7
  const shutOut = new Set<string>()

  beforeEach(() => {
    vi.useFakeTimers()
    revision = 7
    shutOut.clear()
    listeners = makeListeners()
    live = openLive({ listen: listeners.add, read: async () => makeSnapshot({}, revision) })
  })
  afterEach(() => {
    live.close()
    vi.useRealTimers()
  })

  const listening = (reader: string, lastSeen: number | null = null) => ({
    ...{ networkId: 'net', reader, address: reader, credential: reader, lastSeen },
    isAllowed: async () => !shutOut.has(reader),
  })

  const open = async (lastSeen: number | null = null, reader = 'ana') => {
    const answer = await live.open(listening(reader, lastSeen))
    if (!answer) throw new Error('it was refused')
    return readerOf(answer)
  }

  test('greet who begins, and tell of each revision after that', async () => {
    const reader = await open()
    expect(await reader.next()).toBe('retry: 1000\nid: 7\n: listening\n\n')
    listeners.tell('other', 1)
    listeners.tell('net', 8)
    expect(await reader.next()).toBe('id: 8\nevent: revision\ndata: {"revision":8}\n\n')
  })

  test('tell who comes back at once what it missed', async () => {
    expect(await (await open(5)).next()).toContain('event: revision\ndata: {"revision":7}')
    expect(await (await open(7)).next()).toContain(': listening')
  })

  test('tell who knows a later history than there is to begin again', async () => {
    expect(await (await open(9)).next()).toContain('event: reset\ndata: {"revision":7}')
  })

  test('send a heartbeat every fifteen seconds', async () => {
    const reader = await open()
    await reader.next()
    vi.advanceTimersByTime(15_000)
    expect(await reader.next()).toBe(': still here\n\n')
  })

  test('cut off who does not read, and nobody else', async () => {
    const [slow, quick] = [await open(), await open()]
    await quick.next()
    let got = 0
    for (let next = 8; next < 3_000; next += 1) {
      listeners.tell('net', next)
      if ((await quick.next())?.includes(`"revision":${next}`)) got += 1
    }
    expect(got).toBe(2_992)
    let slowGot = 0
    while ((await slow.next()) !== null) slowGot += 1
    expect(slowGot).toBeGreaterThan(100)
    expect(slowGot).toBeLessThan(2_000)
  })

  test('are refused beyond ten streams of one reader, and free again when one ends', async () => {
    const first = await open()
    for (let at = 1; at < 10; at += 1) await open()
    expect(await live.open(listening('ana'))).toBeNull()
    await open(null, 'ben')
    await first.cancel()
    await open()
  })

  test('are refused beyond fifty streams of one address, whoever reads', async () => {
    const at = (reader: string) => live.open({ ...listening(reader), address: '192.0.2.1' })
    for (let count = 0; count < 50; count += 1) expect(await at(`reader ${count}`)).not.toBeNull()
    expect(await at('one more')).toBeNull()
    await open(null, 'elsewhere')
  })

  test('are refused beyond two thousand in all', async () => {
    for (let count = 0; count < 2_000; count += 1) await open(null, `reader ${count}`)
    expect(await live.open(listening('one more'))).toBeNull()
  })

  test('tell of a revision that comes while the network is still being read', async () => {
    const opening = open()
    listeners.tell('net', 8)
    const reader = await opening
    await reader.next()
    expect(await reader.next()).toContain('"revision":8')
  })

  test('end before the next event for who may not listen any more, and for nobody else', async () => {
    const [ana, ben] = [await open(), await open(null, 'ben')]
    for (const reader of [ana, ben]) await reader.next()
    shutOut.add('ana')
    live.recheck()
    expect(await ana.next()).toBeNull()
    listeners.tell('net', 8)
    expect(await ben.next()).toContain('event: who')
    expect(await ben.next()).toContain('"revision":8')
  })

  test('end within a second where nobody said that a right was lost', async () => {
    const ana = await open()
    await ana.next()
    shutOut.add('ana')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await ana.next()).toBeNull()
  })

  test('end when the server stops', async () => {
    const reader = await open()
    await reader.next()
    live.close()
    expect(await reader.next()).toBeNull()
  })
})
