import { expect, test } from 'vitest'
import { call } from '../../../../lib/domain/command/call.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { leftToSay, numberCards, repeatCalls, repeatedText } from '../../../../lib/domain/ritual/check/numbers.ts'
import { beganAt, checksOf, isBooked, isDuring } from '../../../../lib/domain/ritual/check/session.ts'
import { get } from '../../../../lib/domain/snapshot.ts'
import { needsNetwork, record, sketch } from '../../sketch.ts'
import { after, assessed, counter, now, ours, ritualOf, theirs, twoSides } from './kit.ts'

const at = '2027-02-10T09:00:00Z'

test('CK1: at most one check of a node is open, and only its own people open one', () => {
  const snapshot = twoSides()
  const open = (nodeId: string, id: string) => call('ritual.open', { id: asId<'ritual'>(id), kind: 'check', nodeId: asId<'node'>(nodeId) })
  expect(() => after(snapshot, [open('platform', 'second')])).toThrow(/is open already/)
  const closed = after(snapshot, [call('ritual.close', { id: asId<'ritual'>('given') })])
  expect(() => after(closed, [open('platform', 'second')], { who: theirs })).toThrow(/You may not change/)
  expect(get(after(closed, [open('platform', 'second')]), 'ritual', 'second').facilitatorId).toBe('ann')
})

test('CK2: a booked check begins when it is started; what is told counts from then on', () => {
  const booked = { at, startsAt: '2027-02-17T09:00:00Z', state: 'open', closedAt: null } as const
  expect(isBooked(booked, now)).toBe(true)
  expect(isBooked(booked, '2027-02-17T09:00:01Z')).toBe(false)
  expect(beganAt(booked)).toBe('2027-02-17T09:00:00Z')
  expect(isDuring(booked, '2027-02-16T09:00:00Z')).toBe(false)
  expect(isDuring({ at, startsAt: null, closedAt: '2027-02-10T09:10:00Z' }, '2027-02-10T09:11:00Z')).toBe(false)
  expect(isDuring({ at, startsAt: null, closedAt: null }, at)).toBe(true)
  expect(isBooked({ at, startsAt: null, state: 'open' }, now)).toBe(false)
})

test('CK3: past checks are those that were held, latest first', () => {
  const check = { kind: 'check', nodeId: 'n', phase: 'done' }
  const snapshot = sketch({
    area: [{ id: 'area' }],
    node: [{ id: 'n', areaId: 'area' }],
    ritual: [
      { id: 'old', ...check, state: 'closed', closedAt: '2027-01-03T09:00:00Z' },
      { id: 'new', ...check, state: 'closed', closedAt: '2027-01-10T09:00:00Z' },
      { id: 'off', ...check, state: 'cancelled', closedAt: '2027-01-17T09:00:00Z' },
      { id: 'open', ...check },
    ],
  })
  expect(checksOf(snapshot, 'n').map(({ id }) => id)).toEqual(['new', 'old'])
})

function withNumbers() {
  const steps = [
    { name: 'Draft', done: 1 },
    { name: 'Signed', done: null },
  ]
  return needsNetwork(
    {
      number: { node: 'n', metric: { kind: 'increase', baseline: 0, target: 10, current: 4 }, confidence: 0.6 },
      steps: { node: 'n', metric: { kind: 'milestone', steps } },
      silent: { node: 'n', metric: { kind: 'increase', target: 10 } },
      elsewhere: {},
    },
    [],
    {
      person: [{ id: 'ann' }],
      participation: [{ id: 'p', nodeId: 'n', personId: 'ann', tier: 'lead' }],
      healthMetric: [
        { id: 'calls', nodeId: 'n', current: 12 },
        { id: 'mood', nodeId: 'n' },
      ],
      ritual: [{ id: 'check', kind: 'check', nodeId: 'n', phase: 'numbers', at }],
    },
  )
}

const cardsOf = (snapshot: ReturnType<typeof withNumbers>) => numberCards(snapshot, assessed(snapshot), ritualOf(snapshot, 'check'))

test('CK10: the key results of the node, then its health metrics; what is deleted is gone', () => {
  const snapshot = withNumbers()
  expect(cardsOf(snapshot).map(({ id }) => id)).toEqual(['number', 'steps', 'silent', 'calls', 'mood'])
  snapshot.tables.keyResult.delete('steps')
  expect(cardsOf({ ...snapshot, indexes: new Map() }).map(({ id }) => id)).toEqual(['number', 'silent', 'calls', 'mood'])
})

test('CK11: the same as last week repeats value and confidence, and nothing that was never said', () => {
  const snapshot = withNumbers()
  const told = after(snapshot, repeatCalls(snapshot, cardsOf(snapshot), counter()))
  expect([...told.tables.checkIn.values()].map(({ keyResultId, value, confidence }) => [keyResultId, value, confidence])).toEqual([
    ['number', 4, 0.6],
    ['steps', [1, null], null],
  ])
  expect([...told.tables.healthReading.values()].map(({ healthMetricId, value }) => [healthMetricId, value])).toEqual([['calls', 12]])
  expect(
    cardsOf(told)
      .filter(({ isTold }) => !isTold)
      .map(({ id }) => id),
  ).toEqual(['silent', 'mood'])
})

test('CK11: “same” for all says how many have nothing to repeat, and which come first', () => {
  const cards = cardsOf(withNumbers())
  expect(leftToSay(cards).map(({ id }) => id)).toEqual(['silent', 'mood'])
  expect(leftToSay(cards.map((card) => ({ ...card, isTold: true })))).toEqual([])
  expect([repeatedText(3, 0), repeatedText(3, 2), repeatedText(2, 1)]).toEqual([
    'All told, the same as last week.',
    '3 told, the same as last week. 2 have nothing to repeat.',
    '2 told, the same as last week. 1 has nothing to repeat.',
  ])
})

test('CK12: what was told in this check is left alone', () => {
  const told = { id: asId<'checkIn'>('c'), keyResultId: asId<'keyResult'>('number'), value: 7 }
  const snapshot = after(withNumbers(), [call('checkIn.create', told)], { who: ours })
  const calls = repeatCalls(snapshot, cardsOf(snapshot), counter())
  expect(calls.map(({ name }) => name)).toEqual(['checkIn.create', 'healthReading.create'])
  expect(get(after(snapshot, calls), 'keyResult', 'number').metric).toMatchObject({ current: 7 })
  expect(record('checkIn', { ...told, at: now }).value).toBe(7)
})

test('CK13: what was told in a check stays told in it, whatever is told later', () => {
  const told = (id: string, value: number) => call('checkIn.create', { id: asId<'checkIn'>(id), keyResultId: asId<'keyResult'>('number'), value })
  const closed = after(withNumbers(), [told('in', 7), call('ritual.close', { id: asId<'ritual'>('check'), attendeeIds: [] })])
  const isTold = (snapshot: typeof closed) => cardsOf(snapshot).find(({ id }) => id === 'number')?.isTold
  expect(isTold(after(closed, [told('next', 3)], { at: '2027-02-17T10:00:00Z' }))).toBe(true)
  const silent = after(withNumbers(), [call('ritual.close', { id: asId<'ritual'>('check'), attendeeIds: [] })])
  expect(isTold(after(silent, [told('next', 3)], { at: '2027-02-17T10:00:00Z' }))).toBe(false)
})
