import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { inboxOf } from '../../../lib/domain/promise/inbox.ts'
import { ageInDays, waitingOf } from '../../../lib/domain/promise/waiting.ts'
import { get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../lib/domain/vocabulary.ts'
import { record } from '../sketch.ts'
import { network, now, type PersonOfTest, promise, today, who } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

function inbox(snapshot: Snapshot, person: PersonOfTest | Who, at = now) {
  return inboxOf(snapshot, assess(snapshot, { today: at.slice(0, 10), cycleId: 'q' }), typeof person === 'string' ? who(person) : person, at)
}

/** A promise without the check-ins that its key results owe. */
function promises(snapshot: Snapshot, person: PersonOfTest) {
  return inbox(snapshot, person).filter(({ kind }) => kind !== 'checkIn')
}

const request = { move: 'request', to: 'requested', side: 'consumer', personId: 'ana' }

describe('for whom a promise waits', () => {
  test('PR70: of every state, whom and for what', () => {
    const whom = promiseStates.map((state) => {
      const snapshot = promise({ state })
      const waiting = waitingOf(snapshot, get(snapshot, 'dependency', 'd1'))
      return [state, waiting && `${waiting.kind} ${waiting.side}`]
    })
    expect(Object.fromEntries(whom)).toEqual({
      draft: null,
      offered: 'answer consumer',
      requested: 'answer supplier',
      countered: 'counter consumer',
      deferred: 'answer supplier',
      promised: null,
      delivered: 'delivery consumer',
      accepted: null,
      declined: 'refused consumer',
      revoked: 'refused consumer',
      withdrawn: null,
      cancelled: null,
    })
  })

  test('PR70: a pending change waits for the side that has not proposed it', () => {
    const waiting = (by: string) => {
      const snapshot = promise({ state: 'promised', terms: { by, on: '2027-03-20' } })
      return waitingOf(snapshot, get(snapshot, 'dependency', 'd1'))
    }
    expect(waiting('supplier')).toMatchObject({ kind: 'proposal', side: 'consumer' })
    expect(waiting('consumer')).toMatchObject({ kind: 'proposal', side: 'supplier' })
  })

  test('PR71: its age counts from the last move of that kind, else from the id, else it is unknown', () => {
    const again = [
      request,
      { move: 'decline', from: 'requested', to: 'declined', side: 'supplier', reason: 'no' },
      { ...request, from: 'declined', at: '2027-02-08T23:30:00Z' },
    ]
    expect(promises(promise({}, again), 'ben')[0]?.ageDays).toBe(2)
    expect(promises(promise(), 'ben')[0]?.ageDays).toBeNull()
    const reader = { dayOf: (at: string) => at.slice(0, 10), today }
    const made = Date.parse('2027-02-06T09:00:00Z').toString(16).padStart(12, '0')
    expect(ageInDays(`dep_${made.slice(0, 8)}-${made.slice(8)}-7000-8000-000000000001`, undefined, reader)).toBe(4)
  })
})

describe('the inbox of a person', () => {
  test('PR72: an ask is with the leads of the side that is asked, and with nobody else', () => {
    const snapshot = promise({}, [request])
    expect(promises(snapshot, 'ben')).toMatchObject([
      { id: 'answer:d1', kind: 'answer', dependencyId: 'd1', keyResultId: null, ageDays: 6, dueInDays: 19 },
    ])
    for (const person of ['ana', 'carl', 'cleo', 'eva', 'olga', 'fay', 'vic'] as const) expect(promises(snapshot, person)).toEqual([])
  })

  test('PR72: where nobody leads, editors and owners have it', () => {
    const snapshot = network([{ supplier: 'give', consumer: 'need', what: 'SSO', state: 'requested' }], { participation: [] })
    expect(promises(snapshot, 'eva')).toHaveLength(1)
    expect(promises(snapshot, 'olga')).toHaveLength(1)
    expect(promises(snapshot, 'ben')).toEqual([])
  })

  test('PR72: who is no person of the network has none', () => {
    expect(inbox(promise(), system)).toEqual([])
  })

  test('PR72: an ask of another cycle waits as well', () => {
    const keyed = promise({}, [request])
    const assessment = assess(keyed, { today, cycleId: 'none' })
    expect(inboxOf(keyed, assessment, who('ben'), now).filter(({ kind }) => kind === 'answer')).toHaveLength(1)
  })

  test('PR73: a promise is there seven days before its day, and after it, until it is delivered', () => {
    const due = (fields: Loose) => promises(promise({ state: 'promised', ...fields }), 'ben').map(({ kind, dueInDays }) => [kind, dueInDays])
    expect(due({ promisedOn: '2027-02-17' })).toEqual([['deliver', 7]])
    expect(due({ promisedOn: '2027-02-18' })).toEqual([])
    expect(due({ promisedOn: '2027-02-05' })).toEqual([['deliver', -5]])
    expect(due({ promisedOn: null, neededOn: '2027-02-12' })).toEqual([['deliver', 2]])
    expect(due({ promisedOn: null, neededOn: null })).toEqual([])
    expect(promises(promise({ state: 'delivered', promisedOn: '2027-02-12' }), 'ben')).toEqual([])
  })

  test('PR73: what who takes it says they have is there whatever its day, to be said delivered', () => {
    const snapshot = promise({ state: 'promised', promisedOn: '2027-06-30' })
    expect(promises(snapshot, 'ben')).toEqual([])
    const said = { id: 'i1', kind: 'answer', ritualId: 'check', about: 'd1', subject: 'dependency', key: 'promise.taken', value: 1, at: now }
    snapshot.tables.ritualItem.set('i1', record('ritualItem', said))
    const [item, ...others] = promises(snapshot, 'ben')
    expect([item?.kind, item?.sentence, others]).toEqual(['deliver', 'billing says that it has “SSO live” – say that it is delivered', []])
    expect(promises(snapshot, 'ana')).toEqual([])
  })

  test('PR74: an overdue check-in is with the owner who can sign in, else with those who speak for the node', () => {
    const late = (ownerId: string | null) => {
      const snapshot = network()
      const keyResult = get(snapshot, 'keyResult', 'give')
      snapshot.tables.keyResult.set('give', { ...keyResult, ownerId: ownerId as typeof keyResult.ownerId })
      return (['ana', 'ben', 'cleo'] as const).filter((person) => inbox(snapshot, person).some(({ id }) => id === 'checkIn:give'))
    }
    expect(late(null)).toEqual(['ben'])
    expect(late('cleo')).toEqual(['cleo'])
    expect(late('gone')).toEqual(['ben'])
  })

  test('PR74: its age counts from the day on which it became overdue', () => {
    const at = '2027-02-01T09:00:00Z'
    const checkIn = ['give', 'spare'].map((keyResultId, index) => ({ id: `c${index}`, keyResultId, at: index === 0 ? at : '2027-02-09T09:00:00Z' }))
    expect(inbox(network([], { checkIn }), 'ben')).toMatchObject([
      { id: 'checkIn:give', keyResultId: 'give', dependencyId: null, ageDays: 1, dueInDays: -1 },
    ])
  })

  test('PR74, AL5: it is overdue from the limit on that the network has set', () => {
    const checkIn = ['give', 'spare'].map((keyResultId, index) => ({ id: `c${index}`, keyResultId, at: '2027-02-01T09:00:00Z' }))
    const ages = (limit: number) =>
      inbox(network([], { checkIn, checkSetting: [{ id: 's', rule: 'stale', limit }] }), 'ben').map(({ ageDays }) => ageDays)
    expect([ages(9), ages(4)]).toEqual([[], [5, 5]])
  })

  test('PR74: before the first check-in nobody knows since when one is due, as a key result may be of today', () => {
    const [first] = inbox(network(), 'ben')
    expect(first).toMatchObject({ id: 'checkIn:give', ageDays: null, dueInDays: null })
  })

  test('PR75: oldest first, then soonest due; what nobody knows the age of comes last', () => {
    const need = { supplier: 'give', consumer: 'need', state: 'requested' }
    const ask = (dependencyId: string, at: string) => ({ ...request, id: `m-${dependencyId}`, dependencyId, at })
    const needs = [
      { ...need, what: 'unknown', neededOn: '2027-02-11' },
      { ...need, what: 'young' },
      { ...need, what: 'old, later', neededOn: '2027-04-01' },
      { ...need, what: 'old, sooner', neededOn: '2027-03-01' },
    ]
    const moves = [ask('d2', '2027-02-09T09:00:00Z'), ask('d3', '2027-02-01T09:00:00Z'), ask('d4', '2027-02-01T19:00:00Z')]
    expect(promises(network(needs, { promiseMove: moves }), 'ben').map(({ dependencyId }) => dependencyId)).toEqual(['d4', 'd3', 'd2', 'd1'])
  })

  const told: readonly (readonly [person: PersonOfTest, fields: Loose, moves: readonly Loose[], sentence: string])[] = [
    ['ben', {}, [request], 'billing needs “SSO live” from you by 1 Mar – asked 6 days ago by Ana'],
    ['ben', { neededOn: null }, [], 'billing needs “SSO live” from you'],
    ['ben', { state: 'deferred', answerBy: '2027-02-12' }, [request], 'billing needs “SSO live” from you by 1 Mar – you will answer by 12 Feb'],
    [
      'ana',
      { state: 'offered', promisedOn: '2028-03-05' },
      [{ move: 'offer', to: 'offered', side: 'supplier', personId: 'ben', at: '2027-02-09T09:00:00Z' }],
      'platform offers you “SSO live” for 5 Mar 2028 – offered yesterday by Ben',
    ],
    [
      'ana',
      { state: 'countered', terms: { by: 'supplier', on: '2027-03-20', what: 'SAML' } },
      [{ move: 'counter', from: 'requested', to: 'countered', side: 'supplier', personId: 'ben', at: now }],
      'platform counters on “SSO live”: by 20 Mar, “SAML” – countered today by Ben',
    ],
    [
      'ana',
      { state: 'promised', terms: { by: 'supplier', on: '2027-03-20' } },
      [{ move: 'propose', from: 'promised', to: 'promised', side: 'supplier' }],
      'platform proposes to change “SSO live”: by 20 Mar – proposed 6 days ago',
    ],
    [
      'ana',
      { state: 'delivered' },
      [{ move: 'deliver', from: 'promised', to: 'delivered', side: 'supplier', personId: 'ben' }],
      'platform delivered “SSO live” to you – delivered 6 days ago by Ben',
    ],
    [
      'ana',
      { state: 'declined' },
      [{ move: 'decline', from: 'requested', to: 'declined', side: 'supplier', reason: 'No capacity' }],
      'platform declined “SSO live”: No capacity – ask again, or give it up',
    ],
    ['ben', { state: 'promised', promisedOn: '2027-02-12' }, [], 'You promised billing “SSO live” for 12 Feb – due in 2 days'],
    ['ben', { state: 'promised', promisedOn: '2027-02-09' }, [], 'You promised billing “SSO live” for 9 Feb – 1 day late'],
  ]
  test.each(told.map(([person, fields, moves, sentence]) => ({ person, fields, moves, sentence })))(
    'PR76: $sentence',
    ({ person, fields, moves, sentence }) => {
      expect(promises(promise(fields, moves), person).map((item) => item.sentence)).toEqual([sentence])
    },
  )
})
