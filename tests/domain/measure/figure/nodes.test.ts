import { expect, test } from 'vitest'
import { contributions, whatItFeeds } from '../../../../lib/domain/measure/figure/contribution.ts'
import { figureOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { goldenAnswer, goldenNetwork, needsNetwork } from '../../sketch.ts'
import { measured, told } from './measured.ts'

const golden = measured(goldenNetwork())

test('IN10: nodes stand in document order, their parts sum to the chance, and shares are those of the worked example', () => {
  const all = contributions(golden.looked)
  const order = [...golden.input.snapshot.tables.node.values()].toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ id }) => id)
  const ids = all.map(({ nodeId }) => nodeId)
  expect(ids).toEqual(order.filter((id) => ids.includes(id)))
  expect(all.reduce((sum, { part }) => sum + (part.value ?? 0), 0)).toBeCloseTo(Number(goldenAnswer('krNetwork', 'vAll')), 9)
  for (const { nodeId, part, without } of all) {
    const short = nodeId.replace('node_', '')
    expect(part.value).toBeCloseTo(Number(goldenAnswer('krNetwork', 'contributionShapley', short)), 8)
    expect(without.value).toBeCloseTo(Number(goldenAnswer('krNetwork', 'contributionCounterfactual', short)), 8)
  }
})
test('IN10: what rests on a node, in words', () => {
  expect(told(golden, 'share:node_delivery')).toEqual({
    value: '10%',
    reading: 'Of the chance of “Win 5 new clients”, about 10% rests on Product delivery; without it the chance falls from 25 to 13 in 100.',
    count: 'of 25 in 100, shared by 7 nodes',
  })
  expect(figureOf(golden.input, golden.results, 'share:node_culture')).toBeNull()
})
test('IN11: what a node feeds, from its farthest key result along the strongest needs', () => {
  expect(sentenceText(whatItFeeds(golden.looked, 'node_delivery'))).toBe(
    '“On-time delivery 70% to 90%” → “4 clients agree to be a reference” → “Publish 6 client-proven case studies” → “Inbound qualified leads 20 to 40 a month” → “Win 5 new clients”',
  )
  expect(whatItFeeds(golden.looked, 'node_culture')).toEqual([])
})
test('IN12: what is asked of a node, where no earlier cycle shows what is usual', () => {
  expect(told(golden, 'capacity:node_finance')).toEqual({
    value: 'unknown',
    reading: '2 things are asked of Finance and funding; 2 of 2 are promised, and no cycle before shows what it usually gives.',
    count: '2 asks; 0 cycles before',
  })
  expect(figureOf(golden.input, golden.results, 'capacity:node_culture')).toBeNull()
})
test('IN13: what was asked and what came', () => {
  expect(told(golden, 'reliability:node_brand')).toMatchObject({
    value: '0 of 1',
    reading: 'Of 1 thing asked of Brand awareness, 0 came in time; 1 refused.',
    // it was declined before its day
    count: '1 ask of which it is known what became, 0 still to come',
  })
})
test('IN14: what was said against what came true, once results are graded', () => {
  expect(figureOf(golden.input, golden.results, 'calibration')).toBeNull()
  const graded = measured(needsNetwork({ a: { confidence: 0.9, grade: 1 }, b: { confidence: 0.5, grade: 0 }, c: { confidence: 0.4 } }, []))
  expect(told(graded, 'calibration')).toEqual({
    value: '70 and 50 in 100',
    reading: 'You said 70 in 100 on average; 50 in 100 came true (1 of 2).',
    count: '2 graded results, 1 without a grade or a confidence; 0.13, where 0 is always right and 0.25 a coin toss',
  })
})
