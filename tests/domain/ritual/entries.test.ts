import { describe, expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { get, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { itemKinds, itemStatuses } from '../../../lib/domain/vocabulary.ts'
import { refused } from '../promise/kit.ts'
import { now, run } from './plan/kit.ts'
import { allowed, opened } from './session-kit.ts'

describe('what is written down', () => {
  const entry = (more: object = {}) => call('ritualItem.create', { id: 'i1', ritualId: 'rit', kind: 'action', text: 'Call them', ...more })
  const item = (snapshot: Snapshot) => get(snapshot, 'ritualItem', 'i1')
  const update = (set: object) => call('ritualItem.update', { id: 'i1', set })

  test('RI10: in the own name and now, by whoever may comment', () => {
    const snapshot = opened('walk')
    run(snapshot, 'ben', entry({ subject: 'node', about: 'brand' }))
    expect(item(snapshot)).toMatchObject({ personId: 'ben', at: now })
    expect(refused(() => run(snapshot, 'ben', entry()))).toEqual(['ID_TAKEN'])
    expect(allowed(() => opened('walk'), entry())).toEqual(['otherNode', 'ownNode', 'facilitator', 'editor', 'owner'])
    run(snapshot, 'eva', call('node.delete', { id: 'brand', carry: true }))
    expect(item(snapshot)).toMatchObject({ subject: 'node', about: 'brand' })
  })

  test.each(itemKinds)('RI11: what a %s can be', (kind) => {
    const known: Partial<Record<typeof kind, readonly string[]>> = {
      action: ['open', 'done', 'dropped'],
      question: ['open', 'done'],
      talk: ['open', 'done'],
      parked: ['open', 'done', 'dropped'],
      risk: ['open', 'resolved', 'owned', 'accepted', 'mitigated'],
    }
    const fits = itemStatuses.filter((status) => {
      try {
        run(opened('walk'), 'ben', entry({ kind, status }))
        return true
      } catch (error) {
        expect(error).toMatchObject({ code: 'VALIDATION', details: { faults: [{ path: 'status' }] } })
        return false
      }
    })
    expect(fits.toSorted()).toEqual((known[kind] ?? []).toSorted())
    const snapshot = opened('walk')
    run(snapshot, 'ben', entry({ kind }))
    expect(item(snapshot).status).toBe(known[kind] ? 'open' : null)
  })

  test('RI12: after the session what was said stays; owner, day and status may change, and a status dates it', () => {
    const snapshot = opened('walk')
    run(snapshot, 'ben', entry())
    run(snapshot, 'fay', call('ritual.close', { id: 'rit' }))
    for (const set of [{ text: 'Else' }, { kind: 'note' as const }, { about: null }, { value: 3 }])
      expect(refused(() => run(snapshot, 'ben', update(set)))).toEqual(['RITUAL_OVER'])
    const later = '2027-03-19T15:00:00Z'
    run(snapshot, 'ben', update({ ownerId: 'ana', dueOn: '2027-03-20', status: 'done' }), later)
    expect(item(snapshot)).toMatchObject({ ownerId: 'ana', dueOn: '2027-03-20', status: 'done', settledAt: later, text: 'Call them' })
    run(snapshot, 'ben', update({ status: 'open' }))
    expect(item(snapshot)).toMatchObject({ status: 'open', settledAt: null })
  })

  test('RI13: a node is signed for once, by who speaks for it, and the signature can be taken back', () => {
    const sign = (id: string, nodeId: string) => call('signOff.create', { id, ritualId: 'rit', nodeId })
    expect(allowed(() => opened('plan'), sign('x1', 'billing'))).toEqual(['ownNode'])
    expect(allowed(() => opened('plan'), sign('x1', 'brand'))).toEqual(['editor', 'owner'])
    const snapshot = opened('plan')
    run(snapshot, 'ana', sign('x1', 'billing'))
    expect(run(snapshot, 'ana', sign('x2', 'billing'))).toEqual([])
    expect(refused(() => run(snapshot, 'ben', call('signOff.delete', { id: 'x1' })))).toEqual(['FORBIDDEN'])
    run(snapshot, 'ana', call('signOff.delete', { id: 'x1' }))
    expect(listOf(snapshot, 'signOff')).toEqual([])
  })
})
