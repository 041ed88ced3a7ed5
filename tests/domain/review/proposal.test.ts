import { describe, expect, test } from 'vitest'
import type { Who } from '../../../lib/domain/access.ts'
import type { Change } from '../../../lib/domain/change.ts'
import type { CommandInputs } from '../../../lib/domain/command/call.ts'
import { requireMayApply } from '../../../lib/domain/may-apply.ts'
import { applyChanges, find, get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { summarise } from '../../../lib/domain/summary.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { textOf } from '../sketch.ts'
import { as, network, now, refusal, refused, run, today } from './kit.ts'

type Plan = CommandInputs['proposal.create']['plan']

const merge: Plan = { kind: 'merge', nodeIds: ['care'], intoId: 'growth' }
const add: Plan = { kind: 'add', areaId: 'image', name: 'Events' }

function proposed(plan: Plan = merge, person: string | null = 'ben'): Snapshot {
  const snapshot = network()
  run(snapshot, person, 'proposal.create', { id: 'p', plan, why: 'They do the same' })
  return snapshot
}

describe('proposing', () => {
  test('RV50-RV51: changes nothing but the list of proposals, and says what it would do', () => {
    const snapshot = proposed()
    expect(get(snapshot, 'proposal', 'p')).toMatchObject({
      title: 'Merge “Care” into “Growth”',
      why: 'They do the same',
      state: 'open',
      personId: 'ben',
      at: now,
      decidedAt: null,
    })
    snapshot.tables.proposal.clear()
    expect(textOf(snapshot)).toBe(textOf(network()))
  })

  test('RV50: is for who may comment, and the plan has to fit', () => {
    for (const person of ['ana', 'eve', 'flo']) proposed(add, person)
    expect(refused(network(), 'vic', 'proposal.create', { id: 'p', plan: add })).toEqual(['FORBIDDEN'])
    expect(refused(network(), 'ben', 'proposal.create', { id: 'p', plan: { ...add, areaId: 'gone' } })).toEqual(['PLAN_UNFIT', 'plan.areaId'])
    expect(refused(network(), 'ben', 'proposal.create', { id: 'p', plan: { ...add, name: ' ' } })).toEqual(['PLAN_UNFIT', 'plan.name'])
    expect(refused(proposed(), 'ben', 'proposal.create', { id: 'p', plan: add })).toEqual(['ID_TAKEN'])
  })

  test('RV51: each kind of plan has its words', () => {
    const title = (plan: Plan) => get(proposed(plan), 'proposal', 'p').title
    expect(title(add)).toBe('Add “Events”')
    expect(title({ kind: 'merge', nodeIds: ['care', 'brand'], intoId: 'growth' })).toBe('Merge “Care” and “Brand” into “Growth”')
    expect(title({ kind: 'split', nodeId: 'care', parts: [{ name: 'A' }, { name: 'B' }] })).toBe('Split “Care” into “A” and “B”')
    expect(title({ kind: 'retire', nodeId: 'care' })).toBe('Retire “Care”')
    expect(title({ kind: 'retire', nodeId: 'care', heirId: 'brand' })).toBe('Retire “Care”; “Brand” takes over')
  })
})

describe('changing and withdrawing', () => {
  test('RV51-RV52: who made it changes it, and a title of that kind follows the plan', () => {
    const snapshot = proposed()
    run(snapshot, 'ben', 'proposal.update', { id: 'p', set: { plan: add } })
    expect(get(snapshot, 'proposal', 'p')).toMatchObject({ title: 'Add “Events”', why: 'They do the same' })
    run(snapshot, 'eve', 'proposal.update', { id: 'p', set: { title: 'Bring people together', why: null } })
    run(snapshot, 'ben', 'proposal.update', { id: 'p', set: { plan: merge } })
    expect(get(snapshot, 'proposal', 'p')).toMatchObject({ title: 'Bring people together', why: null, plan: { kind: 'merge' } })
  })

  test('RV52: others may not, and the new plan has to fit', () => {
    for (const person of ['ana', 'flo', 'vic']) {
      expect(refused(proposed(), person, 'proposal.update', { id: 'p', set: { why: 'x' } })).toEqual(['FORBIDDEN'])
      expect(refused(proposed(), person, 'proposal.withdraw', { id: 'p' })).toEqual(['FORBIDDEN'])
    }
    expect(refused(proposed(), 'ben', 'proposal.update', { id: 'p', set: { plan: { ...merge, intoId: 'care' } } })).toEqual([
      'PLAN_UNFIT',
      'plan.nodeIds[0]',
    ])
  })

  test('RV53: withdrawn, it stays in the list and is neither changed nor decided', () => {
    const snapshot = proposed()
    run(snapshot, 'ben', 'proposal.withdraw', { id: 'p' })
    expect(get(snapshot, 'proposal', 'p')).toMatchObject({ state: 'withdrawn', decidedById: 'ben', decidedAt: now })
    expect(refused(snapshot, 'ben', 'proposal.update', { id: 'p', set: { why: 'x' } })).toEqual(['PROPOSAL_DECIDED'])
    expect(refused(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true })).toEqual(['PROPOSAL_DECIDED'])
    expect(refused(snapshot, 'eve', 'proposal.withdraw', { id: 'p' })).toEqual(['PROPOSAL_DECIDED'])
  })
})

describe('deciding', () => {
  test('RV54: is for editors and owners', () => {
    for (const person of ['ana', 'ben', 'flo', 'vic'])
      expect(refused(proposed(), person, 'proposal.decide', { id: 'p', accept: true })).toEqual(['FORBIDDEN'])
  })

  test('RV55: accepting does it in the same step, and one undo takes both back', () => {
    const snapshot = proposed()
    const before = textOf(snapshot)
    const changes = run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true, decision: ' Good ' })
    expect(get(snapshot, 'proposal', 'p')).toMatchObject({ state: 'accepted', decidedById: 'eve', decidedAt: now, decision: 'Good' })
    expect(find(snapshot, 'node', 'care')).toBeUndefined()
    expect(get(snapshot, 'objective', 'o-care').nodeId).toBe('growth')
    expect(summarise(snapshot, changes)).toBe('Accepted the proposal “Merge “Care” into “Growth””')
    applyChanges(snapshot, decideUndo(snapshot, changes, { direction: 'undo', now }))
    expect(textOf(snapshot)).toBe(before)
  })

  test('RV55: declining changes the proposal alone', () => {
    const snapshot = proposed()
    const changes = run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: false, decision: 'Not now' })
    expect(changes.map(({ entity, id }) => [entity, id])).toEqual([['proposal', 'p']])
    expect(get(snapshot, 'proposal', 'p')).toMatchObject({ state: 'declined', decision: 'Not now' })
    expect(summarise(snapshot, changes)).toBe('Declined the proposal “Merge “Care” into “Growth””')
  })

  test('RV22: accepting a plan that makes nodes needs their ids', () => {
    expect(refused(proposed(add), 'eve', 'proposal.decide', { id: 'p', accept: true })).toEqual(['PLAN_UNFIT', 'nodeIds'])
    const snapshot = proposed(add)
    run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true, nodeIds: ['events'] })
    expect(get(snapshot, 'node', 'events')).toMatchObject({ name: 'Events', areaId: 'image', slot: 1 })
  })

  test('RV56: a plan that no longer fits stays open, says what changed, and can be declined', () => {
    const snapshot = proposed()
    run(snapshot, null, 'node.delete', { id: 'care', carry: true })
    const error = refusal(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true })
    expect(error.code).toBe('PLAN_UNFIT')
    expect(error.message).toContain('The network has changed since')
    expect(error.message).toContain('There is no node “care”')
    expect(get(snapshot, 'proposal', 'p').state).toBe('open')
    run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: false })
    expect(get(snapshot, 'proposal', 'p').state).toBe('declined')
  })

  test('RV56: a plan that was changed while somebody read it is not accepted for the one they saw', () => {
    const snapshot = proposed()
    const { plan: seen } = get(snapshot, 'proposal', 'p')
    run(snapshot, 'ben', 'proposal.update', { id: 'p', set: { plan: { kind: 'retire', nodeId: 'growth' } } })
    expect(refused(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true, plan: seen })).toEqual(['PLAN_UNFIT', 'plan'])
    expect(get(snapshot, 'proposal', 'p').state).toBe('open')
    run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: true, plan: get(snapshot, 'proposal', 'p').plan })
    expect(find(snapshot, 'node', 'growth')).toBeUndefined()
  })

  test('RV52, RV54, AC13: a step back asks who decides now, not who decided', () => {
    const snapshot = proposed()
    const undoBy = (changes: readonly Change[], by: Who) =>
      requireMayApply(snapshot, by, decideUndo(snapshot, changes, { direction: 'undo', now }), today)
    const noEditorAnyMore: Who = { ...as('eve'), role: 'contributor' }
    const revised = run(snapshot, 'eve', 'proposal.update', { id: 'p', set: { why: 'Room' } })
    expect(() => undoBy(revised, noEditorAnyMore)).toThrow('You may not change this proposal')
    expect(() => undoBy(revised, as('eve'))).not.toThrow()
    const declined = run(snapshot, 'eve', 'proposal.decide', { id: 'p', accept: false })
    expect(() => undoBy(declined, noEditorAnyMore)).toThrow('You may not change this proposal')
    expect(() => undoBy(declined, as('ben'))).toThrow('You may not change this proposal')
    expect(() => undoBy(declined, as('eve'))).not.toThrow()
  })

  test('RV52, AC13: who made a proposal takes it back by a step, or brings it back', () => {
    const snapshot = network()
    const made = run(snapshot, 'ben', 'proposal.create', { id: 'p', plan: merge })
    expect(() => requireMayApply(snapshot, as('ben'), decideUndo(snapshot, made, { direction: 'undo', now }), today)).not.toThrow()
    const withdrawn = run(snapshot, 'ben', 'proposal.withdraw', { id: 'p' })
    expect(() => requireMayApply(snapshot, as('ben'), decideUndo(snapshot, withdrawn, { direction: 'undo', now }), today)).not.toThrow()
  })
})
