import type { Dependency } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { nowhere, type Place, placesOf } from '../../okr/place.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { PromiseState } from '../../vocabulary.ts'

/** One need that is not ended, with where it comes from and where it goes. */
export type PlacedNeed = {
  readonly id: string
  readonly state: PromiseState
  readonly consumer: Place
  readonly supplier: Place
}

/** What is promised, and what crosses a boundary. Ended needs are in none of it. */
export type PromiseCounts = {
  readonly states: Readonly<Record<string, PromiseState>>
  /** promised, delivered or accepted ÷ all that is asked for (drafts are not); null where nothing is */
  readonly coverage: number | null
  /** offered, requested, countered, deferred */
  readonly open: number
  /** declined or revoked */
  readonly declined: number
  readonly crossNode: number
  readonly crossArea: number
}

/**
 * The needs of a cycle that are not ended, in document order. A need belongs to its consumer's cycle; its supplier is where the key result
 * lives, else the node that was asked.
 *
 * @param cycleId null is all cycles
 * Cost O(records). Spec: CN80.
 */
export function placedNeeds(snapshot: Snapshot, cycleId: string | null): PlacedNeed[] {
  const { ofKeyResult, ofNode } = placesOf(snapshot)
  const supplierOf = ({ supplierKeyResultId, supplierNodeId }: Dependency) =>
    (supplierKeyResultId === null ? ofNode.get(supplierNodeId ?? '') : ofKeyResult.get(supplierKeyResultId)) ?? nowhere
  return inDocumentOrder(snapshot.tables.dependency).flatMap((dependency) => {
    const { id, state } = dependency
    const consumer = ofKeyResult.get(dependency.consumerKeyResultId) ?? nowhere
    if (promiseClass(state) === 'ended' || (cycleId !== null && consumer.cycleId !== cycleId)) return []
    return [{ id, state, consumer, supplier: supplierOf(dependency) }]
  })
}

/** How much of what is needed is promised, and how much of it crosses nodes and areas. Cost O(needs). Spec: CN80-CN82. */
export function promiseCounts(needs: readonly PlacedNeed[]): PromiseCounts {
  const count = (test: (need: PlacedNeed) => boolean) => needs.filter(test).length
  const inClass = (wanted: ReturnType<typeof promiseClass>) => count(({ state }) => promiseClass(state) === wanted)
  const asked = needs.length - inClass('draft')
  return {
    states: Object.fromEntries(needs.map(({ id, state }) => [id, state])),
    coverage: asked === 0 ? null : inClass('promised') / asked,
    open: inClass('open'),
    declined: inClass('refused'),
    crossNode: count(({ consumer, supplier }) => consumer.nodeId !== supplier.nodeId),
    crossArea: count(({ consumer, supplier }) => consumer.areaId !== supplier.areaId),
  }
}
