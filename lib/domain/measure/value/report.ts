import { finish, type Returned, type Steps, within } from '../step.ts'
import { crossAreaShare } from './area-flow.ts'
import { betweennessOf, normedBetweenness, undirectedBetweennessOf } from './betweenness.ts'
import { betweennessCentralization, degreeCentralization, degreesOf } from './centralization.ts'
import { burtTies } from './constraint.ts'
import { averageDeliverables, density, exchangeCounts, intangibleShare, tangibleToIntangible } from './counts.ts'
import { cutPointsOf } from './cut-points.ts'
import { diameter, distancesOf, meanDistance } from './distances.ts'
import { flowLossSteps } from './flow-loss.ts'
import { byNode, type ValueGraph } from './graph.ts'
import { katz } from './katz.ts'
import { modularityOfAreas } from './modularity.ts'
import { pageRank } from './page-rank.ts'
import { exchangesPerNode } from './per-node.ts'
import { perceptionGaps } from './perception-gap.ts'
import { type RandomLoss, randomLossSteps } from './random-loss.ts'
import { reciprocity } from './reciprocity.ts'
import { adaptiveRobustness, type Robustness, staticRobustness } from './robustness.ts'
import { spectralRadius } from './spectral-radius.ts'
import { valueLoops } from './value-loops.ts'

/** How strongly one hand passes value on, in Katz. */
const katzAlpha = 0.2

type Found = { readonly graph: ValueGraph; readonly by: <T>(values: ArrayLike<T>) => Record<string, T | null> }

function reportRobustness({ nodeIds }: ValueGraph, { mean, left, order }: Robustness) {
  return { R: mean, s: left, order: order.map((vertex) => nodeIds[vertex] ?? '') }
}

function reportRandomLoss({ mean, left, orders, standardError }: RandomLoss) {
  return orders === null ? { R: mean, s: left } : { R: mean, s: left, orders, standardError }
}

function reportLoops(graph: ValueGraph, focalNodeId: string | null) {
  const focal = focalNodeId === null ? undefined : graph.vertexById.get(focalNodeId)
  if (focal === undefined) return null
  const { loops, totalScore, importance, isComplete, upToLength } = valueLoops(graph, focal)
  const others = graph.nodeIds.flatMap((id, vertex) => (vertex === focal ? [] : [[id, importance[vertex] ?? null] as const]))
  return {
    focal: focalNodeId,
    count: loops.length,
    loops: loops.map(({ path, score }) => ({ path: path.map((vertex) => graph.nodeIds[vertex] ?? ''), score })),
    totalScore,
    importance: Object.fromEntries(others),
    ...(isComplete ? {} : { upToLength }),
  }
}

function* reportBetweenness({ graph, by }: Found) {
  const undirected = undirectedBetweennessOf(graph.neighbours)
  yield 0.5
  const directed = betweennessOf(graph.gives)
  const normed = normedBetweenness(undirected, false)
  return {
    betweennessUndirectedRaw: by(undirected),
    betweennessUndirectedNorm: by(normed),
    betweennessDirectedRaw: by(directed),
    betweennessDirectedNorm: by(normedBetweenness(directed, true)),
    betweennessCentralization: betweennessCentralization(normed),
  }
}

function* reportShape({ graph, by }: Found) {
  const undirected = distancesOf(graph.neighbours)
  const degrees = degreesOf(graph.neighbours)
  const { vertices, bridges } = cutPointsOf(graph.neighbours)
  const nameOf = (vertex: number) => graph.nodeIds[vertex] ?? ''
  const [directedDistance, undirectedDistance] = [meanDistance(distancesOf(graph.gives)), meanDistance(undirected)]
  yield 0.1
  const between = yield* within(reportBetweenness({ graph, by }), 0.1, 0.5)
  const loss = yield* within(flowLossSteps(graph), 0.5, 1)
  return {
    avgDistanceDirected: directedDistance,
    avgDistanceUndirected: undirectedDistance,
    diameterUndirected: diameter(undirected),
    degreeUndirected: by(degrees),
    degreeCentralization: degreeCentralization(degrees),
    ...between,
    articulationPoints: vertices.map(nameOf),
    bridges: bridges.map((ends) => ends.map(nameOf)),
    reachPairsBase: loss.base,
    flowLossIfRemoved: by(loss.share),
  }
}

function reportTies({ graph, by }: Found) {
  const radius = spectralRadius(graph.gives)
  const received = katz(graph.receives, radius, katzAlpha)
  const ties = burtTies(graph.neighbours)
  return {
    burtConstraint: by(ties.constraint),
    effectiveSize: by(ties.effectiveSize),
    pagerank085: by(pageRank(graph)),
    spectralRadius: radius === null || radius.error > 1e-6 ? null : radius.value,
    'katz_alpha0.2_beta1_received': received === null ? null : by(received),
  }
}

function reportExchanges({ graph, by }: Found) {
  const counts = exchangeCounts(graph)
  const { arc, dyad, loop } = reciprocity(graph)
  const gaps = perceptionGaps(graph)
  return {
    counts,
    intangibleShare: intangibleShare(counts),
    tangibleToIntangibleRatio: tangibleToIntangible(counts),
    density: density(counts),
    reciprocityArc: arc,
    reciprocityDyad: dyad,
    perNode: by(exchangesPerNode(graph)),
    perceptionGap: Object.fromEntries(graph.exchangeIds.map((id, exchange) => [id, gaps[exchange] ?? null])),
    averageDeliverablesPerNode: averageDeliverables(counts),
    modularityOfAreasUndirectedSimple: modularityOfAreas(graph),
    crossAreaExchangeShare: crossAreaShare(graph),
    loopReciprocity: loop,
  }
}

/** The node whose value loops are told; null, or a node that is not there: none are. */
export type ReportOptions = { readonly focalNodeId: string | null }

/**
 * Every measure of a value network under the keys of the `valueNetwork` part of `weft analyse`, per record by the document's ids. What
 * cannot be known is null. Beside the keys of a small network there are `upToLength` where longer value loops were left out, and `orders`
 * and `standardError` where random loss was simulated.
 *
 * Cost O(n·m). Spec: VN34-VN36.
 */
export function* valueNetworkSteps(graph: ValueGraph, { focalNodeId }: ReportOptions): Steps<ValueNetworkReport> {
  const by: Found['by'] = (values) => byNode(graph, (vertex) => values[vertex] ?? null)
  const exchanges = reportExchanges({ graph, by })
  yield 0.05
  const ties = reportTies({ graph, by })
  yield 0.1
  const shape = yield* within(reportShape({ graph, by }), 0.1, 0.4)
  const random = yield* within(randomLossSteps(graph.neighbours), 0.4, 0.9)
  const robust = {
    R_adaptive: reportRobustness(graph, adaptiveRobustness(graph.neighbours)),
    R_static: reportRobustness(graph, staticRobustness(graph.neighbours)),
  }
  yield 0.95
  return {
    ...exchanges,
    ...ties,
    ...shape,
    ...robust,
    R_random: reportRandomLoss(random),
    valueLoops: reportLoops(graph, focalNodeId),
  }
}

export type ValueNetworkReport = ReturnType<typeof reportExchanges> &
  ReturnType<typeof reportTies> &
  Returned<typeof reportShape> & {
    readonly R_adaptive: ReturnType<typeof reportRobustness>
    readonly R_static: ReturnType<typeof reportRobustness>
    readonly R_random: ReturnType<typeof reportRandomLoss>
    readonly valueLoops: ReturnType<typeof reportLoops>
  }

/** `valueNetworkSteps` to its end. Cost O(n·m). Spec: VN34. */
export function valueNetworkReport(graph: ValueGraph, options: ReportOptions): ValueNetworkReport {
  return finish(valueNetworkSteps(graph, options))
}
