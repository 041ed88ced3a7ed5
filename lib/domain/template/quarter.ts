import type { DocumentRecord } from '../format/document.ts'
import { addDays, daysBetween } from '../time.ts'

/** A quarter that ends so soon is followed by the next one, already in planning. */
const soonDays = 28

function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

function quarterAt(today: string, ahead: number, phase: 'active' | 'planning'): DocumentRecord<'cycle'> {
  const date = new Date(today)
  const first = Math.floor(date.getUTCMonth() / 3) * 3 + ahead * 3
  const startsOn = firstOfMonth(date.getUTCFullYear(), first)
  const [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))]
  const name = `Q${Math.ceil(month / 3)} ${year}`
  return { id: `cycle_${year}-q${Math.ceil(month / 3)}`, name, startsOn, endsOn: addDays(firstOfMonth(date.getUTCFullYear(), first + 3), -1), phase }
}

/**
 * The cycles of a new network: this calendar quarter, and the next one where this one is nearly over.
 *
 * @param today `YYYY-MM-DD`
 * Cost O(1).
 */
export function cyclesFor(today: string): DocumentRecord<'cycle'>[] {
  const current = quarterAt(today, 0, 'active')
  return daysBetween(today, current.endsOn) < soonDays ? [current, quarterAt(today, 1, 'planning')] : [current]
}
