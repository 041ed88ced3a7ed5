import { describe, expect, test } from 'vitest'
import { applyWhatIf, suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
import { comparisonSentences } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
import { mostEdits, type WhatIfEdit, whatIfEditSchema, whatIfEditsSchema } from '../../../../lib/domain/measure/what-if/edit.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork } from '../../sketch.ts'

const today = '2027-02-20'

function edits(...given: readonly unknown[]): WhatIfEdit[] {
  return whatIfEditsSchema.parse(given)
}

function compared(before: Snapshot, given: readonly WhatIfEdit[], goal = 'K7', cycleId = 'cycle_q') {
  const { snapshot, goneNodeIds } = suppose(before, given, today)
  return compareWhatIf(before, snapshot, { goalIds: [goal], cycleId, today, goneNodeIds })
}

function told(before: Snapshot, given: readonly WhatIfEdit[], goal?: string, cycleId?: string): string[] {
  return comparisonSentences(before, compared(before, given, goal, cycleId)).map((sentence) => sentenceText(sentence))
}

/** All that a network holds, to see that it is as it was. */
function contents({ tables, revision }: Snapshot): string {
  return JSON.stringify([revision, Object.entries(tables).map(([entity, table]) => [entity, [...table]])])
}

describe('edits', () => {
  test('CN100: at most fifty; unknown kinds, and chances outside of 0 to 1, are refused', () => {
    const one = { kind: 'drop', dependencyId: 'd1' }
    expect(whatIfEditsSchema.safeParse(Array.from({ length: mostEdits }, () => one)).success).toBe(true)
    expect(whatIfEditsSchema.safeParse(Array.from({ length: 51 }, () => one)).success).toBe(false)
    expect(whatIfEditSchema.safeParse({ kind: 'confidence', keyResultId: 'K1', confidence: 1.2 }).success).toBe(false)
    expect(whatIfEditSchema.safeParse({ kind: 'hope' }).success).toBe(false)
    expect(whatIfEditSchema.safeParse({ kind: 'promise', dependencyId: 'd1' }).success).toBe(false)
  })

  test('CN103: a need that is added names one supplier, not none and not two', () => {
    const add = { kind: 'add', consumerKeyResultId: 'K1', strength: 1 }
    expect(whatIfEditSchema.safeParse(add).success).toBe(false)
    expect(whatIfEditSchema.safeParse({ ...add, supplierKeyResultId: 'K2' }).success).toBe(true)
    expect(whatIfEditSchema.safeParse({ ...add, supplierKeyResultId: 'K2', supplierNodeId: 'n' }).success).toBe(false)
  })
})

describe('the network as it would be', () => {
  test('CN100: the network itself is as it was, whatever is supposed', () => {
    const before = goldenNetwork()
    const was = contents(before)
    const all = edits(
      { kind: 'confidence', keyResultId: 'K3', confidence: 1 },
      { kind: 'due', keyResultId: 'K3', dueOn: '2027-02-01' },
      { kind: 'promise', dependencyId: 'd1', promisedOn: '2027-01-20' },
      { kind: 'drop', dependencyId: 'd9' },
      { kind: 'add', consumerKeyResultId: 'K1', supplierKeyResultId: 'K3', strength: 0.4 },
      { kind: 'without', entity: 'node', id: 'node_talent' },
    )
    expect(contents(applyWhatIf(before, all, today))).not.toBe(was)
    expect(contents(before)).toBe(was)
  })

  test('CN101-CN103: what is supposed is there, and which records differ is told', () => {
    const { snapshot, changes, unfit } = suppose(
      goldenNetwork(),
      edits(
        { kind: 'confidence', keyResultId: 'K3', confidence: 0.95 },
        { kind: 'due', keyResultId: 'K3', dueOn: '2027-02-01' },
        { kind: 'promise', dependencyId: 'd1', neededOn: '2027-01-20' },
        { kind: 'drop', dependencyId: 'd9' },
        { kind: 'add', consumerKeyResultId: 'K1', supplierNodeId: 'node_talent', strength: 0.4, what: 'A writer' },
      ),
      today,
    )
    const { keyResult, dependency } = snapshot.tables
    expect(keyResult.get('K3')).toMatchObject({ confidence: 0.95, dueOn: '2027-02-01' })
    expect(dependency.get('d1')).toMatchObject({ neededOn: '2027-01-20', promisedOn: null, state: 'promised' })
    expect(dependency.get('d9')?.state).toBe('withdrawn')
    expect(dependency.get('what-if_1')).toMatchObject({ supplierNodeId: 'node_talent', strength: 0.4, state: 'draft', what: 'A writer' })
    expect(changes.map(({ entity, id }) => [entity, id])).toEqual([
      ['keyResult', 'K3'],
      ['keyResult', 'K3'],
      ['dependency', 'd1'],
      ['dependency', 'd9'],
      ['dependency', 'what-if_1'],
    ])
    expect(unfit).toEqual([])
  })

  test('CN104: without a node its key results have no chance and its exchanges are gone', () => {
    const { snapshot, goneNodeIds } = suppose(goldenNetwork(), edits({ kind: 'without', entity: 'node', id: 'node_delivery' }), today)
    expect(['K4', 'K5', 'K6'].map((id) => snapshot.tables.keyResult.get(id)?.confidence)).toEqual([0, 0, 0.8])
    expect([...snapshot.tables.exchange.keys()]).toEqual(['e1', 'e2', 'e5', 'e6', 'e7', 'e8', 'e12', 'e13', 'e14'])
    expect(goneNodeIds).toEqual(['node_delivery'])
  })

  const peopled = needsNetwork({ a: { node: 'n1', confidence: 0.9 }, b: { node: 'n2', confidence: 0.9 } }, [{ supplier: 'a', consumer: 'b' }], {
    team: [{ id: 't' }],
    person: [{ id: 'ana' }, { id: 'ben', teamIds: ['t'] }],
    participation: [
      { id: 'p1', nodeId: 'n1', personId: 'ana', tier: 'lead' },
      { id: 'p2', nodeId: 'n2', teamId: 't', tier: 'lead' },
      { id: 'p3', nodeId: 'n2', personId: 'ana', tier: 'core' },
      { id: 'p4', nodeId: 'n1', personId: 'ben', tier: 'lead', until: '2027-01-31' },
    ],
  })

  test('CN105: without a person the nodes go that have no lead left on that day', () => {
    const { snapshot, goneNodeIds, changes } = suppose(peopled, edits({ kind: 'without', entity: 'person', id: 'ana' }), today)
    expect(goneNodeIds).toEqual(['n1'])
    expect([...snapshot.tables.participation.keys()]).toEqual(['p2', 'p4'])
    expect(snapshot.tables.keyResult.get('a')?.confidence).toBe(0)
    expect(changes.map(({ id }) => id)).toEqual(['p1', 'p3', 'a', 'd1'])
    expect(suppose(peopled, edits({ kind: 'without', entity: 'person', id: 'ana' }), '2027-01-15').goneNodeIds).toEqual([])
    expect(suppose(peopled, edits({ kind: 'without', entity: 'team', id: 't' }), today).goneNodeIds).toEqual(['n2'])
  })

  test('CN106: what is not there any more is left out and told of', () => {
    const given = edits(
      { kind: 'drop', dependencyId: 'gone' },
      { kind: 'confidence', keyResultId: 'K3', confidence: 1 },
      { kind: 'add', consumerKeyResultId: 'K1', supplierKeyResultId: 'K1', strength: 1 },
      { kind: 'without', entity: 'team', id: 'gone' },
      { kind: 'due', keyResultId: 'gone', dueOn: '2027-02-01' },
    )
    const { unfit, changes } = suppose(goldenNetwork(), given, today)
    expect(unfit).toEqual([0, 2, 3, 4])
    expect(changes.map(({ id }) => id)).toEqual(['K3'])
  })
})

describe('the comparison', () => {
  test('CN108: without edits nothing differs', () => {
    const { goals, promises, cutOffNodeIds, statuses, findings } = compared(goldenNetwork(), [])
    expect(goals[0]?.chance.after).toEqual(goals[0]?.chance.before)
    expect(goals[0]?.finish.after).toEqual({ weeks: 25, atLeast: 25 })
    expect(promises.after).toEqual(promises.before)
    expect([cutOffNodeIds, statuses, findings]).toEqual([[], [], { comes: [], goes: [], differs: [] }])
    expect(told(goldenNetwork(), [])).toEqual(['The chance of “Win 5 new clients” stays at 25 in 100.'])
  })

  test('CN107, CN109: certain offers lift the goal from 25 to 36 in 100', () => {
    const given = edits({ kind: 'confidence', keyResultId: 'K3', confidence: 1 })
    expect(compared(goldenNetwork(), given).goals[0]?.chance.after?.value).toBeCloseTo(0.2542663704 + 0.1089713016, 9)
    expect(told(goldenNetwork(), given)).toEqual(['The chance of “Win 5 new clients” would be 36 in 100 instead of 25 in 100.'])
  })

  test('CN107, CN109: a need that is dropped shortens the chain and counts in no promise', () => {
    const given = edits({ kind: 'drop', dependencyId: 'd9' })
    expect(told(goldenNetwork(), given)).toEqual([
      'The chance of “Win 5 new clients” would be 49 in 100 instead of 25 in 100.',
      'The longest chain to “Win 5 new clients” would take 22 weeks instead of 25 weeks.',
      '8 of 11 needs would be promised instead of 8 of 12.',
      '“Win 5 new clients” would not be blocked any more.',
      'This would be found no more: Brand awareness declined “Inbound qualified leads 20 to 40 a month”; “Win 5 new clients” still needs it.',
      'This would read otherwise: The longest chain is 6 key results and about 22 weeks, from “Capacity funding live for 3 value streams” to “Win 5 new clients”; 2027-Q1 has 13.',
    ])
  })

  test('CN107, CN109: without Talent the culture has nobody left', () => {
    const given = edits({ kind: 'without', entity: 'node', id: 'node_talent' })
    expect(compared(goldenNetwork(), given).cutOffNodeIds).toEqual(['node_culture'])
    expect(told(goldenNetwork(), given)).toContain('Identity and culture would have nobody left to exchange anything with.')
    expect(compared(goldenNetwork(), given).goals[0]?.chance.after?.value).toBeCloseTo(0.2542663704 - 0.0235980864, 9)
  })

  test('CN109: a supplier that nobody knows makes a range; a ring leaves nothing known but what would be without it', () => {
    const unknown = edits({ kind: 'add', consumerKeyResultId: 'K7', supplierNodeId: 'node_talent', strength: 1 })
    expect(told(goldenNetwork(), unknown)[0]).toBe('The chance of “Win 5 new clients” would be between 0 and 25 in 100 instead of 25 in 100.')
    const ring = edits({ kind: 'add', consumerKeyResultId: 'K10', supplierKeyResultId: 'K7', strength: 0.5 })
    expect(told(goldenNetwork(), ring)[0]).toBe(
      'The chance of “Win 5 new clients” would be unknown instead of 25 in 100: it would wait for results that wait for each other. Without the rings it would stay at 25 in 100.',
    )
  })

  test('CN107: dates change statuses', () => {
    const statuses = compared(goldenNetwork(), edits({ kind: 'promise', dependencyId: 'd1', promisedOn: '2027-01-20' })).statuses
    expect(statuses.find(({ keyResultId }) => keyResultId === 'K9')?.after).toContain('blocked')
    expect(told(goldenNetwork(), edits({ kind: 'due', keyResultId: 'K8', dueOn: '2027-02-01' }))).toContain(
      '“80% of squads certified” would be late.',
    )
  })
})
