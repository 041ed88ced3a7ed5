import { weeksOf } from '../../ritual/plan/cycles.ts'
import { find, type Snapshot } from '../../snapshot.ts'

/** How many weeks a cycle has; null where there is none. Cost O(1). Spec: PL2. */
export function cycleWeeksOf(snapshot: Snapshot, cycleId: string | null): number | null {
  const cycle = find(snapshot, 'cycle', cycleId)
  return cycle ? weeksOf(cycle) : null
}
