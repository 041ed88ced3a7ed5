import { expect, test } from 'vitest'
import { chanceMove, isTold } from '../../../app/[network]/what-if/_parts/chance-move.ts'
import { leadSentences } from '../../../app/[network]/what-if/_parts/lead-sentences.ts'
import { rowGroups } from '../../../app/[network]/what-if/_parts/rows.ts'
import { comparisonSentences } from '../../../lib/domain/measure/what-if/compare-sentence.ts'
import { whatIfEditsSchema } from '../../../lib/domain/measure/what-if/edit.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { goldenNetwork } from '../../domain/sketch.ts'
import { answerTo } from './answer.ts'

const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', strength: 0.5, state: 'requested', what: 'the first contract' }

/** The worked example in which all ten key results wait for each other. */
const circling = goldenNetwork([closing])

function answered(network: typeof circling, ...given: readonly unknown[]) {
  const answer = answerTo(network, whatIfEditsSchema.parse(given))
  const goal = rowGroups(network, answer.comparison)[0]
  return {
    answer,
    rows: (goal?.rows ?? []).map(({ name, before, after, differs }) => `${name}: ${before.text} | ${after.text} | ${differs}`),
    notes: (goal?.rows ?? []).map(({ before }) => before.note),
    lead: leadSentences(network, answer).map((sentence) => sentenceText(sentence)),
    said: comparisonSentences(network, answer.comparison).map((sentence) => sentenceText(sentence)),
  }
}

const noTalent = { kind: 'without', entity: 'node', id: 'node_talent' }

test('WI18: behind a ring what would differ is unknown, and told as it would be without the cheapest cut', () => {
  const { rows, notes, lead, said, answer } = answered(circling, noTalent)
  expect(rows).toEqual([
    'Chance: unknown | unknown | unknown',
    'Longest chain: unknown | unknown | unknown',
    'Chance without the rings: 25 in 100 | 23 in 100 | −2 in 100',
    'Longest chain without the rings: 25 weeks | 25 weeks | the same',
  ])
  const waits = 'it waits for results that wait for each other'
  expect(notes.slice(0, 2)).toEqual([waits, waits])
  const sentence = `The chance of “Win 5 new clients” stays unknown: ${waits}. Without the rings it would be 23 in 100 instead of 25 in 100.`
  expect([lead[0], said[0]]).toEqual([sentence, sentence])
  expect(answer.comparison.rings.after.map(({ needIds }) => needIds)).toEqual([['d13']])
  expect(sentenceText(answer.comparison.rings.after[0]?.sentence ?? [])).toBe(
    '10 results wait for each other. Dropping one need frees them: “Capacity funding live for 3 value streams” needs “Win 5 new clients”.',
  )
})

test('WI18: where nothing moves without the rings it is not said that nothing moves', () => {
  const { lead } = answered(circling, { kind: 'due', keyResultId: 'K7', dueOn: '2027-06-30' })
  expect(lead[0]).toBe('The chance of the goal is unknown, because results wait for each other; without the rings no goal would have another chance.')
})

test('WI18: a need that would close a ring is told with the number after its cut', () => {
  const { rows, lead, answer } = answered(goldenNetwork(), { kind: 'add', consumerKeyResultId: 'K10', supplierKeyResultId: 'K9', strength: 1 })
  expect(rows).toEqual([
    'Chance: 25 in 100 | unknown | ',
    'Longest chain: 25 weeks | unknown | ',
    'Chance without the rings: 25 in 100 | 23 in 100 | −2 in 100',
    'Longest chain without the rings: 25 weeks | 23 weeks | −2 weeks',
  ])
  expect(lead[0]).toContain('would be unknown instead of 25 in 100: it would wait for results that wait for each other.')
  expect(answer.comparison.rings.before).toEqual([])
})

test('WI18: who frees a ring reads what is known then', () => {
  const { rows, lead } = answered(circling, { kind: 'drop', dependencyId: 'd13' })
  expect(rows[0]).toBe('Chance: unknown | 25 in 100 | ')
  expect(lead[0]).toBe('The chance of “Win 5 new clients” would be 25 in 100 instead of unknown. Without the rings it would stay at 25 in 100.')
})

test('WI18: with a second supplier the numbers without the rings are joined as the others are', () => {
  const second = { kind: 'second', dependencyId: 'd9', supplierKeyResultId: 'K6' }
  const behind = goldenNetwork([{ ...closing, supplierKeyResultId: 'K9' }])
  const withRing = answered(behind, second).answer.comparison.goals[0]?.withoutRings?.after
  const plain = answered(goldenNetwork(), second).answer.comparison.goals[0]
  expect(withRing?.chance?.value).toBeCloseTo(plain?.chance.after?.value ?? Number.NaN, 12)
  expect(withRing?.finish).toEqual(plain?.finish.after)
})

test('WI18: key results behind a ring are told without it, and what stops there stops', () => {
  const { losses } = answered(circling, noTalent).answer
  expect(losses.stoppedIds).toEqual(['K9'])
  const change = losses.chances.find(({ keyResultId }) => keyResultId === 'K8')
  expect([change?.before, change?.after]).toEqual([null, null])
  expect(change && isTold(change) && chanceMove(change)).toMatchObject({
    before: { value: expect.closeTo(0.774, 9) },
    after: { value: expect.closeTo(0.45, 9) },
    note: ' without the rings',
  })
  const closed = answered(goldenNetwork(), { kind: 'add', consumerKeyResultId: 'K10', supplierKeyResultId: 'K7', strength: 0.5 }).answer.losses
  expect(closed.chances.map(({ keyResultId }) => keyResultId)).toHaveLength(10)
  expect(closed.chances[0] && chanceMove(closed.chances[0])).toMatchObject({ after: null, note: ', 57 in 100 without the rings' })
})
