import { describe, expect, test } from 'vitest'
import { chanceFigure } from '../../../../lib/domain/measure/figure/chance.ts'
import { contributions } from '../../../../lib/domain/measure/figure/contribution.ts'
import { figureOf, figuresOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { helpFirst } from '../../../../lib/domain/measure/figure/importance.ts'
import { focalOf, loopIds, loopsCap } from '../../../../lib/domain/measure/figure/loop.ts'
import { inTenSeconds } from '../../../../lib/domain/measure/figure/ten-seconds.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { goldenAnswer, goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'
import { measured, told } from './measured.ts'

const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }
const golden = measured(goldenNetwork())

/** A number of the worked example as whole hundredths. */
function inHundred(...path: string[]): number {
  return Math.round(Number(goldenAnswer(...path)) * 100)
}

describe('figures of the worked example', () => {
  test('IN1: each has an id of its own, a name, a value, a sentence, a count and how it is worked out', () => {
    const all = figuresOf(golden.input, golden.results)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(50)
    for (const { name, value, reading, count, how } of all)
      expect([name, value, sentenceText(reading), count, how].every((text) => text.length > 0)).toBe(true)
    for (const figure of all) expect(figureOf(golden.input, golden.results, figure.id)).toEqual(figure)
  })
  test('IN1: what is shown is in the network', () => {
    const { tables } = golden.input.snapshot
    for (const { shown } of figuresOf(golden.input, golden.results)) {
      expect(shown?.nodeIds.every((id) => [...tables.node.keys()].some((key) => key === id)) ?? true).toBe(true)
      expect(shown?.dependencyIds.every((id) => [...tables.dependency.keys()].some((key) => key === id)) ?? true).toBe(true)
    }
  })
  test('IN2: promised so far', () => {
    const figure = figureOf(golden.input, golden.results, 'promised')
    expect(figure?.value).toBe('8 of 12')
    expect(figure?.shown?.dependencyIds).toHaveLength(12)
  })
  test('IN3: the chance of the goal, exact', () => {
    expect(told(golden, 'chance:K7')).toEqual({
      value: `${inHundred('krNetwork', 'vAll')} in 100`,
      reading: 'As planned, 25 in 100 cycles like this would end with “Win 5 new clients”.',
      count: 'rests on 10 results; exact',
    })
  })
  test.each(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K10'])(
    'IN25: gain and loss of %s are the difference of the ends that their sentence tells',
    (id) => {
      const whole = Number(goldenAnswer('krNetwork', 'vAll'))
      const end = (part: number) => Math.round((whole + part) * 100)
      const [gain, loss] = [Number(goldenAnswer('krNetwork', 'gainIfCertain', id)), Number(goldenAnswer('krNetwork', 'lossIfMissed', id))]
      const [help, slip] = [told(golden, `help:${id}`), told(golden, `slip:${id}`)]
      expect([help?.value, slip?.value]).toEqual([`+${end(gain) - end(0)} in 100`, `−${end(0) - end(-loss)} in 100`])
      expect(help?.reading).toMatch(new RegExp(` from ${end(0)} to ${end(gain)} in 100\\.$`))
      expect(slip?.reading).toMatch(new RegExp(` from ${end(0)} to ${end(-loss)} in 100\\.$`))
      expect(help?.count).toBe('as planned the goal has a chance of 25 in 100')
    },
  )
  test('CN91: what only rounding leaves of nothing is nothing: K7 needs K2, and K2 needs K3', () => {
    expect(told(golden, 'slip:K3')?.reading).toMatch(/ falls from 25 to 0 in 100\.$/)
    const reached = goldenNetwork()
    const last = reached.tables.keyResult.get('K7')
    if (!last) throw new Error('K7 is there')
    reached.tables.keyResult.set('K7', { ...last, metric: { kind: 'boolean', current: 1 } })
    const { looked } = measured(reached)
    expect(contributions(looked)).toEqual([])
  })
  test('IN6: of the goal itself it is told what only its needs could stop', () => {
    expect(told(golden, 'help:K7')?.reading).toBe('If only what “Win 5 new clients” needs could stop it, its chance would rise from 25 to 36 in 100.')
  })
  test('IN6: help comes first where it does most, other than at the goal itself', () => {
    const names = new Map(figuresOf(golden.input, golden.results).map(({ id, name }) => [id, name]))
    expect(names.get('help:K3')).toBe('Help here first')
    expect([...names.values()].filter((name) => name === 'Help here first')).toHaveLength(1)
  })
  test('IN4: what lies between a result and the goal is shown, and nothing else', () => {
    expect(figureOf(golden.input, golden.results, 'help:K3')?.shown).toMatchObject({
      keyResultIds: ['K2', 'K3', 'K7'],
      dependencyIds: ['d5', 'd9', 'd11'],
    })
  })
  test('IN8: a relationship that is missing', () => {
    expect(told(golden, 'missing:d11')?.reading).toContain('Client relationships relies on Product innovation')
    expect(figureOf(golden.input, golden.results, 'missing:d1')).toBeNull()
  })
  test('IN9: the longest chain against the weeks of the cycle', () => {
    expect(told(golden, 'chain')).toEqual({
      value: '25 weeks',
      reading: 'The longest chain is 8 results and about 25 weeks; the cycle has 13. Even if all goes at its best it takes 16 weeks.',
      count: '10 of 10 results estimated',
    })
  })
  test('IN15: the shape of exchanges', () => {
    expect(told(golden, 'starfish')?.value).toBe('81 of 100')
    expect(told(golden, 'informal')).toMatchObject({ value: '43%', count: '6 of 14 exchanges' })
    expect(told(golden, 'leans:node_client')).toMatchObject({ value: '55%', count: '23 of 42 ways from one node to another' })
    expect(told(golden, 'loops:node_client')?.value).toBe('10 loops')
    expect(told(golden, 'gap:e8')?.value).toBe('−2')
    expect(told(golden, 'unused')?.value).toBe('6 of 14')
  })
  test('IN24: the single loops of value, node by node, the strongest first', () => {
    const ids = loopIds(golden.looked)
    expect([ids.length, loopsCap(golden.looked)]).toEqual([10, null])
    // client gives delivery something worth 4 (e10), delivery gives client something worth 5 (e4): 0.8
    expect(told(golden, ids[0] ?? '')).toEqual({
      value: '80 of 100',
      reading: 'Client relationships → Product delivery → Client relationships.',
      count: '2 steps; number 1 of 10 loops, the strongest first',
    })
    expect(figureOf(golden.input, golden.results, 'loop:1@node_client')?.shown).toMatchObject({
      nodeIds: ['node_client', 'node_delivery'],
      exchangeIds: ['e4', 'e10'],
    })
    const strengths = ids.map((id) => Number.parseInt(told(golden, id)?.value ?? '', 10))
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a))
    for (const id of ['loop:11@node_client', 'loop:1@node_brand', 'loop:x@node_client', 'loop:0@node_client', 'loop:1'])
      expect(figureOf(golden.input, golden.results, id)).toBeNull()
    expect(['loops:a', 'loop:2@a', 'loop:2', 'chain'].map(focalOf)).toEqual(['a', 'a', null, null])
  })
  test('IN24: of many loops twelve are listed, and it is said of how many', () => {
    // everybody gives everybody something
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const pairs = ids.flatMap((from) => ids.flatMap((to) => (from === to ? [] : [[from, to]])))
    const all = sketch({
      area: [{ id: 'area' }],
      node: ids.map((id) => ({ id, areaId: 'area' })),
      exchange: pairs.map(([fromNodeId, toNodeId], at) => ({ id: `e${at}`, fromNodeId, toNodeId, valueByReceiver: 5 })),
      cycle: [{ id: 'q' }],
      objective: [{ id: 'o', nodeId: 'a', cycleId: 'q' }],
      keyResult: [{ id: 'k', objectiveId: 'o' }],
      goal: [{ id: 'g', keyResultId: 'k' }],
    })
    const { looked } = measured(all)
    // 5 + 5·4 + 5·4·3 + 5·4·3·2 + 5! ways through the five others and back
    expect([loopIds(looked).length, loopsCap(looked)]).toEqual([12, 'The 12 strongest of 325 loops.'])
  })
  test('IN16: what a leader should get in ten seconds', () => {
    expect(sentenceText(inTenSeconds(golden.looked))).toBe(
      '“Win 5 new clients” has a chance of 25 in 100. The longest chain takes about 25 weeks, and the cycle has 13. “Inbound qualified leads 20 to 40 a month” of Brand awareness, on which it depends completely, was declined. Help “Ship 2 new product offers” (Product innovation) first.',
    )
  })
})

describe('what is not known', () => {
  test('IN5: a chance with an unknown part is a range, and names how many parts are unknown', () => {
    const network = needsNetwork(
      { a: { confidence: 0.5 }, b: {}, c: { confidence: 0.8 } },
      [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'b', consumer: 'c' },
      ],
      { goal: [{ id: 'g', keyResultId: 'c' }] },
    )
    const partly = measured(network)
    expect(told(partly, 'chance:c')).toMatchObject({ value: 'between 0 and 40 in 100', count: 'rests on 3 results, 1 without a confidence' })
    expect(told(partly, 'help:a')).toMatchObject({ value: 'between 0 and 40 in 100' })
    expect(helpFirst(partly.looked)?.keyResultId).toBe('a')
    expect(sentenceText(inTenSeconds(partly.looked))).toBe('“c” has a chance between 0 and 40 in 100.')
  })
  test('IN5, OR24: what is asked of a node without a key result is told as the reason; people who have spoken are not', () => {
    const early = (own: number | null) =>
      measured(
        needsNetwork(
          { goal: { confidence: 0.8 }, part: { confidence: own }, silent: {} },
          [
            { supplier: 'part', consumer: 'goal' },
            { supplier: null, supplierNodeId: 'node_silent', consumer: 'part' },
          ],
          { goal: [{ id: 'g', keyResultId: 'goal' }] },
        ),
      )
    expect(told(early(0.9), 'chance:goal')).toEqual({
      value: 'between 0 and 72 in 100',
      reading: 'As planned, between 0 and 72 in 100 cycles like this would end with “goal”; 1 need is on a node that has no key result for it.',
      count: 'rests on 2 results and 1 need on a node without a key result for it',
    })
    expect(told(early(null), 'chance:goal')).toMatchObject({
      reading:
        'As planned, between 0 and 80 in 100 cycles like this would end with “goal”; nobody has said how likely 1 result is, and 1 need is on a node that has no key result for it.',
      count: 'rests on 2 results and 1 need on a node without a key result for it, 1 result without a confidence',
    })
    expect(early(0.9).results.said?.find(({ key }) => key === 'chance')?.sentence).toEqual(
      figureOf(early(0.9).input, early(0.9).results, 'chance:goal')?.reading,
    )
  })

  test('OR24: behind a ring a chance that is not known without it either is a range', () => {
    const behind = measured(
      needsNetwork(
        { goal: { confidence: 0.9 }, one: { confidence: 0.9 }, two: {} },
        [
          { supplier: 'one', consumer: 'two' },
          { supplier: 'two', consumer: 'one', strength: 0.5 },
          { supplier: 'two', consumer: 'goal' },
        ],
        { goal: [{ id: 'g', keyResultId: 'goal' }] },
      ),
    )
    expect(told(behind, 'chance:goal')?.reading).toBe(
      'How likely “goal” is cannot be said, because it waits for results that wait for each other; if the needs that close the rings were dropped, it would be between 0 and 81 in 100.',
    )
  })

  test('CN91: little is told as little, in what it is and in what it moves', () => {
    const rare = (base: number) =>
      measured(
        needsNetwork(
          { base: { confidence: base }, one: { confidence: 0.9 }, goal: { confidence: 0.0025 } },
          [
            { supplier: 'base', consumer: 'goal' },
            { supplier: 'base', consumer: 'one' },
          ],
          { goal: [{ id: 'g', keyResultId: 'goal' }] },
        ),
      )
    expect(told(rare(0.9), 'slip:base')?.reading).toBe('If “base” slips, 2 results feel it: “goal” falls from less than 1 to 0 in 100.')
    expect(told(rare(0.5), 'help:base')?.reading).toBe('Making “base” certain lifts “goal” by less than 1 in 100.')
    expect(told(rare(0.5), 'help:goal')?.reading).toBe(
      'If only what “goal” needs could stop it, its chance would rise from less than 1 to 50 in 100.',
    )
    expect(told(rare(0.9), 'share:node_base')?.reading).toBe(
      'Of the chance of “goal”, about 50% rests on node_base; without it the chance falls from less than 1 to 0 in 100.',
    )
    expect(rare(0.9).results.said?.map(({ sentence }) => sentenceText(sentence))).toContain(
      'If “base” slips, 2 results feel it: “goal” falls from less than 1 to 0 in 100.',
    )
  })

  test('IN7: on a ring there is no chance; the one without the ring is told as such, and what frees it', () => {
    const ringed = measured(goldenNetwork([closing]))
    expect(told(ringed, 'chance:K7')).toMatchObject({ value: '25 in 100' })
    expect(figureOf(ringed.input, ringed.results, 'chance:K7')?.name).toBe('Chance without the rings')
    expect(told(ringed, 'ring:K1')).toEqual({
      value: '10 results',
      reading:
        'These 10 results wait for each other. Dropping one need (“Win 5 new clients” → “Capacity funding live for 3 value streams”) frees all 10.',
      count: '1 need to drop; no other set is as small and as weak',
    })
    expect(sentenceText(inTenSeconds(ringed.looked))).toContain(
      'waits for results that wait for each other; without those rings it would have a chance of 25 in 100.',
    )
  })
  test('IN3: without the rings the count is of what the chance rests on then, and of the trials of then', () => {
    const ringed = measured(
      needsNetwork(
        { G: { confidence: 0.5 }, U: { confidence: null }, V: { confidence: 0.9 } },
        [
          { supplier: 'U', consumer: 'G', strength: 0.1 },
          { supplier: 'G', consumer: 'U' },
          { supplier: 'V', consumer: 'U' },
        ],
        { goal: [{ id: 'g', keyResultId: 'G' }] },
      ),
    )
    expect(told(ringed, 'chance:G')).toMatchObject({ value: '50 in 100', count: 'rests on 1 result; exact' })
    expect(told(ringed, 'chance:U')).toMatchObject({ count: 'rests on 3 results, 1 without a confidence' })
    const numbers = ringed.looked.numbers
    if (!numbers?.afterCut) throw new Error('there is a ring')
    const simulated = { trials: 2000, standardError: { chanceSoftExact: { G: 0.01 } } }
    const tried = { ...ringed.looked, numbers: { ...numbers, afterCut: { ...numbers.afterCut, simulated } } }
    expect(chanceFigure(tried, 'G')?.count).toBe('rests on 1 result, tried 2,000 times, ± 2 in 100')
  })
  test('IN7: cuts that are as cheap are named too, and where there are many they are counted', () => {
    const circle = (ids: readonly string[]) =>
      needsNetwork(
        Object.fromEntries(ids.map((id) => [id, {}])),
        ids.map((consumer, at) => ({ supplier: ids.at(at - 1) ?? '', consumer })),
      )
    expect(told(measured(circle(['a', 'b'])), 'ring:a')).toEqual({
      value: '2 results',
      reading: '“a” and “b” wait for each other. Dropping one need (“b” → “a”) frees both; or instead “a” → “b”.',
      count: '1 need to drop; 1 other set is as small and as weak',
    })
    const five = told(measured(circle(['a', 'b', 'c', 'd', 'e'])), 'ring:a')
    expect(five?.reading).toMatch(/ frees all 5; or instead “.” → “.”; or instead “.” → “.”, or one of 2 others\.$/)
    expect(five?.count).toBe('1 need to drop; 4 other sets are as small and as weak')
  })
  test('IN1: a network of nothing has few figures, and none is a number', () => {
    const empty = measured(sketch({}))
    const all = figuresOf(empty.input, empty.results)
    expect(all.map(({ id, value }) => [id, value])).toEqual([
      ['promised', 'unknown'],
      ['starfish', 'unknown'],
      ['links', 'unknown'],
      ['robust', 'unknown'],
      ['informal', 'unknown'],
      ['unused', 'unknown'],
      ['coverage', 'unknown'],
    ])
    expect(inTenSeconds(empty.looked)).toEqual([])
  })
  test('OR24: of what may be anything no range is told, only why', () => {
    const silent = measured(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }]), 'b')
    expect(told(silent, 'chance:b')?.reading).toBe('How likely “b” is cannot be said: nobody has said how likely 2 results are.')
    const half = measured(needsNetwork({ a: {}, b: { confidence: 0.5 } }, [{ supplier: 'a', consumer: 'b' }]), 'b')
    expect(told(half, 'chance:b')?.reading).toBe(
      'As planned, between 0 and 50 in 100 cycles like this would end with “b”; nobody has said how likely 1 result is.',
    )
    const little = measured(needsNetwork({ a: {}, b: { confidence: 0.004 } }, [{ supplier: 'a', consumer: 'b' }]), 'b')
    expect(told(little, 'chance:b')?.reading).toBe(
      'As planned, less than 1 in 100 cycles like this would end with “b”; nobody has said how likely 1 result is.',
    )
  })
  test('IN15: where nothing is exchanged there is no hub, and no score for that', () => {
    const silent = measured(sketch({ area: [{ id: 'a' }], node: ['n1', 'n2', 'n3'].map((id) => ({ id, areaId: 'a' })) }))
    for (const id of ['starfish', 'links', 'robust', 'informal'])
      expect(told(silent, id), id).toMatchObject({ value: 'unknown', reading: 'Nothing is exchanged yet.' })
    expect(told(silent, 'unused')).toMatchObject({ value: 'unknown', reading: 'No exchange is drawn yet.' })
  })
  test('IN1: a figure of what is not there is none', () => {
    for (const id of ['chance:gone', 'help:gone', 'nothing', 'nothing:x', 'toString', 'constructor:x'])
      expect(figureOf(golden.input, golden.results, id)).toBeNull()
  })
  test('IN1: before a part is measured its figures are not there', () => {
    expect(figuresOf(golden.input, {}).map(({ id }) => id)).toEqual(expect.not.arrayContaining(['promised', 'chain', 'starfish']))
  })
})
