import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { heard, measureStore, nothingMeasured } from '../../../lib/client/measure/measures.ts'
import { runMeasures } from '../../../lib/client/measure/measuring.ts'
import { type MeasureReply, type MeasureRequest, pack, unpack } from '../../../lib/client/measure/protocol.ts'
import { useMeasures } from '../../../lib/client/measure/use-measures.ts'
import { analyse } from '../../../lib/domain/measure/report/analyse.ts'
import { fork, get } from '../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork } from '../../domain/sketch.ts'

const about = { goalId: 'K7', focalNodeId: 'node_client', cycleId: 'cycle_q' }
const dated = { ...about, dates: true }
const network = goldenNetwork()

function job(run = 1) {
  return { run, network, options: about }
}

/** Runs to the end at a pace: each look at the clock takes `stepMs`. */
async function played(stepMs: number, isWanted = () => true) {
  const replies: MeasureReply[] = []
  let [now, pauses] = [0, 0]
  await runMeasures(job(), {
    nowMs: () => {
      now += stepMs
      return now
    },
    post: (reply) => replies.push(reply),
    pause: async () => {
      pauses += 1
    },
    isWanted,
  })
  const keys = replies.flatMap((reply) => (reply.kind === 'part' ? [reply.part.key] : []))
  return { replies, keys, pauses, shares: replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.share] : [])) }
}

describe('measuring beside the screen', () => {
  test('OR37: what costs little comes first, and every part is that of the analysis', async () => {
    const { replies, keys } = await played(0)
    expect(keys).toEqual(['promises', 'nodeDSM', 'cycleVariant', 'chances', 'krNetwork', 'valueNetwork', 'dates', 'said'])
    expect(replies.at(-1)).toEqual({ kind: 'done', run: 1 })
    const parts = Object.fromEntries(replies.flatMap((reply) => (reply.kind === 'part' ? [[reply.part.key, reply.part.value]] : [])))
    const { valueNetwork, krNetwork, cycleVariant, nodeDSM, dates } = Object(parts)
    expect({ valueNetwork, krNetwork, cycleVariant, nodeDSM, dates }).toEqual(analyse(network, dated))
    expect(Object(parts['promises']).coverage).toBeCloseTo(8 / 12, 12)
    expect(Object(parts['chances']).K7.value).toBeCloseTo(0.2542663704, 9)
    expect(Object(parts['said']).length).toBe(15)
  })

  test('OR38: nothing is said of progress within 200 ms; after that it grows', async () => {
    expect((await played(1)).shares).toEqual([])
    const { shares } = await played(150)
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    for (const share of shares) expect(share >= 0 && share < 1).toBe(true)
  })

  test('OR38: it lets messages in, and stops when nobody waits any more', async () => {
    expect((await played(0)).pauses).toBe(0)
    expect((await played(20)).pauses).toBeGreaterThan(4)
    const { keys, replies } = await played(20, () => false)
    expect(keys).toEqual([])
    expect(replies.some(({ kind }) => kind === 'done')).toBe(false)
  })

  test('OR38: what fails is told', async () => {
    const replies: MeasureReply[] = []
    const place = { nowMs: () => 0, post: (reply: MeasureReply) => replies.push(reply), pause: async () => undefined, isWanted: () => true }
    await runMeasures({ ...job(), options: { ...about, goalId: 'gone' } }, { ...place, post: (reply) => void replies.push(reply) })
    expect(replies.at(-1)).toMatchObject({ kind: 'failed', run: 1, message: expect.stringContaining('“gone”') })
  })

  test('OR37: a network survives the way to the worker, without what measures do not read', () => {
    const there = unpack(structuredClone(pack(network, null)), null)
    expect(analyse(there, dated)).toEqual(analyse(network, dated))
    const checked = needsNetwork({ a: {} }, [], { checkIn: [{ id: 'c', keyResultId: 'a', at: '2027-02-01T09:00:00Z' }] })
    expect([checked.tables.checkIn.size, unpack(pack(checked, null), null).tables.checkIn.size]).toEqual([1, 0])
  })
})

describe('the next revision on its way to the worker', () => {
  const next = fork(network)
  const [weaker, dropped] = [get(next, 'keyResult', 'K1'), [...next.tables.dependency.keys()].at(-1) ?? '']
  next.tables.keyResult.set('K1', { ...weaker, confidence: 0.11 })
  next.tables.dependency.delete(dropped)

  test('OR37: only what is new or gone is sent', () => {
    const { records, goneIds, isWhole } = pack(next, network)
    expect(isWhole).toBe(false)
    expect(Object.values(records).flat()).toEqual([{ ...weaker, confidence: 0.11 }])
    expect(Object.values(goneIds).flat()).toEqual([dropped])
  })

  test('OR37: what arrives is the whole of it', () => {
    const first = unpack(structuredClone(pack(network, null)), null)
    const second = unpack(structuredClone(pack(next, network)), first)
    expect(analyse(second, dated)).toEqual(analyse(next, dated))
    expect(analyse(second, dated)).not.toEqual(analyse(first, dated))
    expect(analyse(first, dated)).toEqual(analyse(network, dated))
  })

  test('OR37: a worker that is new gets everything', () => {
    const { store, asked } = held()
    store.measure(network, about)
    store.measure(next, about)
    store.close()
    store.measure(next, about)
    expect(asked.flatMap((request) => (request.kind === 'measure' ? [request.network.isWhole] : []))).toEqual([true, false, true])
  })
})

/** A store whose worker answers when the test says so. */
function held() {
  const asked: MeasureRequest[] = []
  let [say, closed]: [(reply: MeasureReply) => void, number] = [() => undefined, 0]
  const store = measureStore((onReply) => {
    say = onReply
    const close = () => {
      closed += 1
    }
    return { ask: (request) => void asked.push(request), close }
  })
  return { store, asked, say: (reply: MeasureReply) => say(reply), closed: () => closed }
}

const promises = { key: 'promises', value: { coverage: 0.5 } } as never

/** A screen that says how far the measures are. */
function Probe() {
  return createElement('p', null, useMeasures(network, about).state.step)
}

describe('the measures on the screen', () => {
  test('OR47: who stops it keeps what is known; what comes later changes nothing, and the worker has its network still', () => {
    const { store, asked, say, closed } = held()
    store.stop()
    expect([store.state.get().step, asked]).toEqual(['idle', []])
    store.measure(network, about)
    say({ kind: 'part', run: 1, part: promises })
    say({ kind: 'progress', run: 1, share: 0.4 })
    store.stop()
    say({ kind: 'progress', run: 1, share: 0.6 })
    say({ kind: 'done', run: 1 })
    expect(store.state.get()).toMatchObject({ step: 'stopped', share: null, known: { promises: { value: { coverage: 0.5 } } } })
    expect([asked.at(-1), closed()]).toEqual([{ kind: 'stop', run: 1 }, 0])
    store.measure(network, about)
    expect(asked.at(-1)).toMatchObject({ kind: 'measure', run: 3, network: { isWhole: false } })
    say({ kind: 'done', run: 3 })
    expect(store.state.get()).toMatchObject({ step: 'done' })
    store.stop()
    expect(store.state.get().step).toBe('done')
  })

  test('OR39: each is there when it is known, with its revision; the one before stays until then', () => {
    const { store, say } = held()
    store.measure({ ...network, revision: 4 }, about)
    say({ kind: 'part', run: 1, part: promises })
    expect(store.state.get()).toMatchObject({ step: 'measuring', known: { promises: { revision: 4 } } })
    store.measure({ ...network, revision: 5 }, about)
    expect(store.state.get()).toMatchObject({ step: 'measuring', revision: 5, known: { promises: { revision: 4 } } })
    say({ kind: 'part', run: 2, part: promises })
    say({ kind: 'done', run: 2 })
    expect(store.state.get()).toMatchObject({ step: 'done', known: { promises: { revision: 5 } }, share: null })
  })

  test('OR39: a word of an earlier run changes nothing', () => {
    const { store, say, asked } = held()
    store.measure(network, about)
    store.measure(network, about)
    const before = store.state.get()
    say({ kind: 'part', run: 1, part: promises })
    say({ kind: 'done', run: 1 })
    expect(store.state.get()).toBe(before)
    expect(asked.map(({ run }) => run)).toEqual([1, 2])
  })

  test('OR39: after a failure the next network goes to a new worker, whole', () => {
    const { store, say, asked, closed } = held()
    store.measure(network, about)
    store.measure(network, about)
    say({ kind: 'failed', run: 1, message: 'of the run before' })
    expect(closed()).toBe(0)
    say({ kind: 'failed', run: 2, message: 'no' })
    expect([store.state.get().step, closed()]).toEqual(['failed', 1])
    store.measure({ ...network, revision: 9 }, about)
    expect(asked.flatMap((request) => (request.kind === 'measure' ? [request.network.isWhole] : []))).toEqual([true, false, true])
  })

  test('OR39: a failure and a share are told; a new run forgets them', () => {
    const measuring = { ...nothingMeasured, run: 1, step: 'measuring' as const }
    expect(heard(measuring, { kind: 'progress', run: 1, share: 0.4 }).share).toBe(0.4)
    expect(heard(measuring, { kind: 'failed', run: 1, message: 'no' })).toMatchObject({ step: 'failed', failure: 'no', share: null })
  })

  test('OR39: whoever leaves lets the worker go, and hears nothing more', () => {
    const { store, say, asked, closed } = held()
    store.close()
    expect([asked.length, closed()]).toEqual([0, 0])
    store.measure(network, about)
    store.close()
    expect([asked.at(-1)?.kind, closed()]).toEqual(['stop', 1])
    const run = asked[0]?.run ?? 0
    say({ kind: 'part', run, part: promises })
    expect(store.state.get()).toMatchObject({ step: 'idle', known: {} })
  })

  test('OR39: on the server nothing is measured', () => {
    expect(renderToStaticMarkup(createElement(Probe))).toBe('<p>idle</p>')
  })
})
