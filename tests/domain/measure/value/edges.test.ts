import { describe, expect, test } from 'vitest'
import { areaFlows, crossAreaShare } from '../../../../lib/domain/measure/value/area-flow.ts'
import { degreeCentralization } from '../../../../lib/domain/measure/value/centralization.ts'
import { exchangeCounts } from '../../../../lib/domain/measure/value/counts.ts'
import { distancesOf, meanReachableDistance } from '../../../../lib/domain/measure/value/distances.ts'
import { exchangesPerNode } from '../../../../lib/domain/measure/value/per-node.ts'
import { randomLoss } from '../../../../lib/domain/measure/value/random-loss.ts'
import { valueNetworkReport, valueNetworkSteps } from '../../../../lib/domain/measure/value/report.ts'
import { valueGraph } from '../../../../lib/domain/measure/value/snapshot-graph.ts'
import { valueLoops } from '../../../../lib/domain/measure/value/value-loops.ts'
import { goldenNetwork } from '../../sketch.ts'
import { exchangesFrom, graphOf, numbersFrom, smallNetwork } from './networks.ts'

function reportOf(size: number, text: string, areas: readonly number[] = []) {
  return valueNetworkReport(graphOf(size, exchangesFrom(text), areas), { focalNodeId: 'n0' })
}

/** Every number in a report. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('small and broken networks', () => {
  test('VN1: exchanges of a node with itself, or with one that is not there, are left out', () => {
    expect(exchangeCounts(graphOf(2, exchangesFrom('0>0 0>5 7>1 0>1')))).toMatchObject({ exchanges: 1, directedPairs: 1, undirectedPairs: 1 })
  })

  test('VN2: an empty network has counts of 0, and all else is unknown or empty', () => {
    expect(reportOf(0, '')).toMatchObject({
      counts: { nodes: 0, exchanges: 0 },
      intangibleShare: null,
      density: null,
      averageDeliverablesPerNode: null,
      avgDistanceDirected: null,
      diameterUndirected: null,
      degreeCentralization: null,
      reachPairsBase: 0,
      R_adaptive: { R: null, s: [], order: [] },
      R_random: { R: null, s: [] },
      spectralRadius: null,
      'katz_alpha0.2_beta1_received': {},
      modularityOfAreasUndirectedSimple: null,
      crossAreaExchangeShare: null,
      valueLoops: null,
      loopReciprocity: null,
    })
  })

  test('VN2: one node has no constraint, no centralization and no flow to lose; two have no share of betweenness', () => {
    expect(reportOf(1, '')).toMatchObject({
      density: null,
      avgDistanceDirected: null,
      betweennessUndirectedNorm: { n0: null },
      flowLossIfRemoved: { n0: null },
      burtConstraint: { n0: null },
      effectiveSize: { n0: null },
      pagerank085: { n0: 1 },
      spectralRadius: 0,
      R_static: { R: 0, s: [0], order: ['n0'] },
      valueLoops: { count: 0, totalScore: 0, importance: {} },
    })
    expect(reportOf(2, '0>1')).toMatchObject({ density: 0.5, degreeCentralization: null, betweennessCentralization: null, reciprocityArc: 0 })
  })

  test('VN2: no number of any report is NaN or endless', () => {
    for (let seed = 1; seed <= 500; seed += 1)
      expect(numbersIn(valueNetworkReport(smallNetwork(seed).graph, { focalNodeId: 'n0' })).every(Number.isFinite)).toBe(true)
  })

  test('VN3: parallel exchanges are one pair for shape, and each for itself in counts, Katz and constraint', () => {
    const [once, twice] = [reportOf(3, '0>1 1>2 2>0'), reportOf(3, '0>1 0>1 1>2 2>0')]
    for (const key of ['density', 'reciprocityArc', 'degreeUndirected', 'betweennessDirectedRaw', 'pagerank085', 'R_random'] as const)
      expect(twice[key]).toEqual(once[key])
    expect([once.counts.exchanges, twice.counts.exchanges]).toEqual([3, 4])
    expect(twice.spectralRadius).toBeCloseTo(2 ** (1 / 3), 9)
    expect(twice.burtConstraint['n2']).not.toBe(once.burtConstraint['n2'])
  })

  test('VN3: the order of nodes and exchanges changes no number', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { size, exchanges, areas, graph } = smallNetwork(seed)
      const mirrored = graphOf(
        size,
        exchanges.map((each) => ({ ...each, from: size - 1 - each.from, to: size - 1 - each.to })).reverse(),
        [...areas].reverse(),
      )
      const [ours, other] = [graph, mirrored].map((each) => valueNetworkReport(each, { focalNodeId: null }))
      for (const key of ['counts', 'density', 'loopReciprocity', 'avgDistanceDirected', 'degreeCentralization', 'reachPairsBase'] as const)
        expect(other?.[key]).toEqual(ours?.[key])
      for (const key of ['flowLossIfRemoved', 'burtConstraint', 'betweennessDirectedRaw', 'pagerank085'] as const)
        for (const [id, value] of Object.entries(ours?.[key] ?? {})) {
          const mine = other?.[key][`n${size - 1 - Number(id.slice(1))}`]
          if (typeof value === 'number') expect(mine).toBeCloseTo(value, 9)
          else expect(mine).toBeNull()
        }
    }
  })
})

describe('what is exchanged', () => {
  const graph = graphOf(3, [
    { from: 0, to: 1, sender: 2, receiver: 5 },
    { from: 0, to: 2, isTangible: false },
    { from: 1, to: 0, receiver: null, sender: 3 },
    { from: 0, to: 1, sender: null, receiver: 1, isTangible: false },
  ])
  const report = valueNetworkReport(graph, { focalNodeId: null })

  test('VN4-VN6: counts, the intangible share, the ratio, the mean and the density', () => {
    expect(report.counts).toEqual({ nodes: 3, exchanges: 4, directedPairs: 3, undirectedPairs: 2, tangible: 2, intangible: 2 })
    expect([report.intangibleShare, report.tangibleToIntangibleRatio, report.averageDeliverablesPerNode, report.density]).toEqual([
      0.5,
      1,
      4 / 3,
      0.5,
    ])
    expect(reportOf(2, '0>1').tangibleToIntangibleRatio).toBeNull()
  })

  test('VN7: of three directed pairs two answer each other; of two pairs of nodes one does', () => {
    expect([report.reciprocityArc, report.reciprocityDyad]).toEqual([2 / 3, 1 / 2])
  })

  test('VN9-VN10: unrated exchanges are in no sum; where none is rated there is none', () => {
    const [zero, one, two] = exchangesPerNode(graph)
    expect(zero).toMatchObject({ out: 3, in: 1, balance: 2, outTangible: 1, outIntangible: 2, shareOfAllDeliverables: 0.75 })
    expect(zero).toMatchObject({ receivedValueSum: null, givenValueSumBySender: 2, givenValueSumByReceiver: 6, netReceiverValue: null })
    expect(one).toMatchObject({ receivedValueSum: 6, givenValueSumByReceiver: null, givenValueSumBySender: 3 })
    expect(two).toMatchObject({ out: 0, givenValueSumByReceiver: 0, receivedValueSum: null })
  })

  test('VN11: a gap needs both ratings', () => {
    expect(report.perceptionGap).toEqual({ x0: 3, x1: null, x2: null, x3: null })
  })

  test('VN13: the mean over reachable pairs is there where that over all pairs is not', () => {
    const links = graphOf(4, exchangesFrom('0>1 1>2')).gives
    expect(meanReachableDistance(distancesOf(links))).toBe(4 / 3)
  })

  test('VN14-VN15: a star is a spider, a ring a starfish; degrees do not look at directions', () => {
    const [star, ring] = [reportOf(5, '0>1 0>2 3>0 4>0 1>0'), reportOf(5, '0>1 1>2 2>3 3>4 4>0')]
    expect([star.degreeCentralization, star.betweennessCentralization]).toEqual([1, 1])
    expect([ring.degreeCentralization, ring.betweennessCentralization]).toEqual([0, 0])
    expect(star.degreeUndirected).toEqual({ n0: 4, n1: 1, n2: 1, n3: 1, n4: 1 })
    expect(degreeCentralization([1, 1])).toBeNull()
  })

  test('VN17: betweenness as a share of the pairs that there are', () => {
    expect(reportOf(3, '0>1 1>2').betweennessDirectedNorm).toEqual({ n0: 0, n1: 0.5, n2: 0 })
    expect(reportOf(3, '0>1 1>2').betweennessUndirectedNorm).toEqual({ n0: 0, n1: 1, n2: 0 })
  })

  test('VN21: of equally busy nodes the first goes first; adaptive counts anew', () => {
    const { R_static, R_adaptive } = reportOf(6, '0>1 1>2 2>0 2>3 3>4 4>5 5>3')
    expect(R_static.order).toEqual(['n2', 'n3', 'n0', 'n1', 'n4', 'n5'])
    expect(R_adaptive.order).toEqual(['n2', 'n3', 'n0', 'n4', 'n1', 'n5'])
  })

  test('VN22: above 15 nodes random loss is simulated: the same again from a seed, and near the exact answer by its own error', () => {
    const ring = (size: number) =>
      graphOf(
        size,
        Array.from({ length: size }, (_, at) => ({ from: at, to: (at + 1) % size })),
      ).neighbours
    const [first, again, other] = [randomLoss(ring(16)), randomLoss(ring(16)), randomLoss(ring(16), 2)]
    expect(first).toEqual(again)
    expect(other.mean).not.toBe(first.mean)
    expect(first.orders).toBe(2_000)
    expect(Math.abs((first.mean ?? 0) - exactOfRing(16))).toBeLessThan(4 * (first.standardError ?? 0))
    expect(randomLoss(ring(15)).mean).toBeCloseTo(exactOfRing(15), 12)
    expect(randomLoss(graphOf(20, []).neighbours)).toMatchObject({ mean: 19 / 400, orders: null })
  })

  test('VN25-VN26: between areas flow exchanges and what the rated ones are worth; the table is whole', () => {
    const flows = graphOf(
      3,
      [
        { from: 0, to: 1, receiver: 4 },
        { from: 0, to: 1 },
        { from: 2, to: 0 },
        { from: 1, to: 2, receiver: 2 },
      ],
      [0, 1, 1],
    )
    expect(areaFlows(flows)).toEqual([
      { fromAreaId: 'a0', toAreaId: 'a0', exchanges: 0, rated: 0, receivedValue: null },
      { fromAreaId: 'a0', toAreaId: 'a1', exchanges: 2, rated: 1, receivedValue: 4 },
      { fromAreaId: 'a1', toAreaId: 'a0', exchanges: 1, rated: 0, receivedValue: null },
      { fromAreaId: 'a1', toAreaId: 'a1', exchanges: 1, rated: 1, receivedValue: 2 },
    ])
    expect(crossAreaShare(flows)).toBe(0.75)
  })
})

/** The exact mean for a ring: over every set of removals, the longest stretch that is left, by counting. */
function exactOfRing(size: number): number {
  const [sum, sets] = [new Array<number>(size + 1).fill(0), new Array<number>(size + 1).fill(0)]
  for (let kept = 0; kept < 2 ** size; kept += 1) {
    const stays = Array.from({ length: 2 * size }, (_, at) => (kept >> (at % size)) & 1)
    let [longest, stretch] = [0, 0]
    for (const each of stays) {
      stretch = each === 1 ? stretch + 1 : 0
      longest = Math.max(longest, stretch)
    }
    const removed = size - stays.slice(0, size).reduce((total, each) => total + each, 0)
    sum[removed] = (sum[removed] ?? 0) + Math.min(size, longest)
    sets[removed] = (sets[removed] ?? 0) + 1
  }
  const left = sum.map((total, removed) => total / (sets[removed] ?? 1) / size).slice(1)
  return left.reduce((total, share) => total + share, 0) / size
}

describe('value loops', () => {
  test('VN31: what is unrated, or rated 0 or less, breaks a loop, and is counted', () => {
    const loops = valueLoops(graphOf(3, exchangesFrom('0>1=5 1>0 1>0=0 1>2=4 2>0=-1 2>0=2.5')), 0)
    expect(loops.loops.map(({ path, score }) => [path, score])).toEqual([[[0, 1, 2, 0], 0.4]])
    expect(loops.broken).toBe(3)
  })

  test('VN32: parallel exchanges make loops of their own, strongest first, of equals by document order', () => {
    const loops = valueLoops(graphOf(3, exchangesFrom('0>1=5 1>0=2 0>2=5 2>0=2 1>0=4')), 0)
    expect(loops.loops.map(({ exchanges }) => exchanges)).toEqual([
      [0, 4],
      [0, 1],
      [2, 3],
    ])
    expect(loops.importance).toEqual([1, 0.75, 0.25].map((share) => expect.closeTo(share, 12)))
  })

  test('VN33: a loop longer than the cap is told of, and lengths that were not finished are left out', () => {
    const ring = graphOf(
      10,
      Array.from({ length: 10 }, (_, at) => ({ from: at, to: (at + 1) % 10, receiver: 5 })),
    )
    expect(valueLoops(ring, 0)).toMatchObject({ loops: [], upToLength: 8, isComplete: false })
    expect(valueNetworkReport(ring, { focalNodeId: 'n0' }).valueLoops).toMatchObject({ count: 0, upToLength: 8 })
    expect(valueLoops(ring, 0, { length: 10, loops: 10, steps: 1_000 })).toMatchObject({ totalScore: 1, isComplete: true })
    const full = Array.from({ length: 30 }, (_, at) => ({ from: Math.floor(at / 5), to: (Math.floor(at / 5) + 1 + (at % 5)) % 6, receiver: 5 }))
    const few = valueLoops(graphOf(6, full), 0, { length: 8, loops: 30, steps: 100_000 })
    expect([few.loops.length, few.upToLength, few.isComplete]).toEqual([25, 3, false])
    expect(valueLoops(graphOf(6, full), 0).isComplete).toBe(true)
  })

  test('VN35: a small network is told whole: nothing of caps or errors is in its report', () => {
    const report = valueNetworkReport(valueGraph(goldenNetwork()), { focalNodeId: 'node_client' })
    expect(Object.keys(report.R_random)).toEqual(['R', 's'])
    expect(report.valueLoops && Object.keys(report.valueLoops)).toEqual(['focal', 'count', 'loops', 'totalScore', 'importance'])
  })

  test('VN36: the report tells how far it is, and ends as the one that is made at once', () => {
    const below = numbersFrom(9)
    const graph = graphOf(
      40,
      Array.from({ length: 120 }, () => ({ from: below(40), to: below(40), receiver: 1 + below(5) })),
    )
    const steps = valueNetworkSteps(graph, { focalNodeId: 'n1' })
    const told: number[] = []
    let step = steps.next()
    for (; !step.done; step = steps.next()) told.push(step.value)
    expect(told.length).toBeGreaterThan(20)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(step.value).toEqual(valueNetworkReport(graph, { focalNodeId: 'n1' }))
    expect(step.value.R_random).toMatchObject({ orders: 2_000 })
  })
})
