import { describe, expect, test } from 'vitest'
import type { Who } from '../../../../lib/domain/access.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { answerCalls, type PromiseAnswer, promiseRows } from '../../../../lib/domain/ritual/check/promises.ts'
import { isSeenDifferently, lastSaid } from '../../../../lib/domain/ritual/check/words-said.ts'
import { get, listOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { Side } from '../../../../lib/domain/vocabulary.ts'
import { after, assessed, counter, now, ours, ritualOf, theirs, today, twoSides } from './kit.ts'

const newId = counter()
const checks: Record<Side, string> = { supplier: 'given', consumer: 'taken' }
const people: Record<Side, Who> = { supplier: ours, consumer: theirs }

type Given = Pick<PromiseAnswer, 'side' | 'word'> & Partial<PromiseAnswer> & { at?: string; who?: Who }

function says(snapshot: Snapshot, { at = now, who, ...given }: Given): Snapshot {
  const answer = { dependencyId: 'd1', on: null, note: '', ...given }
  const acting = who ?? people[given.side]
  const ritual = ritualOf(snapshot, checks[given.side])
  return after(snapshot, answerCalls(snapshot, answer, { ritual, who: acting, today, newId }), { who: acting, at })
}

const rows = (snapshot: Snapshot, check: string) => promiseRows(snapshot, assessed(snapshot), ritualOf(snapshot, check))
const later = '2027-02-10T11:00:00Z'

describe('the list', () => {
  test('CK20: what was given, then what was taken; nothing inside, nothing asked, and what was answered stays', () => {
    const snapshot = twoSides([
      { supplier: 'b', consumer: 'a', what: 'Test data' },
      { supplier: 'a', consumer: 'b', what: 'SSO' },
      { supplier: 'a', consumer: 'b', what: 'Asked', state: 'requested' },
      { supplier: 'a', consumer: 'a', what: 'Inside' },
    ])
    expect(rows(snapshot, 'given').map(({ dependencyId, side, answer }) => [dependencyId, side, answer])).toEqual([
      ['d2', 'supplier', null],
      ['d1', 'consumer', null],
    ])
    const taken = says(says(twoSides(), { side: 'supplier', word: 'yes' }), { side: 'consumer', word: 'yes', at: later })
    expect(get(taken, 'dependency', 'd1').state).toBe('accepted')
    expect(rows(taken, 'taken').map(({ answer, theirs: said }) => [answer, said?.word])).toEqual([['yes', 'yes']])
  })
})

describe('two sides', () => {
  test('CK21: what a side said last, by a move or by an answer', () => {
    const delivered = says(twoSides(), { side: 'supplier', word: 'yes' })
    expect(lastSaid(delivered, { id: asId<'dependency'>('d1') }, 'supplier')).toEqual({ word: 'yes', at: now })
    expect(lastSaid(delivered, { id: asId<'dependency'>('d1') }, 'consumer')).toBeNull()
    const blocked = says(delivered, { side: 'supplier', word: 'blocked', at: later })
    expect(lastSaid(blocked, { id: asId<'dependency'>('d1') }, 'supplier')?.word).toBe('blocked')
  })

  test('CK22: delivered, and since then not there', () => {
    const before = says(twoSides(), { side: 'consumer', word: 'blocked' })
    expect(isSeenDifferently(before, get(before, 'dependency', 'd1'))).toBe(false)
    const delivered = says(before, { side: 'supplier', word: 'yes', at: later })
    expect(isSeenDifferently(delivered, get(delivered, 'dependency', 'd1'))).toBe(false)
    const missing = says(delivered, { side: 'consumer', word: 'late', at: '2027-02-10T12:00:00Z' })
    expect(isSeenDifferently(missing, get(missing, 'dependency', 'd1'))).toBe(true)
    expect(rows(missing, 'given')[0]?.isSeenDifferently).toBe(true)
  })

  test.each([
    ['supplier', 'yes', null, 'delivered', null],
    ['supplier', 'late', '2027-02-27', 'promised', '2027-02-27'],
    ['supplier', 'late', '2027-02-20', 'promised', null],
    ['supplier', 'blocked', null, 'promised', null],
    ['consumer', 'yes', null, 'promised', null],
    ['consumer', 'late', '2027-03-01', 'promised', '2027-03-01'],
  ] as const)('CK23: %s says %s (%s): the promise is %s, with the terms %s', (...[side, word, on, ...expected]) => {
    const said = get(says(twoSides(), { side, word, on }), 'dependency', 'd1')
    expect([said.state, said.terms?.on ?? null]).toEqual(expected)
  })

  test('CK23: what is not there goes back with a reason; who does not speak for the side moves nothing', () => {
    const delivered = says(twoSides(), { side: 'supplier', word: 'yes' })
    const back = says(delivered, { side: 'consumer', word: 'blocked', at: later })
    expect(get(back, 'dependency', 'd1').state).toBe('promised')
    expect(listOf(back, 'promiseMove').at(-1)).toMatchObject({ move: 'notSatisfied', reason: 'We are stuck: it is not there.' })
    const guest: Who = { personId: 'cleo', role: 'facilitator', members: new Map([...theirs.members, ['cleo', 'facilitator']]) }
    delivered.tables.person.set('cleo', { ...get(delivered, 'person', 'bob'), id: asId<'person'>('cleo') })
    const kept = says(delivered, { side: 'consumer', word: 'blocked', who: guest, at: later })
    expect(get(kept, 'dependency', 'd1').state).toBe('delivered')
    expect(rows(kept, 'taken')[0]?.answer).toBe('blocked')
  })

  test('CK24: one thread that mentions who leads either side, and no second one while it is open', () => {
    const delivered = says(twoSides(), { side: 'supplier', word: 'yes' })
    const missing = says(delivered, { side: 'consumer', word: 'blocked', at: later })
    const [thread, ...more] = listOf(missing, 'comment')
    expect(more).toEqual([])
    expect(thread).toMatchObject({ subject: 'dependency', subjectId: 'd1', mentionIds: ['ann', 'bob'] })
    expect(thread?.text).toMatch(/platform says that “SSO” is delivered, onboarding says that it is not there\. What is missing\?$/)
    const again = says(missing, { side: 'consumer', word: 'late', at: '2027-02-10T12:00:00Z' })
    expect(listOf(again, 'comment')).toHaveLength(1)
  })

  test('CK25: an answer replaces the one before in the same check', () => {
    const twice = says(says(twoSides(), { side: 'supplier', word: 'blocked' }), { side: 'supplier', word: 'yes', at: later })
    expect(listOf(twice, 'ritualItem').map(({ value, about }) => [value, about])).toEqual([[1, 'd1']])
  })

  test('CK20: a promise that is deleted meanwhile is not asked for, and an answer to it says so', () => {
    const snapshot = twoSides()
    const gone = after(snapshot, [call('keyResult.delete', { id: 'b', carry: true })], { who: { ...ours, role: 'editor' } })
    expect(rows(gone, 'given')).toEqual([])
    expect(() => says(gone, { side: 'supplier', word: 'yes' })).toThrow(/There is no need “d1”/)
  })
})
