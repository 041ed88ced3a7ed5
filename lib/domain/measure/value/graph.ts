import type { Exchange } from '../../entity.ts'
import { type Links, linksOf } from './links.ts'

/** Ratings of exchanges; what nobody has rated is not known, and its value means nothing. */
export type Ratings = { readonly value: Float64Array; readonly isKnown: Uint8Array }

/**
 * A value network as compact arrays. Vertices and exchanges keep the order of the document; every exchange stands for itself,
 * links stand for pairs of nodes whatever the number of exchanges between them.
 */
export type ValueGraph = {
  readonly nodeIds: readonly string[]
  readonly vertexById: ReadonlyMap<string, number>
  /** areas in the order in which the first node of each stands */
  readonly areaIds: readonly string[]
  /** the area of each vertex, as a place in `areaIds` */
  readonly areaOf: Int32Array
  readonly exchangeIds: readonly string[]
  /** giver and receiver of each exchange, as vertices */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly isTangible: Uint8Array
  readonly bySender: Ratings
  readonly byReceiver: Ratings
  /** giver → its receivers */
  readonly gives: Links
  /** receiver → its givers */
  readonly receives: Links
  /** either way */
  readonly neighbours: Links
}

export type GraphNode = { readonly id: string; readonly areaId: string }
export type GraphExchange = Pick<Exchange, 'kind' | 'valueBySender' | 'valueByReceiver'> & {
  readonly id: string
  readonly fromNodeId: string
  readonly toNodeId: string
}

function ratingsOf(values: readonly (number | null)[]): Ratings {
  return {
    value: Float64Array.from(values, (value) => value ?? 0),
    isKnown: Uint8Array.from(values, (value) => Number(value !== null)),
  }
}

/**
 * A value network from lists.
 *
 * @param exchanges those with an end that is not among the nodes, or with one node at both ends, are left out
 * Cost O(n + m). Spec: VN1-VN3.
 */
export function makeValueGraph(nodes: readonly GraphNode[], exchanges: readonly GraphExchange[]): ValueGraph {
  const vertexById = new Map(nodes.map(({ id }, at) => [id, at]))
  const isBetween = ({ fromNodeId, toNodeId }: GraphExchange) => fromNodeId !== toNodeId && vertexById.has(fromNodeId) && vertexById.has(toNodeId)
  const kept = exchanges.filter(isBetween)
  const areaIds = [...new Set(nodes.map(({ areaId }) => areaId))]
  const areaAt = new Map(areaIds.map((id, at) => [id, at]))
  const from = Int32Array.from(kept, ({ fromNodeId }) => vertexById.get(fromNodeId) ?? 0)
  const to = Int32Array.from(kept, ({ toNodeId }) => vertexById.get(toNodeId) ?? 0)
  const vertices = nodes.length
  return {
    nodeIds: nodes.map(({ id }) => id),
    vertexById,
    areaIds,
    areaOf: Int32Array.from(nodes, ({ areaId }) => areaAt.get(areaId) ?? 0),
    exchangeIds: kept.map(({ id }) => id),
    from,
    to,
    isTangible: Uint8Array.from(kept, ({ kind }) => Number(kind === 'tangible')),
    bySender: ratingsOf(kept.map(({ valueBySender }) => valueBySender)),
    byReceiver: ratingsOf(kept.map(({ valueByReceiver }) => valueByReceiver)),
    gives: linksOf({ vertices, from, to }, false),
    receives: linksOf({ vertices, from: to, to: from }, false),
    neighbours: linksOf({ vertices, from, to }, true),
  }
}

/** The rating of an exchange, or null where nobody has rated it. Cost O(1). */
export function ratingOf({ value, isKnown }: Ratings, exchange: number): number | null {
  return isKnown[exchange] === 1 ? (value[exchange] ?? null) : null
}

/** Something of each node, by the node's id, in the order of the document. Cost O(n). */
export function byNode<T>({ nodeIds }: ValueGraph, of: (vertex: number) => T): Record<string, T> {
  return Object.fromEntries(nodeIds.map((id, vertex) => [id, of(vertex)]))
}
