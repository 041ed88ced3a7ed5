import { describe, expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { phasesOf } from '../../../lib/domain/ritual/phases.ts'
import { get, listOf } from '../../../lib/domain/snapshot.ts'
import { ritualKinds } from '../../../lib/domain/vocabulary.ts'
import { refused } from '../promise/kit.ts'
import { now, run, session } from './plan/kit.ts'
import { allowed, network, open, opened, rit } from './session-kit.ts'

describe('how a session begins', () => {
  test.each(ritualKinds)('RI1: a %s begins in its first phase, led by who opens it', (kind) => {
    expect(rit(opened(kind))).toMatchObject({
      state: 'open',
      phase: phasesOf(kind)[0],
      facilitatorId: 'fay',
      personId: 'fay',
      at: now,
      revealed: [],
    })
  })

  test('RI1: it is called after what it is about, unless somebody names it', () => {
    expect(rit(opened('plan')).title).toBe('Planning 2027-Q2')
    expect(rit(opened('check')).title).toBe('Check of Billing, 2027-03-15')
    expect(rit(opened('walk')).title).toBe('Walk 2027-03-15')
    expect(rit(opened('walk', { title: 'The last walk' })).title).toBe('The last walk')
  })

  test('RI2: without what it is about it is refused with the field that is missing', () => {
    expect(refused(() => run(network(), 'fay', open('rit', 'plan', { cycleId: undefined })))).toEqual(['VALIDATION', 'cycleId'])
    expect(refused(() => run(network(), 'fay', open('rit', 'check', { nodeId: undefined })))).toEqual(['VALIDATION', 'nodeId'])
    expect(refused(() => run(network(), 'fay', open('rit', 'check', { nodeId: 'gone' })))[0]).toBe('UNKNOWN_REFERENCE')
  })

  test('RI2: plans and walks are opened by who may change cycles, checks also by the people of the node, coffees by whoever may talk', () => {
    const all = ['facilitator', 'editor', 'owner']
    expect(allowed(() => network(), open('rit', 'plan'))).toEqual(all)
    expect(allowed(() => network(), open('rit', 'walk'))).toEqual(all)
    expect(allowed(() => network(), open('rit', 'check'))).toEqual(['ownNode', ...all])
    expect(allowed(() => network(), open('rit', 'coffee'))).toEqual(['otherNode', 'ownNode', ...all])
  })

  test('RI3: a second of the same is refused with the id of the first; others stand beside it', () => {
    for (const kind of ['plan', 'walk', 'check'] as const) {
      const snapshot = opened(kind)
      expect(refused(() => run(snapshot, 'fay', open('second', kind)))).toEqual(['RITUAL_OPEN'])
      run(snapshot, 'fay', call('ritual.cancel', { id: 'rit' }))
      run(snapshot, 'fay', open('second', kind))
    }
    const snapshot = opened('check')
    run(snapshot, 'fay', [open('other', 'check', { nodeId: 'brand' }), open('c1', 'coffee'), open('c2', 'coffee'), open('walk', 'walk')])
    run(snapshot, 'fay', [open('p1', 'plan'), open('p2', 'plan', { cycleId: 'q1' })])
    expect(listOf(snapshot, 'ritual').map(({ state }) => state)).toEqual(Array(7).fill('open'))
  })
})

describe('how it is led', () => {
  const move = (set: object) => call('ritual.move', { id: 'rit', ...set })

  test.each(ritualKinds)('RI4: a %s goes to each of its phases and back, and to none of another kind', (kind) => {
    const snapshot = opened(kind)
    const own = phasesOf(kind)
    for (const phase of [...own, ...own.toReversed()]) {
      run(snapshot, 'fay', move({ phase }))
      expect(rit(snapshot).phase).toBe(phase)
    }
    const foreign = ritualKinds.flatMap((each) => phasesOf(each)).filter((phase) => !own.includes(phase))
    for (const phase of foreign) expect(refused(() => run(snapshot, 'fay', move({ phase })))).toEqual(['VALIDATION', 'phase'])
  })

  test('RI5: whoever was made its leader leads it, whatever the role; who may change it may also', () => {
    const led = (facilitatorId: string | null) => () => network({ ritual: [{ ...session, facilitatorId }] })
    const all = ['facilitator', 'editor', 'owner']
    expect(allowed(led('fay'), move({ phase: 'vote' }))).toEqual(all)
    expect(allowed(led('ben'), move({ phase: 'vote' }))).toEqual(['otherNode', ...all])
    expect(allowed(led(null), move({ phase: 'vote' }))).toEqual(all)
    expect(allowed(led('ben'), move({ facilitatorId: 'ana' }))).toEqual(['otherNode', ...all])
  })

  test('RI6: another phase clears the place and the clock, unless they are given along', () => {
    const timer = { startedAt: now, seconds: 600 }
    const snapshot = opened('plan')
    run(snapshot, 'fay', move({ place: 'billing', timer }))
    run(snapshot, 'fay', move({ phase: 'lobby' }))
    expect(rit(snapshot)).toMatchObject({ place: 'billing', timer: { seconds: 600 } })
    run(snapshot, 'fay', move({ phase: 'fit', timer }))
    expect(rit(snapshot)).toMatchObject({ place: null, timer: { seconds: 600 } })
    run(snapshot, 'fay', move({ phase: 'vote', place: 'confidence:2' }))
    expect(rit(snapshot)).toMatchObject({ place: 'confidence:2', timer: null })
  })

  test('RI6: a stop remembers when it was looked at, and for how long in sum', () => {
    const agenda = [
      { id: 's1', section: 'stale', sentence: 'Nothing was said for 9 days.' },
      { id: 's2', section: 'stale', sentence: 'Nor here.' },
    ]
    const snapshot = opened('walk', { agenda })
    const seen = (seconds: number, at: string) => run(snapshot, 'fay', move({ seen: { stopId: 's1', seconds } }), at)
    seen(40, '2027-03-15T09:01:00Z')
    seen(25, '2027-03-15T09:05:00Z')
    expect(rit(snapshot).agenda).toMatchObject([
      { id: 's1', seconds: 65, seenAt: '2027-03-15T09:05:00Z' },
      { id: 's2', seconds: null, seenAt: null },
    ])
  })

  test('RI7: while it is open it says of itself what who leads it says', () => {
    const set = { title: 'Spring', startsAt: '2027-03-22T09:00:00Z', code: 'XYZ789', isTogether: false }
    const snapshot = opened('check')
    run(snapshot, 'fay', call('ritual.update', { id: 'rit', set }))
    expect(rit(snapshot)).toMatchObject(set)
    expect(allowed(() => opened('walk'), call('ritual.update', { id: 'rit', set }))).toEqual(['facilitator', 'editor', 'owner'])
    expect(refused(() => run(snapshot, 'fay', call('ritual.update', { id: 'rit', set: { code: 'abc' } })))[0]).toBe('VALIDATION')
  })

  test('RI7: a statement leaves the team in the step that closes it, and cannot be said before', () => {
    const snapshot = opened('check')
    const early = { name: 'ritual.update' as const, input: { id: 'rit', set: { statement: 'We move churn.', isStatementShared: true } } }
    expect(refused(() => run(snapshot, 'fay', early))).toEqual(['VALIDATION', 'set.statement', 'set.isStatementShared'])
    run(snapshot, 'fay', call('ritual.close', { id: 'rit', statement: 'We move churn.' }))
    expect(rit(snapshot)).toMatchObject({ state: 'closed', statement: 'We move churn.', isStatementShared: true })
    const kept = opened('check')
    run(kept, 'fay', call('ritual.close', { id: 'rit' }))
    expect(rit(kept)).toMatchObject({ statement: null, isStatementShared: false })
  })
})

describe('how it ends', () => {
  const mark = { id: 'm1', name: '2027-Q2 baseline', kind: 'baseline' } as const

  test('RI8: it keeps who was there and the revision, ends code and clock, and leaves a snapshot where one is wanted', () => {
    const snapshot = opened('walk', { code: 'ABC234', timer: { startedAt: now, seconds: 60 } })
    snapshot.revision = 41
    const changes = run(snapshot, 'fay', call('ritual.close', { id: 'rit', attendeeIds: ['ana', 'fay'], guests: 2, mark }))
    expect(rit(snapshot)).toMatchObject({
      state: 'closed',
      closedAt: now,
      revision: 41,
      code: null,
      timer: null,
      attendeeIds: ['ana', 'fay'],
      guests: 2,
      markId: 'm1',
    })
    expect(get(snapshot, 'mark', 'm1')).toMatchObject({ name: '2027-Q2 baseline', revision: 41, personId: 'fay' })
    expect(changes.map(({ entity }) => entity).toSorted()).toEqual(['mark', 'ritual'])
  })

  test.each(['close', 'cancel'] as const)('RI9: after %s nothing moves it and nothing is added', (how) => {
    const snapshot = opened('walk')
    const entry = (id: string) => call('ritualItem.create', { id, ritualId: 'rit', kind: 'note', text: 'Well done' })
    const signed = (id: string) => call('signOff.create', { id, ritualId: 'rit', nodeId: 'platform' })
    run(snapshot, 'ben', [entry('i1'), signed('x1')])
    run(snapshot, 'fay', call(how === 'close' ? 'ritual.close' : 'ritual.cancel', { id: 'rit' }))
    expect(rit(snapshot).state).toBe(how === 'close' ? 'closed' : 'cancelled')
    const late = [
      call('ritual.move', { id: 'rit', phase: 'close' }),
      call('ritual.update', { id: 'rit', set: { title: 'Another' } }),
      call('ritual.close', { id: 'rit' }),
      call('ritual.cancel', { id: 'rit' }),
      entry('i2'),
      call('ritualItem.delete', { id: 'i1' }),
      call('ritualItem.update', { id: 'i1', set: { text: 'Not well done' } }),
      signed('x2'),
      call('signOff.delete', { id: 'x1' }),
    ]
    for (const each of late) expect([each.name, refused(() => run(snapshot, 'olga', each))]).toEqual([each.name, ['RITUAL_OVER']])
  })
})
