import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { atRiskSentence, blockedSentence } from '../../../lib/domain/plan/cause-sentence.ts'
import { cheapestCut } from '../../../lib/domain/plan/cut.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { cutSentence, ringSentence } from '../../../lib/domain/plan/ring-sentence.ts'
import { ringsOf } from '../../../lib/domain/plan/rings.ts'
import { dependsOnSentence, enumerate, keyResultPart, nodePart, sentenceText, words } from '../../../lib/domain/plan/sentence.ts'
import { needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../sketch.ts'

const titled: Record<string, SketchedKeyResult> = {
  goal: { title: 'Goal', node: 'Sales' },
  x: { title: 'X', node: 'Brand' },
  y: { title: 'Y', node: 'Lab' },
  z: { title: 'Z', node: 'Bank' },
}

type Short = Omit<SketchedNeed, 'supplier' | 'consumer'> & { readonly of: string | null; readonly for?: string }

function network(needs: readonly Short[]) {
  return needsNetwork(
    titled,
    needs.map(({ of, for: consumer = 'goal', ...fields }) => ({ supplier: of, consumer, ...fields })),
  )
}

function said(needs: readonly Short[]): string {
  const snapshot = network(needs)
  return sentenceText(dependsOnSentence(snapshot, needGraph(snapshot, 'q'), 'goal'), '*')
}

describe('what a key result depends on, word by word', () => {
  test.each<readonly [rule: string, needs: readonly Short[], sentence: string]>([
    ['ST70: nothing', [], '*Goal* depends on no other key result.'],
    ['ST70: an ended need only', [{ of: 'x', state: 'withdrawn' }], '*Goal* depends on no other key result.'],
    ['ST70: others that wait for it only', [{ of: 'goal', for: 'x' }], '*Goal* depends on no other key result.'],
    ['ST68: one', [{ of: 'x' }], '*Goal* cannot be reached unless *X* (Brand) is reached.'],
    ['ST68: one, asked twice', [{ of: 'x' }, { of: 'x', strength: 0.5 }], '*Goal* cannot be reached unless *X* (Brand) is reached.'],
    ['ST68: two', [{ of: 'x' }, { of: 'y' }], '*Goal* cannot be reached unless *X* (Brand) and *Y* (Lab) are reached.'],
    ['ST68: three', [{ of: 'x' }, { of: 'y' }, { of: 'z' }], '*Goal* cannot be reached unless *X* (Brand), *Y* (Lab) and *Z* (Bank) are reached.'],
    ['ST68: one behind another', [{ of: 'z', for: 'x' }, { of: 'x' }], '*Goal* cannot be reached unless *X* (Brand) and *Z* (Bank) are reached.'],
    [
      'ST68: what lies behind a weaker need is weaker, too',
      [
        { of: 'x', strength: 0.9 },
        { of: 'y', for: 'x' },
      ],
      '*Goal* leans on *X* (Brand) and *Y* (Lab); none of them alone decides it.',
    ],
    ['ST69: one weaker need', [{ of: 'x', strength: 0 }], '*Goal* leans on *X* (Brand); none of them alone decides it.'],
    ['ST68: both', [{ of: 'x' }, { of: 'y', strength: 0.5 }], '*Goal* cannot be reached unless *X* (Brand) is reached. It also leans on *Y* (Lab).'],
    ['ST71: a node', [{ of: null, supplierNodeId: 'Lab', what: 'A test' }], '*Goal* cannot be reached unless “A test” of Lab is there.'],
    ['ST71: a node, nobody said what', [{ of: null, supplierNodeId: 'Lab' }], '*Goal* cannot be reached unless something of Lab is there.'],
    [
      'ST71: a key result and a node',
      [{ of: 'x' }, { of: null, supplierNodeId: 'Lab', what: 'A test' }],
      '*Goal* cannot be reached unless *X* (Brand) and “A test” of Lab are there.',
    ],
    [
      'ST71: two asks of one node are two',
      [
        { of: null, supplierNodeId: 'Lab', what: 'A test' },
        { of: null, supplierNodeId: 'Lab', what: 'A room' },
      ],
      '*Goal* cannot be reached unless “A test” of Lab and “A room” of Lab are there.',
    ],
    [
      'ST71: a weaker ask of a node',
      [{ of: null, supplierNodeId: 'Lab', what: 'A test', strength: 0.5 }],
      '*Goal* leans on “A test” of Lab; none of them alone decides it.',
    ],
    [
      'ST71: an ask that was cancelled is left out',
      [{ of: 'x' }, { of: null, supplierNodeId: 'Lab', state: 'cancelled' }],
      '*Goal* cannot be reached unless *X* (Brand) is reached.',
    ],
    ['ST62: on a ring it does not name itself', [{ of: 'x' }, { of: 'goal', for: 'x' }], '*Goal* cannot be reached unless *X* (Brand) is reached.'],
  ])('%s', (_, needs, sentence) => {
    expect(said(needs)).toBe(sentence)
  })
})

describe('rings, word by word', () => {
  function rings(needs: readonly Short[]): string[] {
    const snapshot = network(needs)
    const graph = needGraph(snapshot, 'q')
    return ringsOf(graph).flatMap((ring) =>
      [ringSentence(snapshot, ring), cutSentence(snapshot, cheapestCut(graph, ring))].map((each) => sentenceText(each, '*')),
    )
  }

  test('ST65: of two, with the weaker need as the cut', () => {
    const needs = [{ of: 'x' }, { of: 'goal', for: 'x', strength: 0.5 }]
    expect(rings(needs)).toEqual(['*Goal* and *X* wait for each other.', 'Dropping one need frees them: *X* needs *Goal*.'])
  })

  test('ST65: of three that all need each other three needs have to go, each is said', () => {
    const pairs = ['goal', 'x', 'y'].flatMap((from, at, all) => all.filter((to) => to !== from).map((to) => ({ of: from, for: to, at })))
    const [ring, cut] = rings(pairs.map(({ of, for: consumer, at }) => ({ of, for: consumer, strength: at === 2 ? 0.1 : 1 })))
    expect(ring).toBe('*Goal*, *X* and *Y* wait for each other.')
    expect(cut).toMatch(/^Dropping 3 needs frees them: .* needs .*, .* needs .* and .* needs .*\.$/)
    expect(cut).toContain('*Goal* needs *Y*')
    expect(cut).toContain('*X* needs *Y*')
  })

  test('ST65: needs are named up to three, more are counted; one other cut is called one', () => {
    const snapshot = network([{ of: 'x' }, { of: 'goal', for: 'x' }])
    const cut = (needIds: readonly string[], others: readonly (readonly string[])[] = []) =>
      sentenceText(cutSentence(snapshot, { needIds, others, isExact: true }), '*')
    expect(cut(['d1', 'd2', 'd1', 'd2'], [['d2', 'd1', 'd2', 'd1']])).toBe('Dropping 4 needs frees them.')
    expect(cut(['d1'], [['d2'], ['d2'], ['d2']])).toBe(
      'Dropping one need frees them: *Goal* needs *X*; or instead *X* needs *Goal*; or instead *X* needs *Goal*, or one other.',
    )
    expect(cut(['d1'], [['d2'], ['d2'], ['d2'], ['d2']])).toMatch(/, or one of 2 others\.$/)
  })

  test('ST64: nobody waits in a circle where a need has ended', () => {
    expect(rings([{ of: 'x' }, { of: 'goal', for: 'x', state: 'cancelled' }])).toEqual([])
  })
})

describe('causes, word by word', () => {
  const today = '2027-02-10'

  test('ST72: several weaker needs are told one after the other', () => {
    const snapshot = network([
      { of: 'x', strength: 0.5, state: 'declined' },
      { of: 'y', strength: 0.5, promisedOn: '2027-02-08', what: 'Data' },
    ])
    const found = atRiskSentence(snapshot, assess(snapshot, { today, cycleId: 'q' }), 'goal')
    expect(found && sentenceText(found, '*')).toBe('At risk: *X* was declined; “Data” from *Y* is 2 days late.')
  })

  test('ST72: who is not blocked and leans on nothing in trouble has no sentence', () => {
    const snapshot = network([{ of: 'x' }])
    const assessment = assess(snapshot, { today, cycleId: 'q' })
    expect([blockedSentence(snapshot, assessment, 'goal'), atRiskSentence(snapshot, assessment, 'goal')]).toEqual([null, null])
    expect(blockedSentence(snapshot, assessment, 'nobody')).toBeNull()
  })
})

describe('pieces of a sentence', () => {
  test('ST68: a list has commas and one “and”, or the word that is asked for', () => {
    const list = (...items: string[]) => sentenceText(enumerate(items.map((item) => [words(item)])))
    expect([list(), list('a'), list('a', 'b'), list('a', 'b', 'c')]).toEqual(['', 'a', 'a and b', 'a, b and c'])
    expect(sentenceText(enumerate([[words('a')], [words('b')]], 'or'))).toBe('a or b')
  })

  test('ST68: names carry their id for a link; only key results are quoted', () => {
    const snapshot = network([])
    const parts = [keyResultPart(snapshot, 'x'), words(' of '), nodePart(snapshot, 'Brand')]
    expect(parts.map((part) => ('id' in part ? `${part.kind} ${part.id}` : part.kind))).toEqual(['keyResult x', 'words', 'node Brand'])
    expect([sentenceText(parts), sentenceText(parts, '"')]).toEqual(['“X” of Brand', '"X" of Brand'])
  })
})
