import { describe, expect, test } from 'vitest'
import type { Change } from '../../../lib/domain/change.ts'
import { applyChanges, get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { textOf } from '../sketch.ts'
import { move, moveCall, network, now, promise, refusal, refused, run } from './kit.ts'

const inTime = '2027-02-10T09:10:00Z'
const tooLate = '2027-02-10T09:10:01Z'

function undo(snapshot: Snapshot, changes: readonly Change[], at = now): Change[] {
  const reversed = decideUndo(snapshot, changes, { direction: 'undo', now: at })
  applyChanges(snapshot, reversed)
  return reversed
}

function redo(snapshot: Snapshot, reversed: readonly Change[], at = now): Change[] {
  const again = decideUndo(snapshot, reversed, { direction: 'redo', now: at })
  applyChanges(snapshot, again)
  return again
}

const askInput = { id: 'd1', consumerKeyResultId: 'need', supplierKeyResultId: 'give', what: 'SSO live', strength: 1, state: 'requested' }
const ask = { name: 'dependency.create', input: askInput } as const

describe('taking a move back', () => {
  test('PR60: until somebody has moved after it, then it says who did what', () => {
    const snapshot = promise()
    const promised = run(snapshot, 'ben', moveCall('promise'))
    move(snapshot, 'ana', 'cancel')
    const { code, message } = refusal(() => undo(snapshot, promised))
    expect(code).toBe('PROMISE_MOVED_ON')
    expect(message).toBe('This cannot be undone: the promise “SSO live” has moved on, Ana cancelled.')
  })

  test('PR60: an ask can be taken back whole, until it is answered', () => {
    const snapshot = network()
    const before = textOf(snapshot)
    const asked = run(snapshot, 'ana', ask)
    const undone = undo(snapshot, asked)
    expect(textOf(snapshot)).toBe(before)
    redo(snapshot, undone)
    move(snapshot, 'ben', 'promise')
    expect(refused(() => undo(snapshot, asked))).toEqual(['PROMISE_MOVED_ON'])
  })

  test('PR60: one’s own later move stands in the way too, and is taken back first', () => {
    const snapshot = promise({ state: 'promised' })
    const first = run(snapshot, 'ben', moveCall('deliver'))
    const second = run(snapshot, 'ana', moveCall('notSatisfied', { reason: 'Two tenants are missing' }))
    expect(refused(() => undo(snapshot, first))).toEqual(['PROMISE_MOVED_ON'])
    undo(snapshot, second)
    undo(snapshot, first)
    expect(get(snapshot, 'dependency', 'd1').state).toBe('promised')
  })

  test('PR61: for ten minutes, to the second', () => {
    const snapshot = promise()
    const promised = run(snapshot, 'ben', moveCall('promise'))
    expect(refused(() => undo(snapshot, promised, tooLate))).toEqual(['UNDO_TOO_LATE'])
    undo(snapshot, promised, inTime)
    expect(get(snapshot, 'dependency', 'd1').state).toBe('requested')
  })

  test('PR62: a redo brings it back under the same conditions', () => {
    const snapshot = promise()
    const undone = undo(snapshot, run(snapshot, 'ben', moveCall('promise')))
    expect(refused(() => redo(snapshot, undone, tooLate))).toEqual(['UNDO_TOO_LATE'])
    redo(snapshot, undone, inTime)
    expect(get(snapshot, 'dependency', 'd1').state).toBe('promised')
  })

  test('PR62: … and not once the promise has moved on, even where its fields are the same again', () => {
    const snapshot = promise({ state: 'delivered' })
    const undone = undo(snapshot, run(snapshot, 'ana', moveCall('notSatisfied', { reason: 'One tenant is missing' })))
    move(snapshot, 'ana', 'notSatisfied', { reason: 'Two tenants are missing' })
    move(snapshot, 'ben', 'deliver')
    expect(get(snapshot, 'dependency', 'd1').state).toBe('delivered')
    expect(refusal(() => redo(snapshot, undone)).message).toMatch(/^This cannot be redone: the promise “SSO live” has moved on/)
  })

  test('PR62: … nor where one other move, that touched other fields, took its place', () => {
    const snapshot = promise({ state: 'promised' })
    const undone = undo(snapshot, run(snapshot, 'ben', moveCall('bind', { supplierKeyResultId: 'spare' })))
    move(snapshot, 'ana', 'propose', { terms: { on: '2027-03-20' } })
    expect(refused(() => redo(snapshot, undone))).toEqual(['PROMISE_MOVED_ON'])
  })

  test('PR63: it restores every byte', () => {
    const snapshot = promise({ state: 'countered', counteredBy: 'supplier', terms: { by: 'supplier', on: '2027-03-20' } })
    const before = textOf(snapshot)
    undo(snapshot, run(snapshot, 'ana', moveCall('accept')))
    expect(textOf(snapshot)).toBe(before)
  })

  test('PR64: what restricts a move restricts the whole step', () => {
    const snapshot = promise({ supplier: null, supplierNodeId: 'platform' })
    const keyResult = { name: 'keyResult.create', input: { id: 'new', objectiveId: 'obj_give', title: 'SSO', metric: { kind: 'boolean' } } } as const
    const step = run(snapshot, 'ben', [keyResult, moveCall('promise', { supplierKeyResultId: 'new' })])
    expect(step.map(({ entity }) => entity).toSorted()).toEqual(['dependency', 'keyResult', 'promiseMove'])
    expect(refused(() => undo(snapshot, step, tooLate))).toEqual(['UNDO_TOO_LATE'])
    undo(snapshot, step, inTime)
    expect(snapshot.tables.keyResult.has('new')).toBe(false)
  })

  test('PR64: other edits of a promise, and deletes that carried it, know no such limit', () => {
    const later = '2027-02-12T09:00:00Z'
    const snapshot = promise()
    run(snapshot, 'ben', moveCall('promise'))
    const before = textOf(snapshot)
    const noted = run(snapshot, 'ana', { name: 'dependency.update', input: { id: 'd1', set: { note: 'Needed for the audit' } } })
    undo(snapshot, noted, later)
    const removal = run(snapshot, 'ana', { name: 'keyResult.delete', input: { id: 'need', carry: true } })
    expect(snapshot.tables.promiseMove.size).toBe(0)
    const restored = undo(snapshot, removal, later)
    expect(textOf(snapshot)).toBe(before)
    redo(snapshot, restored, later)
    expect(snapshot.tables.dependency.size).toBe(0)
  })
})
