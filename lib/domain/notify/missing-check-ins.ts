import type { Cycle, Network } from '../entity.ts'
import { get, listOf, networkOf, referring, type Snapshot } from '../snapshot.ts'
import { addDays, dayReader } from '../time.ts'
import { firstDay, weekdayOf } from './digest-time.ts'

/** The day on which the week of a day began. Cost O(1). */
export function weekOf({ weekStart }: Pick<Network, 'weekStart'>, day: string): string {
  return addDays(day, -((weekdayOf(day) - firstDay(weekStart) + 7) % 7))
}

/** A plan may be committed weeks before its cycle begins. */
function isRunning({ phase, startsOn }: Cycle, day: string): boolean {
  return phase === 'active' && startsOn <= day
}

/**
 * The key results of running cycles of which nobody has said anything since the week of a day began, by their owners and in list order.
 * One that has its grade is over, and one without an owner is nobody's to say.
 *
 * @param day `YYYY-MM-DD` where the network lives
 * Cost O(key results · check-ins of each). Spec: NO44.
 */
export function missingCheckIns(snapshot: Snapshot, day: string): ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]> {
  const network = networkOf(snapshot)
  const since = weekOf(network, day)
  const dayOf = dayReader(network.timeZone)
  const missing = listOf(snapshot, 'keyResult').filter(({ id, ownerId, objectiveId, grade }) => {
    if (ownerId === null || grade !== null) return false
    const { cycleId } = get(snapshot, 'objective', objectiveId)
    if (cycleId === null || !isRunning(get(snapshot, 'cycle', cycleId), day)) return false
    return !referring(snapshot, 'checkIn', 'keyResultId', id).some(({ at }) => dayOf(at) >= since)
  })
  return Map.groupBy(missing, ({ ownerId }) => ownerId ?? '')
}
