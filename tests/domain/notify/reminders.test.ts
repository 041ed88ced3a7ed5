import { describe, expect, test } from 'vitest'
import { diff } from '../../../lib/domain/change.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { mayConcern, notificationsOf } from '../../../lib/domain/notify/notify.ts'
import { remindersOf } from '../../../lib/domain/notify/reminders.ts'
import { tellingOf } from '../../../lib/domain/notify/telling.ts'
import { applyChanges, find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { record, sketch } from '../sketch.ts'

type Loose = Readonly<Record<string, unknown>>

const members: ReadonlyMap<string, Role> = new Map([
  ['ana', 'contributor'],
  ['bea', 'contributor'],
  ['olga', 'owner'],
  ['vic', 'viewer'],
])

/** Ana leads Care, which has drafted; Bea leads Billing, which has not; Dan owns a result and has no account. Clocks are those of Berlin. */
function network(more: Partial<Record<EntityName, readonly Loose[]>> = {}): Snapshot {
  return sketch({
    network: [{ id: 'net', timeZone: 'Europe/Berlin', weekStart: 'monday' }],
    area: [{ id: 'area' }],
    node: ['care', 'billing'].map((id) => ({ id, areaId: 'area' })),
    person: ['ana', 'bea', 'dan', 'olga', 'vic'].map((id) => ({ id })),
    participation: [
      { id: 'p1', nodeId: 'care', personId: 'ana', tier: 'lead' },
      { id: 'p2', nodeId: 'billing', personId: 'bea', tier: 'lead' },
      { id: 'p3', nodeId: 'billing', personId: 'dan', tier: 'lead' },
    ],
    cycle: [
      { id: 'q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' },
      { id: 'q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' },
    ],
    objective: [
      { id: 'o1', nodeId: 'care', cycleId: 'q1' },
      { id: 'o2', nodeId: 'billing', cycleId: 'q1' },
      { id: 'o3', nodeId: 'care', cycleId: 'q2' },
    ],
    keyResult: [
      { id: 'k-ana', objectiveId: 'o1', ownerId: 'ana', grade: 0.7 },
      { id: 'k-bea', objectiveId: 'o2', ownerId: 'bea' },
      { id: 'k-dan', objectiveId: 'o2', ownerId: 'dan' },
      { id: 'k-next', objectiveId: 'o3', ownerId: 'ana' },
    ],
    ...more,
  })
}

const reminded = (snapshot: Snapshot, at: string) =>
  remindersOf(snapshot, members, Date.parse(at)).map(({ personId, kind, subjectId, dueMs }) =>
    [personId, kind, subjectId, new Date(dueMs).toISOString()].join(' '),
  )

describe('before planning', () => {
  const session = (startsAt: string | null, state = 'open') => ({
    ritual: [{ id: 'rit', kind: 'plan', phase: 'lobby', cycleId: 'q2', startsAt, state }],
  })
  const bea = (due: string) => [`bea plan.unready billing ${due}T04:00:00.000Z`]

  test('NO43: leads of nodes with under two dots, seven and two days before the session, in the morning of the network', () => {
    const snapshot = network(session('2027-04-12T08:00:00Z'))
    expect(reminded(snapshot, '2027-04-05T03:59:59Z')).toEqual([])
    expect(reminded(snapshot, '2027-04-05T04:00:00Z')).toEqual(bea('2027-04-05'))
    expect(reminded(snapshot, '2027-04-07T04:00:00Z')).toEqual([])
    expect(reminded(snapshot, '2027-04-10T04:00:00Z')).toContain(bea('2027-04-10')[0])
    expect(reminded(snapshot, '2027-04-12T04:00:00Z')).toEqual([])
  })

  test('NO43: without a day of the session, before the cycle that is planned starts; and for none that is over', () => {
    expect(reminded(network(), '2027-03-25T06:00:00Z')).toEqual(['bea plan.unready billing 2027-03-25T05:00:00.000Z'])
    expect(reminded(network(session('2027-04-12T08:00:00Z', 'cancelled')), '2027-04-05T05:00:00Z')).toEqual([])
    expect(reminded(network(session(null)), '2027-03-25T06:00:00Z')).toHaveLength(1)
    const ready = network({ ...session('2027-04-12T08:00:00Z'), keyResult: [{ id: 'k', objectiveId: 'o2', grade: 1 }] })
    expect(reminded(ready, '2027-04-05T05:00:00Z')).toEqual([])
  })
})

describe('at the end of a week', () => {
  const bea = (due: string) => [`bea checkIn.missing bea ${due}`]

  test('NO44: owners of results of the running cycle that nobody spoke of, on Friday at three of the network, winter and summer', () => {
    expect(reminded(network(), '2027-02-12T13:59:59Z')).toEqual([])
    expect(reminded(network(), '2027-02-12T14:00:00Z')).toEqual(bea('2027-02-12T14:00:00.000Z'))
    expect(reminded(network({ cycle: [{ id: 'q1' }, { id: 'q2' }] }), '2027-04-16T13:00:00Z')).toContain(bea('2027-04-16T13:00:00.000Z')[0])
    const sunday = reminded(network(), '2027-02-14T13:00:00Z')
    expect([sunday, reminded(network(), '2027-02-14T14:00:00Z')]).toEqual([bea('2027-02-12T14:00:00.000Z'), []])
  })

  test('NO44: a plan that was committed ahead asks for no check-in before its cycle begins', () => {
    const begins = (startsOn: string) =>
      network({
        cycle: [
          { id: 'q1', startsOn, endsOn: '2027-03-31', phase: 'active' },
          { id: 'q2', phase: 'planning' },
        ],
      })
    expect(reminded(begins('2027-02-13'), '2027-02-12T14:00:00Z')).toEqual([])
    expect(reminded(begins('2027-02-12'), '2027-02-12T14:00:00Z')).toEqual(bea('2027-02-12T14:00:00.000Z'))
  })

  const four = ['k-one', 'k-two', 'k-three', 'k-four'].map((id) => ({ id, title: id, objectiveId: 'o2', ownerId: 'bea' }))
  const sayingOf = (snapshot: Snapshot) =>
    tellingOf(snapshot, {
      kind: 'checkIn.missing',
      subject: 'person',
      subjectId: 'bea',
      actor: 'weft',
      at: '2027-02-12T14:00:00Z',
      gone: null,
      role: 'contributor',
    })

  test('NO44: one reminder for each person, whatever the number of their results; it names three and counts the others', () => {
    const many = network({ keyResult: four })
    expect(reminded(many, '2027-02-12T14:00:00Z')).toEqual(bea('2027-02-12T14:00:00.000Z'))
    expect(sayingOf(many)).toEqual({
      sentence: '4 of your key results have no check-in of this week: “k-one”, “k-two”, “k-three” and 1 more.',
      path: 'inbox',
    })
    const said = ['k-one', 'k-two', 'k-three'].map((keyResultId) => ({ id: `c-${keyResultId}`, keyResultId, value: 1, at: '2027-02-13T09:00:00Z' }))
    expect(sayingOf(network({ keyResult: four, checkIn: said }))).toEqual({
      sentence: '“k-four” has no check-in of this week.',
      path: 'outline?sel=kr%3Ak-four',
    })
    const all = [...said, { id: 'c', keyResultId: 'k-four', value: 1, at: '2027-02-15T09:00:00Z' }]
    expect(sayingOf(network({ keyResult: four, checkIn: all }))).toEqual({
      sentence: 'Each of your key results has its check-in of that week.',
      path: null,
    })
  })

  test('NO44: a check-in of this week ends it, one of the last week does not', () => {
    const said = (at: string) => network({ checkIn: [{ id: 'c', keyResultId: 'k-bea', value: 1, at }] })
    expect(reminded(said('2027-02-07T23:00:00Z'), '2027-02-12T14:00:00Z')).toEqual([])
    expect(reminded(said('2027-02-07T22:59:59Z'), '2027-02-12T14:00:00Z')).toHaveLength(1)
  })
})

describe('actions', () => {
  const action = (more: Loose = {}) =>
    network({
      ritual: [{ id: 'rit', kind: 'walk', state: 'closed', phase: 'close' }],
      ritualItem: [{ id: 'act', ritualId: 'rit', kind: 'action', status: 'open', ownerId: 'bea', dueOn: '2027-02-10', ...more }],
    })

  test('NO45: one that is due is told to who has it, on its day', () => {
    expect(reminded(action(), '2027-02-10T04:59:59Z')).toEqual([])
    expect(reminded(action(), '2027-02-10T05:00:00Z')).toEqual(['bea action.due act 2027-02-10T05:00:00.000Z'])
    expect(reminded(action(), '2027-02-12T05:00:00Z')).toEqual([])
    for (const more of [{ status: 'done' }, { ownerId: 'dan' }, { ownerId: null }, { dueOn: null }, { kind: 'note', status: null }])
      expect(reminded(action(more), '2027-02-10T06:00:00Z')).toEqual([])
  })

  const told = (snapshot: Snapshot, entity: 'ritual' | 'ritualItem', id: string, { set, actorId = 'olga' }: { set: Loose; actorId?: string }) => {
    const before = find(snapshot, entity, id)
    const after = record(entity, { ...before, id, ...set })
    const change = before ? diff(entity, before, after) : ({ entity, id, before: null, after } as const)
    if (!change) throw new Error('nothing changes')
    expect(mayConcern([change])).toBe(true)
    applyChanges(snapshot, [change])
    const heard = notificationsOf(snapshot, { changes: [change], actorId, members, day: '2027-02-10' })
    return heard.map(({ personId, kind }) => `${personId} ${kind}`).toSorted()
  }

  test('NO40: an action is told to whose it becomes, and not again when it changes', () => {
    expect(told(action({ ownerId: null }), 'ritualItem', 'act', { set: { ownerId: 'bea' } })).toEqual(['bea action.given'])
    expect(told(action(), 'ritualItem', 'new', { set: { ritualId: 'rit', kind: 'action', status: 'open', ownerId: 'ana' } })).toEqual([
      'ana action.given',
    ])
    expect(told(action(), 'ritualItem', 'act', { set: { dueOn: '2027-02-20' } })).toEqual([])
    expect(told(action(), 'ritualItem', 'act', { set: { ownerId: 'ana', status: 'done' } })).toEqual([])
    expect(told(action({ ownerId: null }), 'ritualItem', 'act', { set: { ownerId: 'bea' }, actorId: 'bea' })).toEqual([])
  })

  const open = (more: Loose) => network({ ritual: [{ id: 'rit', kind: 'walk', phase: 'actions', ...more }] })
  const invitation = { set: { startsAt: '2027-02-11T09:00:00Z' } }

  test('NO41: a session on a later day invites those whom it concerns, and again when its day changes', () => {
    expect(told(open({}), 'ritual', 'rit', invitation)).toEqual(['ana session.invited', 'bea session.invited'])
    expect(told(open({ kind: 'check', phase: 'lobby', nodeId: 'care' }), 'ritual', 'rit', invitation)).toEqual(['ana session.invited'])
    expect(told(open({ startsAt: '2027-02-12T09:00:00Z' }), 'ritual', 'rit', invitation)).toHaveLength(2)
    expect(told(open({ startsAt: '2027-02-11T09:00:00Z' }), 'ritual', 'rit', { set: { title: 'Other' } })).toEqual([])
    expect(told(open({}), 'ritual', 'rit', { set: { startsAt: '2027-02-10T20:00:00Z' } })).toEqual([])
  })

  test('NO48: who was called together hears that it is off, until its day is over', () => {
    const off = { set: { state: 'cancelled' } }
    const heard = ['ana session.cancelled', 'bea session.cancelled']
    expect(told(open({ startsAt: '2027-02-11T09:00:00Z' }), 'ritual', 'rit', off)).toEqual(heard)
    expect(told(open({ startsAt: '2027-02-10T09:00:00Z' }), 'ritual', 'rit', off)).toEqual(heard)
    expect(told(open({ startsAt: '2027-02-09T09:00:00Z' }), 'ritual', 'rit', off)).toEqual([])
    expect(told(open({ startsAt: '2027-02-11T09:00:00Z', state: 'closed' }), 'ritual', 'rit', off)).toEqual([])
  })

  test('NO42: minutes are told to those whom the session concerned, and to whoever was there; a cancelled one leaves none', () => {
    const closed = { set: { state: 'closed', attendeeIds: ['vic', 'olga', 'dan'] } }
    expect(told(open({}), 'ritual', 'rit', closed)).toEqual(['ana minutes.published', 'bea minutes.published', 'vic minutes.published'])
    const check = open({ kind: 'check', phase: 'lobby', nodeId: 'care' })
    expect(told(check, 'ritual', 'rit', closed)).toEqual(['ana minutes.published', 'vic minutes.published'])
    expect(told(open({}), 'ritual', 'rit', { set: { state: 'cancelled' } })).toEqual([])
    expect(told(open({ state: 'closed' }), 'ritual', 'rit', { set: { statement: 'Later' } })).toEqual([])
  })
})
