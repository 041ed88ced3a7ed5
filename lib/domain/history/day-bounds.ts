import { addDays, dayReader, formatInstant } from '../time.ts'

const hourMs = 3_600_000

/** No zone is further from UTC than this, and no clock change is longer. */
const widestMs = 30 * hourMs

/** Nothing was ever recorded before the one, and nobody waits for the other; between them every zone has a sane calendar. */
const [earliest, latest] = ['1970-01-02', '9000-01-01']

function within(day: string): string {
  if (day < earliest) return earliest
  return day > latest ? latest : day
}

/**
 * The first instant of a day in a time zone, to the second.
 *
 * @param timeZone IANA name; null is UTC
 * @param given `YYYY-MM-DD`, taken as 1970 or 9000 where it lies further away; the start of the next day stands for one that the zone leaves out
 * @returns UTC
 * Cost O(log of a day in seconds). Spec: HI9.
 */
export function dayStart(timeZone: string | null, given: string): string {
  const day = within(given)
  const read = dayReader(timeZone)
  const utcMs = Date.parse(`${day}T00:00:00Z`)
  let [before, from] = [(utcMs - widestMs) / 1000, (utcMs + widestMs) / 1000]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (read(formatInstant(middle * 1000)) >= day) from = middle
    else before = middle
  }
  return formatInstant(from * 1000)
}

/** The first instant after a day in a time zone. Cost that of `dayStart`. Spec: HI9. */
export function dayEnd(timeZone: string | null, day: string): string {
  return dayStart(timeZone, addDays(within(day), 1))
}
