import { describe, expect, test, vi } from 'vitest'
import { seenIn } from '../../../lib/client/room/room-state.ts'
import { makeRoomStore, type RoomStore } from '../../../lib/client/room/room-store.ts'
import { type WaitingShelf, waitingOn } from '../../../lib/client/room/waiting-answers.ts'
import { comeIn } from '../../../lib/client/signed-out.ts'
import type { RoomBody } from '../../../lib/contract/room.ts'
import { DomainError } from '../../../lib/domain/error.ts'

const away = () => new TypeError('fetch failed')

/** A server that keeps answers, can be away, can take its time, and counts what it was sent. */
function serverOf() {
  const answers = new Map<string, unknown>()
  const sent: string[] = []
  const state = { isAway: false, losesAnswers: false, refusal: null as DomainError | null, reads: 0 }
  const held: (() => void)[] = []
  const gate = { isShut: false }
  const room = (): RoomBody => ({
    seats: [],
    me: 'ana',
    questions: Array.from(answers, ([question, mine]) => ({ question, answered: ['ana', 'ben'], mine, isRevealed: false, open: null, spread: null })),
  })
  const answer = async (act: () => void): Promise<RoomBody> => {
    if (state.isAway) throw away()
    if (gate.isShut) await new Promise<void>((resolve) => void held.push(resolve))
    if (state.refusal) throw state.refusal
    act()
    if (state.losesAnswers) throw away()
    return room()
  }
  return {
    answers,
    sent,
    state,
    gate,
    letThrough: () => {
      gate.isShut = false
      for (const go of held.splice(0)) go()
    },
    server: {
      read: () => {
        state.reads += 1
        return answer(() => undefined)
      },
      join: () => answer(() => undefined),
      leave: () => answer(() => undefined),
      answer: (question: string, body: unknown) => {
        sent.push(`${question} ${JSON.stringify(body)}`)
        return answer(() => void answers.set(question, body))
      },
      withdraw: (question: string) => {
        sent.push(`${question} taken back`)
        return answer(() => void answers.delete(question))
      },
      reveal: (question: string) => {
        sent.push(`${question} revealed`)
        return answer(() => undefined)
      },
    },
  }
}

/** A storage as browsers have it, which outlives a page. */
function storageOf() {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, text: string) => void entries.set(name, text),
    removeItem: (name: string) => void entries.delete(name),
    key: (at: number) => [...entries.keys()][at] ?? null,
    get length() {
      return entries.size
    },
  }
}

const ana = { networkId: 'net', userId: 'u1', ritualId: 'rit' }

function opened(shelf: WaitingShelf = waitingOn(storageOf(), ana)) {
  const kit = serverOf()
  const refusals: unknown[] = []
  const open = () => makeRoomStore({ server: kit.server, shelf, userId: ana.userId, onRefused: (error) => void refusals.push(error) })
  return { ...kit, refusals, open }
}

const mine = (store: RoomStore, key = 'confidence') => {
  const state = store.state.get()
  return state && seenIn(state, key)
}
const loaded = async (store: RoomStore) => vi.waitFor(() => expect(store.state.get()).not.toBeNull())
const settled = async (store: RoomStore) => vi.waitFor(() => expect(store.state.get()?.waiting.size).toBe(0))

describe('a room in a window', () => {
  test('an answer is shown before the server has it, and counted among those who answered', async () => {
    const { open, gate, letThrough, answers } = opened()
    const store = open()
    await loaded(store)
    gate.isShut = true
    store.answer('confidence', { value: 4 })
    expect(mine(store)).toMatchObject({ mine: { value: 4 }, answered: ['ana'] })
    expect([answers.size, store.state.get()?.waiting.size]).toEqual([0, 1])
    letThrough()
    await settled(store)
    expect([answers.get('confidence'), mine(store)?.answered]).toEqual([{ value: 4 }, ['ana', 'ben']])
  })

  test('RI30: what is written together shows the own words while they are on their way, whatever was there before', async () => {
    const { open, gate, letThrough } = opened()
    const store = open()
    await loaded(store)
    gate.isShut = true
    store.answer('share', { percent: 50 })
    expect(mine(store, 'share')?.open).toEqual([{ seatId: 'ana', nodeId: null, body: { percent: 50 } }])
    letThrough()
    await settled(store)
    expect(mine(store, 'share')?.open).toBeNull()
  })

  test('the last of several answers goes over the earlier ones; what was never sent is not sent', async () => {
    const { open, gate, letThrough, answers, sent } = opened()
    const store = open()
    await loaded(store)
    gate.isShut = true
    for (const value of [1, 2, 3]) store.answer('confidence', { value })
    store.answer('draft:a', { lines: [] })
    letThrough()
    await settled(store)
    expect(sent).toEqual(['confidence {"value":1}', 'draft:a {"lines":[]}', 'confidence {"value":3}'])
    expect(answers.get('confidence')).toEqual({ value: 3 })
  })

  test('it waits while the server is away, and is sent when the server is heard of, once', async () => {
    const { open, state, sent, answers } = opened()
    const store = open()
    await loaded(store)
    state.isAway = true
    store.answer('confidence', { value: 5 })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect([mine(store)?.mine, answers.size]).toEqual([{ value: 5 }, 0])
    state.isAway = false
    store.ring()
    await settled(store)
    expect([sent.length, answers.get('confidence')]).toEqual([2, { value: 5 }])
    store.ring()
    store.refresh()
    await vi.waitFor(() => expect(state.reads).toBe(2))
    expect(sent).toHaveLength(2)
  })

  test('LV26: an answer that waits is not given by somebody else who signs in on the page', async () => {
    const { open, state, sent, answers } = opened()
    const store = open()
    await loaded(store)
    state.isAway = true
    store.answer('confidence', { value: 5 })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    comeIn('u2')
    state.isAway = false
    store.ring()
    await new Promise(setImmediate)
    expect([sent.length, answers.size]).toEqual([1, 0])
    comeIn(ana.userId)
    await settled(store)
    expect([sent.length, answers.get('confidence')]).toEqual([2, { value: 5 }])
  })

  test('an answer of the server that was lost on its way is asked for again, and changes nothing', async () => {
    const { open, state, sent, answers } = opened()
    const store = open()
    await loaded(store)
    state.losesAnswers = true
    store.answer('confidence', { value: 2 })
    await vi.waitFor(() => expect(answers.get('confidence')).toEqual({ value: 2 }))
    state.losesAnswers = false
    store.ring()
    await settled(store)
    expect(sent).toEqual(Array(2).fill('confidence {"value":2}'))
    expect(mine(store)?.mine).toEqual({ value: 2 })
  })

  test('a reload or a closed window loses nothing, and what was acknowledged is not sent again', async () => {
    const storage = storageOf()
    const shelf = waitingOn(storage, ana)
    const before = opened(shelf)
    const gone = before.open()
    await loaded(gone)
    gone.answer('draft:a', { lines: [] })
    await settled(gone)
    before.state.isAway = true
    gone.answer('confidence', { value: 3 })
    expect([...storage.entries.keys()]).toEqual(['weft-sealed:u1:net:rit:confidence'])
    const after = opened(shelf)
    const store = after.open()
    await loaded(store)
    await settled(store)
    expect([after.sent, after.answers.get('confidence'), storage.entries.size]).toEqual([['confidence {"value":3}'], { value: 3 }, 0])
  })

  test('whoever signs in next sends nothing in another’s name, and damage is read over', async () => {
    const storage = storageOf()
    waitingOn(storage, ana).keep('confidence', { body: { value: 0 } })
    storage.setItem('weft-sealed:u2:net:rit:s1', '{broken')
    const { open, sent } = opened(waitingOn(storage, { ...ana, userId: 'u2' }))
    await loaded(open())
    expect(sent).toEqual([])
    expect(storage.getItem('weft-sealed:u1:net:rit:confidence')).toBe('{"body":{"value":0}}')
  })

  test('what is refused is said once, is not tried again, and the own answer of before is shown again', async () => {
    const { open, state, sent, refusals } = opened()
    const store = open()
    await loaded(store)
    store.answer('confidence', { value: 4 })
    await settled(store)
    state.refusal = new DomainError('SEALED', 'The answers are open.')
    store.answer('confidence', { value: 1 })
    await settled(store)
    expect([mine(store)?.mine, refusals.length, sent.length]).toEqual([{ value: 4 }, 1, 2])
  })

  test('an answer that is taken back is gone at once, and at the server', async () => {
    const { open, answers, sent } = opened()
    const store = open()
    await loaded(store)
    store.answer('confidence', { value: 4 })
    await settled(store)
    store.answer('confidence', null)
    expect(mine(store)?.mine).toBeNull()
    await settled(store)
    expect([answers.size, sent.at(-1)]).toEqual([0, 'confidence taken back'])
  })

  test('many hints at once are one more look, and never two at a time', async () => {
    const { open, gate, letThrough, state } = opened()
    const store = open()
    await loaded(store)
    gate.isShut = true
    for (let hint = 0; hint < 20; hint += 1) store.refresh()
    expect(state.reads).toBe(2)
    letThrough()
    await vi.waitFor(() => expect(state.reads).toBe(3))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(state.reads).toBe(3)
  })
})
