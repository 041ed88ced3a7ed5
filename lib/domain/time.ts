/** Whether a text is a day that exists, written `YYYY-MM-DD`. Cost O(1). */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * Writes an instant the way every record keeps it: UTC, milliseconds only where there are some.
 *
 * @param epochMs milliseconds since 1970-01-01T00:00:00Z
 * Cost O(1).
 */
export function formatInstant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z')
}

const dayMs = 86_400_000

type OffsetReader = (atMs: number) => number

/** Readers by the name of their zone, as making one asks the system and takes milliseconds. */
const known = new Map<string, OffsetReader>()
/** There are some 600 zones, and more ways to write them; nobody fills the memory with those. */
const mostKnown = 1_000

function makeOffsetReader(timeZone: string): OffsetReader {
  const units = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...units })
  return (atMs) => {
    const part = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]))
    const [year = 0, month = 1, day = 1] = [part.get('year'), part.get('month'), part.get('day')]
    const clock = Date.UTC(2000, 0, 1, part.get('hour'), part.get('minute'), part.get('second'))
    return new Date(clock).setUTCFullYear(year, month - 1, day) - Math.floor(atMs / 1000) * 1000
  }
}

/**
 * Reads how far the clocks of a time zone are ahead of UTC at an instant, both in milliseconds; also in the first years of the calendar,
 * which a date that is still being typed goes through.
 *
 * @throws RangeError for a zone that the system does not know
 * Cost O(1); the first reader of a zone is slow.
 */
export function offsetReader(timeZone: string): OffsetReader {
  const before = known.get(timeZone)
  if (before) return before
  const reader = makeOffsetReader(timeZone)
  if (known.size >= mostKnown) known.clear()
  known.set(timeZone, reader)
  return reader
}

/**
 * Reads the calendar day of instants in one time zone; make it once where there are many instants. Asking the system for a day
 * is slow, so it is asked once for each end of a UTC day; only on days when the clocks change is it asked for each instant.
 *
 * @param timeZone IANA name; null is UTC
 * @returns a function from an instant (UTC text) to `YYYY-MM-DD`
 * Cost of a call O(1).
 */
export function dayReader(timeZone: string | null): (at: string) => string {
  if (timeZone === null || timeZone === 'UTC') return (at) => at.slice(0, 10)
  const offsetAt = offsetReader(timeZone)
  const offsets = new Map<string, number | null>()
  const offsetOn = (utcDay: string): number | null => {
    const start = Date.parse(utcDay)
    const [first, last] = [offsetAt(start), offsetAt(start + dayMs - 1)]
    return first === last ? first : null
  }
  return (at) => {
    const utcDay = at.slice(0, 10)
    if (!offsets.has(utcDay)) offsets.set(utcDay, offsetOn(utcDay))
    const atMs = Date.parse(at)
    return dayOfNumber(Math.floor((atMs + (offsets.get(utcDay) ?? offsetAt(atMs))) / dayMs))
  }
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
 * Orders two instants as records keep them (UTC): negative if `a` is earlier. Texts of one length sort as times do; of
 * different length they do not (`…00.500Z` sorts before `…00Z`).
 *
 * Cost O(1).
 */
export function compareInstants(a: string, b: string): number {
  if (a.length !== b.length) return Date.parse(a) - Date.parse(b)
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Orders what happened by its instant, the latest first. Cost O(1). */
export function latestFirst(a: { readonly at: string }, b: { readonly at: string }): number {
  return compareInstants(b.at, a.at)
}

/**
 * The number of a day, counted from 1970-01-01: days between are differences, without the cost of parsing a date.
 *
 * @param day `YYYY-MM-DD`
 * Cost O(1). Source: the civil-calendar algorithm over eras of 400 years (Hinnant).
 */
export function dayNumber(day: string): number {
  const digit = (at: number) => day.charCodeAt(at) - 48
  const month = digit(5) * 10 + digit(6)
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digit(8) * 10 + digit(9) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
}

/**
 * Whole calendar days from one day to another; negative if `to` is earlier.
 *
 * Cost O(1).
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day with a number counted from 1970-01-01. Cost O(1). */
export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

/**
 * The day a number of calendar days after (or, if negative, before) a day.
 *
 * Cost O(1).
 */
export function addDays(day: string, count: number): string {
  return dayOfNumber(dayNumber(day) + count)
}
