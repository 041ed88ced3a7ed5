import { describe, expect, test } from 'vitest'
import { analyse } from '../../../../lib/domain/measure/report/analyse.ts'
import { choose } from '../../../../lib/domain/measure/report/chosen.ts'
import { sentencesOf } from '../../../../lib/domain/measure/report/sentences.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenAnswer, goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'
import { differences, notNumbers, shortened } from './same.ts'

const today = '2027-02-10'
const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

/** What the worked example has only to forbid it, or to compare with. */
const forbidden = ['chanceHardNaiveWRONG', 'chanceSoftOnePassApprox']
/** What the worked example is given beside the document. */
const given = ['addedDependency']

function expectedPart(name: string): unknown {
  return Object.fromEntries(Object.entries(Object(goldenAnswer(name))).filter(([key]) => !forbidden.includes(key) && !given.includes(key)))
}

function analysed(snapshot: Snapshot, asked: Parameters<typeof choose>[1] = {}) {
  return analyse(snapshot, { ...choose(snapshot, asked, today), deadlineWeeks: 24 })
}

/** The first sentence: how likely the goal is. */
function saidOf(snapshot: Snapshot, asked: Parameters<typeof choose>[1]): string {
  const chosen = choose(snapshot, asked, today)
  const [first] = sentencesOf(snapshot, analyse(snapshot, { ...chosen, dates: true }), chosen)
  return sentenceText(first?.sentence ?? [])
}

describe('the analysis of the worked example', () => {
  const whole = Object(shortened(analysed(goldenNetwork())))

  test('OR15: has the four parts and nothing else, unless dates are asked for', () => {
    const parts = ['valueNetwork', 'krNetwork', 'cycleVariant', 'nodeDSM']
    expect(Object.keys(whole)).toEqual(parts)
    const network = goldenNetwork()
    const dated = analyse(network, { ...choose(network, {}, today), dates: true })
    expect(Object.keys(dated)).toEqual([...parts, 'dates'])
    expect(dated.dates?.atBestWeeks).toBeGreaterThan(0)
  })

  test.each(['valueNetwork', 'krNetwork', 'nodeDSM'])('OR15: %s, value by value within 1e-9, with exactly its keys', (part) => {
    expect(differences(whole[part], expectedPart(part), 1e-9)).toEqual([])
  })

  test('OR16: nothing in it waits for itself', () => {
    expect(whole['cycleVariant']).toEqual({
      stronglyConnected: [],
      elementaryCycles: [],
      elementaryCycleCount: 0,
      minFeedbackArcSets: [],
      minFeedbackArcSetSize: 0,
    })
  })

  test('OR16: with the need that closes the ring the cycle variant is that of the worked example', () => {
    const snapshot = goldenNetwork([closing])
    const { cycleVariant, krNetwork } = analysed(snapshot)
    expect(differences(cycleVariant, expectedPart('cycleVariant'), 1e-9)).toEqual([])
    expect(krNetwork.hasCycle).toBe(true)
    expect(notNumbers(analysed(snapshot))).toEqual([])
  })

  test('OR15: the wrong step-by-step product is nowhere in it', () => {
    const wrong = Object(goldenAnswer('krNetwork', 'chanceHardNaiveWRONG'))['K7']
    const numbers = JSON.stringify(whole).match(/-?\d+\.\d+(e-?\d+)?/g) ?? []
    expect(numbers.filter((text) => Math.abs(Number(text) - wrong) < 1e-6)).toEqual([])
  })
})

describe('several rings', () => {
  const two = needsNetwork({ a: {}, b: {}, c: {}, d: {}, e: {} }, [
    { supplier: 'a', consumer: 'b' },
    { supplier: 'b', consumer: 'a' },
    { supplier: 'c', consumer: 'd' },
    { supplier: 'd', consumer: 'e' },
    { supplier: 'e', consumer: 'c' },
  ])

  test('OR16: what frees the whole network is one smallest set of each, in all ways', () => {
    const { cycleVariant } = analysed(two)
    expect(cycleVariant).toMatchObject({
      stronglyConnected: [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
      elementaryCycleCount: 2,
      minFeedbackArcSetSize: 2,
    })
    expect(cycleVariant.minFeedbackArcSets).toEqual([
      ['d1', 'd3'],
      ['d1', 'd4'],
      ['d1', 'd5'],
      ['d2', 'd3'],
      ['d2', 'd4'],
      ['d2', 'd5'],
    ])
    expect(Object.keys(cycleVariant).length).toBe(5)
  })

  test('OR16: a cap that was reached is told, and a count that is not known is null', () => {
    const size = 7
    const ids = Array.from({ length: size }, (_, at) => `k${at}`)
    const needs = ids.flatMap((supplier) => ids.flatMap((consumer) => (supplier === consumer ? [] : [{ supplier, consumer }])))
    const { cycleVariant } = analysed(needsNetwork(Object.fromEntries(ids.map((id) => [id, {}])), needs))
    expect(cycleVariant).toMatchObject({ elementaryCycleCount: null, elementaryCyclesCappedAt: 200, minFeedbackArcSetsCappedAt: 200 })
    expect([cycleVariant.elementaryCycles.length, cycleVariant.minFeedbackArcSets.length, cycleVariant.minFeedbackArcSetSize]).toEqual([200, 200, 21])
  })

  test('OR16: of a ring above 15 it is told that the set is not proven', () => {
    const ids = Array.from({ length: 16 }, (_, at) => `k${at}`)
    const snapshot = needsNetwork(
      Object.fromEntries(ids.map((id) => [id, {}])),
      ids.map((supplier, at) => ({ supplier, consumer: `k${(at + 1) % 16}` })),
    )
    const { cycleVariant, nodeDSM } = analysed(snapshot)
    expect(cycleVariant).toMatchObject({ minFeedbackArcSetSize: 1, minFeedbackArcSetProven: false })
    // 16 nodes in a circle can still be counted: one mark is proven to be the least
    expect(nodeDSM).toMatchObject({ minFeedbackMarks: 1, numberOfOptimalOrders: 16 })
    expect(nodeDSM).not.toHaveProperty('minFeedbackMarksProven')
  })
})

describe('networks with nothing, or next to nothing, in them', () => {
  const area = [{ id: 'area' }]
  const one = { area, node: [{ id: 'n', areaId: 'area' }] }
  const networks: Record<string, Snapshot> = {
    empty: sketch({}),
    'one node': sketch(one),
    'nodes without exchanges': sketch({
      area,
      node: [
        { id: 'n', areaId: 'area' },
        { id: 'm', areaId: 'area' },
        { id: 'o', areaId: 'area' },
      ],
    }),
    'two islands': sketch({
      area,
      node: ['a', 'b', 'c', 'd'].map((id) => ({ id, areaId: 'area' })),
      exchange: [
        { id: 'x', fromNodeId: 'a', toNodeId: 'b' },
        { id: 'y', fromNodeId: 'c', toNodeId: 'd', valueByReceiver: 0 },
      ],
    }),
    'a key result alone': needsNetwork({ a: { confidence: 0.5 } }, []),
    'unknown confidence': needsNetwork({ a: {}, b: { confidence: 1 } }, [{ supplier: 'a', consumer: 'b', strength: 0 }], {
      goal: [{ id: 'g', keyResultId: 'b' }],
    }),
    'a supplier without a key result': needsNetwork(
      { a: { confidence: 0.5 } },
      [{ supplier: null, supplierNodeId: 'other', consumer: 'a', strength: 1 }],
      { node: [{ id: 'other', areaId: 'area' }], goal: [{ id: 'g', keyResultId: 'a' }] },
    ),
    'a goal on a ring': needsNetwork(
      { a: { confidence: 0.5 }, b: { confidence: 0.5 } },
      [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'b', consumer: 'a' },
      ],
      {
        goal: [{ id: 'g', keyResultId: 'b' }],
      },
    ),
    'a goal of another cycle': needsNetwork({ a: { confidence: 0.5 }, b: { cycle: 'old', confidence: 0.4 } }, [], {
      cycle: [{ id: 'q' }, { id: 'old', phase: 'closed' }],
      goal: [{ id: 'g', keyResultId: 'b' }],
    }),
  }

  test.each(Object.entries(networks))('OR15: %s: every number is a number or null', (_name, snapshot) => {
    const analysis = analysed(snapshot)
    expect(notNumbers(analysis)).toEqual([])
    expect(Object.keys(analysis.valueNetwork).sort()).toEqual(Object.keys(Object(expectedPart('valueNetwork'))).sort())
    const missing = Object.keys(Object(expectedPart('krNetwork'))).filter((key) => !Object.hasOwn(analysis.krNetwork, key))
    expect(missing).toEqual([])
  })
})

describe('what an analysis is about', () => {
  test('OR17: the first goal that has a key result, its node, the active cycle', () => {
    expect(choose(goldenNetwork(), {}, today)).toEqual({ goalId: 'K7', focalNodeId: 'node_client', cycleId: 'cycle_q' })
    const goals = [{ id: 'g1' }, { id: 'g2', keyResultId: 'b' }, { id: 'g3', keyResultId: 'a' }]
    expect(choose(needsNetwork({ a: {}, b: {} }, [], { goal: goals }), {}, today)).toEqual({ goalId: 'b', focalNodeId: 'node_b', cycleId: 'q' })
    expect(choose(sketch({}), {}, today)).toEqual({ goalId: null, focalNodeId: null, cycleId: null })
  })

  const twoCycles = needsNetwork({ old: { cycle: 'before', confidence: 0.5 }, now: { confidence: 0.6 } }, [], {
    cycle: [
      { id: 'before', name: '2026-Q4', phase: 'closed' },
      { id: 'q', name: '2027-Q1' },
    ],
    goal: [
      { id: 'first', keyResultId: 'old' },
      { id: 'second', keyResultId: 'now' },
    ],
  })

  test('OR17: a goal of the cycle before is not the goal of this one', () => {
    const chosen = choose(twoCycles, {}, today)
    expect(chosen).toEqual({ goalId: 'now', focalNodeId: 'node_now', cycleId: 'q' })
    expect(choose(twoCycles, { cycle: '2026-Q4' }, today).goalId).toBe('old')
    expect(saidOf(twoCycles, {})).toBe('As planned, 60 in 100 cycles like this would end with “now”.')
  })

  test('OR17: of a named goal that the cycle does not reach the sentence says that, not that it waits for itself', () => {
    expect(saidOf(twoCycles, { goal: 'first' })).toBe(
      'How likely “old” is does not follow from 2027-Q1: it is a result of 2026-Q4, and no result of 2027-Q1 needs it.',
    )
    expect(saidOf(twoCycles, { goal: 'first', cycle: '2026-Q4' })).toBe('As planned, 50 in 100 cycles like this would end with “old”.')
  })

  test('OR17: or what is named: a goal or a key result, a node, a cycle by id or name', () => {
    const snapshot = goldenNetwork()
    expect(choose(snapshot, { goal: 'K2', cycle: '2027-Q1' }, today)).toEqual({ goalId: 'K2', focalNodeId: 'node_brand', cycleId: 'cycle_q' })
    expect(choose(snapshot, { goal: 'goal_k7', focal: 'node_talent', cycle: 'cycle_q' }, today)).toEqual({
      goalId: 'K7',
      focalNodeId: 'node_talent',
      cycleId: 'cycle_q',
    })
    const { valueNetwork, krNetwork } = analysed(snapshot, { goal: 'K2', focal: 'node_talent' })
    expect([krNetwork.goal, valueNetwork.valueLoops?.focal]).toEqual(['K2', 'node_talent'])
  })

  test.each(['goal', 'focal', 'cycle'])('OR18: a %s that is not there is refused by its name, with what to do', (field) => {
    try {
      choose(goldenNetwork(), { [field]: 'nothing' }, today)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        code: 'VALIDATION',
        message: expect.stringContaining('“nothing”'),
        details: { faults: [{ path: field, remedy: expect.stringMatching(/^Give .*leave it out/) }] },
      })
    }
  })
})
