import { nodeIdOf } from '../../command/cascade.ts'
import { ownNodes } from '../../own-nodes.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import type { RitualOutput } from './output.ts'

/**
 * The days of an output that are somebody's own: promises that their nodes give or take, actions that are theirs to do.
 *
 * @param day `YYYY-MM-DD` on which participations have to hold
 * Cost O(days + participations of the person). Spec: MN29.
 */
export function ownCalendar(
  snapshot: Snapshot,
  personId: string,
  { calendar, day }: Pick<RitualOutput, 'calendar' | 'day'>,
): RitualOutput['calendar'] {
  const own = ownNodes(snapshot, personId, day)
  return calendar.filter(({ id }) => {
    const need = find(snapshot, 'dependency', id)
    if (!need) return find(snapshot, 'ritualItem', id)?.ownerId === personId
    const sides = [nodeIdOf(snapshot, need.consumerKeyResultId), nodeIdOf(snapshot, need.supplierKeyResultId) ?? need.supplierNodeId]
    return sides.some((nodeId) => nodeId !== null && own.has(nodeId))
  })
}
