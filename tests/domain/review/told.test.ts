import { expect, test } from 'vitest'
import type { Change } from '../../../lib/domain/change.ts'
import { mayConcern, notificationsOf } from '../../../lib/domain/notify/notify.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { as, network, run } from './kit.ts'

function told(snapshot: Snapshot, actorId: string, changes: readonly Change[]) {
  expect(mayConcern(changes)).toBe(true)
  const all = notificationsOf(snapshot, { changes, actorId, members: as('eve').members, day: '2027-02-10' })
  return all.filter(({ subject }) => subject === 'proposal').map(({ personId, kind }) => `${personId} ${kind}`)
}

const plan = { kind: 'merge', nodeIds: ['growth', 'brand'], intoId: 'care' } as const

test('RV59: a proposal is told to those who speak for its nodes, a decision to them and to who proposed it', () => {
  const snapshot = network()
  const made = run(snapshot, 'flo', 'proposal.create', { id: 'p', plan: { ...plan, nodeIds: [...plan.nodeIds] } })
  expect(told(snapshot, 'flo', made).sort()).toEqual(['ana proposal.made', 'ben proposal.made', 'eve proposal.made'])
  const decided = run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true })
  expect(told(snapshot, 'eve', decided).sort()).toEqual(['ana proposal.decided', 'ben proposal.decided', 'flo proposal.decided'])
})

test('RV59: other words of a proposal, and its withdrawal, are told to nobody', () => {
  const snapshot = network()
  run(snapshot, 'flo', 'proposal.create', { id: 'p', plan: { kind: 'retire', nodeId: 'care' } })
  expect(told(snapshot, 'flo', run(snapshot, 'flo', 'proposal.update', { id: 'p', set: { why: 'Because' } }))).toEqual([])
  expect(told(snapshot, 'flo', run(snapshot, 'flo', 'proposal.withdraw', { id: 'p' }))).toEqual([])
})
