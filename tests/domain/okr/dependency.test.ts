import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { dependencyConditions } from '../../../lib/domain/okr/assessment.ts'
import { isSettledState, promiseClass } from '../../../lib/domain/okr/promise-class.ts'
import { worseCondition } from '../../../lib/domain/okr/status-counts.ts'
import { type PromiseState, promiseStates } from '../../../lib/domain/vocabulary.ts'
import { goldenAnswer, goldenNetwork, needsNetwork, type SketchedNeed } from '../sketch.ts'

function one(need: Partial<SketchedNeed>, today = '2027-02-10') {
  const { dependencies } = assess(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', ...need }]), { today, cycleId: 'q' })
  const dependency = dependencies.get('d1')
  if (!dependency) throw new Error('d1 is missing')
  return dependency
}

function statesOf(kind: string): PromiseState[] {
  return promiseStates.filter((state) => promiseClass(state) === kind)
}

describe('what a state counts as', () => {
  test('ST10: promised, open, refused, draft and ended are all the states there are', () => {
    expect(statesOf('promised')).toEqual(['promised', 'delivered', 'accepted'])
    expect(statesOf('open')).toEqual(['offered', 'requested', 'countered', 'deferred'])
    expect(statesOf('refused')).toEqual(['declined', 'revoked'])
    expect(statesOf('draft')).toEqual(['draft'])
    expect(statesOf('ended')).toEqual(['withdrawn', 'cancelled'])
    expect(promiseStates.filter(isSettledState)).toEqual(['delivered', 'accepted'])
  })

  test('ST10: the assessment carries the class of each dependency', () => {
    for (const state of promiseStates) {
      const { isPromised, isOpen, isEnded, isSettled } = one({ state })
      expect({ isPromised, isOpen, isEnded, isSettled }).toEqual({
        isPromised: promiseClass(state) === 'promised',
        isOpen: promiseClass(state) === 'open',
        isEnded: promiseClass(state) === 'ended',
        isSettled: isSettledState(state),
      })
    }
  })
})

describe('late, overdue, backwards', () => {
  test('ST11: a promise is late from the day after the promised one', () => {
    expect(one({ promisedOn: '2027-02-10' })).toMatchObject({ marks: [], lateDays: 0 })
    expect(one({ promisedOn: '2027-02-09' })).toMatchObject({ marks: ['late'], lateDays: 1 })
    expect(one({ promisedOn: '2027-01-29' }).lateDays).toBe(12)
  })

  test('ST11: only what is promised and not yet delivered can be late', () => {
    const late = promiseStates.filter((state) => one({ state, promisedOn: '2027-01-01', neededOn: '2027-01-01' }).lateDays > 0)
    expect(late).toEqual(['promised'])
  })

  test('ST12: without a promised day the needed day counts; with one it does not', () => {
    expect(one({ neededOn: '2027-02-05' })).toMatchObject({ marks: ['late'], lateDays: 5 })
    expect(one({ neededOn: '2027-02-05', promisedOn: '2027-02-20' })).toMatchObject({ marks: ['backwards'], lateDays: 0, backwardsDays: 15 })
    expect(one({})).toMatchObject({ marks: [], condition: 'promised' })
  })

  test('ST13: what nobody has promised is overdue from the day after the needed one', () => {
    const overdue = promiseStates.filter((state) => one({ state, neededOn: '2027-02-09' }).overdueDays > 0)
    expect(overdue).toEqual(['draft', 'offered', 'requested', 'countered', 'deferred', 'declined', 'revoked'])
    expect(one({ state: 'requested', neededOn: '2027-02-10' }).overdueDays).toBe(0)
    expect(one({ state: 'requested', neededOn: '2027-02-01' })).toMatchObject({ marks: ['overdue'], overdueDays: 9 })
  })

  test('ST13: a promised day does not keep an ask from being overdue', () => {
    expect(one({ state: 'countered', neededOn: '2027-02-01', promisedOn: '2027-03-01' })).toMatchObject({
      marks: ['overdue', 'backwards'],
      backwardsDays: 28,
    })
  })

  test('ST14: backwards is a promise for a day after the needed one, whatever today is', () => {
    expect(one({ neededOn: '2027-03-01', promisedOn: '2027-03-02' }, '2027-01-01')).toMatchObject({ marks: ['backwards'], backwardsDays: 1 })
    expect(one({ neededOn: '2027-03-02', promisedOn: '2027-03-02' })).toMatchObject({ marks: [], backwardsDays: 0 })
  })

  test('ST15: days are calendar days, also over a change of the clocks', () => {
    expect(one({ promisedOn: '2027-03-27' }, '2027-03-29').lateDays).toBe(2)
  })

  test('ST16: an ended dependency has no mark', () => {
    for (const state of ['withdrawn', 'cancelled'])
      expect(one({ state, neededOn: '2027-01-01', promisedOn: '2027-01-20' })).toMatchObject({
        marks: [],
        lateDays: 0,
        overdueDays: 0,
        backwardsDays: 0,
        condition: 'ended',
      })
  })

  test('ST17: the one word is the refusal, else the strongest mark, else where the promise stands', () => {
    const past = { neededOn: '2027-01-01', promisedOn: '2027-01-20' }
    expect(promiseStates.map((state) => one({ state, ...past }).condition)).toEqual([
      'overdue',
      'overdue',
      'overdue',
      'overdue',
      'overdue',
      'late',
      'delivered',
      'accepted',
      'declined',
      'revoked',
      'ended',
      'ended',
    ])
    expect(promiseStates.map((state) => one({ state }).condition)).toEqual([
      'draft',
      'open',
      'open',
      'open',
      'open',
      'promised',
      'delivered',
      'accepted',
      'declined',
      'revoked',
      'ended',
      'ended',
    ])
  })

  test('ST17: of two words the worse one is kept, from either side', () => {
    for (const [worse, a] of dependencyConditions.entries())
      for (const [better, b] of dependencyConditions.entries()) {
        expect(worseCondition(a, b)).toBe(dependencyConditions[Math.min(worse, better)])
      }
    expect(worseCondition(null, 'accepted')).toBe('accepted')
  })
})

describe('coverage', () => {
  test('ST18: on the worked example 8 of 12 are promised, 3 are open, 1 was declined', () => {
    const { coverage } = assess(goldenNetwork(), { today: '2027-01-05', cycleId: 'cycle_q' }).network
    expect(coverage).toMatchObject({
      total: 12,
      promised: 8,
      open: goldenAnswer('krNetwork', 'openRequests'),
      refused: goldenAnswer('krNetwork', 'declined'),
      draft: 0,
      ended: 0,
    })
    expect(coverage.share).toBeCloseTo(Number(goldenAnswer('krNetwork', 'writtenCommitmentCoverage')), 9)
  })

  test('ST19: ended ones are in no number, drafts are not asked of anybody', () => {
    const states: PromiseState[] = ['promised', 'requested', 'draft', 'withdrawn', 'cancelled']
    const snapshot = needsNetwork(
      { a: {}, b: {} },
      states.map((state) => ({ supplier: 'a', consumer: 'b', state, neededOn: '2027-01-01' })),
    )
    const { coverage } = assess(snapshot, { today: '2027-02-01', cycleId: 'q' }).network
    expect(coverage).toMatchObject({
      total: 3,
      promised: 1,
      open: 1,
      draft: 1,
      ended: 2,
      share: 0.5,
      crossNode: 3,
      crossArea: 0,
      late: 1,
      overdue: 2,
    })
  })

  test('ST19: where nothing is asked there is no share, and no division by zero', () => {
    const share = (state: PromiseState) =>
      assess(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state }]), { today: '2027-02-01', cycleId: 'q' }).network.coverage.share
    expect([share('draft'), share('withdrawn'), share('requested')]).toEqual([null, null, 0])
  })

  test('ST19: a need on a node without a key result counts as any other', () => {
    const snapshot = needsNetwork({ a: { area: 'x' }, b: {} }, [{ supplier: null, consumer: 'b', supplierNodeId: 'node_a' }])
    expect(assess(snapshot, { today: '2027-02-01', cycleId: 'q' }).network.coverage).toMatchObject({
      total: 1,
      promised: 1,
      crossNode: 1,
      crossArea: 1,
      onNodeOnly: 1,
    })
  })
})
