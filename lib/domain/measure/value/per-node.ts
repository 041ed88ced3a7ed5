import { shareOf } from './counts.ts'
import { type Ratings, ratingOf, type ValueGraph } from './graph.ts'

/** What a node gives and gets. Sums are over the rated exchanges; null where there are some and none is rated. */
export type NodeExchanges = {
  readonly out: number
  readonly in: number
  /** given less received, in exchanges */
  readonly balance: number
  readonly outTangible: number
  readonly outIntangible: number
  /** given ÷ all exchanges of the network, 0 to 1 */
  readonly shareOfAllDeliverables: number | null
  readonly receivedValueSum: number | null
  readonly givenValueSumBySender: number | null
  readonly givenValueSumByReceiver: number | null
  /** received less given, both as their receivers rate them */
  readonly netReceiverValue: number | null
}

type Sums = { readonly rated: Int32Array; readonly sum: Float64Array }

function sumsAt(vertices: number, end: Int32Array, ratings: Ratings): Sums {
  const sums: Sums = { rated: new Int32Array(vertices), sum: new Float64Array(vertices) }
  for (let exchange = 0; exchange < end.length; exchange += 1) {
    const rating = ratingOf(ratings, exchange)
    const vertex = end[exchange] ?? 0
    if (rating === null) continue
    sums.rated[vertex] = (sums.rated[vertex] ?? 0) + 1
    sums.sum[vertex] = (sums.sum[vertex] ?? 0) + rating
  }
  return sums
}

function countAt(vertices: number, end: Int32Array, counts: (exchange: number) => number): Int32Array {
  const count = new Int32Array(vertices)
  for (let exchange = 0; exchange < end.length; exchange += 1) count[end[exchange] ?? 0] = (count[end[exchange] ?? 0] ?? 0) + counts(exchange)
  return count
}

function knownSum({ rated, sum }: Sums, vertex: number, exchanges: number): number | null {
  return exchanges > 0 && rated[vertex] === 0 ? null : (sum[vertex] ?? 0)
}

/**
 * What each node gives and gets, by count, kind and perceived value.
 *
 * @returns by vertex
 * Cost O(n + m). Source: Allee 2008 (exchange analysis, value creation by role). Spec: VN9-VN10.
 */
export function exchangesPerNode({ nodeIds, from, to, isTangible, bySender, byReceiver }: ValueGraph): NodeExchanges[] {
  const size = nodeIds.length
  const [given, received] = [countAt(size, from, () => 1), countAt(size, to, () => 1)]
  const tangible = countAt(size, from, (exchange) => isTangible[exchange] ?? 0)
  const sums = { received: sumsAt(size, to, byReceiver), bySender: sumsAt(size, from, bySender), byReceiver: sumsAt(size, from, byReceiver) }
  return nodeIds.map((_, vertex) => {
    const [out, into, outTangible] = [given[vertex] ?? 0, received[vertex] ?? 0, tangible[vertex] ?? 0]
    const receivedValueSum = knownSum(sums.received, vertex, into)
    const givenValueSumByReceiver = knownSum(sums.byReceiver, vertex, out)
    return {
      out,
      in: into,
      balance: out - into,
      outTangible,
      outIntangible: out - outTangible,
      shareOfAllDeliverables: shareOf(out, from.length),
      receivedValueSum,
      givenValueSumBySender: knownSum(sums.bySender, vertex, out),
      givenValueSumByReceiver,
      netReceiverValue: receivedValueSum === null || givenValueSumByReceiver === null ? null : receivedValueSum - givenValueSumByReceiver,
    }
  })
}
