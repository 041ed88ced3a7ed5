import type { Cycle } from '../domain/entity.ts'
import { listOf, type Snapshot } from '../domain/snapshot.ts'
import { daysBetween } from '../domain/time.ts'

/** The cycle that a view is about: the one asked for, else the active one, else the one that today falls in, else the last. */
export function cycleInView(snapshot: Snapshot, asked: string | null, today: string): Cycle | null {
  const cycles = listOf(snapshot, 'cycle')
  return (
    cycles.find(({ id, name }) => asked !== null && (id === asked || name === asked)) ??
    cycles.find(({ phase }) => phase === 'active') ??
    cycles.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ??
    cycles.at(-1) ??
    null
  )
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
