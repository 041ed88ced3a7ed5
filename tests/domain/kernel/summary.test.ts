import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { asId, madeAtMs, newId } from '../../../lib/domain/ids.ts'
import { applyChanges, countReferring, find, fork, get, listOf, makeSnapshot, nameOf, networkOf, referring } from '../../../lib/domain/snapshot.ts'
import { fieldWord, summarise } from '../../../lib/domain/summary.ts'
import { needsNetwork, record, textOf } from '../sketch.ts'

function told(...calls: CommandCall[]): string {
  const snapshot = needsNetwork({ a: { title: 'Leads' }, b: { title: 'Clients' } }, [{ supplier: 'a', consumer: 'b' }], {
    person: [{ id: 'ana', name: 'Ana' }],
  })
  return summarise(snapshot, runCommands(snapshot, calls, { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }))
}

describe('a change set in one sentence', () => {
  test('CH60: names what was made, changed or deleted, and counts the rest', () => {
    expect(told(call('area.create', { id: 'x', name: 'Civic' }))).toBe('Added value area “Civic”')
    expect(told(call('area.create', { id: 'x', name: 'Civic' }), call('node.create', { id: 'n', areaId: 'x', name: 'Parks' }))).toBe(
      'Added value area “Civic” and 1 more',
    )
    expect(told(call('keyResult.update', { id: 'a', set: { dueOn: '2027-03-01', ownerId: 'ana' } }))).toBe(
      'Changed owner, due date of key result “Leads”',
    )
    expect(told()).toBe('Nothing changed')
  })

  test('CH60: of a delete names the record that was meant, not what hung on it', () => {
    expect(told(call('node.delete', { id: 'node_b', carry: true }))).toBe('Deleted node “node_b” and 3 more')
    expect(told(call('keyResult.delete', { id: 'a', carry: true }))).toBe('Deleted key result “Leads”')
  })

  test('CH61: what has no name is told by what it belongs to', () => {
    expect(told(call('checkIn.create', { id: 'c', keyResultId: 'a', confidence: 0.5 }))).toBe('Added check-in on “Leads”')
    expect(told(call('dependency.update', { id: 'd1', set: { strength: 0.5 } }))).toBe('Changed strength of need of “Clients”')
    expect(told(call('participation.create', { id: 'p', nodeId: 'node_a', personId: 'ana', tier: 'lead' }))).toBe('Added participation of “Ana”')
  })

  test('CH61: a place on the map is not worth a word, and a part of a metric is told as its value', () => {
    expect(
      told(
        call('area.create', { id: 'x', name: 'Civic' }),
        call('node.create', { id: 'n', areaId: 'x', name: 'Parks' }),
        call('node.delete', { id: 'n' }),
        call('area.delete', { id: 'x' }),
      ),
    ).toBe('Nothing changed')
    expect(told(call('node.update', { id: 'node_b', set: { closeness: 'core' } }))).toBe('Changed closeness of node “node_b”')
    expect(['metric.current', 'metric.target', 'neededOn', 'areaId', 'goalId'].map(fieldWord)).toEqual([
      'value',
      'target',
      'needed date',
      'value area',
      'goal',
    ])
  })
})

describe('a snapshot', () => {
  test('CH8: lists in rank order, ties by id, whatever the order of its table', () => {
    const snapshot = makeSnapshot({ area: [record('area', { id: 'z' }, 1), record('area', { id: 'b' }, 2), record('area', { id: 'a' }, 2)] })
    expect(listOf(snapshot, 'area').map(({ id }) => id)).toEqual(['z', 'a', 'b'])
  })

  test('CH8: a fork is changed without touching the original, its indexes included', () => {
    const snapshot = needsNetwork({ a: {} }, [])
    referring(snapshot, 'keyResult', 'objectiveId', 'obj_a')
    const [copy, before] = [fork(snapshot), textOf(snapshot)]
    applyChanges(copy, [{ entity: 'keyResult', id: 'a', before: get(copy, 'keyResult', 'a'), after: null }])
    expect(textOf(snapshot)).toBe(before)
    expect([countReferring(snapshot, 'keyResult', 'objectiveId', 'obj_a'), countReferring(copy, 'keyResult', 'objectiveId', 'obj_a')]).toEqual([1, 0])
  })

  test('CH8: what is not there is undefined to find and refused to get', () => {
    const snapshot = needsNetwork({}, [])
    expect(find(snapshot, 'node', 'x')).toBeUndefined()
    expect(find(snapshot, 'node', null)).toBeUndefined()
    expect(referring(snapshot, 'node', 'areaId', 'nowhere')).toEqual([])
    expect(() => get(snapshot, 'node', 'x')).toThrow(DomainError)
    expect(() => networkOf(makeSnapshot({}))).toThrow('does not exist')
    expect(networkOf(snapshot).id).toBe('net')
  })

  test('CH61: every kind of record has something to be called by', () => {
    expect(nameOf(record('dependency', { id: 'd', consumerKeyResultId: 'a', supplierNodeId: 'n' }))).toBe('a need without a name')
    expect(nameOf(record('exchange', { id: 'e', fromNodeId: 'a', toNodeId: 'b', deliverable: 'Trust' }))).toBe('Trust')
    expect(nameOf(record('checkIn', { id: 'c', keyResultId: 'a', at: '2027-01-01T00:00:00Z' }))).toBe('c')
  })
})

describe('ids', () => {
  test('CH62: carry their entity and their time; ids of documents are kept and carry none', () => {
    const id = newId('keyResult', '01890a5d-ac96-774b-bcce-b302099a8057')
    expect(id).toBe('kr_01890a5d-ac96-774b-bcce-b302099a8057')
    expect(madeAtMs(id)).toBe(0x01890a5dac96)
    expect(madeAtMs('kr_01890a5d-ac96-474b-bcce-b302099a8057')).toBeNull()
    expect(madeAtMs(asId('K7'))).toBeNull()
  })
})
