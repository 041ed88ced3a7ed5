import type { Exchange } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import type { Snapshot } from '../../snapshot.ts'
import { placedNeeds } from '../chance/promises.ts'

/** One exchange of a node with another one. */
export type FlowBand = {
  readonly exchange: Exchange
  readonly otherNodeId: string
  /** what the receiver says it is worth, −2 to 5; null where nobody has said */
  readonly rating: number | null
  /** needs of the cycle between the two nodes, in the same direction: those that can use it */
  readonly needs: number
}

/** What a node gets, and what it gives: the broadest first. */
export type TwoSided = {
  readonly givers: readonly FlowBand[]
  readonly takers: readonly FlowBand[]
  /** nodes to which it gives, and that give it nothing */
  readonly oneWayTo: readonly string[]
}

/** What a band is broad by: the rating of its receiver, else the needs that can use it. Cost O(1). */
export function breadthOf({ rating, needs }: FlowBand): number {
  return Math.max(1, rating ?? needs)
}

/**
 * The exchanges of one node, from its givers and to its takers.
 *
 * @param cycleId whose needs are counted; null is all cycles
 * Cost O(n log n) in exchanges and needs. Spec: VN61.
 */
export function twoSidedFlow(snapshot: Snapshot, nodeId: string, cycleId: string | null): TwoSided {
  const pairs = new Map<string, number>()
  for (const { supplier, consumer } of placedNeeds(snapshot, cycleId)) {
    const pair = `${supplier.nodeId}\n${consumer.nodeId}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  const band = (exchange: Exchange): FlowBand => {
    const { fromNodeId, toNodeId, valueByReceiver } = exchange
    const otherNodeId = fromNodeId === nodeId ? toNodeId : fromNodeId
    return { exchange, otherNodeId, rating: valueByReceiver, needs: pairs.get(`${fromNodeId}\n${toNodeId}`) ?? 0 }
  }
  const own = inDocumentOrder(snapshot.tables.exchange).filter(({ fromNodeId, toNodeId }) => fromNodeId !== toNodeId)
  const broadest = (bands: readonly FlowBand[]) => bands.toSorted((a, b) => breadthOf(b) - breadthOf(a))
  const givers = broadest(own.filter(({ toNodeId }) => toNodeId === nodeId).map(band))
  const takers = broadest(own.filter(({ fromNodeId }) => fromNodeId === nodeId).map(band))
  const giving = new Set(givers.map(({ otherNodeId }) => otherNodeId))
  return { givers, takers, oneWayTo: [...new Set(takers.map(({ otherNodeId }) => otherNodeId))].filter((id) => !giving.has(id)) }
}
