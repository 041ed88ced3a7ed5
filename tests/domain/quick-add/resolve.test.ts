import { describe, expect, test } from 'vitest'
import type { WeftDocument } from '../../../lib/domain/format/document.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { cycleOn, personNamed, quickAddContext, resolveNode, resolvePerson } from '../../../lib/domain/quick-add/resolve.ts'
import { applyChanges, makeSnapshot } from '../../../lib/domain/snapshot.ts'

const document: WeftDocument = {
  format: 'weft/1',
  network: { id: 'n', name: 'N', fiscalYearStartMonth: 4 },
  areas: [
    { id: 'a', name: 'Customer value', kind: 'customer' },
    { id: 'b', name: 'Brand value', kind: 'brand' },
  ],
  nodes: [
    { id: 'new', areaId: 'a', name: 'New clients' },
    { id: 'old', areaId: 'a', name: 'Existing clients' },
    { id: 'identity', areaId: 'b', name: 'Identity' },
  ],
  people: [
    { id: 'ana', name: 'Ana López', email: 'alopez@example.org' },
    { id: 'anna', name: 'Anna Berg' },
    { id: 'mei', name: 'Mei-Ling Chen' },
    { id: 'ana2', name: 'Ana Ruiz' },
  ],
  cycles: [
    { id: 'q2', name: 'Q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' },
    { id: 'half', name: 'H1', startsOn: '2027-01-01', endsOn: '2027-06-30', phase: 'draft' },
    { id: 'q1', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' },
  ],
}

function snapshotOf(source: WeftDocument) {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(source))
  return snapshot
}

const snapshot = snapshotOf(document)
const person = (id: string, name: string) => ({ id, name, email: null })

describe('names', () => {
  test.each([
    ['ana lopez', 'ana'],
    ['Ana.López', 'ana'],
    ['alopez', 'ana'],
    ['AL', 'ana'],
    ['mei', 'mei'],
    ['mei-ling', 'mei'],
    ['chen', 'mei'],
    ['anna', 'anna'],
    ['berg', 'anna'],
  ])('QA15: “%s” is clear', (name, id) => {
    expect(resolvePerson(snapshot, name).match?.id).toBe(id)
  })

  test('QA15: where two fit equally well, none is taken and both are offered', () => {
    expect(resolvePerson(snapshot, 'ana')).toMatchObject({ match: null, candidates: [{ id: 'ana' }, { id: 'ana2' }] })
  })

  test('QA15: accents and signs tell people apart where a name is spelled as theirs', () => {
    const people = [person('1', 'José Ray'), person('2', 'Jose Ray'), person('3', 'かが'), person('4', 'かか'), person('5', '🦊')]
    const found = ['josé ray', 'Jose  Ray', 'かが', 'かか', '🦊'].map((name) => personNamed(people, name).match?.id)
    expect(found).toEqual(['1', '2', '3', '4', '5'])
    expect(personNamed(people, 'jose').candidates).toHaveLength(2)
  })

  test.each(['', '...', 'zoe', '__proto__', '.*'])('QA15: “%s” is nobody', (name) => {
    expect(resolvePerson(snapshot, name)).toEqual({ match: null, candidates: [] })
  })

  test('QA16: a node by its name, by a word, or as one of an area', () => {
    expect(resolveNode(snapshot, 'new-clients').match?.id).toBe('new')
    expect(resolveNode(snapshot, 'existing').match?.id).toBe('old')
    expect(resolveNode(snapshot, 'brand').match?.id).toBe('identity')
    expect(resolveNode(snapshot, 'customer')).toMatchObject({ match: null, candidates: [{ id: 'new' }, { id: 'old' }] })
    expect(resolveNode(snapshot, 'nowhere').candidates).toEqual([])
  })
})

describe('the cycle of a day', () => {
  test('QA17: is the active one, else any that runs, else the next, else the last', () => {
    expect(cycleOn(snapshot, '2027-02-01')?.id).toBe('q1')
    expect(cycleOn(snapshot, '2027-05-01')?.id).toBe('half')
    expect(cycleOn(snapshot, '2026-12-01')?.id).toBe('half')
    expect(cycleOn(snapshot, '2028-01-01')?.id).toBe('q2')
    expect(cycleOn(snapshotOf({ ...document, cycles: [] }), '2027-02-01')).toBeNull()
  })

  test('QA17: what a line is read against comes from the network', () => {
    expect(quickAddContext(snapshot, '2027-02-01')).toEqual({
      today: '2027-02-01',
      cycle: { startsOn: '2027-01-01', endsOn: '2027-03-31' },
      fiscalYearStartMonth: 4,
    })
  })
})
