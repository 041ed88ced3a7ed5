import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { call } from '../../../../lib/domain/command/call.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { type KeyResultSince, keyResultFates } from '../../../../lib/domain/ritual/plan/since/key-results.ts'
import { type PromiseSince, promiseFates } from '../../../../lib/domain/ritual/plan/since/promises.ts'
import { sinceBaseline } from '../../../../lib/domain/ritual/plan/since/since.ts'
import { fork, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { runs } from '../../../property-runs.ts'
import { plan, run, shuffled } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const later = '2027-05-20'

function quarter(fields: Loose = {}, churn: Loose = {}): Snapshot {
  return plan(
    {
      churn: { node: 'billing', title: 'Reduce churn', metric: { kind: 'decrease', baseline: 6, target: 4, current: 6, unit: '%' }, ...churn },
      login: { node: 'platform', title: 'One login' },
    },
    [
      {
        consumerKeyResultId: 'churn',
        supplierKeyResultId: 'login',
        what: 'SSO live',
        state: 'promised',
        neededOn: '2027-05-15',
        promisedOn: '2027-05-15',
        ...fields,
      },
    ],
  )
}

function since(then: Snapshot, now: Snapshot, today = '2027-05-10') {
  return sinceBaseline(then, now, { cycleId: 'q2', today })
}

function texts(list: readonly (KeyResultSince | PromiseSince)[]): (readonly [string, string])[] {
  return list.map(({ fate, sentence }) => [fate, sentenceText(sentence)])
}

function after(change: (now: Snapshot) => void, then = quarter()) {
  const now = fork(then)
  change(now)
  return since(then, now)
}

describe('key results since the baseline', () => {
  test('PL60: as planned, changed, dropped, moved out and added', () => {
    const result = after((now) =>
      run(now, 'olga', [
        call('keyResult.update', { id: 'churn', set: { metric: { current: 5 }, confidence: 0.5, grade: 0.4 } }),
        call('keyResult.delete', { id: 'login', carry: true }),
        call('objective.create', { id: 'new-obj', nodeId: 'brand', cycleId: 'q2', title: 'New' }),
        call('keyResult.create', { id: 'book', objectiveId: 'new-obj', title: 'Book', metric: { kind: 'boolean' } }),
      ]),
    )
    expect(texts(result.keyResults)).toEqual([
      ['asPlanned', '“Reduce churn” (Billing) is as it was planned.'],
      ['dropped', '“One login” (Platform) was dropped.'],
      ['added', '“Book” (Brand) came on since.'],
    ])
    expect(result.keyResults.map(({ nodeId }) => nodeId)).toEqual(['billing', 'platform', 'brand'])
    expect(result.counts.keyResults).toEqual({ asPlanned: 1, changed: 0, dropped: 1, added: 1 })
  })

  test('PL60: one that is in another cycle by now was dropped from this one', () => {
    const result = after((now) => run(now, 'olga', call('objective.update', { id: 'obj-churn', set: { cycleId: 'q1' } })))
    expect(texts(result.keyResults)[0]).toEqual(['dropped', '“Reduce churn” (Billing) was moved out of the cycle.'])
  })

  test('PL61: a changed one is told field by field', () => {
    const result = after((now) =>
      run(now, 'olga', call('keyResult.update', { id: 'churn', set: { metric: { target: 4.5 }, dueOn: '2027-06-15', ownerId: 'eva' } })),
    )
    expect(texts(result.keyResults)[0]).toEqual([
      'changed',
      'Key result “Reduce churn”: target 4% → 4.5%, owner set to Eva, due date set to 15 Jun 2027.',
    ])
    const renamed = after((now) =>
      run(now, 'olga', call('keyResult.update', { id: 'churn', set: { title: 'Lower churn', metric: { kind: 'boolean' } } })),
    )
    expect(renamed.counts.keyResults.changed).toBe(1)
  })
})

describe('promises since the baseline', () => {
  const delivered = (on: string, state = 'delivered') =>
    after((now) => {
      run(now, 'ben', call('promise.move', { id: 'd1', moveId: 'm1', move: 'deliver' }), `${on}T09:00:00Z`)
      if (state === 'accepted') run(now, 'ana', call('promise.move', { id: 'd1', moveId: 'm2', move: 'accept' }), `${later}T09:00:00Z`)
    })

  test('PL62: kept is what was delivered by the day of the baseline, however late it was accepted', () => {
    expect(texts(delivered('2027-05-15').promises)).toEqual([['kept', 'Platform gave “SSO live” as promised.']])
    expect(texts(delivered('2027-05-15', 'accepted').promises)).toEqual([['kept', 'Platform gave “SSO live” as promised.']])
    expect(texts(delivered('2027-05-16').promises)).toEqual([['cameLate', 'Platform gave “SSO live” 1 day late.']])
    expect(texts(delivered('2027-05-18', 'accepted').promises)).toEqual([['cameLate', 'Platform gave “SSO live” 3 days late.']])
  })

  test('PL62: what was delivered before the baseline was kept', () => {
    const then = quarter({ state: 'accepted', promisedOn: '2027-03-01' })
    expect(texts(since(then, fork(then)).promises)).toEqual([['kept', 'Platform had given “SSO live” before the plan was committed.']])
  })

  test('PL62: to come, late, moved, taken back, and not needed any more', () => {
    const then = quarter()
    expect(texts(since(then, fork(then)).promises)).toEqual([['running', '“SSO live” of Platform is promised as it was.']])
    expect(texts(since(then, fork(then), '2027-05-15').promises)[0]?.[0]).toBe('running')
    expect(texts(since(then, fork(then), '2027-05-18').promises)).toEqual([['late', '“SSO live” of Platform is 3 days late.']])
    const moved = (promisedOn: string) => texts(since(then, quarter({ promisedOn })).promises)
    expect(moved('2027-05-27')).toEqual([['moved', '“SSO live” of Platform is promised 12 days later, for 27 May.']])
    expect(moved('2027-05-14')).toEqual([['moved', '“SSO live” of Platform is promised 1 day earlier, for 14 May.']])
    expect(texts(since(then, quarter({ state: 'revoked' })).promises)).toEqual([
      ['takenBack', 'Platform took “SSO live” back; “Reduce churn” still needs it.'],
    ])
    for (const state of ['cancelled', 'withdrawn'])
      expect(texts(since(then, quarter({ state })).promises)).toEqual([['released', '“Reduce churn” does not need “SSO live” of Platform any more.']])
    expect(texts(after((now) => run(now, 'olga', call('keyResult.delete', { id: 'churn', carry: true }))).promises)[0]?.[0]).toBe('released')
  })

  test('PL62: one that moved and passed its new day is late, not moved', () => {
    expect(since(quarter(), quarter({ promisedOn: '2027-05-08' })).promises[0]?.fate).toBe('late')
  })

  test('PL63: what was open is promised since, open still, or not needed; other needs came', () => {
    const then = quarter({ state: 'requested', promisedOn: null })
    expect(texts(since(then, quarter()).promises)).toEqual([['promised', '“SSO live” of Platform has been promised since.']])
    for (const state of ['draft', 'declined', 'countered', 'deferred', 'offered', 'revoked'])
      expect(texts(since(then, quarter({ state })).promises), state).toEqual([['open', '“SSO live” of Platform is still not promised.']])
    expect(since(then, quarter({ state: 'withdrawn' })).promises[0]).toMatchObject({ fate: 'released', wasPromised: false })
    const came = after((now) => {
      run(
        now,
        'ana',
        call('dependency.create', { id: 'd9', consumerKeyResultId: 'churn', supplierNodeId: 'brand', what: 'Film', strength: 1, state: 'requested' }),
      )
    })
    expect(texts(came.promises)[1]).toEqual(['added', '“Reduce churn” came to need “Film” of Brand.'])
  })
})

describe('one sentence', () => {
  test('PL64: counts what stands and what became of promises', () => {
    const then = quarter()
    expect(since(then, fork(then)).lead).toBe('Both planned key results stand; of 1 promise: 1 still to come.')
    expect(
      after((now) =>
        run(now, 'olga', [
          call('keyResult.update', { id: 'churn', set: { title: 'Churn' } }),
          call('keyResult.delete', { id: 'login', carry: true }),
        ]),
      ).lead,
    ).toBe('Of 2 planned key results 1 was changed and 1 was dropped; of 1 promise: 1 still to come.')
    expect(since(quarter(), quarter({ state: 'revoked' })).lead).toBe('Both planned key results stand; of 1 promise: 1 taken back.')
  })

  test('PL64: a baseline of nothing', () => {
    expect(since(plan({}), quarter()).lead).toBe('No key result was planned; 2 came on; nothing was promised.')
    expect(since(plan({}), plan({})).lead).toBe('No key result was planned; nothing was promised.')
    const one = plan({ churn: { node: 'billing' } })
    expect(since(one, fork(one)).lead).toBe('The one planned key result stands; nothing was promised.')
  })

  const anyNeeds = fc.array(fc.record({ state: fc.constantFrom(...promiseStates), promisedOn: fc.constantFrom(null, '2027-04-20', '2027-05-20') }), {
    maxLength: 6,
  })
  const quarterOf = (needs: readonly Loose[]) =>
    plan(
      { churn: { node: 'billing' }, login: { node: 'platform' } },
      needs.map((need) => ({ consumerKeyResultId: 'churn', supplierKeyResultId: 'login', ...need })),
    )

  test('PL64: every key result and need has one fate; the order of records does not matter', () => {
    fc.assert(
      fc.property(anyNeeds, anyNeeds, fc.integer({ min: 1, max: 40 }), (before, now, seed) => {
        const [then, present] = [quarterOf(before), quarterOf(now)]
        const result = since(then, present)
        expect(since(shuffled(then, seed), shuffled(present, seed + 1))).toEqual(result)
        const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, count) => sum + count, 0)
        expect(total(result.counts.keyResults)).toBe(result.keyResults.length)
        expect(total(result.counts.promises)).toBe(result.promises.length)
        expect(new Set(result.promises.map(({ dependencyId }) => dependencyId)).size).toBe(result.promises.length)
        expect([Object.keys(result.counts.keyResults), Object.keys(result.counts.promises)]).toEqual([[...keyResultFates], [...promiseFates]])
      }),
      { numRuns: runs(80) },
    )
  })

  test('PL64: against itself everything stands, and nothing was moved, added or released', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const then = quarterOf(needs)
        const { counts } = sinceBaseline(then, fork(then), { cycleId: 'q2', today: '2027-04-01' })
        expect(counts.keyResults).toEqual({ added: 0, dropped: 0, changed: 0, asPlanned: 2 })
        expect([counts.promises.moved, counts.promises.added, counts.promises.released, counts.promises.promised, counts.promises.takenBack]).toEqual(
          [0, 0, 0, 0, 0],
        )
      }),
      { numRuns: runs(60) },
    )
  })
})
