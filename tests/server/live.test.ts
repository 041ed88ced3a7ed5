import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSnapshot } from '../../lib/domain/snapshot.ts'
import { makeListeners } from '../../lib/server/listeners.ts'
import { type Live, openLive } from '../../lib/server/live/events.ts'

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

  beforeEach(() => {
    vi.useFakeTimers()
    revision = 7
    listeners = makeListeners()
    live = openLive({ listen: listeners.add, read: async () => makeSnapshot({}, revision) })
  })
  afterEach(() => {
    live.close()
    vi.useRealTimers()
  })

  const open = async (lastSeen: number | null = null, actor = 'ana') => {
    const answer = await live.open({ networkId: 'net', actor, lastSeen })
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

  test('are refused beyond thirty streams of one actor, and free again when one ends', async () => {
    const first = await open()
    for (let at = 1; at < 30; at += 1) await open()
    expect(await live.open({ networkId: 'net', actor: 'ana', lastSeen: null })).toBeNull()
    await open(null, 'ben')
    await first.cancel()
    await open()
  })

  test('end when the server stops', async () => {
    const reader = await open()
    await reader.next()
    live.close()
    expect(await reader.next()).toBeNull()
  })
})
