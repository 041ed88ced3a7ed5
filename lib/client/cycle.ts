import type { Cycle } from '../domain/entity.ts'
import { currentCycle } from '../domain/okr/cycle.ts'
import { listOf, type Snapshot } from '../domain/snapshot.ts'
import { daysBetween } from '../domain/time.ts'

/** The cycle that a view is about: the one asked for, by id or name, else the one that runs (OKR37). */
export function cycleInView(snapshot: Snapshot, asked: string | null, today: string): Cycle | null {
  const named = asked === null ? undefined : listOf(snapshot, 'cycle').find(({ id, name }) => id === asked || name === asked)
  return named ?? currentCycle(snapshot, today)
}

/** Where today is in a cycle, such as “week 6 of 13”. */
export function placeInCycle({ startsOn, endsOn }: Cycle, today: string): string {
  const weeks = Math.max(1, Math.ceil((daysBetween(startsOn, endsOn) + 1) / 7))
  const untilStart = daysBetween(today, startsOn)
  if (untilStart > 0)
    return untilStart === 1 ? 'starts tomorrow' : untilStart < 15 ? `starts in ${untilStart} days` : `starts in ${Math.round(untilStart / 7)} weeks`
  if (today > endsOn) return 'ended'
  return `week ${Math.floor(daysBetween(startsOn, today) / 7) + 1} of ${weeks}`
}
