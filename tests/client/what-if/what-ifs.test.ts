import { describe, expect, test } from 'vitest'
import { pack, unpack, type WhatIfReply, type WhatIfRequest } from '../../../lib/client/what-if/protocol.ts'
import { runWhatIf } from '../../../lib/client/what-if/supposing.ts'
import { whatIfStore } from '../../../lib/client/what-if/what-ifs.ts'
import { type WhatIfEdit, whatIfEditsSchema } from '../../../lib/domain/measure/what-if/edit.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { goldenNetwork } from '../../domain/sketch.ts'
import { answerTo, questionOf } from './answer.ts'

const network = goldenNetwork()
const edits: readonly WhatIfEdit[] = whatIfEditsSchema.parse([
  { kind: 'without', entity: 'node', id: 'node_talent' },
  { kind: 'drop', dependencyId: 'd9' },
  { kind: 'drop', dependencyId: 'd99' },
])

function contents({ tables, revision }: Snapshot): string {
  return JSON.stringify([revision, Object.entries(tables).map(([entity, table]) => [entity, [...table]])])
}

/** Runs to the end at a pace: each look at the clock takes `stepMs`. */
async function played(stepMs: number, snapshot = network, isWanted = () => true): Promise<WhatIfReply[]> {
  const replies: WhatIfReply[] = []
  let now = 0
  const nowMs = () => {
    now += stepMs
    return now
  }
  const place = { nowMs, post: (reply: WhatIfReply) => void replies.push(reply), pause: async () => undefined, isWanted }
  await runWhatIf({ run: 1, snapshot, question: questionOf(edits) }, place)
  return replies
}

describe('worked out beside the page', () => {
  test('WI9: the answer is that of the domain, also over the way to the worker, and the network is as it was', async () => {
    const was = contents(network)
    const [sent] = await played(0, unpack(structuredClone(pack(network))))
    expect(sent).toMatchObject({ kind: 'done', run: 1 })
    if (sent?.kind !== 'done') throw new Error('it is done')
    expect(sent.answer.comparison).toEqual(answerTo(network, edits).comparison)
    expect(sent.answer.losses).toEqual(answerTo(network, edits).losses)
    expect(sent.answer.unfit).toEqual([2])
    expect(contents(network)).toBe(was)
  })

  test('WI15: nothing is said of progress within 200 ms; after that it grows and says with what', async () => {
    expect((await played(1)).map(({ kind }) => kind)).toEqual(['done'])
    const told = (await played(150)).flatMap((reply) => (reply.kind === 'progress' ? [reply] : []))
    expect(told.length).toBeGreaterThan(1)
    const shares = told.map(({ share }) => share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect([...new Set(told.map(({ step }) => step))]).toEqual(['the goals', 'every key result'])
  })

  test('WI15: it stops when nobody waits any more; what fails is told', async () => {
    expect((await played(50, network, () => false)).some(({ kind }) => kind === 'done')).toBe(false)
    const empty = unpack({ revision: 1, records: {} })
    expect((await played(0, empty)).at(-1)).toMatchObject({ kind: 'failed', message: expect.stringMatching(/./) })
  })
})

describe('what-ifs of a page', () => {
  function opened() {
    const asked: WhatIfRequest[] = []
    const closings: number[] = []
    let say: (reply: WhatIfReply) => void = () => undefined
    const store = whatIfStore((onReply) => {
      say = onReply
      return { ask: (request) => void asked.push(request), close: () => void closings.push(asked.length) }
    })
    return { store, asked, closed: () => closings.length, say: (reply: WhatIfReply) => say(reply) }
  }
  const done = (run: number) => ({ kind: 'done', run, answer: answerTo(network, edits) }) as const

  test('WI14: the network is sent once for each revision, then only what is supposed', () => {
    const { store, asked } = opened()
    store.ask(network, questionOf(edits))
    store.ask(network, questionOf(edits.slice(0, 1)))
    store.ask(goldenNetwork(), questionOf(edits))
    expect(asked.map(({ kind }) => kind)).toEqual(['network', 'suppose', 'suppose', 'network', 'suppose'])
  })

  test('WI15: a worker that failed is let go; the next question goes to a new one, with the whole network', () => {
    const { store, asked, closed, say } = opened()
    store.ask(network, questionOf(edits))
    store.ask(network, questionOf(edits.slice(0, 1)))
    say({ kind: 'failed', run: 1, message: 'of the question before' })
    expect(closed()).toBe(0)
    say({ kind: 'failed', run: 2, message: 'The worker could not be started.' })
    expect([store.state.get().step, closed()]).toEqual(['failed', 1])
    store.ask(network, questionOf(edits))
    expect(asked.map(({ kind }) => kind)).toEqual(['network', 'suppose', 'suppose', 'network', 'suppose'])
    say(done(3))
    expect(store.state.get()).toMatchObject({ step: 'done', failure: null })
  })

  test('WI15: what is stopped says nothing any more, and is asked again when it is wanted', () => {
    const { store, asked, say } = opened()
    store.stop()
    expect([store.state.get().step, asked]).toEqual(['idle', []])
    store.ask(network, questionOf(edits))
    say(done(1))
    store.ask(network, questionOf(edits.slice(0, 1)))
    say({ kind: 'progress', run: 2, share: 0.5, step: 'the goals' })
    store.stop()
    say(done(2))
    expect(store.state.get()).toMatchObject({ step: 'stopped', progress: null, answered: { question: questionOf(edits) } })
    expect(asked.at(-1)).toEqual({ kind: 'stop' })
    store.ask(network, questionOf(edits.slice(0, 1)))
    expect(asked.slice(3).map(({ kind }) => kind)).toEqual(['stop', 'suppose'])
    say(done(store.state.get().run))
    expect(store.state.get()).toMatchObject({ step: 'done', answered: { question: questionOf(edits.slice(0, 1)) } })
  })

  test('WI14: a later question ends the earlier one, whose answer stays until the new one is there', () => {
    const { store, say } = opened()
    const [first, second] = [questionOf(edits), questionOf(edits.slice(0, 1))]
    store.ask(network, first)
    say(done(1))
    expect(store.state.get()).toMatchObject({ step: 'done', answered: { question: first } })
    store.ask(network, second)
    say(done(1))
    say({ kind: 'progress', run: 1, share: 0.5, step: 'the goals' })
    expect(store.state.get()).toMatchObject({ step: 'working', progress: null, answered: { question: first } })
    say(done(2))
    expect(store.state.get()).toMatchObject({ step: 'done', answered: { question: second } })
    store.ask(network, first)
    store.close()
    say(done(3))
    expect(store.state.get()).toMatchObject({ step: 'idle', answered: { question: second } })
  })
})
