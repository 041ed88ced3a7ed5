import { describe, expect, test } from 'vitest'
import { analyse } from '../../../../lib/domain/measure/report/analyse.ts'
import { choose } from '../../../../lib/domain/measure/report/chosen.ts'
import { sentencesOf } from '../../../../lib/domain/measure/report/sentences.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'

const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

function said(snapshot: Snapshot) {
  const chosen = choose(snapshot, {}, '2027-02-10')
  return sentencesOf(snapshot, analyse(snapshot, { ...chosen, dates: true }), chosen)
}

/** The sentences by what they say. */
function textsOf(snapshot: Snapshot): Record<string, string> {
  return Object.fromEntries(said(snapshot).map(({ key, sentence }) => [key, sentenceText(sentence)]))
}

const confident = { confidence: 1 }
const pair = [{ supplier: 'a', consumer: 'b' }]

describe('the sentences of the worked example, each number as counted by hand', () => {
  const texts = textsOf(goldenNetwork())

  test.each([
    ['OR21: promised', 'promised', '8 of the 12 things we rely on have been promised. 3 are waiting for an answer, 1 was declined.'],
    [
      'OR23: the chain',
      'chain',
      'The longest chain is 8 results and about 25 weeks; the cycle has 13. Even if all goes at its best it takes 16 weeks.',
    ],
    ['OR24: the chance', 'chance', 'As planned, 25 in 100 cycles like this would end with “Win 5 new clients”.'],
    ['OR25: where help does most', 'help', 'Making “Ship 2 new product offers” certain lifts “Win 5 new clients” from 25 to 36 in 100.'],
    [
      'OR26: what most feel',
      'slip',
      'If “Capacity funding live for 3 value streams” slips, 9 results feel it: “Win 5 new clients” falls from 25 to 12 in 100.',
    ],
    [
      'OR46: on whom most of the chance rests',
      'share',
      'Of the chance of “Win 5 new clients” (25 in 100), about 25% rests on each of Client relationships, Brand awareness and Product innovation; 7 nodes share it, with 10 results.',
    ],
    [
      'OR27: a need without a relationship',
      'missing',
      'Client relationships relies on Product innovation, but no exchange leads from there to it today. It is 1 of 9 needs between nodes.',
    ],
    ['OR28: what nobody uses', 'unused', '6 of 14 exchanges are used by no key result.'],
    ['OR28: informal', 'informal', '43% of what we exchange is informal (6 of 14).'],
    [
      'OR29: seen differently',
      'seen',
      'Brand awareness thinks “Qualified leads” is worth 5; Client relationships says 3. 5 of 14 exchanges that both have rated are seen 2 or more apart.',
    ],
    ['OR30: who carries most', 'leans', 'Without Client relationships, 55% of the ways in which value moves between the others are gone (23 of 42).'],
    ['OR30: the only link', 'link', 'Talent operations is the only link of Identity and culture.'],
    ['OR31: what comes back', 'loops', '10 loops bring value back to Client relationships; 82% of it passes Product delivery.'],
    ['OR32: what crosses', 'crossing', '9 of 12 needs cross from one node to another, 7 from one area to another.'],
    [
      'OR32: the order',
      'sequence',
      'There is an order of the nodes in which each waits only for those before it. As they are listed, 8 of the 9 links between them wait for a later one.',
    ],
  ])('%s', (_title, key, text) => {
    expect(texts[key]).toBe(text)
  })

  test('OR20: every sentence is one of these, and knows what stands behind it', () => {
    expect(Object.keys(texts).length).toBe(15)
    const behind = new Map(said(goldenNetwork()).map(({ key, subjects }) => [key, subjects.map(({ id }) => id)]))
    expect(behind.get('promised')).toEqual(['d5', 'd7', 'd9', 'd11'])
    expect(behind.get('missing')).toEqual(['d11'])
    expect(behind.get('unused')).toEqual(['e5', 'e6', 'e10', 'e11', 'e12', 'e13'])
    expect(behind.get('seen')).toEqual(['e6', 'e8', 'e9', 'e11', 'e14'])
    expect(behind.get('share')).toEqual(['node_client', 'node_brand', 'node_innovation'])
    expect(behind.get('link')).toEqual(['node_talent', 'node_culture'])
    expect(behind.get('chain')).toEqual(['K10', 'K9', 'K8', 'K4', 'K5', 'K1', 'K2', 'K7'])
  })
})

describe('rings', () => {
  test('OR22: ten results and the one need that frees them, supplier first', () => {
    const texts = textsOf(goldenNetwork([closing]))
    expect(texts['rings']).toBe(
      'These 10 results wait for each other. Dropping one need (“Win 5 new clients” → “Capacity funding live for 3 value streams”) frees all 10.',
    )
    expect(texts['chance']).toBe(
      'How likely “Win 5 new clients” is cannot be said, because it waits for results that wait for each other; if the needs that close the rings were dropped, it would be 25 in 100.',
    )
  })

  test('OR22: two or three are named, of as small sets the weakest is told, and how many there are', () => {
    const two = needsNetwork({ a: {}, b: {} }, [
      { supplier: 'a', consumer: 'b', strength: 1 },
      { supplier: 'b', consumer: 'a', strength: 0.5 },
    ])
    expect(textsOf(two)['rings']).toBe('“a” and “b” wait for each other. Dropping one need (“b” → “a”) frees both. 2 sets are as small.')
  })

  test('OR22: the largest ring first; many needs are counted, and what is not proven is said', () => {
    const ids = Array.from({ length: 16 }, (_, at) => `k${at}`)
    const circle = ids.map((supplier, at) => ({ supplier, consumer: `k${(at + 1) % 16}` }))
    const hub = [1, 2, 3, 4].flatMap((at) => [
      { supplier: 'h0', consumer: `h${at}` },
      { supplier: `h${at}`, consumer: 'h0' },
    ])
    const all = Object.fromEntries([...ids, 'h0', 'h1', 'h2', 'h3', 'h4'].map((id) => [id, {}]))
    const rings = said(needsNetwork(all, [...hub, ...circle])).filter(({ key }) => key === 'rings')
    expect(rings.map(({ sentence }) => sentenceText(sentence))).toEqual([
      'These 16 results wait for each other. Dropping one need (“k15” → “k0”) frees all 16. A smaller set may exist.',
      'These 5 results wait for each other. Dropping 4 needs frees all 5. 16 sets are as small.',
    ])
  })
})

describe('many rings', () => {
  const pairs = (count: number) => {
    const ids = Array.from({ length: count }, (_, at) => [`a${at}`, `b${at}`] as const)
    const needs = ids.flatMap(([a, b]) => [
      { supplier: a, consumer: b },
      { supplier: b, consumer: a },
    ])
    return said(needsNetwork(Object.fromEntries(ids.flat().map((id) => [id, {}])), needs)).filter(({ key }) => key === 'rings')
  }

  test('OR22: three are told, the others counted', () => {
    expect(pairs(3).length).toBe(3)
    expect(pairs(4).map(({ sentence }) => sentenceText(sentence))[3]).toBe('One more ring of 2 results waits in the same way.')
    const five = pairs(5)
    expect([five.length, sentenceText(five[3]?.sentence ?? [])]).toEqual([4, '2 more rings of up to 2 results wait in the same way.'])
    expect(five[3]?.subjects.map(({ id }) => id)).toEqual(['a3', 'b3', 'a4', 'b4'])
  })
})

describe('what is not worth saying is not said', () => {
  test('OR33: of nothing there is nothing to say', () => {
    expect(said(sketch({}))).toEqual([])
  })

  test('OR21: one, all, none', () => {
    expect(textsOf(needsNetwork({ a: {}, b: {} }, pair))['promised']).toBe('The one thing we rely on has been promised.')
    expect(textsOf(needsNetwork({ a: {}, b: {}, c: {} }, [...pair, { supplier: 'b', consumer: 'c' }]))['promised']).toBe(
      'All 2 things we rely on have been promised.',
    )
    expect(textsOf(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'revoked' }]))['promised']).toBe(
      'The one thing we rely on was taken back.',
    )
    expect(textsOf(needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'draft' }]))).not.toHaveProperty('promised')
  })

  test('OR23: without estimates it is told what waits for nothing, and how deep the others lie', () => {
    const chain = needsNetwork({ a: {}, b: {}, c: {}, d: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'c' },
    ])
    expect(textsOf(chain)['order']).toBe('2 of 4 results wait for nothing; 2 wait for something, up to 2 steps deep, the last of them “c”.')
  })

  test('OR24: where chances are missing the range is told, and how many are', () => {
    const goal = { goal: [{ id: 'g', keyResultId: 'b' }] }
    const texts = textsOf(needsNetwork({ a: {}, b: { confidence: 0.8 } }, [{ ...pair[0], supplier: 'a', consumer: 'b', strength: 0.5 }], goal))
    expect(texts['chance']).toBe('As planned, between 40 and 80 in 100 cycles like this would end with “b”; nobody has said how likely 1 result is.')
    expect(textsOf(needsNetwork({ a: {}, b: {} }, pair))['unknown']).toBe('Nobody has said how likely any of the 2 results is.')
    expect(texts['unknown']).toBe('Nobody has said how likely 1 of 2 results is.')
    expect(texts).not.toHaveProperty('help')
  })

  test('OR20: what is hardly possible is not told as impossible, nor what is nearly sure as certain', () => {
    const chance = (confidence: number) => textsOf(needsNetwork({ a: { confidence } }, [], { goal: [{ id: 'g', keyResultId: 'a' }] }))['chance']
    expect(chance(0.004)).toBe('As planned, less than 1 in 100 cycles like this would end with “a”.')
    expect(chance(0.996)).toBe('As planned, more than 99 in 100 cycles like this would end with “a”.')
    expect(chance(0)).toBe('As planned, 0 in 100 cycles like this would end with “a”.')
    expect(chance(1)).toBe('As planned, 100 in 100 cycles like this would end with “a”.')
  })

  test('OR23: who is held up by a ring is in no order', () => {
    const texts = textsOf(
      needsNetwork({ a: {}, b: {}, c: {}, d: {} }, [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'c', consumer: 'd' },
        { supplier: 'd', consumer: 'c' },
      ]),
    )
    expect(texts['order']).toBe('1 of 2 results that no ring holds up waits for nothing; 1 waits for something: “b”.')
  })

  test('OR25: what lifts nothing is no help', () => {
    const goal = { goal: [{ id: 'g', keyResultId: 'b' }] }
    expect(textsOf(needsNetwork({ a: confident, b: { confidence: 0.5 } }, pair, goal))).not.toHaveProperty('help')
  })

  test('OR26: without a goal the results that feel it are counted; one alone is not worth it', () => {
    const chain = [...pair, { supplier: 'b', consumer: 'c' }]
    expect(textsOf(needsNetwork({ a: {}, b: {}, c: {} }, chain))['slip']).toBe('If “a” slips, 2 results feel it.')
    expect(textsOf(needsNetwork({ a: {}, b: {} }, pair))).not.toHaveProperty('slip')
  })

  test('OR27: where no exchange is drawn at all that is said once', () => {
    const three = needsNetwork({ a: {}, b: {}, c: {} }, [...pair, { supplier: 'b', consumer: 'c' }, { supplier: 'a', consumer: 'c' }])
    expect(textsOf(three)['missing']).toBe('No exchange is drawn yet, so none of the 3 needs between nodes rests on one.')
    expect(textsOf(needsNetwork({ a: {}, b: {} }, pair))).not.toHaveProperty('missing')
  })

  test('OR28-OR31: without exchanges nothing is said of them', () => {
    const keys = said(needsNetwork({ a: {}, b: {} }, pair)).map(({ key }) => key)
    for (const key of ['unused', 'informal', 'seen', 'leans', 'link', 'loops']) expect(keys).not.toContain(key)
  })

  test('OR32: of whom much is asked is said from three needs on, and from a quarter of all', () => {
    const many = needsNetwork({ a: { node: 'hub' }, b: {}, c: {}, d: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'a', consumer: 'c' },
      { supplier: 'a', consumer: 'd' },
    ])
    expect(textsOf(many)['asked']).toBe('3 of the 3 needs between nodes rest on hub.')
    expect(textsOf(needsNetwork({ a: {}, b: {} }, pair))).not.toHaveProperty('asked')
  })
})
