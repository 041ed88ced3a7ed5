import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheapestCut } from '../../../lib/domain/plan/cut.ts'
import { makeNeedGraph, needGraph } from '../../../lib/domain/plan/graph.ts'
import { layersOf } from '../../../lib/domain/plan/layers.ts'
import { downstreamOf, requiredBy, upstreamOf } from '../../../lib/domain/plan/reach.ts'
import { cutSentence, ringSentence } from '../../../lib/domain/plan/ring-sentence.ts'
import { ringsOf } from '../../../lib/domain/plan/rings.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { runs } from '../../property-runs.ts'
import { goldenAnswer, goldenNetwork, needsNetwork } from '../sketch.ts'

const cut = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }
const golden = needGraph(goldenNetwork(), 'cycle_q')
const goldenRing = needGraph(goldenNetwork([cut]), 'cycle_q')

/** A graph from pairs such as `a>b`: a supplies b. */
function pairs(ids: string, ...needs: string[]) {
  return makeNeedGraph(
    [...ids],
    needs.map((need, at) => ({ id: `n${at}`, supplier: need.charAt(0), consumer: need.charAt(2), strength: need.endsWith('~') ? 0.5 : 1 })),
  )
}

describe('the graph', () => {
  test('ST57: holds the key results of a cycle and the needs between them, ended ones left out', () => {
    const snapshot = needsNetwork({ a: {}, b: {}, c: {} }, [
      { supplier: 'a', consumer: 'b', state: 'withdrawn' },
      { supplier: 'b', consumer: 'c', state: 'draft' },
      { supplier: null, supplierNodeId: 'node_a', consumer: 'c' },
    ])
    expect(needGraph(snapshot, 'q')).toMatchObject({ keyResultIds: ['a', 'b', 'c'], needIds: ['d2'] })
  })

  test('ST58: what a key result needs from another cycle is in it, with all that lies behind; the rest of that cycle is not', () => {
    const snapshot = needsNetwork(
      { a: { cycle: 'old' }, b: { cycle: 'old' }, c: {}, d: { cycle: 'old' } },
      [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'b', consumer: 'c' },
        { supplier: 'c', consumer: 'd' },
      ],
      { cycle: [{ id: 'q' }, { id: 'old' }] },
    )
    expect(needGraph(snapshot, 'q').keyResultIds).toEqual(['a', 'b', 'c'])
    expect(needGraph(snapshot, null).keyResultIds).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('reach', () => {
  test('ST60: all that each key result depends on, on the worked example', () => {
    const found = golden.keyResultIds.map((id) => [id, [...upstreamOf(golden, id).keys()].sort()])
    const expected = Object.entries(castLists(goldenAnswer('krNetwork', 'dependsOnAll'))).map(([id, list]) => [id, [...list].sort()])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
  })

  test('ST61: all that waits for each key result, on the worked example', () => {
    const found = golden.keyResultIds.map((id) => [id, [...downstreamOf(golden, id).keys()].sort()])
    const expected = Object.entries(castLists(goldenAnswer('krNetwork', 'neededByAll'))).map(([id, list]) => [id, [...list].sort()])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
    expect(Object.fromEntries(golden.keyResultIds.map((id) => [id, downstreamOf(golden, id).size]))).toEqual(
      goldenAnswer('krNetwork', 'neededByCount'),
    )
  })

  test('ST60: nearest first, with the number of needs between', () => {
    expect([...upstreamOf(pairs('abcd', 'a>b', 'b>c', 'c>d', 'a>d'), 'd')]).toEqual([
      ['c', 1],
      ['a', 1],
      ['b', 2],
    ])
  })

  test('ST62: on a ring nobody is its own supplier', () => {
    const ring = pairs('abc', 'a>b', 'b>c', 'c>a')
    expect([...upstreamOf(ring, 'a').keys()]).toEqual(['c', 'b'])
    expect([...downstreamOf(ring, 'a').keys()]).toEqual(['b', 'c'])
  })

  test('ST62: what is not in the graph reaches nothing', () => {
    expect(upstreamOf(golden, 'nobody').size).toBe(0)
  })

  test('ST63: what it cannot do without is reached through needs of strength 1 only', () => {
    expect([...requiredBy(golden, 'K7').keys()]).toEqual(['K2', 'K3'])
    expect([...requiredBy(pairs('abcd', 'a>b', 'b>c~', 'c>d'), 'd').keys()]).toEqual(['c'])
  })
})

/** Guaranteed by the fixture: lists of ids by id. */
function castLists(answer: unknown): Record<string, string[]> {
  return answer as Record<string, string[]>
}

describe('layers', () => {
  test('ST66: one more than the highest supplier, on the worked example', () => {
    expect(Object.fromEntries(layersOf(golden))).toEqual(goldenAnswer('krNetwork', 'level'))
  })

  test('ST67: on and behind a ring there is none; before it there is', () => {
    expect([...layersOf(pairs('abcde', 'a>b', 'b>c', 'c>b', 'c>d', 'a>e')).entries()]).toEqual([
      ['a', 0],
      ['b', null],
      ['c', null],
      ['d', null],
      ['e', 1],
    ])
  })

  test('ST67: two needs between the same two are no ring', () => {
    expect([...layersOf(pairs('ab', 'a>b', 'a>b')).values()]).toEqual([0, 1])
  })
})

describe('rings', () => {
  test('ST64: the worked example has none, and one of all ten with the need that closes it', () => {
    expect(ringsOf(golden)).toEqual([])
    const [ring, ...others] = ringsOf(goldenRing)
    expect(others).toEqual([])
    expect([ring?.keyResultIds.toSorted()]).toEqual(castRings(goldenAnswer('cycleVariant', 'stronglyConnected')).map((ids) => ids.toSorted()))
    expect(ring?.needIds).toEqual(golden.needIds.concat('d13'))
  })

  test('ST64: two rings apart are two, in the order of their first key result; a need between them is in neither', () => {
    expect(ringsOf(pairs('abcde', 'd>e', 'e>d', 'a>b', 'b>a', 'b>d'))).toEqual([
      { keyResultIds: ['a', 'b'], needIds: ['n2', 'n3'] },
      { keyResultIds: ['d', 'e'], needIds: ['n0', 'n1'] },
    ])
  })

  test('ST65: a ring is named by those who wait for each other', () => {
    const snapshot = needsNetwork({ a: { title: 'Leads' }, b: { title: 'Offers' }, c: { title: 'Clients' } }, [
      { supplier: 'a', consumer: 'b', strength: 0.5 },
      { supplier: 'b', consumer: 'c' },
      { supplier: 'c', consumer: 'a' },
    ])
    const graph = needGraph(snapshot, 'q')
    const rings = ringsOf(graph)
    expect(rings.map((ring) => sentenceText(cutSentence(snapshot, cheapestCut(graph, ring))))).toEqual([
      'Dropping one need frees them: “Offers” needs “Leads”.',
    ])
    expect(rings.map((ring) => sentenceText(ringSentence(snapshot, ring)))).toEqual(['“Leads”, “Offers” and “Clients” wait for each other.'])
  })
})

/** Guaranteed by the fixture: a list of lists of ids. */
function castRings(answer: unknown): string[][] {
  return answer as string[][]
}

describe('any small graph', () => {
  const graphs = fc
    .integer({ min: 1, max: 8 })
    .chain((size) => fc.record({ size: fc.constant(size), needs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }) }))

  /** Who supplies whom at any distance, by trying every intermediate (Warshall): shares no code with what it checks. */
  function closure(size: number, needs: readonly (readonly [number, number])[]): boolean[][] {
    const reaches = Array.from({ length: size }, (_, from) => Array.from({ length: size }, (_, to) => needs.some(([a, b]) => a === from && b === to)))
    for (let via = 0; via < size; via += 1)
      for (let from = 0; from < size; from += 1)
        for (let to = 0; to < size; to += 1) if (reaches[from]?.[via] && reaches[via]?.[to]) reaches[from]?.splice(to, 1, true)
    return reaches
  }

  function build(size: number, needs: readonly (readonly [number, number])[]) {
    const ids = Array.from({ length: size }, (_, at) => `k${at}`)
    return makeNeedGraph(
      ids,
      needs.map(([from, to], at) => ({ id: `n${at}`, supplier: `k${from}`, consumer: `k${to}`, strength: 1 })),
    )
  }

  const number = (id: string) => Number(id.slice(1))

  test('ST60-ST62: reach equals the transitive closure, without oneself', () => {
    fc.assert(
      fc.property(graphs, ({ size, needs }) => {
        const between = needs.filter(([from, to]) => from !== to)
        const [graph, reaches] = [build(size, between), closure(size, between)]
        for (let at = 0; at < size; at += 1) {
          const others = Array.from({ length: size }, (_, other) => other).filter((other) => other !== at)
          expect([...downstreamOf(graph, `k${at}`).keys()].map(number).sort()).toEqual(others.filter((other) => reaches[at]?.[other]))
          expect([...upstreamOf(graph, `k${at}`).keys()].map(number).sort()).toEqual(others.filter((other) => reaches[other]?.[at]))
        }
      }),
      { numRuns: runs(600) },
    )
  })

  test('ST64: rings are the groups that reach each other both ways', () => {
    fc.assert(
      fc.property(graphs, ({ size, needs }) => {
        const between = needs.filter(([from, to]) => from !== to)
        const reaches = closure(size, between)
        const groups = Array.from({ length: size }, (_, at) =>
          Array.from({ length: size }, (_, other) => other).filter((other) => other === at || (reaches[at]?.[other] && reaches[other]?.[at])),
        )
        const expected = groups.filter((group, at) => group.length > 1 && group[0] === at)
        const rings = ringsOf(build(size, between))
        expect(rings.map(({ keyResultIds }) => keyResultIds.map(number))).toEqual(expected)
        const inside = expected.map((group) => between.flatMap(([from, to], at) => (group.includes(from) && group.includes(to) ? [`n${at}`] : [])))
        expect(rings.map(({ needIds }) => needIds)).toEqual(inside)
      }),
      { numRuns: runs(600) },
    )
  })

  test('ST66-ST67: a layer is the longest chain of suppliers, and unknown exactly on and behind a ring', () => {
    fc.assert(
      fc.property(graphs, ({ size, needs }) => {
        const between = needs.filter(([from, to]) => from !== to)
        const reaches = closure(size, between)
        const isUnknown = (at: number) => reaches.some((row, other) => row[other] && (other === at || row[at]))
        const longest = (at: number): number => Math.max(0, ...between.filter(([, to]) => to === at).map(([from]) => 1 + longest(from)))
        const expected = Array.from({ length: size }, (_, at) => (isUnknown(at) ? null : longest(at)))
        expect([...layersOf(build(size, between)).values()]).toEqual(expected)
      }),
      { numRuns: runs(600) },
    )
  })

  test('ST64: a ring of 20,000 key results is found without deep recursion', () => {
    const size = 20_000
    const needs = Array.from({ length: size }, (_, at) => [at, (at + 1) % size] as const)
    expect(ringsOf(build(size, needs))[0]?.keyResultIds.length).toBe(size)
    expect(layersOf(build(size, needs.slice(0, -1))).get(`k${size - 1}`)).toBe(size - 1)
  })
})
