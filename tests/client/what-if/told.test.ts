import { describe, expect, test } from 'vitest'
import { type EditPart, editSentence } from '../../../app/[network]/what-if/_parts/edit-sentence.ts'
import { leadSentences } from '../../../app/[network]/what-if/_parts/lead-sentences.ts'
import { rowGroups } from '../../../app/[network]/what-if/_parts/rows.ts'
import { wayOptions } from '../../../app/[network]/what-if/_parts/ways.ts'
import { withEdit } from '../../../app/[network]/what-if/_parts/with-edit.ts'
import { comparisonSentences } from '../../../lib/domain/measure/what-if/compare-sentence.ts'
import type { WhatIfEdit } from '../../../lib/domain/measure/what-if/edit.ts'
import { whatIfEditsSchema } from '../../../lib/domain/measure/what-if/edit.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { goldenNetwork, sketch } from '../../domain/sketch.ts'
import { answerTo, today } from './answer.ts'

const network = goldenNetwork()

function edits(...given: readonly unknown[]): WhatIfEdit[] {
  return whatIfEditsSchema.parse(given)
}

function textOf(sentence: readonly EditPart[]): string {
  return sentence.map(({ text }) => text).join('')
}

function told(...given: readonly unknown[]): string[] {
  return edits(...given).map((edit) => textOf(editSentence({ snapshot: network, today }, edit)))
}

describe('what is supposed, in sentences', () => {
  test('WI5: each edit is one sentence with what it was before', () => {
    expect(
      told(
        { kind: 'confidence', keyResultId: 'K3', confidence: 1 },
        { kind: 'confidence', keyResultId: 'K3', confidence: 0 },
        { kind: 'confidence', keyResultId: 'K3', confidence: 0.25 },
        { kind: 'due', keyResultId: 'K7', dueOn: '2027-03-01' },
        { kind: 'drop', dependencyId: 'd9' },
        { kind: 'add', consumerKeyResultId: 'K7', supplierNodeId: 'node_talent', strength: 1, what: 'hands' },
        { kind: 'second', dependencyId: 'd9', supplierKeyResultId: 'K6' },
        { kind: 'without', entity: 'node', id: 'node_talent' },
      ),
    ).toMatchInlineSnapshot(`
      [
        "Ship 2 new product offers is certain if all that it needs comes.",
        "Ship 2 new product offers is missed.",
        "Confidence in Ship 2 new product offers is 2.5 of 10 instead of 7.",
        "Win 5 new clients is due on 1 Mar.",
        "The need of Inbound qualified leads 20 to 40 a month for Win 5 new clients is dropped.",
        "Win 5 new clients cannot do without “hands” of Talent operations.",
        "The need for Win 5 new clients comes of Inbound qualified leads 20 to 40 a month or of Net revenue retention 95% to 110%: either will do.",
        "Talent operations is not there.",
      ]
    `)
  })

  test('WI5: certain is only the own part of what needs something', () => {
    const certain = (keyResultId: string) => told({ kind: 'confidence', keyResultId, confidence: 1 })
    expect(certain('K7')).toEqual(['Win 5 new clients is certain if all that it needs comes.'])
    expect(certain('K10')).toEqual(['Capacity funding live for 3 value streams is certain.'])
  })

  test('WI5: what is gone is called that, and no id of it is shown', () => {
    const gone = told(
      { kind: 'confidence', keyResultId: 'K99', confidence: 1 },
      { kind: 'drop', dependencyId: 'd99' },
      { kind: 'second', dependencyId: 'd99', supplierKeyResultId: 'K1' },
      { kind: 'without', entity: 'person', id: 'p99' },
    )
    expect(gone).toEqual([
      'a key result that is not here is certain.',
      'A need that is not here is otherwise.',
      'A need that is not here is otherwise.',
      'a person that is not here is not there for the work.',
    ])
  })

  test('WI5: what a sentence names is what its edit is about', () => {
    const [drop] = edits({ kind: 'drop', dependencyId: 'd9' })
    const named = drop ? editSentence({ snapshot: network, today }, drop).flatMap((part) => ('id' in part ? [`${part.kind} ${part.id}`] : [])) : []
    expect(named).toEqual(['dependency d9', 'keyResult K2', 'keyResult K7'])
  })

  test('WI6: the same of the same record takes its place, needs that are added stand side by side', () => {
    const [certain, missed, late] = edits(
      { kind: 'confidence', keyResultId: 'K3', confidence: 1 },
      { kind: 'confidence', keyResultId: 'K3', confidence: 0 },
      { kind: 'due', keyResultId: 'K3', dueOn: '2027-03-01' },
    )
    const [need] = edits({ kind: 'add', consumerKeyResultId: 'K3', supplierNodeId: 'node_talent', strength: 1 })
    if (!certain || !missed || !late || !need) throw new Error('the edits are there')
    expect(withEdit([certain, late], missed)).toEqual([missed, late])
    expect(withEdit([need], need)).toEqual([need, need])
    const [one, other] = edits(
      { kind: 'second', dependencyId: 'd9', supplierKeyResultId: 'K6' },
      { kind: 'second', dependencyId: 'd9', supplierKeyResultId: 'K3' },
    )
    if (!one || !other) throw new Error('the edits are there')
    expect(withEdit([one], other)).toEqual([other])
    expect(withEdit([certain, late], need, 0)).toEqual([need, late])
  })
})

test('WI6: nobody is offered to be taken out of what is not there', () => {
  const offered = (snapshot: Snapshot) => wayOptions(snapshot, null).map(({ id }) => id)
  expect(offered(network)).toEqual(expect.arrayContaining(['node', 'drop']))
  expect(offered(network).filter((id) => id === 'team' || id === 'person')).toEqual([])
  expect(offered(sketch({ team: [{ id: 't' }], person: [{ id: 'p' }] }))).toEqual(expect.arrayContaining(['team', 'person']))
})

describe('before and after', () => {
  const rowsOf = (...given: readonly unknown[]) =>
    rowGroups(network, answerTo(network, edits(...given)).comparison).flatMap(({ rows }) =>
      rows.map(({ name, before, after, differs }) => `${name}: ${before.text} | ${after.text} | ${differs}`),
    )

  test('WI7: chance, longest chain and promises stand side by side with what differs', () => {
    expect(rowsOf({ kind: 'drop', dependencyId: 'd9' })).toEqual([
      'Chance: 25 in 100 | 49 in 100 | +24 in 100',
      'Longest chain: 25 weeks | 22 weeks | −3 weeks',
      'Promised so far: 8 of 12 | 8 of 11 | ',
    ])
  })

  test('WI7: an unknown supplier makes a range, a ring leaves it unknown, and what stays is called the same', () => {
    const unknown = rowsOf({ kind: 'add', consumerKeyResultId: 'K7', supplierNodeId: 'node_talent', strength: 1 })
    expect(unknown[0]).toBe('Chance: 25 in 100 | between 0 and 25 in 100 | lower')
    const ring = rowsOf({ kind: 'add', consumerKeyResultId: 'K10', supplierKeyResultId: 'K7', strength: 0.5 })
    expect(ring[0]).toBe('Chance: 25 in 100 | unknown | ')
    expect(rowsOf({ kind: 'due', keyResultId: 'K7', dueOn: '2027-06-30' })[0]).toBe('Chance: 25 in 100 | 25 in 100 | the same')
  })

  test('WI7: a chain of which all is reached takes no time, and that is known', () => {
    const reached = goldenNetwork()
    const goal = reached.tables.keyResult.get('K7')
    if (!goal) throw new Error('K7 is there')
    reached.tables.keyResult.set('K7', { ...goal, metric: { ...goal.metric, kind: 'boolean', current: 1 } })
    const { comparison } = answerTo(reached, edits({ kind: 'confidence', keyResultId: 'K7', confidence: 0.9 }))
    const [group] = rowGroups(reached, comparison)
    expect(group?.isTimeUnknown).toBe(false)
    expect(group?.rows[1]).toMatchObject({
      before: { text: 'no time', note: 'what is reached takes no time' },
      after: { text: '25 weeks' },
      differs: '+25 weeks',
    })
    expect(comparisonSentences(reached, comparison).map((sentence) => sentenceText(sentence))).toContain(
      'The longest chain to “Win 5 new clients” would take 25 weeks instead of no time.',
    )
    const without = answerTo(reached, edits({ kind: 'without', entity: 'node', id: 'node_talent' }))
    expect(rowGroups(reached, without.comparison)[0]?.rows.map(({ differs }) => differs)).toEqual(['the same', 'the same'])
  })

  test('WI7: of a chain that waits for itself it is said why its length is unknown; of one week there is one', () => {
    const ring = answerTo(network, edits({ kind: 'add', consumerKeyResultId: 'K10', supplierKeyResultId: 'K7', strength: 0.5 }))
    const [group] = rowGroups(network, ring.comparison)
    expect([group?.isTimeUnknown, group?.rows[1]?.after]).toMatchObject([
      false,
      { text: 'unknown', note: 'it waits for results that wait for each other' },
    ])
    const { comparison } = answerTo(network, edits({ kind: 'drop', dependencyId: 'd9' }))
    const [goal] = comparison.goals
    if (!goal) throw new Error('the goal is there')
    const differs = (before: number, after: number) =>
      rowGroups(network, {
        ...comparison,
        goals: [{ ...goal, finish: { before: { weeks: before, atLeast: before }, after: { weeks: after, atLeast: after } } }],
      })[0]?.rows[1]?.differs
    expect([differs(5, 4), differs(4, 5), differs(4, 5.5)]).toEqual(['−1 week', '+1 week', '+1.5 weeks'])
  })

  test('WI7: a range that grows narrower knows more, one that grows wider less', () => {
    const { comparison } = answerTo(network, edits({ kind: 'drop', dependencyId: 'd9' }))
    const [goal] = comparison.goals
    if (!goal) throw new Error('the goal is there')
    const differs = (before: readonly [number, number], after: readonly [number, number]) => {
      const [was, would] = [before, after].map(([low, high]) => ({ value: low === high ? low : null, low, high, standardError: null }))
      return rowGroups(network, { ...comparison, goals: [{ ...goal, chance: { before: was ?? null, after: would ?? null } }] })[0]?.rows[0]?.differs
    }
    expect(differs([0, 0.8], [0.72, 0.72])).toBe('more is known')
    expect(differs([0, 1], [0.2, 0.6])).toBe('more is known')
    expect(differs([0.2, 0.6], [0, 0.9])).toBe('less is known')
    expect([differs([0, 0.8], [0, 0.6]), differs([0, 0.8], [0.8, 0.8]), differs([0.1, 0.3], [0.1, 0.3])]).toEqual(['lower', 'higher', 'the same'])
  })

  const lead = (...given: readonly unknown[]) => leadSentences(network, answerTo(network, edits(...given))).map((sentence) => sentenceText(sentence))

  test('WI8: first stands what moves, what stops and which ways are cut', () => {
    expect(lead({ kind: 'without', entity: 'node', id: 'node_client' })).toEqual([
      'The chance of “Win 5 new clients” would be 0 in 100 instead of 25 in 100.',
      '2 key results would stop.',
      '55 in 100 of the ways value moves between the others would be gone.',
    ])
    expect(lead({ kind: 'due', keyResultId: 'K7', dueOn: '2027-06-30' })).toEqual(['No goal would have another chance.'])
    expect(lead({ kind: 'confidence', keyResultId: 'K9', confidence: 0.81 })).toEqual(['No goal would move by as much as 1 in 100.'])
  })

  test('WI17: findings that come and go are counted where there is room', () => {
    expect(lead({ kind: 'promise', dependencyId: 'd1', promisedOn: '2027-04-20', neededOn: '2027-02-01' })).toEqual([
      'No goal would have another chance.',
      '2 findings would come up.',
    ])
    expect(lead({ kind: 'drop', dependencyId: 'd9' })[1]).toBe('1 finding would be found no more, 1 would read otherwise.')
  })
})
