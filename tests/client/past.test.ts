import { describe, expect, test } from 'vitest'
import { type OpenPast, type PastEntry, pastStore } from '../../lib/client/network/past.ts'
import { makeSnapshot } from '../../lib/domain/snapshot.ts'

type Asked = { readonly revision: number; readonly signal: AbortSignal; readonly answer: () => void; readonly fail: (error: Error) => void }

function open(revision: number): OpenPast {
  return { snapshot: makeSnapshot({}, revision), at: '2026-10-01T08:00:00Z' }
}

/** A store whose server answers when the test says so. */
function heldStore(most?: number) {
  const asked: Asked[] = []
  const load = (revision: number, signal: AbortSignal) =>
    new Promise<OpenPast>((resolve, reject) => {
      asked.push({ revision, signal, answer: () => resolve(open(revision)), fail: reject })
    })
  const store = pastStore(most === undefined ? { load } : { load, most })
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
  const last = (revision: number) => asked.findLast((each) => each.revision === revision)
  return {
    store,
    asked,
    steps: () => Object.fromEntries([...store.entries.get()].map(([revision, { step }]): [number, PastEntry['step']] => [revision, step])),
    revisions: () => asked.map(({ revision }) => revision),
    answer: async (revision: number) => {
      last(revision)?.answer()
      await settled()
    },
    fail: async (revision: number, error: Error) => {
      last(revision)?.fail(error)
      await settled()
    },
  }
}

describe('the past in the browser', () => {
  test('what is looked at is asked for once, and kept', async () => {
    const { store, answer, steps, revisions } = heldStore()
    store.want([4])
    store.want([4])
    await answer(4)
    store.want([])
    store.want([4])
    expect(steps()).toEqual({ 4: 'open' })
    expect(revisions()).toEqual([4])
  })

  test('a moment that is not looked at any more is given up', () => {
    const { store, asked, steps } = heldStore()
    store.want([4])
    store.want([5])
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(asked[1]?.signal.aborted).toBe(false)
    expect(steps()).toEqual({ 5: 'loading' })
  })

  test('answers out of order: one that was given up changes nothing, each stands at its own revision', async () => {
    const { store, asked, answer, steps } = heldStore()
    store.want([4])
    store.want([5])
    await answer(5)
    asked[0]?.answer()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(steps()).toEqual({ 5: 'open' })
    const entry = store.entries.get().get(5)
    expect(entry?.step === 'open' && entry.snapshot.revision).toBe(5)
  })

  test('asked for again before the given-up request ends, only the new answer counts', async () => {
    const { store, asked, steps } = heldStore()
    store.want([4])
    store.want([5])
    store.want([4])
    asked[0]?.fail(new Error('aborted'))
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(steps()[4]).toBe('loading')
    asked.at(-1)?.answer()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(steps()[4]).toBe('open')
  })

  test('neighbours are fetched one after the other, when what is looked at is there', async () => {
    const { store, answer, revisions } = heldStore()
    store.want([4], [3, 5])
    expect(revisions()).toEqual([4])
    await answer(4)
    expect(revisions()).toEqual([4, 3])
    await answer(3)
    expect(revisions()).toEqual([4, 3, 5])
  })

  test('a neighbour that is on its way becomes what is looked at without a second request', async () => {
    const { store, answer, revisions, steps } = heldStore()
    store.want([4], [3])
    await answer(4)
    store.want([3], [4])
    await answer(3)
    expect(revisions()).toEqual([4, 3])
    expect(steps()[3]).toBe('open')
  })

  test('a failure is told, asked again on demand, and forgotten when one looks elsewhere', async () => {
    const { store, answer, fail, steps, revisions } = heldStore()
    store.want([4])
    await fail(4, new TypeError('no connection'))
    expect(store.entries.get().get(4)).toMatchObject({ step: 'failed', error: { message: 'no connection' } })
    store.want([4])
    expect(revisions()).toEqual([4])
    store.again()
    expect(steps()).toEqual({ 4: 'loading' })
    await answer(4)
    expect(steps()).toEqual({ 4: 'open' })
    store.want([6])
    await fail(6, new Error('refused'))
    store.want([4])
    expect(steps()).toEqual({ 4: 'open' })
  })

  test('no more than so many are kept: those looked at longest ago go first, never what is looked at', async () => {
    const { store, answer, steps } = heldStore(3)
    for (const revision of [1, 2, 3, 4, 5]) {
      store.want([revision])
      await answer(revision)
    }
    expect(Object.keys(steps())).toEqual(['3', '4', '5'])
    store.want([3])
    store.want([6])
    await answer(6)
    expect(Object.keys(steps())).toEqual(['3', '5', '6'])
  })
})
