import { expect, test } from 'vitest'
import { call } from '../../../../lib/domain/command/call.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { look } from '../../../../lib/domain/measure/figure/looked.ts'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { contributionOf, metricInWords } from '../../../../lib/domain/ritual/check/contribution.ts'
import { statementParts, statementText } from '../../../../lib/domain/ritual/check/contribution-text.ts'
import { checkOutput } from '../../../../lib/domain/ritual/check/output.ts'
import { answerCalls } from '../../../../lib/domain/ritual/check/promises.ts'
import { restsOnUs } from '../../../../lib/domain/ritual/check/rests-on-us.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { measured } from '../../measure/figure/measured.ts'
import { goldenNetwork, needsNetwork, record } from '../../sketch.ts'
import { after, assessed, counter, now, ours, ritualOf, today, twoSides } from './kit.ts'

const contribution = (snapshot: Snapshot, nodeId: string) => contributionOf(snapshot, assessed(snapshot), nodeId)

test('CK60: what we move, for whom, through whom, what stops, who waits, given and received', () => {
  const snapshot = twoSides([
    { supplier: 'a', consumer: 'b', what: 'SSO', promisedOn: '2027-02-01' },
    { supplier: 'b', consumer: 'a', what: 'Test data', state: 'delivered', strength: 0.5 },
  ])
  const parts = statementParts(contribution(snapshot, 'platform'))
  expect(parts.map(({ title, text }) => `${title}: ${text}`)).toEqual([
    'What we move: Uptime (not yet done).',
    'For whom: onboarding, for area and so for the core of net.',
    'Through whom: onboarding gives us what we need.',
    'What stops if we slip: Days to go live.',
    'Who waits for us: onboarding.',
    'Given and received: Given: 1 promise, 0 delivered, 1 late. Received: 1 promise, 1 delivered.',
  ])
  expect(statementText(snapshot, contribution(snapshot, 'platform'))).toMatch(/^# What platform contributes\n\n\*\*What we move\.\*\* Uptime/)
})

test('CK60: a node without key results or neighbours says so, and nobody is named', () => {
  const snapshot = needsNetwork({ a: {} }, [], { node: [{ id: 'quiet', areaId: 'area' }], person: [{ id: 'ann', name: 'Ann Example' }] })
  const text = statementText(snapshot, contribution(snapshot, 'quiet'))
  expect(text).toContain('No key result in this cycle yet.')
  expect(text).toContain('Nobody that the network knows of.')
  expect(text).not.toContain('Ann')
})

test('CK61: what stops are the key results of others, through others too, and never the own ones of a ring', () => {
  const ring = [
    { supplier: 'a', consumer: 'b' },
    { supplier: 'b', consumer: 'c' },
    { supplier: 'c', consumer: 'a' },
  ]
  expect(contribution(needsNetwork({ a: {}, b: {}, c: {} }, ring), 'node_a').stops).toEqual(['b', 'c'])
})

test('CK61: what has what it needs does not stop, and neither does what is done or waits for something done', () => {
  const done = { metric: { kind: 'boolean', current: 1 } }
  const needs = ['b', 'finished', 'c'].map((consumer) => ({ supplier: 'a', consumer, state: consumer === 'b' ? 'accepted' : 'promised' }))
  const snapshot = needsNetwork({ a: {}, b: {}, finished: done, c: {}, d: {} }, [...needs, { supplier: 'finished', consumer: 'd' }])
  expect(contribution(snapshot, 'node_a').stops).toEqual(['c'])
  expect(contribution(snapshot, 'node_finished').stops).toEqual([])
})

test('CK62: what two sides, or the owner and the network, see differently', () => {
  const late = { supplier: 'a', consumer: 'b', what: 'SSO', promisedOn: '2027-01-20' }
  const snapshot = needsNetwork({ a: {}, b: { node: 'node_b', confidence: 0.9 } }, [late])
  expect(contribution(snapshot, 'node_b').seenDifferently).toEqual(['“b”: stated on track, and blocked by what it depends on.'])
  const given = twoSides()
  const item = { kind: 'answer', ritualId: 'given', about: 'd1', subject: 'dependency' }
  given.tables.ritualItem.set('i1', record('ritualItem', { id: 'i1', ...item, key: 'promise.given', value: 1, at: now }))
  given.tables.ritualItem.set('i2', record('ritualItem', { id: 'i2', ...item, key: 'promise.taken', value: -1, at: now }))
  expect(contribution(given, 'platform').seenDifferently).toEqual(['“SSO”: one side says that it is delivered, the other does not have it.'])
})

test('CK26: what who takes a promise says they have is there for both sides, whatever its state', () => {
  const snapshot = twoSides()
  expect([contribution(snapshot, 'onboarding').received, contribution(snapshot, 'platform').whoWaits]).toEqual([
    { open: 1, delivered: 0, late: 0 },
    ['onboarding'],
  ])
  const item = { kind: 'answer', ritualId: 'taken', about: 'd1', subject: 'dependency', key: 'promise.taken' }
  snapshot.tables.ritualItem.set('i1', record('ritualItem', { id: 'i1', ...item, value: 1, at: now }))
  expect(contribution(snapshot, 'onboarding').received).toEqual({ open: 0, delivered: 1, late: 0 })
  expect(contribution(snapshot, 'platform')).toMatchObject({ given: { open: 0, delivered: 1, late: 0 }, whoWaits: [] })
  snapshot.tables.ritualItem.set('i2', record('ritualItem', { id: 'i2', ...item, value: -1, at: '2027-02-11T10:00:00Z' }))
  expect(contribution(snapshot, 'onboarding').received).toEqual({ open: 1, delivered: 0, late: 0 })
})

test('CK63: the share of last week is told where it was let go, with a change or without', () => {
  const snapshot = twoSides()
  const share = {
    id: 's',
    ritualId: 'given',
    kind: 'share',
    key: 'lastWeek',
    text: '50 % of last week went to these key results',
    value: 50,
    at: now,
  }
  snapshot.tables.ritualItem.set('s', record('ritualItem', share))
  const { sections } = checkOutput(snapshot, ritualOf(snapshot, 'given'), { assessment: assessed(snapshot) })
  expect(sections.find(({ id }) => id === 'change')?.entries?.map(({ text }) => text)).toEqual([share.text])
})

function held(statement: string | null): Snapshot {
  const newId = counter()
  const snapshot = twoSides()
  const answer = { dependencyId: 'd1', side: 'supplier', word: 'late', on: '2027-02-27', note: 'Two people are ill' } as const
  const ritualId = asId<'ritual'>('given')
  const action = { id: newId('ritualItem'), ritualId, kind: 'action', text: 'Pair on the rollout', dueOn: '2027-02-17' } as const
  return after(snapshot, [
    ...answerCalls(snapshot, answer, { ritual: ritualOf(snapshot, 'given'), who: ours, today, newId }),
    call('checkIn.create', { id: newId('checkIn'), keyResultId: asId<'keyResult'>('a'), value: 1, confidence: 0.8 }),
    call('ritualItem.create', action),
    call('ritual.close', { id: ritualId, attendeeIds: [asId<'person'>('ann')], statement }),
  ])
}

test('CK63: numbers and promises leave always; a text and votes only where the team let them go', () => {
  const kept = held(null)
  kept.tables.ritual.set('given', { ...ritualOf(kept, 'given'), statement: 'Between us' })
  const output = checkOutput(kept, ritualOf(kept, 'given'), { assessment: assessed(kept) })
  expect(output.sections.map(({ id }) => id)).toEqual(['contribution', 'numbers', 'promises', 'change'])
  expect(JSON.stringify(output)).not.toContain('Between us')
  expect(output.sections[1]?.table?.rows).toEqual([['Uptime', 'done', '8', 'told']])
  expect(output.lead).toBe('platform told 1 number and answered for 1 promise.')
  const shared = held('# What platform contributes\n\n**What we move.** Uptime.\n\nFor all\nto read')
  const tally = { ritualId: 'given', key: 's1', counts: [0, 1, 3], trends: [0, 4, 0], voters: 4 }
  shared.tables.tally.set('t', record('tally', { id: 't', ...tally }))
  const told = checkOutput({ ...shared, indexes: new Map() }, ritualOf(shared, 'given'), { assessment: assessed(shared) })
  expect(told.sections[0]?.entries).toEqual([{ mark: 'What we move', text: 'Uptime.' }, { text: 'For all to read' }])
  expect(told.sections.find(({ id }) => id === 'statements')?.entries?.[0]?.text).toMatch(/3 green, 1 yellow$/)
})

test('CK64: the new day of a promise and the day of an action are in the calendar', () => {
  const snapshot = held(null)
  const { calendar } = checkOutput(snapshot, ritualOf(snapshot, 'given'), { assessment: assessed(snapshot) })
  expect(calendar.map(({ on, title }) => [on, title])).toEqual([
    ['2027-02-27', 'SSO'],
    ['2027-02-17', 'Pair on the rollout'],
  ])
})

/** A check with one number and one answer, on its closing, and the network of two months later, when everything in it went on. */
function longAgo(): { closed: Snapshot; snapshot: Snapshot } {
  const before = held(null)
  const later = { at: '2027-04-12T10:00:00Z' }
  const checkIn = { id: asId<'checkIn'>('later'), keyResultId: asId<'keyResult'>('a'), value: 0, confidence: 0.3 } as const
  const snapshot = after(before, [call('checkIn.create', checkIn)], later)
  snapshot.tables.dependency.delete('d1')
  return { closed: before, snapshot: { ...snapshot, indexes: new Map() } }
}

test('CK65: a closed check is told of its closing, whatever was told, delivered or deleted since', () => {
  const { closed, snapshot } = longAgo()
  const ritual = ritualOf(snapshot, 'given')
  const then = checkOutput(closed, ritual, { assessment: assessed(closed) })
  const assessment = assess(snapshot, { today: '2027-04-12', cycleId: 'q' })
  const output = checkOutput(snapshot, ritual, { assessment, closed })
  expect(output.lead).toBe('platform told 1 number and answered for 1 promise.')
  expect(output.sections.slice(0, 3)).toEqual(then.sections.slice(0, 3))
  expect(output.sections.at(-1)?.entries?.[0]).toMatchObject({ mark: 'late' })
  expect(checkOutput(snapshot, ritual, { assessment }).sections[1]?.table?.rows).toEqual([['Uptime', 'not yet done', '3', 'told']])
})

test.each([
  [{ kind: 'increase', current: 9, target: 4, unit: 'days' }, '9 → 4 days'],
  [{ kind: 'decrease', current: null, target: 4 }, 'not measured yet'],
  [{ kind: 'maintain', current: 22.5, unit: '°C' }, '22.5 °C'],
  [{ kind: 'milestone', steps: [{ name: 'a', done: 1 }, { name: 'b' }] }, '1 of 2 steps'],
  [{ kind: 'boolean', current: 1 }, 'done'],
  [{ kind: 'ordinal', zones: {}, current: 'target' }, 'target'],
] as const)('CK60: a metric in words: %j is %s', (metric, text) => {
  const keyResult = record('keyResult', { id: 'k', objectiveId: 'o', metric })
  expect(metricInWords(keyResult.metric)).toBe(text)
})

test('CK66: where it is measured, the statement tells the way to the goal and what rests on us; else nothing of it', () => {
  const { input, looked } = measured(goldenNetwork())
  const [feeds, share] = restsOnUs(looked, 'node_delivery')
  expect(feeds?.text).toMatch(/^“On-time delivery.*” → .* → “Win 5 new clients”\.$/)
  // Shapley of delivery ÷ chance of the goal: 0.02477 ÷ 0.25427
  expect(share?.text).toBe('Of the chance of “Win 5 new clients”, about 10 in 100 rests on us.')
  const snapshot = goldenNetwork()
  const text = statementText(
    snapshot,
    contributionOf(snapshot, assess(snapshot, { today: '2027-02-10', cycleId: 'cycle_q' }), 'node_delivery'),
    restsOnUs(looked, 'node_delivery'),
  )
  expect(text).toContain('**Our share of the chance.** Of the chance of')
  expect(restsOnUs(looked, 'node_culture')).toEqual([])
  expect(restsOnUs(look(input, {}), 'node_delivery')).toEqual([])
})
