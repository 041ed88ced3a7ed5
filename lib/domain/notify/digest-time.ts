import type { Network } from '../entity.ts'
import { addDays, dayIn, dayNumber, formatInstant, offsetReader } from '../time.ts'
import type { DigestChoice } from './kinds.ts'

/** The hour, in the time zone of the network, at which mails are due. */
export const dueHour = 7
const hourMs = 3_600_000
const dayMs = 86_400_000

const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The day on which a week starts, 0 is Monday; a number is that of ISO 8601, where 0 and 7 are Sunday. Cost O(1). */
export function firstDay(weekStart: Network['weekStart']): number {
  if (weekStart === null) return 0
  return typeof weekStart === 'number' ? (weekStart + 6) % 7 : weekDays.indexOf(weekStart)
}

/** The weekday of a day, 0 is Monday; 1970-01-01 was a Thursday. Cost O(1). */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/**
 * The instant at which the clocks of a time zone show an hour of a day, in milliseconds since 1970. Changes of the clocks lie hours before those
 * that are asked for, so two looks settle it. Cost O(1).
 */
export function instantOn(timeZone: string, day: string, hour: number): number {
  const wanted = dayNumber(day) * dayMs + hour * hourMs
  const aheadAt = offsetReader(timeZone)
  return wanted - aheadAt(wanted - aheadAt(wanted))
}

/**
 * The last instant at which a mail was due: at 07:00 in the time zone of the network, every day or on the day on which its week starts.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z, at most `nowMs`; null where no mails are wanted
 * Cost O(1). Spec: NO30-NO32.
 */
export function lastDue({ timeZone, weekStart }: Pick<Network, 'timeZone' | 'weekStart'>, choice: DigestChoice, nowMs: number): number | null {
  if (choice === 'off') return null
  const zone = timeZone ?? 'UTC'
  const today = dayIn(zone, formatInstant(nowMs))
  const latest = instantOn(zone, today, dueHour) <= nowMs ? today : addDays(today, -1)
  if (choice === 'daily') return instantOn(zone, latest, dueHour)
  return instantOn(zone, addDays(latest, -((weekdayOf(latest) - firstDay(weekStart) + 7) % 7)), dueHour)
}
