import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptOf } from '../../../app/[network]/check/_parts/use-kept.ts'
import { linesPlace, readLines } from '../../../app/[network]/plan/_phases/draft/kept-lines.ts'
import { browserDrafts } from '../../../lib/client/drafts/browser-drafts.ts'
import { eraseTyped, keepTyped } from '../../../lib/client/drafts/typed.ts'
import { leave } from '../../../lib/client/leave.ts'
import { browserOutbox } from '../../../lib/client/network/outbox.ts'
import { browserWaiting } from '../../../lib/client/room/waiting-answers.ts'
import { signOut } from '../../../lib/client/session.ts'
import { toasts } from '../../../lib/client/toast.ts'
import { makeShelf } from './storage.ts'

const place = { entity: 'node', id: 'n', field: 'name' } as const
const batch = { key: 'k1', calls: [], now: '2026-11-22T00:00:00Z' }
const line = { id: 'l', kind: 'objective', text: 'Said to nobody yet' } as const
const written = { statement: 'Ours' } as const

/** What one person typed everywhere in a network, as the pages keep it. */
function typedBy(userId: string, networkId = 'net') {
  const of = { userId, networkId, ritualId: 'rit', nodeId: 'n' }
  return {
    drafts: browserDrafts(networkId, userId),
    waiting: browserWaiting(of),
    lines: linesPlace(of),
    check: keptOf(of),
    outbox: browserOutbox(networkId, userId),
  }
}

function typeAll(userId: string, networkId?: string): void {
  const { drafts, waiting, lines, check, outbox } = typedBy(userId, networkId)
  outbox.keep(batch)
  drafts.keep({ place, text: 'typed', at: '2026-11-22T00:00:00Z' })
  waiting.keep('confidence', { body: { value: 1 } })
  keepTyped(lines, [line])
  check.write(written)
}

function seenBy(userId: string, networkId?: string) {
  const { drafts, waiting, lines, check, outbox } = typedBy(userId, networkId)
  return {
    edits: outbox.kept().length,
    drafts: drafts.all().length,
    answers: waiting.kept().size,
    lines: readLines(lines)?.length ?? 0,
    statement: check.read().statement,
  }
}

const all = { edits: 1, drafts: 1, answers: 1, lines: 1, statement: written.statement }
const none = { edits: 0, drafts: 0, answers: 0, lines: 0, statement: null }

let shelf: ReturnType<typeof makeShelf>
beforeEach(() => {
  shelf = makeShelf()
  vi.stubGlobal('localStorage', shelf)
  vi.stubGlobal('window', { localStorage: shelf })
})
afterEach(() => vi.unstubAllGlobals())

test('TO8: nobody at the same computer sees what another person typed, nor what was typed in another network', () => {
  typeAll('ana')
  expect([seenBy('ana'), seenBy('ben'), seenBy('ana', 'other')]).toEqual([all, none, none])
})

test('TO8: signing out leaves nothing that its person typed, under seal or not, in any network, and everything of others', async () => {
  typeAll('ana', 'one')
  typeAll('ana', 'two')
  typeAll('ben', 'one')
  shelf.setItem('weft-theme', 'dark')
  vi.stubGlobal('fetch', async () => Response.json({ success: true }))
  await signOut('ana')
  expect([seenBy('ana', 'one'), seenBy('ana', 'two'), seenBy('ben', 'one')]).toEqual([none, none, all])
  const left = Array.from({ length: shelf.length }, (_, at) => shelf.key(at))
  expect(left).toHaveLength(6)
  expect(left.filter((name) => name?.includes('ana'))).toEqual([])
})

test('TO8: who signs out with edits that wait is asked first; without them, or once they are let go, one is out', async () => {
  const asked = vi.fn(async () => Response.json({ success: true }))
  const goOn = vi.fn()
  vi.stubGlobal('fetch', asked)
  typeAll('ana')
  await leave('ana', goOn)
  expect([asked.mock.calls.length, goOn.mock.calls.length, seenBy('ana')]).toEqual([0, 0, all])
  const toast = toasts.get().at(-1)
  expect(toast?.text).toContain('One change has not reached the server yet')
  toast?.action?.run()
  await vi.waitFor(() => expect(goOn).toHaveBeenCalledTimes(1))
  expect(seenBy('ana')).toEqual(none)
  typeAll('ben')
  await leave('ana', goOn)
  expect([goOn.mock.calls.length, seenBy('ben')]).toEqual([2, all])
})

test('a sign-out that the server refuses takes nothing away', async () => {
  typeAll('ana')
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('away')))
  await expect(signOut('ana')).rejects.toThrow()
  expect(seenBy('ana')).toEqual(all)
})

test('a browser that is full or forbids storage goes on without it', () => {
  const refuse = () => {
    throw new Error('full')
  }
  vi.stubGlobal('localStorage', { ...makeShelf(), length: 1, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse })
  const { check, lines } = typedBy('ana')
  expect(() => check.write(written)).not.toThrow()
  expect(() => check.forget()).not.toThrow()
  expect(() => keepTyped(lines, [line])).not.toThrow()
  expect(() => eraseTyped('ana')).not.toThrow()
  expect([check.read().statement, readLines(lines)]).toEqual([null, null])
})

test('a damaged entry is nothing that was typed', () => {
  const { lines, check } = typedBy('ana')
  typeAll('ana')
  for (const name of Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '')) shelf.setItem(name, '{broken')
  expect([readLines(lines), check.read().statement, seenBy('ana')]).toEqual([null, null, none])
  shelf.setItem(lines, JSON.stringify([line, { id: 'm', kind: 'rumour', text: '' }, null]))
  expect(readLines(lines)).toEqual([line])
})
