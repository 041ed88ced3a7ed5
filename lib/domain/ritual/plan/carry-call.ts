import { type CommandCall, call } from '../../command/call.ts'
import { get, type Snapshot } from '../../snapshot.ts'
import type { RollOver } from '../../vocabulary.ts'
import { needsToCarry } from './carried.ts'
import type { FreshId } from './fit/finding.ts'

/** What becomes of a key result, and in which cycle it goes on; the cycle is not read where it is dropped. */
export type RollOverChoice = { readonly keyResultId: string; readonly intoCycleId: string; readonly rollOver: RollOver }

/**
 * The command by which a key result is carried, reshaped or dropped, with the ids that it needs.
 *
 * @throws DomainError NOT_FOUND
 * Cost O(its needs). Spec: PL15.
 */
export function rollOverCall(snapshot: Snapshot, { keyResultId, intoCycleId, rollOver }: RollOverChoice, freshId: FreshId): CommandCall {
  const { id } = get(snapshot, 'keyResult', keyResultId)
  if (rollOver === 'drop') return call('keyResult.drop', { id })
  return call('keyResult.carry', {
    id,
    intoCycleId,
    rollOver,
    keyResultId: freshId('keyResult'),
    objectiveId: freshId('objective'),
    needs: needsToCarry(snapshot, keyResultId).map((need) => ({ fromId: need.id, id: freshId('dependency') })),
  })
}
