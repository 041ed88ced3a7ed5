import { expect } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { numberCards, repeatCalls } from '../../../lib/domain/ritual/check/numbers.ts'
import { rollOverCall } from '../../../lib/domain/ritual/plan/carry-call.ts'
import { readiness } from '../../../lib/domain/ritual/plan/readiness.ts'
import { sinceBaseline } from '../../../lib/domain/ritual/plan/since/since.ts'
import { get, listOf, referring } from '../../../lib/domain/snapshot.ts'
import type { RollOver } from '../../../lib/domain/vocabulary.ts'
import { type Key, staff } from './company.ts'
import { outputAs } from './outputs.ts'
import type { Quarter } from './quarter.ts'

type Check = { readonly id: string; readonly leader: 'tom' | 'ines'; readonly voters: readonly Key[]; readonly colours: readonly number[] }

/** A node checks itself: the same numbers as last week, five statements under seal, and of these only what four voters let go. */
export async function check(quarter: Quarter, { id, leader, voters, colours }: Check): Promise<string> {
  const { node } = staff[leader]
  await quarter.run(leader, { name: 'ritual.open', input: { id, kind: 'check', nodeId: node, code: 'CHK427' } })
  const snapshot = await quarter.snapshot()
  const cards = numberCards(snapshot, await quarter.assessed('q1'), get(snapshot, 'ritual', id))
  await quarter.run(leader, ...repeatCalls(snapshot, cards, quarter.freshId))
  for (const [at, who] of voters.entries()) {
    expect((await quarter.send(who, 'PUT', `/rituals/${id}/seat`, { nodeId: node })).status).toBe(200)
    const vote = { body: { colour: colours[at] ?? 1, trend: 1 } }
    expect((await quarter.send(who, 'PUT', `/rituals/${id}/answers/s1`, vote)).status).toBe(200)
  }
  expect((await quarter.send(leader, 'POST', `/rituals/${id}/reveal`, { question: 's1' })).status).toBe(200)
  const shared = await quarter.send(leader, 'POST', `/rituals/${id}/tallies`, { keys: ['s1'] })
  expect(shared.status).toBe(voters.length < 4 ? 409 : 200)
  await quarter.run(leader, call('ritual.close', { id, attendeeIds: voters.map(quarter.personOf), guests: 0 }))
  return outputAs(quarter, id, 'md')
}

const ends: readonly (readonly [who: 'ines' | 'tom' | 'yuki' | 'ben', keyResultId: string, grade: number, rollOver: RollOver])[] = [
  ['ines', 'k1-return', 0.7, 'carry'],
  ['ines', 'r-pass', 0.9, 'drop'],
  ['tom', 'a-ble', 0.9, 'drop'],
  ['tom', 'a-pass', 1, 'drop'],
  ['yuki', 'k1-lock', 0.5, 'reshape'],
  ['yuki', 'f-near', 1, 'drop'],
  ['ben', 'w-wait', 1, 'drop'],
  ['ben', 'w-winter', 1, 'drop'],
]

/** The quarter is graded and closed, and what is not done goes on: with the needs it still waits for, as asks. */
export async function closing(quarter: Quarter): Promise<void> {
  quarter.at('2027-03-29T09:00:00Z')
  await quarter.run('mara', call('cycle.update', { id: 'q1', set: { phase: 'closing' } }))
  await quarter.run('mara', call('cycle.create', { id: 'q2', name: '2027-Q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' }))
  for (const [who, keyResultId, grade, rollOver] of ends) {
    const choice = { keyResultId, intoCycleId: 'q2', rollOver }
    const goesOn = rollOverCall(await quarter.snapshot(), choice, quarter.freshId)
    await quarter.run(who, call('keyResult.update', { id: keyResultId, set: { grade } }), goesOn)
  }
  quarter.at('2027-04-01T09:00:00Z')
  await quarter.run('mara', call('cycle.update', { id: 'q1', set: { phase: 'closed' } }))
}

/** What became of the plan, in words. */
export async function planAgainstActual(quarter: Quarter): Promise<string> {
  const { revision } = get(await quarter.snapshot(), 'mark', 'baseline')
  const since = sinceBaseline(await quarter.snapshotAt(revision), await quarter.snapshot(), { cycleId: 'q1', today: quarter.today() })
  const lines = [...since.keyResults, ...since.promises].map(({ fate, sentence }) => `- ${fate}: ${sentenceText(sentence)}`)
  return `${[since.lead, '', ...lines].join('\n')}\n`
}

/** What the next quarter begins with: what goes on, from which value, and what it asks for again. */
export async function nextQuarter(quarter: Quarter): Promise<readonly string[]> {
  const snapshot = await quarter.snapshot()
  const objectives = referring(snapshot, 'objective', 'cycleId', 'q2').map(({ id }) => String(id))
  const goesOn = listOf(snapshot, 'keyResult').filter(({ objectiveId }) => objectives.includes(objectiveId))
  const ids = new Set(goesOn.map(({ id }) => String(id)))
  const asked = listOf(snapshot, 'dependency').filter(({ consumerKeyResultId }) => ids.has(consumerKeyResultId))
  const ready = readiness(snapshot, { cycleId: 'q2', today: quarter.today() })
  return [
    ...goesOn.map(({ title, metric, carriedFromId }) => `${carriedFromId}: ${title} from ${'baseline' in metric ? metric.baseline : '?'}`),
    ...asked.map(({ what, state }) => `${what}: ${state}`),
    ...ready.map(({ nodeId, dots }) => `${nodeId}: ${dots}`),
  ]
}
