import { inDocumentOrder } from '../../okr/document-order.ts'
import { type Place, placesOf } from '../../okr/place.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { makeNeedGraph, type NeedGraph, needGraph } from '../../plan/graph.ts'
import type { Snapshot } from '../../snapshot.ts'

/** One cell of a matrix in which something stands: the row needs the column. */
export type Mark = {
  /** the row */
  readonly consumer: string
  /** the column */
  readonly supplier: string
  /** in document order */
  readonly dependencyIds: readonly string[]
}

/** A dependency structure matrix, sparse: “row needs column”. */
export type Matrix = {
  /** rows and columns in document order; its needs are the marks, in the same order, each as strong as its strongest dependency */
  readonly graph: NeedGraph
  /** in the order of the first dependency of each */
  readonly marks: readonly Mark[]
}

type Link = { readonly id: string; readonly supplier: string; readonly consumer: string; readonly strength: number }

/** One mark for each pair; a pair with itself is none. */
function matrixFrom(ids: readonly string[], links: readonly Link[]): Matrix {
  const byPair = new Map<string, { readonly supplier: string; readonly consumer: string; strength: number; readonly dependencyIds: string[] }>()
  for (const { id, supplier, consumer, strength } of links) {
    if (supplier === consumer) continue
    // ids hold no control character
    const key = `${supplier}\n${consumer}`
    const known = byPair.get(key)
    if (known) {
      known.dependencyIds.push(id)
      known.strength = Math.max(known.strength, strength)
    } else byPair.set(key, { supplier, consumer, strength, dependencyIds: [id] })
  }
  const marks = [...byPair.entries()].map(([id, mark]) => ({ id, ...mark }))
  return {
    graph: makeNeedGraph(ids, marks),
    marks: marks.map(({ consumer, supplier, dependencyIds }) => ({ consumer, supplier, dependencyIds })),
  }
}

/**
 * Which node needs which: a mark for each pair of nodes, in the rows of those that need. Ended needs are left out, drafts are in;
 * needs inside a node are none. A need on a node without a key result for it counts at that node.
 *
 * @param cycleId the cycle of the consumers; null is all
 * @returns the nodes that have a key result in the cycle or that somebody needs
 * Cost O(nodes + key results + needs). Spec: OR1-OR2.
 */
export function nodeMatrix(snapshot: Snapshot, cycleId: string | null): Matrix {
  const { ofKeyResult } = placesOf(snapshot)
  const isOfCycle = (place: Place | undefined) => place !== undefined && (cycleId === null || place.cycleId === cycleId)
  const links = inDocumentOrder(snapshot.tables.dependency).flatMap((dependency) => {
    const { id, state, strength, consumerKeyResultId, supplierKeyResultId, supplierNodeId } = dependency
    const consumer = ofKeyResult.get(consumerKeyResultId)
    const supplier = supplierKeyResultId === null ? supplierNodeId : (ofKeyResult.get(supplierKeyResultId)?.nodeId ?? null)
    if (promiseClass(state) === 'ended' || !consumer?.nodeId || supplier === null || !isOfCycle(consumer)) return []
    return [{ id, supplier, consumer: consumer.nodeId, strength }]
  })
  const shown = new Set<string | null>([...ofKeyResult.values()].filter(isOfCycle).map(({ nodeId }) => nodeId))
  for (const { supplier } of links) shown.add(supplier)
  const ids = inDocumentOrder(snapshot.tables.node).flatMap(({ id }) => (shown.has(id) ? [id] : []))
  return matrixFrom(ids, links)
}

/**
 * Which key result needs which: a mark for each pair. What a cycle needs from another one is in it.
 *
 * @param cycleId null is all cycles
 * Cost O(key results + needs). Spec: OR1.
 */
export function keyResultMatrix(snapshot: Snapshot, cycleId: string | null): Matrix {
  const graph = needGraph(snapshot, cycleId)
  const links = graph.needIds.map((id, need) => ({
    id,
    supplier: graph.keyResultIds[graph.supplier[need] ?? 0] ?? '',
    consumer: graph.keyResultIds[graph.consumer[need] ?? 0] ?? '',
    strength: graph.strength[need] ?? 0,
  }))
  return matrixFrom(graph.keyResultIds, links)
}
