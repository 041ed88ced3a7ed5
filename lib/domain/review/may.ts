import { mayChange, type Who } from '../access.ts'
import type { Proposal } from '../entity.ts'
import { networkOf, type Snapshot } from '../snapshot.ts'

/**
 * Whether somebody decides about the structure of the whole network.
 *
 * @param day `YYYY-MM-DD` in the network's time zone
 * Cost O(1). Spec: RV54.
 */
export function mayDecide(snapshot: Snapshot, who: Who, day: string): boolean {
  return mayChange(snapshot, who, { entity: 'network', record: networkOf(snapshot) }, day)
}

/**
 * Whether somebody may change or withdraw a proposal: who made it, and who decides.
 *
 * @param day `YYYY-MM-DD` in the network's time zone
 * Cost O(1). Spec: RV52.
 */
export function mayRevise(snapshot: Snapshot, who: Who, proposal: Proposal, day: string): boolean {
  const isOwn = proposal.personId !== null && proposal.personId === who.personId
  return mayChange(snapshot, who, { entity: 'proposal', record: proposal }, day) && (isOwn || mayDecide(snapshot, who, day))
}
