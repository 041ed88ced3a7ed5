import { describe, expect, test } from 'vitest'
import { bestHelp } from '../../../../lib/domain/measure/report/best-help.ts'
import { shareSentence } from '../../../../lib/domain/measure/report/sentence-share.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { needsNetwork, type SketchedKeyResult } from '../../sketch.ts'
import { measured, told } from '../figure/measured.ts'

const goal = { goal: [{ id: 'g', keyResultId: 'goal' }] }
const done = { metric: { kind: 'boolean', current: 1 } }

/** The sentences of a network by what they say, and the same as figures of a screen. */
function said(snapshot: Snapshot) {
  const network = measured(snapshot)
  const texts = Object.fromEntries((network.results.said ?? []).map(({ key, sentence }) => [key, sentenceText(sentence)]))
  return { texts, figure: (id: string) => told(network, id) }
}

describe('OR25: where help does most, of a goal whose chance is a range', () => {
  /** `sure` is certain to lift the goal; of `silent` nobody has said how likely it is. */
  const half = (strength: number) =>
    needsNetwork(
      { sure: { confidence: 0.5 }, silent: {}, goal: { confidence: 0.8 } },
      [
        { supplier: 'sure', consumer: 'goal' },
        { supplier: 'silent', consumer: 'goal', strength },
      ],
      goal,
    )

  test('between what and what it adds, beside what the chance is; the key result is that of the screens', () => {
    // at worst .8 · .5 · (1 − .5) = .2, at best .8 · .5 = .4; with `sure` certain .4 and .8
    const { texts, figure } = said(half(0.5))
    expect(texts['help']).toBe(
      'Making “sure” certain adds between 20 and 40 in 100 to the chance of “goal”, which is between 20 and 40 in 100 as planned.',
    )
    expect(figure('help:sure')).toMatchObject({ value: 'between 20 and 40 in 100' })
  })

  test('what may also add nothing is not where to help first', () => {
    expect(said(half(1)).texts).not.toHaveProperty('help')
  })

  test('what can be counted on comes first, then what is possible, then document order', () => {
    const range = (keyResultId: string, low: number, high: number) => ({ keyResultId, gain: { value: null, low, high } })
    const [a, b, c] = [range('a', 0.1, 0.2), range('b', 0.1, 0.3), range('c', 0, 0.9)]
    expect(bestHelp([a, b, c], null)?.keyResultId).toBe('b')
    expect(bestHelp([a, b, c], 'b')?.keyResultId).toBe('a')
    expect(bestHelp([a, { ...a, keyResultId: 'z' }], null)?.keyResultId).toBe('a')
    expect(bestHelp([range('d', 0, 0.004)], null)).toBeNull()
  })

  test('OR26: what the goal loses at least and at most with what most wait for', () => {
    const chain = needsNetwork(
      { base: { confidence: 0.5 }, part: {}, goal: { confidence: 0.8 } },
      [
        { supplier: 'base', consumer: 'part' },
        { supplier: 'part', consumer: 'goal', strength: 0.5 },
        { supplier: 'base', consumer: 'goal', strength: 0.5 },
      ],
      goal,
    )
    // without `base`: .8 · .5 · .5 = .2; at worst .5 · .4 + .5 · .2 = .3, at best .5 · .8 + .5 · .2 = .5
    expect(said(chain).texts['slip']).toBe('If “base” slips, 2 results feel it: “goal” loses between 10 and 30 in 100.')
  })
})

describe('OR23: how many wait for nothing, and how deep the others lie', () => {
  const chain = (reached: readonly string[]) => {
    const results = ['old', 'base', 'part', 'goal', 'other'].map((id): [string, SketchedKeyResult] => [id, reached.includes(id) ? done : {}])
    return said(
      needsNetwork(Object.fromEntries(results), [
        { supplier: 'old', consumer: 'base' },
        { supplier: 'base', consumer: 'part' },
        { supplier: 'part', consumer: 'goal' },
        { supplier: null, supplierNodeId: 'node_other', consumer: 'base' },
      ]),
    ).texts['order']
  }

  test('what is reached is not counted, nobody waits for it, nor for what it was to get', () => {
    expect(chain([])).toBe(
      '2 of 5 results wait for nothing; 3 wait for something, up to 3 steps deep, the last of them “goal”; 1 need is on a node that has no key result for it.',
    )
    expect(chain(['old'])).toBe(
      '1 of 4 results waits for nothing; 3 wait for something, up to 3 steps deep, the last of them “goal”; 1 need is on a node that has no key result for it.',
    )
    expect(chain(['old', 'base'])).toBe('2 of 3 results wait for nothing; 1 waits for something: “goal”.')
    expect(chain(['old', 'base', 'part'])).toBeUndefined()
  })

  test('a ring that goes through what is reached holds nobody up', () => {
    const round = needsNetwork({ a: done, b: {}, c: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'a' },
      { supplier: 'b', consumer: 'c' },
    ])
    expect(said(round).texts['order']).toBe('1 of 2 results waits for nothing; 1 waits for something: “c”.')
  })
})

describe('OR46: on whom most of the chance rests', () => {
  const parts = (...values: readonly number[]) =>
    values.map((value, at) => ({ nodeId: `node_${'abcd'[at]}`, part: { value, low: value, high: value } }))
  const network = needsNetwork({ a: {}, b: {}, c: {}, d: {}, goal: {} }, [])
  const sentence = (given: Partial<Parameters<typeof shareSentence>[1]>) => {
    const chance = { value: 0.4, low: 0.4, high: 0.4 }
    const said = shareSentence(network, { goal: 'goal', chance, basis: { results: 5, onNodes: 0 }, parts: [], ...given })
    return said && sentenceText(said.sentence)
  }

  test('from half more on than if all carried alike, with how many nodes share it', () => {
    expect(sentence({ parts: parts(0.1, 0.2, 0.1) })).toBe(
      'Of the chance of “goal” (40 in 100), about 50% rests on node_b; 3 nodes share it, with 5 results.',
    )
    expect(sentence({ parts: parts(0.12, 0.16, 0.12) })).toBeNull()
    expect(sentence({ parts: parts(0.1, 0.2, 0.1), basis: { results: 5, onNodes: 2 } })).toMatch(
      /with 5 results and 2 needs on nodes without a key result for them\.$/,
    )
  })

  test('those that carry as much are named together, and more than half of them are nobody in particular', () => {
    expect(sentence({ parts: parts(0.16, 0.16, 0.04, 0.04) })).toBe(
      'Of the chance of “goal” (40 in 100), about 40% rests on each of node_a and node_b; 4 nodes share it, with 5 results.',
    )
    expect(sentence({ parts: parts(0.2, 0.2) })).toBeNull()
    expect(sentence({ parts: parts(0.4) })).toBeNull()
  })

  test('of a range only where nobody else may carry as much; what is not known is not shared', () => {
    const range = (at: string, low: number, high: number) => ({ nodeId: `node_${at}`, part: { value: null, low, high } })
    const chance = { value: null, low: 0.2, high: 0.4 }
    expect(sentence({ chance, parts: [range('a', 0.15, 0.3), range('b', 0.01, 0.05), range('c', 0.01, 0.05)] })).toBe(
      'Of the chance of “goal” (between 20 and 40 in 100), between 15 and 30 in 100 rests on node_a; 3 nodes share it, with 5 results.',
    )
    expect(sentence({ chance, parts: [range('a', 0.15, 0.3), range('b', 0.01, 0.2), range('c', 0.01, 0.05)] })).toBeNull()
    expect(sentence({ chance: null, parts: parts(0.1, 0.2, 0.1) })).toBeNull()
  })

  test('what trials may mistake for more is not told as most', () => {
    const tried = (values: readonly number[], standardError: number) =>
      parts(...values).map((each) => ({ ...each, part: { ...each.part, standardError } }))
    expect(sentence({ parts: tried([0.1, 0.2, 0.1], 0.01) })).toMatch(/rests on node_b/)
    expect(sentence({ parts: tried([0.1, 0.2, 0.1], 0.03) })).toBeNull()
  })
})
