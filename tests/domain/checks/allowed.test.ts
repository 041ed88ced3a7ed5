import { expect, test } from 'vitest'
import type { Who } from '../../../lib/domain/access.ts'
import { fixesFor, trialOf } from '../../../lib/domain/checks/accept.ts'
import { allowedEdits } from '../../../lib/domain/command/allowed.ts'
import { call } from '../../../lib/domain/command/call.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { checked, freshIds, gives, nodes } from './kit.ts'

const now = '2027-02-01T09:00:00Z'

/** `giver` gives `taker` something that it has not confirmed; each node has a lead. */
function given(): Snapshot {
  return nodes(
    { giver: {}, taker: {} },
    {
      exchange: [gives('giver', 'taker', { confirmed: false })],
      person: ['gil', 'tea', 'eve'].map((id) => ({ id })),
      participation: [
        { id: 'p1', nodeId: 'giver', personId: 'gil', tier: 'lead' },
        { id: 'p2', nodeId: 'taker', personId: 'tea', tier: 'lead' },
      ],
    },
  )
}

function whoIs(personId: string, role: Role): Who {
  return { personId, role, members: new Map([['gil', 'contributor'] as const, ['tea', 'contributor'] as const, [personId, role] as const]) }
}

/** What somebody may do about the exchange, by the keys of the fixes. */
function offered(snapshot: Snapshot, who: Who): Record<string, string[]> {
  const asked = checked(snapshot).findings.filter(({ rule }) => rule === 'oneSided' || rule === 'noRating')
  return Object.fromEntries(
    asked.map(({ rule, fixes }) => {
      const own = fixesFor(who, fixes)
      const trials = own.map((fix) => trialOf(fix, freshIds()))
      const allowed = allowedEdits(snapshot, trials, { actor: 'test', who, now })
      return [rule, own.filter((_fix, at) => allowed.has(at)).map(({ id }) => id)]
    }),
  )
}

test('AL82: a fix is offered to whom its commands would not refuse', () => {
  const all = { oneSided: ['confirm', 'accept'], noRating: ['rate', 'accept'] }
  expect(offered(given(), whoIs('tea', 'contributor'))).toEqual(all)
  expect(offered(given(), whoIs('gil', 'contributor'))).toEqual({ oneSided: ['accept'], noRating: ['accept'] })
  expect(offered(given(), whoIs('eve', 'editor'))).toEqual(all)
  expect(offered(given(), whoIs('eve', 'viewer'))).toEqual({ oneSided: [], noRating: [] })
})

test('AL82: to try changes nothing; what is refused for another reason is theirs to do', () => {
  const snapshot = given()
  const before = structuredClone(snapshot.tables)
  const edits = [
    [call('exchange.update', { id: 'giver-taker', set: { confirmed: true } })],
    [call('exchange.update', { id: 'nothing', set: { confirmed: true } })],
    [call('exchange.update', { id: 'giver-taker', set: { deliverable: '' } })],
    [call('exchange.delete', { id: 'giver-taker' })],
  ]
  expect([...allowedEdits(snapshot, edits, { actor: 'test', who: whoIs('tea', 'contributor'), now })]).toEqual([0, 1, 2, 3])
  expect(snapshot.tables).toEqual(before)
})
