import { expect } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { rollOverCall } from '../../../lib/domain/ritual/plan/carry-call.ts'
import { commitState } from '../../../lib/domain/ritual/plan/commit-state.ts'
import { fitFindings } from '../../../lib/domain/ritual/plan/fit/findings.ts'
import { readiness } from '../../../lib/domain/ritual/plan/readiness.ts'
import { get } from '../../../lib/domain/snapshot.ts'
import type { ItemKind } from '../../../lib/domain/vocabulary.ts'
import { asks, draftCalls, type Key, staff } from './company.ts'
import { type Quarter, stateOf } from './quarter.ts'

export type Entry = { readonly ritualId: string; readonly kind: ItemKind; readonly text: string } & Readonly<Record<string, unknown>>

/** Something written down in a session. */
export async function say(quarter: Quarter, who: Key, entry: Entry): Promise<void> {
  const blank = { subject: null, about: null, nodeId: null, stop: null, key: null, value: null, ownerId: null, dueOn: null, status: null }
  await quarter.run(who, { name: 'ritualItem.create', input: { id: quarter.freshId('ritualItem'), ...blank, ...entry } })
}

function phase(quarter: Quarter, id: string, to: string): Promise<unknown> {
  return quarter.run('mara', { name: 'ritual.move', input: { id, phase: to } })
}

async function dots(quarter: Quarter): Promise<Record<string, number>> {
  const ready = readiness(await quarter.snapshot(), { cycleId: 'q1', today: quarter.today() })
  return Object.fromEntries(ready.map(({ nodeId, dots: count }) => [nodeId, count]))
}

/** Two weeks ahead: the room is open, the last quarter is graded, and it is said what goes on. */
export async function lobby(quarter: Quarter): Promise<void> {
  quarter.at('2026-12-03T09:00:00Z')
  await quarter.run('mara', call('ritual.open', { id: 'plan', kind: 'plan', cycleId: 'q1', code: 'BKE427', startsAt: '2026-12-17T08:00:00Z' }))
  expect(await dots(quarter)).toEqual({ riders: 1, app: 1, fleet: 1, workshop: 2 })
  quarter.at('2026-12-14T09:00:00Z')
  const grade = (id: string, value: number) => call('keyResult.update', { id, set: { grade: value } })
  const choice = async (keyResultId: string, rollOver: 'carry' | 'drop' | 'reshape', ids: readonly string[] = []) => {
    const left = [...ids]
    const named: Quarter['freshId'] = (entity) => castId(left.shift() ?? quarter.freshId(entity))
    return rollOverCall(await quarter.snapshot(), { keyResultId, intoCycleId: 'q1', rollOver }, named)
  }
  await quarter.run('ines', grade('k4-return', 0.5), await choice('k4-return', 'carry', ['k1-return', 'o1-riders']))
  await quarter.run('tom', grade('k4-crash', 1), await choice('k4-crash', 'drop'))
  await quarter.run('yuki', grade('k4-lock', 0.6), await choice('k4-lock', 'reshape', ['k1-lock', 'o1-fleet', 'n-ble']))
  expect(await dots(quarter)).toEqual({ riders: 3, app: 2, fleet: 3, workshop: 2 })
}

/** Guaranteed by `choice`: the ids are given in the order in which the command asks for them. */
function castId<T extends string>(id: string): T {
  return id as T
}

/** Context and a look back: what matters, what does not, what was learnt. */
export async function opening(quarter: Quarter): Promise<void> {
  quarter.at('2026-12-17T08:00:00Z')
  await phase(quarter, 'plan', 'context')
  await say(quarter, 'mara', { ritualId: 'plan', kind: 'priority', text: 'Riders decide for a season, not for a trip' })
  await say(quarter, 'mara', { ritualId: 'plan', kind: 'priority', text: 'A bike is where it is needed at eight in the morning' })
  await say(quarter, 'mara', { ritualId: 'plan', kind: 'exclusion', text: 'No second city before the summer' })
  await phase(quarter, 'plan', 'lookBack')
  await say(quarter, 'yuki', { ritualId: 'plan', kind: 'learning', text: 'We promised locks that we did not test in the rain', nodeId: 'fleet' })
  await say(quarter, 'tom', {
    ritualId: 'plan',
    kind: 'learning',
    text: 'Asking late cost us December: Bluetooth was asked for in November',
    nodeId: 'app',
  })
}

/** Each lead drafts for the own node. */
export async function drafting(quarter: Quarter): Promise<void> {
  await phase(quarter, 'plan', 'draft')
  for (const who of ['ines', 'tom', 'yuki', 'ben'] as const) await quarter.run(who, ...draftCalls[who])
  expect((await quarter.tried('ines', call('keyResult.update', { id: 'a-pass', set: { title: 'Passes' } }))).status).toBe(403)
  expect(await dots(quarter)).toEqual({ riders: 3, app: 3, fleet: 3, workshop: 3 })
}

/** Asks, promises, a counter, a refusal, a talk, and two that nobody answers. */
export async function market(quarter: Quarter): Promise<void> {
  await phase(quarter, 'plan', 'market')
  for (const { by, need } of asks) await quarter.run(by, need)
  const move = (id: string, given: object) => ({ name: 'promise.move' as const, input: { id, moveId: quarter.freshId('promiseMove'), ...given } })
  await quarter.run('tom', move('n-pass', { move: 'promise', promisedOn: '2027-02-12' }))
  await quarter.run('ben', move('n-bikes', { move: 'counter', terms: { on: '2027-02-05' }, reason: 'Two mechanics start in January.' }))
  await quarter.run('yuki', move('n-bikes', { move: 'accept' }))
  await quarter.run('yuki', move('n-firmware', { move: 'promise', promisedOn: '2027-02-01' }))
  await quarter.run('ines', move('n-notice', { move: 'decline', reason: 'The city tells us two days ahead, no more.' }))
  await quarter.run('tom', move('n-ble', { move: 'promise', promisedOn: '2027-03-01', supplierKeyResultId: 'a-ble' }))
  await say(quarter, 'ines', {
    ritualId: 'plan',
    kind: 'talk',
    text: 'How many bikes at the main station, and who carries them there?',
    subject: 'dependency',
    about: 'n-eight',
  })
  const states = await Promise.all(['n-pass', 'n-bikes', 'n-firmware', 'n-notice', 'n-ble', 'n-eight'].map((id) => stateOf(quarter, id)))
  expect(states).toEqual(['promised', 'promised', 'promised', 'declined', 'promised', 'requested'])
}

async function findings(quarter: Quarter) {
  return fitFindings(await quarter.snapshot(), await quarter.assessed('q1'), { ritualId: 'plan' })
}

/** What does not fit is found and, finding by finding, dealt with. Gives what was found and what was done, in words. */
export async function fitting(quarter: Quarter): Promise<readonly string[]> {
  await phase(quarter, 'plan', 'fit')
  const told: string[] = []
  for (const { id } of await findings(quarter)) {
    const finding = (await findings(quarter)).find((each) => each.id === id)
    if (!finding || finding.handled) continue
    const fix = finding.fixes.find((each) => each.id === 'later' || each.id === 'settled') ?? finding.fixes.find((each) => each.id === 'assign')
    if (!fix) throw new Error(`nothing helps against ${id}`)
    const { suggested } = fix
    await quarter.run('mara', ...fix.calls({ ...suggested, ownerId: suggested.ownerId ?? quarter.personOf('mara') }, quarter.freshId))
    told.push(`${finding.severity}: ${sentenceText(finding.sentence)} → ${fix.label}`)
  }
  const left = (await findings(quarter)).filter(({ handled }) => handled === null)
  return [...told, ...left.map(({ sentence }) => `left: ${sentenceText(sentence)}`)]
}

/** Read-out with risks, then the vote: sealed until it is revealed. */
export async function voting(quarter: Quarter): Promise<void> {
  await phase(quarter, 'plan', 'readOut')
  await say(quarter, 'yuki', { ritualId: 'plan', kind: 'risk', text: 'The firmware has never run below −5 °C', nodeId: 'fleet', status: 'open' })
  await say(quarter, 'ben', {
    ritualId: 'plan',
    kind: 'risk',
    text: 'Two mechanics start in January, not before',
    nodeId: 'workshop',
    status: 'accepted',
  })
  await phase(quarter, 'plan', 'vote')
  const votes: readonly (readonly [Key, number, string?])[] = [
    ['mara', 4],
    ['ines', 4],
    ['tom', 3, 'Bluetooth and firmware wait for each other'],
    ['yuki', 2, 'Nobody has tried the firmware in the cold'],
    ['ben', 4],
    ['dana', 5],
  ]
  for (const [who] of votes) expect((await quarter.send(who, 'PUT', '/rituals/plan/seat', { nodeId: staff[who].node })).status).toBe(200)
  for (const [who, value, why] of votes) {
    const answer = await quarter.send(who, 'PUT', '/rituals/plan/answers/confidence', { body: { value, ...(why ? { why } : {}) } })
    expect(answer.body.detail).toBeUndefined()
    expect(JSON.stringify((await quarter.send('ines', 'GET', '/rituals/plan/room')).body.questions)).not.toContain('cold')
  }
  expect((await quarter.send('mara', 'POST', '/rituals/plan/reveal', { question: 'confidence' })).status).toBe(200)
}

/** Leads sign; what nobody has promised gets an owner and a day; then it is committed. */
export async function committing(quarter: Quarter): Promise<void> {
  await phase(quarter, 'plan', 'commit')
  const attendeeIds = (['mara', 'ines', 'tom', 'yuki', 'ben', 'dana'] as const).map(quarter.personOf)
  const commit = { id: 'plan', markId: 'baseline', markName: '2027-Q1 baseline', attendeeIds, guests: 0 }
  const unowned = commitState(await quarter.snapshot(), await quarter.ritual('plan'), quarter.now()).open.filter(({ isOwned }) => !isOwned)
  if (unowned.length > 0) {
    const refused = await quarter.tried('mara', { name: 'plan.commit', input: { ...commit, open: [] } })
    expect([refused.status, refused.body.code]).toEqual([409, 'COMMIT_UNSETTLED'])
  }
  for (const who of ['ines', 'tom', 'yuki', 'ben'] as const)
    await quarter.run(who, { name: 'signOff.create', input: { id: `sign-${who}`, ritualId: 'plan', nodeId: staff[who].node, note: null } })
  const open = unowned.map(({ dependencyId, suggested }) => ({
    ...{ dependencyId, itemId: `open-${dependencyId}`, dueOn: suggested.dueOn },
    ownerId: suggested.ownerId ?? quarter.personOf('mara'),
  }))
  await quarter.run('mara', { name: 'plan.commit', input: { ...commit, open } })
  const snapshot = await quarter.snapshot()
  expect([get(snapshot, 'ritual', 'plan').state, get(snapshot, 'cycle', 'q1').phase]).toEqual(['closed', 'active'])
}
