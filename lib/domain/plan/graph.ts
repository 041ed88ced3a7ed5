import { inDocumentOrder } from '../okr/document-order.ts'
import { promiseClass } from '../okr/promise-class.ts'
import { find, type Snapshot } from '../snapshot.ts'

/** The neighbours of every vertex in one direction: those of vertex v are `to[start[v] … start[v+1]−1]`. */
export type Adjacency = {
  readonly start: Int32Array
  readonly to: Int32Array
  /** place in `needIds` of the need that joins them */
  readonly need: Int32Array
}

/** Key results and the needs between them as compact arrays. Vertices and needs keep the order of the document. */
export type NeedGraph = {
  readonly keyResultIds: readonly string[]
  readonly vertexById: ReadonlyMap<string, number>
  readonly needIds: readonly string[]
  /** supplier and consumer of each need, as vertices */
  readonly supplier: Int32Array
  readonly consumer: Int32Array
  /** 0 to 1 for each need */
  readonly strength: Float64Array
  /** supplier → its consumers */
  readonly consumersOf: Adjacency
  /** consumer → its suppliers */
  readonly suppliersOf: Adjacency
}

export type GraphNeed = { readonly id: string; readonly supplier: string; readonly consumer: string; readonly strength: number }

function adjacency(vertices: number, from: Int32Array, to: Int32Array): Adjacency {
  const start = new Int32Array(vertices + 1)
  for (const vertex of from) start[vertex + 1] = (start[vertex + 1] ?? 0) + 1
  for (let vertex = 0; vertex < vertices; vertex += 1) start[vertex + 1] = (start[vertex + 1] ?? 0) + (start[vertex] ?? 0)
  const free = start.slice()
  const lists: Adjacency = { start, to: new Int32Array(from.length), need: new Int32Array(from.length) }
  for (const [need, vertex] of from.entries()) {
    const place = free[vertex] ?? 0
    free[vertex] = place + 1
    lists.to[place] = to[need] ?? 0
    lists.need[place] = need
  }
  return lists
}

/**
 * A graph from lists.
 *
 * @param needs those whose supplier or consumer is not among the key results are left out
 * Cost O(key results + needs).
 */
export function makeNeedGraph(keyResultIds: readonly string[], needs: readonly GraphNeed[]): NeedGraph {
  const vertexById = new Map<string, number>()
  for (const [vertex, id] of keyResultIds.entries()) vertexById.set(id, vertex)
  const [suppliers, consumers, strengths] = [new Int32Array(needs.length), new Int32Array(needs.length), new Float64Array(needs.length)]
  const needIds: string[] = []
  for (const need of needs) {
    const [from, to] = [vertexById.get(need.supplier), vertexById.get(need.consumer)]
    if (from === undefined || to === undefined) continue
    const at = needIds.push(need.id) - 1
    suppliers[at] = from
    consumers[at] = to
    strengths[at] = need.strength
  }
  const [supplier, consumer, strength] = [suppliers.slice(0, needIds.length), consumers.slice(0, needIds.length), strengths.slice(0, needIds.length)]
  const size = keyResultIds.length
  const lists = { consumersOf: adjacency(size, supplier, consumer), suppliersOf: adjacency(size, consumer, supplier) }
  return { keyResultIds, vertexById, needIds, supplier, consumer, strength, ...lists }
}

function needsBetweenKeyResults(snapshot: Snapshot): GraphNeed[] {
  return inDocumentOrder(snapshot.tables.dependency).flatMap(({ id, state, strength, consumerKeyResultId, supplierKeyResultId }) =>
    promiseClass(state) === 'ended' || supplierKeyResultId === null
      ? []
      : [{ id, supplier: supplierKeyResultId, consumer: consumerKeyResultId, strength }],
  )
}

/**
 * The key results of a cycle and what they need of each other. Ended needs are left out, drafts are in; a need on a node
 * without a key result joins no two key results and is not in the graph. What a key result of the cycle needs from another
 * cycle is in, with all that lies behind it.
 *
 * @param cycleId null is all cycles
 * @param alsoIds key results that are in, with all that lies behind them, whether the cycle needs them or not
 * Cost O(key results + needs), and O(n log n) where the tables are out of order.
 */
export function needGraph(snapshot: Snapshot, cycleId: string | null, alsoIds: readonly string[] = []): NeedGraph {
  const needs = needsBetweenKeyResults(snapshot)
  const ids = inDocumentOrder(snapshot.tables.keyResult).map(({ id }) => id)
  const all = makeNeedGraph(ids, needs)
  if (cycleId === null) return all
  const also = new Set(alsoIds)
  const isOfCycle = (id: string) => find(snapshot, 'objective', find(snapshot, 'keyResult', id)?.objectiveId ?? null)?.cycleId === cycleId
  const wanted = withSuppliers(
    all,
    ids.flatMap((id, vertex) => (also.has(id) || isOfCycle(id) ? [vertex] : [])),
  )
  if (wanted.every((flag) => flag === 1)) return all
  return makeNeedGraph(
    ids.filter((_, vertex) => wanted[vertex] === 1),
    needs,
  )
}

/** 1 for each of some vertices and all that they depend on. */
function withSuppliers({ suppliersOf, keyResultIds }: NeedGraph, vertices: readonly number[]): Uint8Array {
  const [wanted, open] = [new Uint8Array(keyResultIds.length), [...vertices]]
  for (const vertex of vertices) wanted[vertex] = 1
  for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop())
    eachNeighbour(suppliersOf, vertex, (supplier) => {
      if (wanted[supplier] === 1) return
      wanted[supplier] = 1
      open.push(supplier)
    })
  return wanted
}

/** Calls `visit` with each neighbour of a vertex and the need between. Cost O(neighbours). */
export function eachNeighbour({ start, to, need }: Adjacency, vertex: number, visit: (neighbour: number, need: number) => void): void {
  const end = start[vertex + 1] ?? 0
  for (let place = start[vertex] ?? 0; place < end; place += 1) visit(to[place] ?? 0, need[place] ?? 0)
}
