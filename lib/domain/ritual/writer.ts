import type { Ritual } from '../entity.ts'
import { ownNodes } from '../own-nodes.ts'
import type { Snapshot } from '../snapshot.ts'

/**
 * Whether somebody writes down what a check keeps once for all, and reads it while it is written: the people of the node and who leads the check.
 * Cost that of `ownNodes`. Spec: RI30.
 */
export function writesDown(
  snapshot: Snapshot,
  { nodeId, facilitatorId }: Pick<Ritual, 'nodeId' | 'facilitatorId'>,
  { personId, day }: { readonly personId: string | null; readonly day: string },
): boolean {
  if (personId === null) return false
  return personId === facilitatorId || (nodeId !== null && ownNodes(snapshot, personId, day).has(nodeId))
}
