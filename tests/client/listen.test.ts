import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from '../../lib/client/network/use-hints.ts'

/** A stream as a browser has it, of which the test is the server. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  readonly address: string
  readyState = 1

  constructor(address: string) {
    super()
    this.address = address
    streams.push(this)
  }

  close() {
    this.readyState = Stream.CLOSED
  }

  hear(name: string, lastEventId: string, body: object = {}) {
    this.dispatchEvent(new MessageEvent(name, { lastEventId, data: JSON.stringify(body) }))
  }
}

let streams: Stream[] = []
const hear = { revision: vi.fn(), who: vi.fn(), isThere: vi.fn(), changed: vi.fn(), reset: vi.fn() }

beforeEach(() => {
  streams = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function stream(at: number): Stream {
  const found = streams[at]
  if (!found) throw new Error(`there is no stream ${at}`)
  return found
}

test('LV3, LV8: a stream that is opened anew, after a farewell or for good, goes on from the last event of the old one', () => {
  const stop = listen((last) => `events after ${last}`, hear)
  expect(stream(0).address).toBe('events after null')
  stream(0).hear('revision', '4-set', { revision: 4 })
  stream(0).hear('bye', '4-set')
  vi.advanceTimersByTime(2_000)
  expect(stream(1).address).toBe('events after 4-set')
  stream(1).hear('presence', '5-other', { people: [] })
  stream(1).close()
  stream(1).dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(10_000)
  expect(stream(2).address).toBe('events after 5-other')
  stream(2).hear('reset', '2-third', { revision: 2 })
  expect(hear.reset).toHaveBeenCalledTimes(1)
  stop()
  expect(stream(2).readyState).toBe(Stream.CLOSED)
  vi.advanceTimersByTime(10_000)
  expect(streams).toHaveLength(3)
})
