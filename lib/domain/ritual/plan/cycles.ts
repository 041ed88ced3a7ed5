import type { Cycle } from '../../entity.ts'
import { find, listOf, type Snapshot } from '../../snapshot.ts'
import { daysBetween } from '../../time.ts'

function lengthOf({ startsOn, endsOn }: Cycle): number {
  return daysBetween(startsOn, endsOn) + 1
}

/**
 * The cycle before a cycle: of those that end before it starts the last one; of several that end on that day the one whose
 * length is nearest to its own, so that a quarter follows a quarter and not a year.
 *
 * @returns null where the cycle is not there or none came before it
 * Cost O(n log n). Spec: PL1.
 */
export function previousCycle(snapshot: Snapshot, cycleId: string | null): Cycle | null {
  const cycle = find(snapshot, 'cycle', cycleId)
  if (!cycle) return null
  const earlier = listOf(snapshot, 'cycle').filter(({ endsOn }) => endsOn < cycle.startsOn)
  const [last] = earlier.map(({ endsOn }) => endsOn).toSorted((a, b) => (a < b ? 1 : -1))
  const strangeness = (each: Cycle) => Math.abs(lengthOf(each) - lengthOf(cycle))
  return earlier.filter(({ endsOn }) => endsOn === last).toSorted((a, b) => strangeness(a) - strangeness(b))[0] ?? null
}

/** The weeks that a cycle has, rounded to whole ones and at least 1: a quarter has 13. Cost O(1). Spec: PL2. */
export function weeksOf(cycle: Cycle): number {
  return Math.max(1, Math.round(lengthOf(cycle) / 7))
}
