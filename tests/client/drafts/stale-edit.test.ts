import { beforeEach, expect, test, vi } from 'vitest'
import { type Draft, type DraftShelf, draftsOn } from '../../../lib/client/drafts/shelf.ts'
import type { Committed } from '../../../lib/client/network/batch.ts'
import type { NetworkState } from '../../../lib/client/network/store.ts'
import { observable } from '../../../lib/client/observable.ts'
import { orAsk, staleEdit } from '../../../lib/client/stale-edit.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { sketch } from '../../domain/sketch.ts'

const place = { entity: 'node', id: 'care', field: 'name' } as const
const calls: readonly CommandCall[] = [{ name: 'node.update', input: { id: 'care', set: { name: 'Mine' }, revision: 1 } }]
const committed: Committed = { revision: 3, changeSetId: 's', changes: [], summary: '' }

function stale(): DomainError {
  const fields = [{ field: 'name', yours: 'Mine', theirs: 'Theirs', by: 'ben', at: '2026-11-22T00:00:00Z' }]
  return new DomainError('STALE_EDIT', 'Somebody was quicker.', { entity: 'node', id: 'care', revision: 2, fields })
}

/** The part of the browser's storage that drafts need. */
function shelf(): DraftShelf {
  const values = new Map<string, string>()
  const storage = {
    get length() {
      return values.size
    },
    key: (at: number) => [...values.keys()][at] ?? null,
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  }
  return draftsOn(storage, 'network', 'ana')
}

const network = sketch({ area: [{ id: 'a' }], node: [{ id: 'care', areaId: 'a', name: 'Theirs' }] })
const state = observable<NetworkState>({ snapshot: network, confirmed: network, pending: [], isOffline: false })
const commit = vi.fn(async () => committed)
let drafts: DraftShelf
let answered: Promise<Committed | null>

/** Sends an edit that somebody else was quicker with, and waits until the person is asked. */
async function asked() {
  answered = orAsk({ store: { state, commit }, drafts }, calls, Promise.reject(stale()))
  return vi.waitFor(() => {
    const question = staleEdit.current.get()
    if (!question) throw new Error('nobody was asked yet')
    return question
  })
}

beforeEach(() => {
  drafts = shelf()
  commit.mockClear()
})

test('TO7: a page that is left while the question stands offers the refused text again', async () => {
  const { answer } = await asked()
  expect(drafts.at(place)).toMatchObject({ text: 'Mine', isRefused: true } satisfies Partial<Draft>)
  answer('theirs')
  await answered
})

test('once it is decided, nothing waits: one’s own is sent over what was shown, theirs stands', async () => {
  const mine = await asked()
  mine.answer('mine')
  expect(await answered).toBe(committed)
  expect(commit).toHaveBeenCalledWith([{ name: 'node.update', input: { id: 'care', set: { name: 'Mine' }, revision: 2 } }])
  expect(drafts.all()).toEqual([])
  const theirs = await asked()
  theirs.answer('theirs')
  expect(await answered).toBeNull()
  expect(drafts.all()).toEqual([])
})
