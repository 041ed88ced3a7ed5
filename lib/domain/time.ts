import { z } from 'zod'

function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A day in the calendar, `YYYY-MM-DD`, without time or zone. */
export const calendarDay = z.string().refine(isCalendarDay, 'must be a date that exists, written YYYY-MM-DD').meta({ format: 'date' })

/**
 * Writes an instant the way every record keeps it: UTC, milliseconds only where there are some.
 *
 * @param epochMs milliseconds since 1970-01-01T00:00:00Z
 * Cost O(1).
 */
export function formatInstant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z')
}

/** An instant, ISO 8601 with a zone; kept in UTC. */
export const instant = z.iso
  .datetime({ offset: true, message: 'must be an instant with a zone, such as 2027-01-08T09:00:00Z' })
  .transform((text) => formatInstant(Date.parse(text)))
  .pipe(z.string().regex(/^[1-9]\d{3}-/, 'must lie in the years 1000 to 9999, counted in UTC'))

/**
 * Reads the calendar day of instants in one time zone; make it once where there are many instants.
 *
 * @param timeZone IANA name; null is UTC
 * @returns a function from an instant (UTC text) to `YYYY-MM-DD`
 * Cost of a call O(1), without the set-up that `dayIn` pays each time.
 */
export function dayReader(timeZone: string | null): (at: string) => string {
  if (timeZone === null || timeZone === 'UTC') return (at) => at.slice(0, 10)
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at) => format.format(new Date(at))
}

/**
 * The calendar day that an instant falls on in a time zone.
 *
 * @param timeZone IANA name; null is UTC
 * @returns `YYYY-MM-DD`
 * Cost O(1).
 */
export function dayIn(timeZone: string | null, at: string): string {
  return dayReader(timeZone)(formatInstant(Date.parse(at)))
}

/**
 * Orders two instants: negative if `a` is earlier. Their texts must not be compared: `…00.500Z` sorts before `…00Z`.
 *
 * Cost O(1).
 */
export function compareInstants(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b)
}

/**
 * Whole calendar days from one day to another; negative if `to` is earlier.
 *
 * Cost O(1).
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/**
 * The day a number of calendar days after (or, if negative, before) a day.
 *
 * Cost O(1).
 */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}
