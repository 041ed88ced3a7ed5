import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reverseAll } from '../../../../lib/domain/change.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { KeyResult } from '../../../../lib/domain/entity.ts'
import type { Metric } from '../../../../lib/domain/metric.ts'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { carriedDay, carriedMetric, needsToCarry, successorIn } from '../../../../lib/domain/ritual/plan/carried.ts'
import { rollOverCall } from '../../../../lib/domain/ritual/plan/carry-call.ts'
import { applyChanges, find, fork, get, referring, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../../lib/domain/undo.ts'
import { promiseStates, type RollOver } from '../../../../lib/domain/vocabulary.ts'
import { runs } from '../../../property-runs.ts'
import { refusal, refused } from '../../promise/kit.ts'
import { textOf } from '../../sketch.ts'
import { freshIds, network, now, type PersonOfPlan, plan, run } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const churn = { kind: 'decrease', baseline: 6, target: 4, current: 5, unit: '%' }

/** Billing's churn in Q1 needs the login of Platform. */
function q1(needs: readonly Loose[] = [], fields: Loose = {}): Snapshot {
  return plan(
    {
      churn: { node: 'billing', cycle: 'q1', title: 'Reduce churn', metric: churn, dueOn: '2027-02-15', ...fields },
      login: { node: 'platform', cycle: 'q1', title: 'One login' },
    },
    needs,
  )
}

const asked = { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO live', neededOn: '2027-02-15', state: 'requested' }

function roll(snapshot: Snapshot, keyResultId: string, rollOver: RollOver = 'carry', person: PersonOfPlan = 'olga') {
  return run(snapshot, person, rollOverCall(snapshot, { keyResultId, intoCycleId: 'q2', rollOver }, freshFor(keyResultId)))
}

/** Ids that differ from carry to carry. */
function freshFor(name: string): ReturnType<typeof freshIds> {
  const fresh = freshIds()
  return (entity) => castId(`${fresh(entity)}-${name}`)
}

/** Guaranteed by the callers: any text is a fine id in a test. */
function castId<T>(id: string): T {
  return id as T
}

function successor(snapshot: Snapshot, id: string): KeyResult {
  const found = successorIn(snapshot, id, 'q2')
  if (!found) throw new Error(`${id} does not go on`)
  return found
}

function asksOf(snapshot: Snapshot, id: string) {
  return referring(snapshot, 'dependency', 'consumerKeyResultId', successor(snapshot, id).id)
}

describe('keyResult.carry', () => {
  test('PL10: the objective goes on too, once, with all that it says', () => {
    const snapshot = q1()
    run(snapshot, 'olga', [
      call('objective.update', { id: 'obj-churn', set: { kind: 'committed', ownerId: 'ana', weight: 2, description: 'Why' } }),
      call('keyResult.create', { id: 'second', objectiveId: 'obj-churn', title: 'Second', metric: { kind: 'boolean' } }),
    ])
    roll(snapshot, 'churn')
    roll(snapshot, 'second')
    const made = referring(snapshot, 'objective', 'carriedFromId', 'obj-churn')
    expect(made).toMatchObject([
      { title: 'Aim of churn', nodeId: 'billing', cycleId: 'q2', kind: 'committed', ownerId: 'ana', weight: 2, description: 'Why' },
    ])
    expect([successor(snapshot, 'churn').objectiveId, successor(snapshot, 'second').objectiveId]).toEqual([made[0]?.id, made[0]?.id])
  })

  test('PL10: an objective of the cycle on the same node can be named; one elsewhere is refused', () => {
    const named = (nodeId: string, cycleId: string) => {
      const snapshot = q1()
      run(snapshot, 'olga', call('objective.create', { id: 'home', title: 'Home', nodeId, cycleId }))
      run(snapshot, 'olga', call('keyResult.carry', { id: 'churn', intoCycleId: 'q2', keyResultId: 'next', objectiveId: 'home' }))
      return find(snapshot, 'keyResult', 'next')?.objectiveId
    }
    expect(named('billing', 'q2')).toBe('home')
    for (const [nodeId, cycleId] of [
      ['platform', 'q2'],
      ['billing', 'q1'],
    ] as const)
      expect(refused(() => named(nodeId, cycleId))).toEqual(['VALIDATION', 'objectiveId'])
  })

  test('PL10: an objective that moved to another node since is not the home of what stays', () => {
    const snapshot = q1()
    run(snapshot, 'olga', call('keyResult.create', { id: 'second', objectiveId: 'obj-churn', title: 'Second', metric: { kind: 'boolean' } }))
    roll(snapshot, 'churn')
    const { objectiveId } = successor(snapshot, 'churn')
    run(snapshot, 'olga', call('objective.update', { id: objectiveId, set: { nodeId: 'brand' } }))
    roll(snapshot, 'second')
    expect(successor(snapshot, 'second').objectiveId).not.toBe(objectiveId)
  })

  test('PL11: carried twice makes nothing the second time, whatever ids are given; its shape may change', () => {
    const snapshot = q1([asked])
    roll(snapshot, 'churn')
    const before = textOf(snapshot)
    expect(run(snapshot, 'ana', rollOverCall(snapshot, { keyResultId: 'churn', intoCycleId: 'q2', rollOver: 'carry' }, freshIds()))).toEqual([])
    expect(textOf(snapshot)).toBe(before)
    expect(roll(snapshot, 'churn', 'reshape')).toEqual([
      { entity: 'keyResult', id: 'churn', before: { rollOver: 'carry' }, after: { rollOver: 'reshape' } },
    ])
  })

  test('PL16: the successor says nothing that nobody has said of it', () => {
    const snapshot = q1([], { confidence: 0.8, grade: 0.5, ownerId: 'ana', weight: 3, estimateWeeks: { optimistic: 1, likely: 2, pessimistic: 3 } })
    roll(snapshot, 'churn')
    expect(successor(snapshot, 'churn')).toMatchObject({
      title: 'Reduce churn',
      ownerId: 'ana',
      weight: 3,
      estimateWeeks: { likely: 2 },
      confidence: null,
      grade: null,
      rollOver: null,
      carriedFromId: 'churn',
      dueOn: '2027-05-16',
      metric: { baseline: 5, target: 4, current: 5 },
    })
    expect(get(snapshot, 'keyResult', 'churn')).toMatchObject({ grade: 0.5, confidence: 0.8, rollOver: 'carry', metric: churn })
    expect(assess(snapshot, { today: '2027-04-01', cycleId: 'q2' }).keyResults.get(successor(snapshot, 'churn').id)?.progress.share).toBe(0)
  })

  test.each(promiseStates)('PL15: a need that is %s', (state) => {
    const snapshot = q1([{ ...asked, state, promisedOn: '2027-02-20' }])
    const stays = ['delivered', 'accepted', 'withdrawn', 'cancelled'].includes(state)
    roll(snapshot, 'churn')
    const made = asksOf(snapshot, 'churn').map(({ state: next, promisedOn, terms, answerBy }) => ({ next, promisedOn, terms, answerBy }))
    const fresh = { next: state === 'draft' ? 'draft' : 'requested', promisedOn: null, terms: null, answerBy: null }
    expect(made).toEqual(stays ? [] : [fresh])
    expect(get(snapshot, 'dependency', 'd1')).toMatchObject({ state, promisedOn: '2027-02-20' })
  })

  test('PL15: the ask has its first move, and its day moved on; a missing id is refused', () => {
    const snapshot = q1([asked])
    expect(
      refused(() => run(snapshot, 'olga', call('keyResult.carry', { id: 'churn', intoCycleId: 'q2', keyResultId: 'n', objectiveId: 'o' }))),
    ).toEqual(['VALIDATION', 'needs'])
    roll(snapshot, 'churn', 'carry', 'ana')
    const [ask] = asksOf(snapshot, 'churn')
    expect(ask).toMatchObject({ what: 'SSO live', neededOn: '2027-05-16', supplierNodeId: 'platform', supplierKeyResultId: null })
    expect(referring(snapshot, 'promiseMove', 'dependencyId', ask?.id ?? '')).toMatchObject([
      { move: 'request', to: 'requested', personId: 'ana', at: now },
    ])
  })

  test('PL17: the ask finds what its supplier goes on as, in whichever order both are carried', () => {
    const stand = (order: readonly string[]) => {
      const snapshot = q1([asked])
      for (const id of order) roll(snapshot, id)
      return asksOf(snapshot, 'churn').map(({ supplierKeyResultId, supplierNodeId }) => [
        supplierKeyResultId === successor(snapshot, 'login').id,
        supplierNodeId,
      ])
    }
    expect(stand(['login', 'churn'])).toEqual([[true, 'platform']])
    expect(stand(['churn', 'login'])).toEqual(stand(['login', 'churn']))
  })

  test('PL17: an ask for which another key result was named meanwhile is left alone', () => {
    const snapshot = q1([asked])
    roll(snapshot, 'churn')
    const [ask] = asksOf(snapshot, 'churn')
    run(snapshot, 'olga', [
      call('objective.create', { id: 'other-obj', title: 'Other', nodeId: 'platform', cycleId: 'q2' }),
      call('keyResult.create', { id: 'other', objectiveId: 'other-obj', title: 'Other', metric: { kind: 'boolean' } }),
    ])
    run(snapshot, 'ben', call('promise.move', { id: ask?.id ?? '', moveId: 'm', move: 'promise', supplierKeyResultId: 'other' }))
    roll(snapshot, 'login')
    expect(asksOf(snapshot, 'churn')[0]).toMatchObject({ supplierKeyResultId: 'other', state: 'promised' })
  })

  test('PL15: a need on a node is asked of the node again', () => {
    const snapshot = q1([{ ...asked, supplierKeyResultId: null, supplierNodeId: 'brand' }])
    roll(snapshot, 'churn')
    expect(asksOf(snapshot, 'churn')).toMatchObject([{ supplierKeyResultId: null, supplierNodeId: 'brand', state: 'requested' }])
  })

  test('PL18: into a later cycle that is not closed', () => {
    const into = (intoCycleId: string) => () =>
      run(q1(), 'olga', call('keyResult.carry', { id: 'churn', intoCycleId, keyResultId: 'n', objectiveId: 'o' }))
    for (const cycle of ['q1', 'q4', 'y26']) expect(refused(into(cycle))).toEqual(['VALIDATION', 'intoCycleId'])
    expect(refused(into('gone'))).toEqual(['NOT_FOUND'])
    const closed = q1()
    run(closed, 'olga', call('cycle.update', { id: 'q2', set: { phase: 'closed' } }))
    expect(refusal(() => roll(closed, 'churn')).message).toBe('“2027-Q2” is closed. Choose a later cycle.')
  })

  test('PL19: who may change the key result may carry it; a facilitator and another node may not', () => {
    const before = textOf(q1([asked]))
    expect(roll(q1([asked]), 'churn', 'carry', 'ana').length).toBeGreaterThan(3)
    for (const person of ['ben', 'fay'] as const) {
      const snapshot = q1([asked])
      expect(
        refused(() => roll(snapshot, 'churn', 'carry', person)),
        person,
      ).toEqual(['FORBIDDEN'])
      expect(textOf(snapshot)).toBe(before)
    }
  })

  test('PL19: what is edited of the old one afterwards changes nothing of the successor, and the undo is told apart', () => {
    const snapshot = q1([asked])
    const changes = roll(snapshot, 'churn')
    const made = textOf(makeOnly(snapshot, successor(snapshot, 'churn').id))
    run(snapshot, 'olga', call('keyResult.update', { id: 'churn', set: { title: 'Renamed', metric: { current: 4 } } }))
    run(snapshot, 'olga', call('checkIn.create', { id: 'late', keyResultId: 'churn', value: 3 }))
    expect(textOf(makeOnly(snapshot, successor(snapshot, 'churn').id))).toBe(made)
    applyChanges(snapshot, decideUndo(snapshot, changes, { direction: 'undo', now }))
    expect(successorIn(snapshot, 'churn', 'q2')).toBeUndefined()
    expect(get(snapshot, 'keyResult', 'churn')).toMatchObject({ title: 'Renamed', rollOver: null })
    expect(snapshot.tables.dependency.size).toBe(1)
  })

  test('PL19: once the other side has answered, the carry cannot be taken back', () => {
    const snapshot = q1([asked])
    const changes = roll(snapshot, 'churn')
    const [ask] = asksOf(snapshot, 'churn')
    run(snapshot, 'ben', call('promise.move', { id: ask?.id ?? '', moveId: 'm', move: 'promise' }))
    expect(refused(() => decideUndo(snapshot, changes, { direction: 'undo', now }))[0]).toBe('PROMISE_MOVED_ON')
  })
})

/** One key result alone in a network, to compare it as text. */
function makeOnly(snapshot: Snapshot, id: string): Snapshot {
  const alone = network()
  alone.tables.keyResult.set(id, get(snapshot, 'keyResult', id))
  return alone
}

describe('keyResult.drop', () => {
  test('PL20: a key result ends with its cycle', () => {
    const snapshot = q1()
    expect(roll(snapshot, 'churn', 'drop', 'ana')).toEqual([
      { entity: 'keyResult', id: 'churn', before: { rollOver: null }, after: { rollOver: 'drop' } },
    ])
    expect(roll(snapshot, 'churn', 'drop', 'ana')).toEqual([])
  })

  test('PL20: it needs the right to change it, and is refused for one that goes on', () => {
    expect(refused(() => roll(q1(), 'churn', 'drop', 'ben'))).toEqual(['FORBIDDEN'])
    expect(refused(() => run(q1(), 'olga', call('keyResult.drop', { id: 'gone' })))).toEqual(['NOT_FOUND'])
    const snapshot = q1()
    const changes = roll(snapshot, 'churn')
    expect(refusal(() => roll(snapshot, 'churn', 'drop')).message).toBe(
      'It goes on as “Reduce churn”. Undo that, or delete what it goes on as; then drop it.',
    )
    applyChanges(snapshot, reverseAll(changes))
    roll(snapshot, 'churn', 'drop')
    roll(snapshot, 'churn', 'carry')
    expect(get(snapshot, 'keyResult', 'churn').rollOver).toBe('carry')
  })
})

describe('a measure that goes on', () => {
  const line = { kind: 'increase', baseline: 0, target: 10, current: 4, unit: null, commit: 3, stretch: null } as const
  test.each<[Metric, Loose]>([
    [line, { baseline: 4, current: 4, target: 10, commit: null }],
    [
      { ...line, commit: 6 },
      { baseline: 4, commit: 6 },
    ],
    [
      { ...line, current: null },
      { baseline: 0, current: null, commit: 3 },
    ],
    [
      { ...line, current: 10 },
      { baseline: 0, current: 10 },
    ],
    [
      { ...line, current: 12, stretch: 15 },
      { baseline: 12, stretch: 15 },
    ],
    [{ ...line, target: null }, { baseline: 0 }],
    [
      { ...line, kind: 'decrease', baseline: 9, target: 2, current: 6, commit: 5 },
      { baseline: 6, commit: 5 },
    ],
    [
      { ...line, kind: 'decrease', baseline: null, target: 2, current: 6, commit: 8 },
      { baseline: 6, commit: null },
    ],
    [{ ...line, kind: 'decrease', baseline: 1, target: 5, current: 3, commit: null }, { baseline: 3 }],
  ])('PL12: %j', (metric, expected) => {
    expect(carriedMetric(metric)).toMatchObject(expected)
  })

  test('PL13: steps that are done stay behind unless all are; anything else goes on as it is', () => {
    const step = (name: string, done: number | null) => ({ name, weight: null, done })
    expect(carriedMetric({ kind: 'milestone', steps: [step('a', 1), step('b', 0.5), step('c', null)] })).toMatchObject({
      steps: [{ name: 'b', done: 0.5 }, { name: 'c' }],
    })
    for (const metric of [
      { kind: 'milestone', steps: [step('a', 1)] },
      { kind: 'milestone', steps: [] },
      { kind: 'boolean', current: 1 },
      { kind: 'maintain', lower: 1, upper: 2, current: 5, unit: null },
      { kind: 'ordinal', zones: { commit: null, target: 'b', stretch: null }, current: 'commit' },
    ] satisfies Metric[])
      expect(carriedMetric(metric)).toEqual(metric)
  })
})

describe('a day that goes on', () => {
  const passage = { from: get(network(), 'cycle', 'q1'), into: get(network(), 'cycle', 'q2') }
  test.each([
    ['2027-01-01', '2027-04-01'],
    ['2027-02-15', '2027-05-16'],
    ['2027-03-31', '2027-06-29'],
    ['2026-12-01', '2027-04-01'],
    ['2027-04-20', '2027-04-20'],
    ['2027-09-01', '2027-09-01'],
    [null, null],
  ])('PL14: %s goes on as %s', (day, expected) => {
    expect(carriedDay(day, passage)).toBe(expected)
  })

  test('PL14: in a shorter cycle no day lies after its end', () => {
    const into = { ...passage.into, endsOn: '2027-04-30' }
    expect(carriedDay('2027-03-31', { ...passage, into })).toBe('2027-04-30')
  })
})

const keyResultIds = ['a', 'b', 'c', 'd'] as const
const anyNeed = fc.record({
  consumerKeyResultId: fc.constantFrom(...keyResultIds),
  supplierKeyResultId: fc.constantFrom(...keyResultIds, null),
  state: fc.constantFrom(...promiseStates),
  neededOn: fc.constantFrom(null, '2027-01-20', '2027-03-01', '2027-05-05'),
  what: fc.constantFrom('', 'x', 'y'),
})

const anyQuarter = fc.record({
  nodes: fc.tuple(...keyResultIds.map(() => fc.constantFrom('billing', 'platform', 'brand'))),
  needs: fc.array(anyNeed, { maxLength: 8 }),
})

function quarterOf({ nodes, needs }: { readonly nodes: readonly string[]; readonly needs: readonly Loose[] }): Snapshot {
  const keyResults = Object.fromEntries(keyResultIds.map((id, at) => [id, { node: nodes[at] ?? 'brand', cycle: 'q1', metric: churn }]))
  const fit = needs.filter((need) => need['supplierKeyResultId'] !== need['consumerKeyResultId'])
  return plan(
    keyResults,
    fit.map((need) => ({ ...need, supplierNodeId: need['supplierKeyResultId'] === null ? 'platform' : null })),
  )
}

test('PL19: to carry anything and take it back is to have done nothing', () => {
  fc.assert(
    fc.property(anyQuarter, fc.shuffledSubarray([...keyResultIds]), (quarter, order) => {
      const snapshot = quarterOf(quarter)
      const before = textOf(snapshot)
      const steps = order.map((id) => roll(snapshot, id))
      for (const changes of steps.toReversed()) applyChanges(snapshot, decideUndo(snapshot, changes, { direction: 'undo', now }))
      expect(textOf(snapshot)).toBe(before)
    }),
    { numRuns: runs(60) },
  )
})

/** What stands in Q2, told without ids: who needs what of whom, in which state. */
function told(snapshot: Snapshot): string[] {
  const from = (id: string | null) => (id === null ? null : (get(snapshot, 'keyResult', id).carriedFromId ?? id))
  return keyResultIds
    .flatMap((id) => asksOf(snapshot, id))
    .map((need) =>
      JSON.stringify([from(need.consumerKeyResultId), from(need.supplierKeyResultId), need.supplierNodeId, need.what, need.state, need.neededOn]),
    )
    .sort()
}

test('PL17: in whichever order all key results of a quarter are carried, the same is asked of the same', () => {
  fc.assert(
    fc.property(anyQuarter, fc.shuffledSubarray([...keyResultIds], { minLength: keyResultIds.length }), (quarter, order) => {
      const snapshot = quarterOf(quarter)
      const other = fork(snapshot)
      for (const id of keyResultIds) roll(snapshot, id)
      for (const id of order) roll(other, id)
      expect(told(other)).toEqual(told(snapshot))
      for (const id of keyResultIds) expect(asksOf(snapshot, id)).toHaveLength(needsToCarry(snapshot, id).length)
    }),
    { numRuns: runs(60) },
  )
})
