import { inDocumentOrder } from '../../okr/document-order.ts'
import { placesOf } from '../../okr/place.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { isReached } from '../../okr/reached.ts'
import { eachNeighbour, makeNeedGraph, type NeedGraph, needGraph } from '../../plan/graph.ts'
import { find, type Snapshot } from '../../snapshot.ts'

/**
 * Key results with what they need, as chances see it. A need on a node that has no key result for it yet is a supplier of its own, whose
 * chance nobody knows: a *stub*. Stubs come after the key results.
 */
export type SupplyGraph = {
  readonly graph: NeedGraph
  /** how many of the vertices are key results; the others are stubs */
  readonly keyResults: number
  /** own chance of each vertex, 0 to 1; where it is not known, 0 */
  readonly own: Float64Array
  /** 1 where the own chance is known */
  readonly known: Uint8Array
  /** 1 where a key result is reached: it is certain, and what it needed bears on nothing any more, so that those needs have strength 0 */
  readonly reached: Uint8Array
  /** the node of each vertex; null where it has none */
  readonly nodeIds: readonly (string | null)[]
}

/** What a vertex is made of, for those who make a graph without a network. */
export type Supplier = { readonly id: string; readonly own: number | null; readonly nodeId: string | null; readonly isReached?: boolean }

/** Ids of records hold no control character, so a stub's id is never that of a key result. */
function stubId(dependencyId: string): string {
  return `\u0000${dependencyId}`
}

/** The dependency behind a stub; null for the id of a key result. Cost O(1). Spec: CN2. */
export function dependencyOfStub(id: string): string | null {
  return id.startsWith('\u0000') ? id.slice(1) : null
}

/** A supply graph of a graph and what is known of its vertices. Cost O(vertices). */
export function makeSupplyGraph(graph: NeedGraph, keyResults: number, suppliers: readonly Supplier[]): SupplyGraph {
  const reached = Uint8Array.from(suppliers, ({ isReached = false }) => (isReached ? 1 : 0))
  return {
    graph: unbound(graph, reached),
    keyResults,
    own: Float64Array.from(suppliers, ({ own, isReached }) => (isReached ? 1 : (own ?? 0))),
    known: Uint8Array.from(suppliers, ({ own, isReached }) => (own === null && !isReached ? 0 : 1)),
    reached,
    nodeIds: suppliers.map(({ nodeId }) => nodeId),
  }
}

/** The graph with strength 0 for all that reached key results needed. */
function unbound(graph: NeedGraph, reached: Uint8Array): NeedGraph {
  return reached.includes(1)
    ? { ...graph, strength: graph.strength.map((each, need) => (reached[graph.consumer[need] ?? 0] === 1 ? 0 : each)) }
    : graph
}

function stubsOf(snapshot: Snapshot, graph: NeedGraph) {
  return inDocumentOrder(snapshot.tables.dependency).flatMap(({ id, state, strength, consumerKeyResultId, supplierKeyResultId, supplierNodeId }) => {
    const isStub = supplierKeyResultId === null && supplierNodeId !== null && promiseClass(state) !== 'ended'
    if (!isStub || !graph.vertexById.has(consumerKeyResultId)) return []
    return [{ id, supplier: stubId(id), consumer: consumerKeyResultId, strength, nodeId: supplierNodeId }]
  })
}

/** What a supply graph is asked for beyond the cycle as it stands. */
export type Supposing = {
  /** nodes that are supposed not to be there: what they were asked for is certainly missed */
  readonly goneNodeIds?: readonly string[]
  /** key results that are in, also where the cycle needs them no more */
  readonly alsoIds?: readonly string[]
}

/**
 * The supply graph of a cycle: its key results, what they need of other cycles, and a stub for each need on a node alone. Ended needs are
 * left out.
 *
 * @param cycleId null is all cycles
 * Cost that of `needGraph`. Spec: CN1-CN4, CN104, CN112.
 */
export function supplyGraph(snapshot: Snapshot, cycleId: string | null, { goneNodeIds = [], alsoIds = [] }: Supposing = {}): SupplyGraph {
  const graph = needGraph(snapshot, cycleId, alsoIds)
  const stubs = stubsOf(snapshot, graph)
  const places = placesOf(snapshot).ofKeyResult
  const suppliers: Supplier[] = graph.keyResultIds.map((id) => {
    const keyResult = find(snapshot, 'keyResult', id)
    return {
      id,
      own: keyResult?.confidence ?? null,
      nodeId: places.get(id)?.nodeId ?? null,
      isReached: keyResult !== undefined && isReached(keyResult),
    }
  })
  const all =
    stubs.length === 0 ? graph : makeNeedGraph([...graph.keyResultIds, ...stubs.map(({ supplier }) => supplier)], [...needsOf(graph), ...stubs])
  const isGone = new Set(goneNodeIds)
  const asked = stubs.map(({ supplier, nodeId }) => ({ id: supplier, own: isGone.has(nodeId) ? 0 : null, nodeId }))
  return makeSupplyGraph(all, suppliers.length, [...suppliers, ...asked])
}

function needsOf({ keyResultIds, needIds, supplier, consumer, strength }: NeedGraph) {
  return needIds.map((id, need) => ({
    id,
    supplier: keyResultIds[supplier[need] ?? 0] ?? '',
    consumer: keyResultIds[consumer[need] ?? 0] ?? '',
    strength: strength[need] ?? 0,
  }))
}

/** The key results alone, without stubs; vertices keep their numbers. Cost O(vertices + needs). */
export function keyResultGraph({ graph, keyResults }: SupplyGraph): NeedGraph {
  if (keyResults === graph.keyResultIds.length) return graph
  return makeNeedGraph(graph.keyResultIds.slice(0, keyResults), needsOf(graph))
}

/** The graph as it would be without some needs. Cost O(vertices + needs). */
export function withoutNeeds(supply: SupplyGraph, needIds: ReadonlySet<string>): SupplyGraph {
  const kept = needsOf(supply.graph).filter(({ id }) => !needIds.has(id))
  return { ...supply, graph: makeNeedGraph(supply.graph.keyResultIds, kept) }
}

/** The graph without what reached key results needed: whom each one still waits for. The same where nothing is reached. Cost O(vertices + needs). Spec: CN8. */
export function waitedFor({ graph, reached }: Pick<SupplyGraph, 'graph' | 'reached'>): NeedGraph {
  if (!reached.includes(1)) return graph
  const waiting = needsOf(graph).filter(({ consumer }) => reached[graph.vertexById.get(consumer) ?? 0] === 0)
  return makeNeedGraph(graph.keyResultIds, waiting)
}

/** Own chances with every unknown one at a value, 0 to 1. Cost O(vertices). */
export function ownAt({ own, known }: Pick<SupplyGraph, 'own' | 'known'>, unknown: 0 | 1): Float64Array {
  return own.map((value, vertex) => (known[vertex] === 1 ? value : unknown))
}

/**
 * A vertex with all that it depends on, marked by 1.
 *
 * Cost O(vertices + needs behind it).
 */
export function closureOf({ suppliersOf, keyResultIds }: NeedGraph, vertex: number): Uint8Array {
  const inside = new Uint8Array(keyResultIds.length)
  const open = [vertex]
  inside[vertex] = 1
  for (let next = open.pop(); next !== undefined; next = open.pop())
    eachNeighbour(suppliersOf, next, (supplier) => {
      if (inside[supplier] === 1) return
      inside[supplier] = 1
      open.push(supplier)
    })
  return inside
}
