import type { Dependency, KeyResult } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { nodesOfPromise } from '../../promise/stand.ts'
import { find, referring, type Snapshot } from '../../snapshot.ts'

/** Whether nobody has promised a need that has not ended: written down, asked, put off, refused. Cost O(1). Spec: PL21. */
export function isUnpromised({ state }: Pick<Dependency, 'state'>): boolean {
  const kind = promiseClass(state)
  return kind !== 'promised' && kind !== 'ended'
}

/** The needs of a key result that nobody has promised, in list order. Cost O(its needs). Spec: PL21. */
export function unpromisedNeeds(snapshot: Snapshot, keyResultId: string): Dependency[] {
  return referring(snapshot, 'dependency', 'consumerKeyResultId', keyResultId).filter(isUnpromised)
}

/**
 * Whether a key result is not final: something that it needs has not been promised. It is planned all the same.
 *
 * Cost O(its needs). Spec: PL21.
 */
export function isProvisional(snapshot: Snapshot, keyResultId: string): boolean {
  return unpromisedNeeds(snapshot, keyResultId).length > 0
}

/** The key results of a cycle in document order. Cost O(n). */
export function keyResultsOf(snapshot: Snapshot, cycleId: string | null): KeyResult[] {
  return inDocumentOrder(snapshot.tables.keyResult).filter(({ objectiveId }) => find(snapshot, 'objective', objectiveId)?.cycleId === cycleId)
}

/** The needs of a cycle that have not ended, drafts included, in document order; a need belongs to the cycle of its consumer. Cost O(n). */
export function needsOf(snapshot: Snapshot, cycleId: string | null): Dependency[] {
  return inDocumentOrder(snapshot.tables.dependency).filter(
    ({ state, consumerKeyResultId }) => promiseClass(state) !== 'ended' && placeOfKeyResult(snapshot, consumerKeyResultId).cycleId === cycleId,
  )
}

/** What a need is called in a sentence: the thing that is asked for, else the key result that gives it, else the one that needs it. */
export function thingOf(snapshot: Snapshot, { what, supplierKeyResultId, consumerKeyResultId }: Dependency): string {
  if (what !== '') return `“${what}”`
  const supplier = find(snapshot, 'keyResult', supplierKeyResultId)
  return `“${supplier?.title ?? find(snapshot, 'keyResult', consumerKeyResultId)?.title ?? 'a need'}”`
}

/** The names of the nodes on both sides of a need. Cost O(1). */
export function sidesOf(snapshot: Snapshot, need: Dependency): { readonly consumer: string; readonly supplier: string } {
  const { consumer, supplier } = nodesOfPromise(snapshot, need)
  const nameOf = (id: string | null) => find(snapshot, 'node', id)?.name ?? 'a node that is not here'
  return { consumer: nameOf(consumer), supplier: nameOf(supplier) }
}
