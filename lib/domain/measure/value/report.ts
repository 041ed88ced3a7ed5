import { crossAreaShare } from './area-flow.ts'
import { betweennessOf, normedBetweenness, undirectedBetweennessOf } from './betweenness.ts'
import { betweennessCentralization, degreeCentralization, degreesOf } from './centralization.ts'
import { burtTies } from './constraint.ts'
import { averageDeliverables, density, exchangeCounts, intangibleShare, tangibleToIntangible } from './counts.ts'
import { cutPointsOf } from './cut-points.ts'
import { diameter, distancesOf, meanDistance } from './distances.ts'
import { flowLoss } from './flow-loss.ts'
import { byNode, type ValueGraph } from './graph.ts'
import { katz } from './katz.ts'
import { modularityOfAreas } from './modularity.ts'
import { pageRank } from './page-rank.ts'
import { exchangesPerNode } from './per-node.ts'
import { perceptionGaps } from './perception-gap.ts'
import { type RandomLoss, randomLoss } from './random-loss.ts'
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

function reportBetweenness({ graph, by }: Found) {
  const [undirected, directed] = [undirectedBetweennessOf(graph.neighbours), betweennessOf(graph.gives)]
  const normed = normedBetweenness(undirected, false)
  return {
    betweennessUndirectedRaw: by(undirected),
    betweennessUndirectedNorm: by(normed),
    betweennessDirectedRaw: by(directed),
    betweennessDirectedNorm: by(normedBetweenness(directed, true)),
    betweennessCentralization: betweennessCentralization(normed),
  }
}

function reportShape({ graph, by }: Found) {
  const undirected = distancesOf(graph.neighbours)
  const degrees = degreesOf(graph.neighbours)
  const { vertices, bridges } = cutPointsOf(graph.neighbours)
  const nameOf = (vertex: number) => graph.nodeIds[vertex] ?? ''
  const loss = flowLoss(graph)
  return {
    avgDistanceDirected: meanDistance(distancesOf(graph.gives)),
    avgDistanceUndirected: meanDistance(undirected),
    diameterUndirected: diameter(undirected),
    degreeUndirected: by(degrees),
    degreeCentralization: degreeCentralization(degrees),
    ...reportBetweenness({ graph, by }),
    articulationPoints: vertices.map(nameOf),
    bridges: bridges.map((ends) => ends.map(nameOf)),
    reachPairsBase: loss.base,
    flowLossIfRemoved: by(loss.share),
  }
}

function reportInfluence({ graph, by }: Found) {
  const radius = spectralRadius(graph.gives)
  const received = katz(graph.receives, radius, katzAlpha)
  const ties = burtTies(graph.neighbours)
  return {
    R_adaptive: reportRobustness(graph, adaptiveRobustness(graph.neighbours)),
    R_static: reportRobustness(graph, staticRobustness(graph.neighbours)),
    R_random: reportRandomLoss(randomLoss(graph.neighbours)),
    burtConstraint: by(ties.constraint),
    effectiveSize: by(ties.effectiveSize),
    pagerank085: by(pageRank(graph)),
    spectralRadius: radius === null || radius.error > 1e-6 ? null : radius.value,
    'katz_alpha0.2_beta1_received': received === null ? null : by(received),
  }
}

/**
 * Every measure of a value network under the keys of the `valueNetwork` part of `weft analyse`, per record by the document's ids. What
 * cannot be known is null. Beside the keys of a small network there are `upToLength` where longer value loops were left out, and `orders`
 * and `standardError` where random loss was simulated.
 *
 * @param focalNodeId the node whose value loops are told; null, or a node that is not there: none are
 * Cost O(n·m). Spec: VN1-VN33.
 */
export function valueNetworkReport(graph: ValueGraph, { focalNodeId }: { readonly focalNodeId: string | null }) {
  const counts = exchangeCounts(graph)
  const by: Found['by'] = (values) => byNode(graph, (vertex) => values[vertex] ?? null)
  const { arc, dyad, loop } = reciprocity(graph)
  const [gaps, perNode] = [perceptionGaps(graph), exchangesPerNode(graph)]
  return {
    counts,
    intangibleShare: intangibleShare(counts),
    tangibleToIntangibleRatio: tangibleToIntangible(counts),
    density: density(counts),
    reciprocityArc: arc,
    reciprocityDyad: dyad,
    perNode: by(perNode),
    perceptionGap: Object.fromEntries(graph.exchangeIds.map((id, exchange) => [id, gaps[exchange] ?? null])),
    averageDeliverablesPerNode: averageDeliverables(counts),
    ...reportShape({ graph, by }),
    ...reportInfluence({ graph, by }),
    modularityOfAreasUndirectedSimple: modularityOfAreas(graph),
    crossAreaExchangeShare: crossAreaShare(graph),
    valueLoops: reportLoops(graph, focalNodeId),
    loopReciprocity: loop,
  }
}
