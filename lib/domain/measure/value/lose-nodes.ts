import { ratingOf, type ValueGraph } from './graph.ts'
import { degreeOf } from './links.ts'
import { markReached, pieceOfEach } from './reach.ts'

/** So many pairs are named; the rest is counted. */
const pairsNamed = 500

type ExchangesLost = {
  /** what others no longer get */
  readonly givenExchangeIds: readonly string[]
  /** what others no longer get rid of */
  readonly receivedExchangeIds: readonly string[]
  /** between two nodes that go */
  readonly insideExchangeIds: readonly string[]
  /** what the given ones are worth to their receivers, and how many of them are rated; null where there are some and none is */
  readonly lostValue: number | null
  readonly ratedExchanges: number
}

type PairsLost = {
  /** ordered pairs of others between which value could move */
  readonly pairsBefore: number
  readonly pairsCut: number
  /** cut ÷ before, 0 to 1; null where nothing could move */
  readonly share: number | null
  /** the first of the cut pairs, giver first, in document order; `pairsCut` counts all */
  readonly cutPairs: readonly (readonly [fromNodeId: string, toNodeId: string])[]
}

/** What stops when some nodes go. */
export type NodeLoss = ExchangesLost &
  PairsLost & {
    /** the nodes that go, in document order */
    readonly nodeIds: readonly string[]
    /** others that exchanged something and have nobody left to exchange with */
    readonly aloneNodeIds: readonly string[]
    /** groups into which others fall that were joined before; empty where they hold together */
    readonly pieces: readonly (readonly string[])[]
  }

function exchangesLost({ from, to, exchangeIds, byReceiver }: ValueGraph, isGone: Uint8Array): ExchangesLost {
  const sides = (exchange: number) => [isGone[from[exchange] ?? 0] === 1, isGone[to[exchange] ?? 0] === 1] as const
  const all = [...exchangeIds.keys()]
  const given = all.filter((exchange) => sides(exchange)[0] && !sides(exchange)[1])
  const known = given.flatMap((exchange) => ratingOf(byReceiver, exchange) ?? [])
  const idsOf = (exchanges: readonly number[]) => exchanges.map((exchange) => exchangeIds[exchange] ?? '')
  return {
    givenExchangeIds: idsOf(given),
    receivedExchangeIds: idsOf(all.filter((exchange) => !sides(exchange)[0] && sides(exchange)[1])),
    insideExchangeIds: idsOf(all.filter((exchange) => sides(exchange)[0] && sides(exchange)[1])),
    lostValue: given.length > 0 && known.length === 0 ? null : known.reduce((sum, rating) => sum + rating, 0),
    ratedExchanges: known.length,
  }
}

function pairsLost({ gives, nodeIds }: ValueGraph, isGone: Uint8Array): PairsLost {
  const size = nodeIds.length
  const [before, after, nothing] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)]
  const cutPairs: [string, string][] = []
  let [pairsBefore, pairsCut] = [0, 0]
  for (let source = 0; source < size; source += 1) {
    if (isGone[source] === 1) continue
    markReached(gives, source, nothing, before)
    markReached(gives, source, isGone, after)
    for (let vertex = 0; vertex < size; vertex += 1) {
      if (before[vertex] === 0 || vertex === source || isGone[vertex] === 1) continue
      pairsBefore += 1
      if (after[vertex] === 1) continue
      pairsCut += 1
      if (cutPairs.length < pairsNamed) cutPairs.push([nodeIds[source] ?? '', nodeIds[vertex] ?? ''])
    }
  }
  return { pairsBefore, pairsCut, share: pairsBefore === 0 ? null : pairsCut / pairsBefore, cutPairs }
}

/** The groups after, of each group before that lost something and holds together no more. */
function piecesLost({ neighbours, nodeIds }: ValueGraph, isGone: Uint8Array): string[][] {
  const before = pieceOfEach(neighbours, new Uint8Array(nodeIds.length))
  const after = pieceOfEach(neighbours, isGone)
  const staying = [...nodeIds.keys()].filter((vertex) => isGone[vertex] === 0)
  return [...Map.groupBy(staying, (vertex) => before[vertex]).values()].flatMap((members) => {
    const groups = [...Map.groupBy(members, (vertex) => after[vertex]).values()]
    return groups.length < 2 ? [] : groups.map((group) => group.map((vertex) => nodeIds[vertex] ?? ''))
  })
}

/**
 * Lose a leg: what stops, which ways are cut and who is cut off when some nodes go at once.
 *
 * @param nodeIds ids that are not there are left out
 * Cost O(n·(n + m)). Source: methods 1.2 (flow loss). Spec: VN37-VN39.
 */
export function loseNodes(graph: ValueGraph, nodeIds: readonly string[]): NodeLoss {
  const { neighbours } = graph
  const isGone = new Uint8Array(graph.nodeIds.length)
  for (const id of nodeIds) {
    const vertex = graph.vertexById.get(id)
    if (vertex !== undefined) isGone[vertex] = 1
  }
  const isAlone = (_: string, vertex: number) =>
    isGone[vertex] === 0 &&
    degreeOf(neighbours, vertex) > 0 &&
    neighbours.to.subarray(neighbours.start[vertex], neighbours.start[vertex + 1]).every((other) => isGone[other] === 1)
  return {
    nodeIds: graph.nodeIds.filter((_, vertex) => isGone[vertex] === 1),
    ...exchangesLost(graph, isGone),
    ...pairsLost(graph, isGone),
    aloneNodeIds: graph.nodeIds.filter(isAlone),
    pieces: piecesLost(graph, isGone),
  }
}
