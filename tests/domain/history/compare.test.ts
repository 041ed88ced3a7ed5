import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { changesBetween } from '../../../lib/domain/history/changes-between.ts'
import { compare, sentencesByNode } from '../../../lib/domain/history/compare.ts'
import { applyChanges, fork, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { recordsOf } from '../../server/records.ts'
import { act, around, named } from './networks.ts'

function sentences(calls: readonly CommandCall[]): string[] {
  const { before, after } = around(calls)
  return compare(before, after).differences.map(({ sentence }) => sentence)
}

function promised(fields: Record<string, unknown>): string[] {
  const before = named()
  const after = fork(before)
  const keys = Object.keys(fields)
  const old = Object.fromEntries(keys.map((key) => [key, Reflect.get(before.tables.dependency.get('d1' as never) ?? {}, key)]))
  applyChanges(after, [{ entity: 'dependency', id: 'd1', before: old, after: fields }])
  return compare(before, after).differences.map(({ sentence }) => sentence)
}

describe('what is different, in words', () => {
  test.each<[string, CommandCall[], string[]]>([
    ['a name', [call('node.update', { id: 'care', set: { name: 'Service' } })], ['Node “Care” is now called “Service”']],
    [
      'a move to another area',
      [call('node.update', { id: 'care', set: { areaId: 'brand' } })],
      ['Node “Care” moved from value area “Customer” to “Brand”'],
    ],
    [
      'a move and a name',
      [call('node.update', { id: 'care', set: { areaId: 'brand', name: 'Service' } })],
      ['Node “Care”: moved from value area “Customer” to “Brand”, now called “Service”'],
    ],
    [
      'a value and a confidence',
      [call('keyResult.update', { id: 'wait', set: { metric: { current: 47 }, confidence: 0.7 } })],
      ['Key result “Answer in 1 h”: value 42 → 47, confidence 6 → 7'],
    ],
    [
      'a day, a unit',
      [call('keyResult.update', { id: 'zones', set: { dueOn: '2027-03-13', metric: { target: 3 } } })],
      ['Key result “Zones”: target 4 h → 3 h, due date 1 Mar 2027 → 13 Mar 2027 (12 days later)'],
    ],
    [
      'a day that is new',
      [call('keyResult.update', { id: 'wait', set: { dueOn: '2027-03-13' } })],
      ['Key result “Answer in 1 h”: due date set to 13 Mar 2027'],
    ],
    [
      'a step',
      [
        call('keyResult.update', {
          id: 'audit',
          set: {
            metric: {
              steps: [
                { name: 'Plan', done: 1 },
                { name: 'Run', done: 0 },
              ],
            },
          },
        }),
      ],
      ['Key result “Audit”: step “Plan” 50% → 100%'],
    ],
    [
      'another measure',
      [call('keyResult.update', { id: 'wait', set: { metric: { kind: 'boolean', current: 1 } } })],
      ['Key result “Answer in 1 h”: measure 0 → 60 → done or not'],
    ],
    ['an owner', [call('objective.update', { id: 'obj_audit', set: { ownerId: 'ana' } })], ['Objective “Be exact”: owner Ben → Ana']],
    [
      'no owner any more',
      [call('objective.update', { id: 'obj_audit', set: { ownerId: null } })],
      ['Objective “Be exact”: no owner any more (it was Ben)'],
    ],
    [
      'what a goal names',
      [call('goal.update', { id: 'goal', set: { keyResultId: null } })],
      ['Goal “Loved”: no key result any more (it was “Answer in 1 h”)'],
    ],
    ['a team', [call('person.update', { id: 'ben', set: { teamIds: [] } })], ['Ben: teams “Red” taken away']],
    ['a role in a node', [call('participation.update', { id: 'part', set: { tier: 'core' } })], ['Ana at “Care”: tier lead → core']],
    ['a new part', [call('participation.create', { id: 'p2', nodeId: 'care', teamId: 'team', tier: 'core' })], ['Red joined “Care” as core']],
    ['a part that ended', [call('participation.delete', { id: 'part' })], ['Ana left “Care”, where the part was lead']],
    [
      'words',
      [call('node.update', { id: 'care', set: { description: 'We listen', activities: ['listen'] } })],
      ['Node “Care”: description written, activities “listen” added'],
    ],
    ['a node', [call('node.create', { id: 'new', areaId: 'brand', name: 'New' })], ['Node “New” in value area “Brand” was added']],
    [
      'an exchange',
      [call('exchange.create', { id: 'x', fromNodeId: 'billing', toNodeId: 'press', deliverable: 'Bills', kind: 'tangible' })],
      ['Exchange “Bills” from “Billing” to “Press” was added'],
    ],
    ['a key result that went', [call('keyResult.delete', { id: 'zones' })], ['Key result “Zones” of objective “obj_zones” was removed']],
    [
      'a report, told with its key result',
      [call('checkIn.create', { id: 'c', keyResultId: 'zones', value: 6.5, confidence: 0.75 })],
      ['Key result “Zones”: value 8 h → 6.5 h, confidence 8 → 7.5', 'Check-in on “Zones”: 6.5 h, confidence 7.5'],
    ],
    [
      'a need',
      [
        call('dependency.create', {
          id: 'd2',
          consumerKeyResultId: 'zones',
          supplierNodeId: 'press',
          what: 'Words',
          strength: 1,
          state: 'requested',
          neededOn: '2027-03-02',
        }),
      ],
      ['Need “Words” of “Zones” from “Press” was added: asked, needed on 2 Mar 2027', '“Words”: asked'],
    ],
  ])('HI3: %s', (_, calls, expected) => {
    expect(sentences(calls)).toEqual(expected)
  })

  test.each([
    [{ state: 'delivered' }, 'Need “Cases”: promised → delivered'],
    [{ promisedOn: '2027-03-13' }, 'Need “Cases”: promised date 1 Mar 2027 → 13 Mar 2027 (12 days later)'],
    [
      { promisedOn: '2027-02-28', neededOn: null },
      'Need “Cases”: no needed date any more (it was 5 Mar 2027), promised date 1 Mar 2027 → 28 Feb 2027 (1 day earlier)',
    ],
    [{ state: 'countered', counteredBy: 'supplier' }, 'Need “Cases”: promised → countered'],
  ])('HI5: a promise: %j', (fields, expected) => {
    expect(promised(fields)).toEqual([expected])
  })

  test.each<[CommandCall, string]>([
    [call('node.update', { id: 'press', set: { areaId: 'area' } }), 'Node “Press” moved from value area “Brand” to “Customer”'],
    [call('objective.update', { id: 'obj_wait', set: { nodeId: 'press' } }), 'Objective “Be there” moved from node “Care” to “Press”'],
    [
      call('keyResult.update', { id: 'wait', set: { objectiveId: 'obj_audit' } }),
      'Key result “Answer in 1 h” moved from objective “Be there” to “Be exact”',
    ],
  ])('HI6: a move to another home: %#', (move, expected) => {
    expect(sentences([move])).toEqual([expected])
  })

  test('HI4: fields are told as people read them, with what was and what is', () => {
    const { before, after } = around([call('keyResult.update', { id: 'zones', set: { confidence: 0.699, dueOn: null, ownerId: 'ana' } })])
    expect(compare(before, after).byRecord.get('keyResult:zones')?.fields).toEqual([
      { path: 'confidence', word: 'confidence', before: '8', after: '6.9' },
      { path: 'ownerId', word: 'owner', before: null, after: 'Ana' },
      { path: 'dueOn', word: 'due date', before: '1 Mar 2027', after: null },
    ])
  })

  test('HI2: a record that came and went in between is not told', () => {
    const { before, after } = around([call('node.create', { id: 'n', areaId: 'brand', name: 'N' })])
    act(after, [call('node.delete', { id: 'n' })])
    expect(compare(before, after)).toMatchObject({ differences: [], takeaway: 'Nothing changed', counts: { added: 0, removed: 0, changed: 0 } })
  })

  test('HI8: by node, in the order of the nodes; a report is told once, with the value that it reports', () => {
    const { before, after } = around([
      call('checkIn.create', { id: 'c', keyResultId: 'zones', value: 6 }),
      call('goal.update', { id: 'goal', set: { name: 'Liked' } }),
      call('objective.update', { id: 'obj_wait', set: { title: 'Be near' } }),
      call('node.create', { id: 'new', areaId: 'brand', name: 'New' }),
    ])
    expect(sentencesByNode(compare(before, after)).map(({ name, differences }) => [name, differences.map(({ sentence }) => sentence)])).toEqual([
      ['Care', ['Objective “Be there” is now called “Be near”']],
      ['Billing', ['Key result “Zones”: value 8 h → 6 h']],
      ['New', ['Node “New” in value area “Brand” was added']],
      [null, ['Goal “Loved” is now called “Liked”']],
    ])
  })

  test('a node that went keeps its place in the list, with its name', () => {
    const { before, after } = around([call('node.delete', { id: 'care', carry: true })])
    const comparison = compare(before, after)
    expect(comparison.nodes.get('care')).toEqual({ name: 'Care', areaId: 'area' })
    expect(comparison.byRecord.get('node:care')).toMatchObject({ kind: 'removed', nodeId: 'care', areaId: 'area', fields: [] })
  })
})

describe('what matters most, in one line', () => {
  test('HI7: what came and went, values, confidence, promises', () => {
    const before = named()
    const more = ['a', 'b', 'c', 'd', 'e', 'f']
    act(before, [
      ...more.map((id) =>
        call('keyResult.create', {
          id,
          objectiveId: 'obj_wait',
          title: id,
          confidence: 0.5,
          metric: { kind: 'increase', baseline: 0, target: 9, current: 1 },
        }),
      ),
      ...['g', 'h'].map((id) => call('keyResult.create', { id, objectiveId: 'obj_wait', title: id, metric: { kind: 'boolean' } })),
    ])
    const after = fork(before)
    act(after, [
      ...more.map((id, at) => call('keyResult.update', { id, set: { metric: { current: 2 }, confidence: at < 4 ? 0.6 : 0.4 } })),
      ...['g', 'h'].map((id) => call('keyResult.delete', { id })),
      call('keyResult.create', { id: 'new', objectiveId: 'obj_wait', title: 'New', metric: { kind: 'boolean' } }),
    ])
    const need = (id: string, state: string) => ({ ...before.tables.dependency.get('d1' as never), id, state, promisedOn: null })
    const made = (id: string, state: string) => ({ entity: 'dependency', id, before: null, after: need(id, state) }) as const
    applyChanges(before, [made('n1', 'requested'), made('n2', 'offered'), made('n3', 'promised')])
    applyChanges(after, [
      made('n1', 'promised'),
      made('n2', 'promised'),
      made('n3', 'revoked'),
      { entity: 'dependency', id: 'd1', before: { promisedOn: '2027-03-01' }, after: { promisedOn: '2027-03-13' } },
    ])
    expect(compare(before, after).takeaway).toBe(
      '1 key result added, 2 removed, 6 values changed; confidence 4 up, 2 down; promises: 2 more promised, 1 revoked, 1 moved by 12 days',
    )
  })

  test.each<[CommandCall[], string]>([
    [[], 'Nothing changed'],
    [
      [call('node.create', { id: 'n', areaId: 'brand', name: 'N' }), call('node.update', { id: 'care', set: { name: 'S' } })],
      '1 node added, 1 changed',
    ],
    [
      [call('person.delete', { id: 'ben' }), call('person.delete', { id: 'ana', carry: true })],
      '1 objective changed; 1 key result changed; 2 people removed; 1 participation removed',
    ],
    [[call('checkIn.create', { id: 'c', keyResultId: 'zones', value: 6 })], '1 value changed; 1 check-in'],
    [[call('source.update', { id: 'src', set: { title: 'Calls' } })], '1 other change'],
  ])('HI7: %#', (calls, expected) => {
    const { before, after } = around(calls)
    expect(compare(before, after).takeaway).toBe(expected)
  })
})

const ids = fc.constantFrom('care', 'billing', 'press', 'n1', 'n2')
const texts = fc.constantFrom('One', 'Two', 'Three')
const anyCall: fc.Arbitrary<CommandCall> = fc.oneof(
  fc.tuple(ids, texts).map(([id, name]) => call('node.create', { id, areaId: 'brand', name })),
  fc.tuple(ids, texts).map(([id, name]) => call('node.update', { id, set: { name, areaId: 'area' } })),
  ids.map((id) => call('node.delete', { id, carry: true })),
  fc
    .tuple(fc.constantFrom('wait', 'audit', 'zones'), fc.nat(9))
    .map(([id, current]) => call('keyResult.update', { id, set: { metric: { current } } })),
  fc
    .tuple(fc.constantFrom('wait', 'zones'), texts)
    .map(([id, title]) => call('keyResult.update', { id, set: { title, metric: { kind: 'boolean' } } })),
  fc.constantFrom('wait', 'audit', 'zones').map((id) => call('keyResult.delete', { id, carry: true })),
  fc.constantFrom('ana', 'ben').map((id) => call('person.delete', { id, carry: true })),
  fc
    .tuple(fc.uuid(), fc.constantFrom('wait', 'zones'), fc.nat(9))
    .map(([id, keyResultId, value]) => call('checkIn.create', { id, keyResultId, value })),
)

/** Does what can be done; a refusal is fine. */
function wander(snapshot: Snapshot, calls: readonly CommandCall[]): Snapshot {
  for (const each of calls) {
    try {
      act(snapshot, [each])
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'DomainError') throw error
    }
  }
  return snapshot
}

describe('any two moments', () => {
  const moments = fc.tuple(fc.array(anyCall, { maxLength: 12 }), fc.array(anyCall, { maxLength: 12 }))

  test('HI1: nothing is different exactly where the records are the same, and what is different leads from one to the other', () => {
    let different = 0
    fc.assert(
      fc.property(moments, fc.boolean(), ([first, second], isShared) => {
        const before = wander(named(), first)
        const after = isShared ? wander(fork(before), second) : wander(wander(named(), first), second)
        const changes = changesBetween(before, after)
        const isSame = JSON.stringify(recordsOf(before)) === JSON.stringify(recordsOf(after))
        expect(changes.length === 0).toBe(isSame)
        const { differences } = compare(before, after)
        expect(differences).toHaveLength(changes.length)
        for (const { sentence, name } of differences) expect(`${sentence}${name}`).not.toMatch(/undefined|null|\[object/)
        const led = fork(before)
        applyChanges(led, changes)
        expect(recordsOf(led)).toEqual(recordsOf(after))
        if (!isSame) different += 1
      }),
      { seed: 20_270_301 },
    )
    expect(different).toBeGreaterThan(40)
  })

  test('HI1: against nothing at all, everything was added', () => {
    const all = named()
    const { counts } = compare(makeSnapshot({}), all)
    expect(counts).toEqual({ added: Object.values(recordsOf(all)).flat().length, removed: 0, changed: 0 })
  })
})
