import { DomainError } from '../../error.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { find, type Snapshot } from '../../snapshot.ts'

/**
 * The key result that a network is after: of the goal or the key result that is named, else of the first goal in document order that has
 * one.
 *
 * @param named id of a goal or of a key result; null where none is named
 * @returns null where no goal has a key result
 * @throws DomainError NOT_FOUND where what is named is neither
 * Cost O(goals). Spec: CN6.
 */
export function goalKeyResultId(snapshot: Snapshot, named: string | null): string | null {
  if (named === null) return inDocumentOrder(snapshot.tables.goal).find(({ keyResultId }) => keyResultId !== null)?.keyResultId ?? null
  const goal = find(snapshot, 'goal', named)
  if (goal) return goal.keyResultId
  if (find(snapshot, 'keyResult', named)) return named
  throw new DomainError('NOT_FOUND', `There is no goal and no key result “${named}” in this network. It may have been deleted.`, { id: named })
}
