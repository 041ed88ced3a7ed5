import { nodeIdOf } from '../command/cascade.ts'
import type { Dependency, PromiseMove } from '../entity.ts'
import { referring, type Snapshot } from '../snapshot.ts'
import type { Side } from '../vocabulary.ts'
import type { Stand } from './machine.ts'

/** The moves of a promise, oldest first; none for one that came with a document without them. Cost O(k log k) for k moves. */
export function historyOf(snapshot: Snapshot, dependencyId: string): readonly PromiseMove[] {
  return referring(snapshot, 'promiseMove', 'dependencyId', dependencyId)
}

/** The nodes of both sides: that of the consumer's key result, and that of the supplier's key result, else the node that was asked. Cost O(1). */
export function nodesOfPromise(snapshot: Snapshot, dependency: Dependency): Readonly<Record<Side, string | null>> {
  const { consumerKeyResultId, supplierKeyResultId, supplierNodeId } = dependency
  return { consumer: nodeIdOf(snapshot, consumerKeyResultId), supplier: nodeIdOf(snapshot, supplierKeyResultId) ?? supplierNodeId }
}

/** The move by which a promise was last asked for or offered; undefined where its history is unknown. Cost O(moves). */
export function openingOf(history: readonly PromiseMove[]): PromiseMove | undefined {
  return history.findLast(({ move }) => move === 'request' || move === 'offer')
}

/**
 * Where a promise stands. Of one without history an offer is the supplier's and everything else the consumer's.
 *
 * Cost O(moves of the promise). Spec: PR3.
 */
export function standOf(snapshot: Snapshot, dependency: Dependency): Stand {
  const { state, counteredBy, terms } = dependency
  const { consumer, supplier } = nodesOfPromise(snapshot, dependency)
  const opener = openingOf(historyOf(snapshot, dependency.id))?.side ?? (state === 'offered' ? 'supplier' : 'consumer')
  return { state, counteredBy, terms, opener, isInside: consumer !== null && consumer === supplier }
}
