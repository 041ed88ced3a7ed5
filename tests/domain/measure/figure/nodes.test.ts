import { expect, test, vi } from 'vitest'
import { contributions, shareText, whatItFeeds } from '../../../../lib/domain/measure/figure/contribution.ts'
import { waysTo } from '../../../../lib/domain/measure/figure/feeds.ts'
import { figureOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { capacityFigure, reliabilityFigure } from '../../../../lib/domain/measure/figure/load.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { runs } from '../../../property-runs.ts'
import { goldenAnswer, goldenNetwork, needsNetwork } from '../../sketch.ts'
import { drawGraph, supplyOf } from '../chance/chance-sketch.ts'
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
    count: '7 nodes share a chance of 25 in 100',
  })
  expect(figureOf(golden.input, golden.results, 'share:node_culture')).toBeNull()
})
test('IN11: what a node feeds, from its farthest key result along the strongest needs', () => {
  expect(sentenceText(whatItFeeds(golden.looked, 'node_delivery'))).toBe(
    '“On-time delivery 70% to 90%” → “4 clients agree to be a reference” → “Publish 6 client-proven case studies” → “Inbound qualified leads 20 to 40 a month” → “Win 5 new clients”',
  )
  expect(whatItFeeds(golden.looked, 'node_culture')).toEqual([])
})
test('IN11: on random networks it is the largest product of strengths, and of equal ones the shortest way', () => {
  let longer = 0
  for (let seed = 1; seed <= runs(200); seed += 1) {
    const drawn = drawGraph(seed, 12)
    const needs = drawn.needs.map(([from, to, strength]) => [from, to, strength < 0.4 ? 0 : strength < 0.8 ? 0.5 : 1] as const)
    const end = drawn.own.length - 1
    const ways = (from: number): { product: number; hops: number }[] =>
      from === end
        ? [{ product: 1, hops: 0 }]
        : needs.flatMap(([supplier, to, strength]) =>
            supplier !== from ? [] : ways(to).map(({ product, hops }) => ({ product: product * strength, hops: hops + 1 })),
          )
    const { graph } = supplyOf(drawn.own, needs)
    const found = waysTo(graph, `k${end}`, (id) => id)
    for (const [at] of drawn.own.entries()) {
      const [best] = ways(at)
        .filter(({ product }) => product > 0)
        .toSorted((a, b) => b.product - a.product || a.hops - b.hops)
      const way = found.get(`k${at}`)
      expect(way && way.length - 1, `seed ${seed}, k${at}`).toBe(best?.hops)
      const strengths = (way ?? []).slice(1).map((id, step) => {
        const among = needs.filter(([from, to]) => way?.[step] === `k${from}` && id === `k${to}`)
        return Math.max(...among.map(([, , strength]) => strength))
      })
      if (way) expect(strengths.reduce((product, each) => product * each, 1)).toBe(best?.product)
      if ((best?.hops ?? 0) > 1) longer += 1
    }
  }
  expect(longer).toBeGreaterThan(20)
})
test('IN11: on a ring the way to the goal does not go round', () => {
  const { looked } = measured(
    needsNetwork(
      { a: {}, b: {}, goal: {} },
      [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'b', consumer: 'a' },
        { supplier: 'b', consumer: 'goal' },
        { supplier: 'goal', consumer: 'a' },
      ],
      { goal: [{ id: 'g', keyResultId: 'goal' }] },
    ),
  )
  expect(['a', 'b', 'goal'].map((id) => looked.feeds().get(`node_${id}`))).toEqual([['a', 'b', 'goal'], ['b', 'goal'], ['goal']])
})
test('IN11-IN13: what a node feeds, what is asked of it and what came is worked out once, for all nodes together', () => {
  const { looked } = measured(goldenNetwork())
  const reads = [vi.spyOn(looked.snapshot.tables.dependency, 'values'), vi.spyOn(looked.snapshot.tables.keyResult, 'values')]
  const read = () => reads.map((each) => each.mock.calls.length)
  const ids = [...looked.snapshot.tables.node.keys()]
  const tell = (id: string) => [whatItFeeds(looked, id), capacityFigure(looked, id), reliabilityFigure(looked, id)]
  const first = tell('node_delivery')
  const after = read()
  expect(Math.max(...after)).toBeGreaterThan(0)
  expect(ids.flatMap(tell).filter((each) => each !== null).length).toBeGreaterThan(ids.length)
  expect(looked.kept().length + looked.loads().length).toBeGreaterThan(2)
  expect(tell('node_delivery')).toEqual(first)
  expect(read()).toEqual(after)
})
test('CN91: a share that is little is not told as none', () => {
  const part = { value: 0.001, low: 0.001, high: 0.001, standardError: null }
  expect([shareText({ share: 0.001, part }), shareText({ share: 0.1, part }), shareText({ share: null, part })]).toEqual([
    'less than 1%',
    '10%',
    'less than 1 in 100',
  ])
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
test('IN13: of one ask without a promise it is its day, of two their day', () => {
  const asks = (count: number) =>
    measured(
      needsNetwork(
        { a: { node: 'n1' }, b: { node: 'n2' } },
        Array.from({ length: count }, () => ({ supplier: 'a', consumer: 'b', state: 'requested', neededOn: '2027-02-01' })),
      ),
    )
  expect([1, 2].map((count) => told(asks(count), 'reliability:n1')?.reading)).toEqual([
    'Of 1 thing asked of n1, 0 came in time; 1 without a promise on its day.',
    'Of 2 things asked of n1, 0 came in time; 2 without a promise on their day.',
  ])
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
