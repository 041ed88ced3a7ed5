import { DomainError } from '../../error.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import type { NeedGraph } from '../../plan/graph.ts'
import { find, type Snapshot } from '../../snapshot.ts'

/**
 * The key result that a goal or a key result stands for.
 *
 * @param named id of a goal or of a key result
 * @returns null where the goal has no key result
 * @throws DomainError NOT_FOUND where what is named is neither
 * Cost O(1). Spec: CN6.
 */
export function goalKeyResultId(snapshot: Snapshot, named: string): string | null {
  const goal = find(snapshot, 'goal', named)
  if (goal) return goal.keyResultId
  if (find(snapshot, 'keyResult', named)) return named
  throw new DomainError('NOT_FOUND', `There is no goal and no key result “${named}” in this network. It may have been deleted.`, { id: named })
}

/**
 * The key results that goals are about, as far as a cycle reaches: those of the cycle in document order of their goals, then those of other
 * cycles that one of its key results needs. Each once. The first one is the goal where none is named.
 *
 * @param graph the key results of the cycle and what they need (`needGraph`)
 * @param cycleId null is all cycles
 * Cost O(goals). Spec: CN6.
 */
export function goalsInReach(snapshot: Snapshot, { vertexById }: Pick<NeedGraph, 'vertexById'>, cycleId: string | null): readonly string[] {
  const named = new Set(inDocumentOrder(snapshot.tables.goal).flatMap(({ keyResultId }) => keyResultId ?? []))
  const reached = [...named].filter((id) => vertexById.has(id))
  const isOfCycle = (id: string) => cycleId === null || placeOfKeyResult(snapshot, id).cycleId === cycleId
  return [...reached.filter(isOfCycle), ...reached.filter((id) => !isOfCycle(id))]
}
