import { addDays, isCalendarDay } from '../time.ts'
import type { QuickAddContext } from './draft.ts'

const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const otherSpellings: Readonly<Record<string, number>> = { mär: 3, mae: 3, mai: 5, okt: 10, dez: 12 }
const weekdayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Names of months, in full or in short, in English and German. */
export const monthPattern =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|mär(?:z)?|maerz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'

export const weekdayPattern = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:r|rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'

/** The month, 1 to 12, that a name that fits `monthPattern` means. Cost O(1). */
export function monthNamed(name: string): number {
  const start = name.toLowerCase().slice(0, 3)
  return otherSpellings[start] ?? monthStarts.indexOf(start) + 1
}

/** `YYYY-MM-DD`, or null where the day does not exist. Cost O(1). */
export function dayOf(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDay(text) ? text : null
}

/** The last day of a month; months beyond 12 run into the next year. Cost O(1). */
export function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The year that a year of two or four digits means. Cost O(1). */
export function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/**
 * The first of the candidates of three years that falls into the cycle, else the first that is not past.
 *
 * @param dayIn the day in a year, null where it does not exist there
 * Cost O(1).
 */
export function inFittingYear({ today, cycle }: QuickAddContext, dayIn: (year: number) => string | null): string | null {
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1, year + 2, year + 3, year + 4].map(dayIn).filter((day) => day !== null)
  const inCycle = cycle && days.find((day) => day >= cycle.startsOn && day <= cycle.endsOn)
  return inCycle ?? days.find((day) => day >= today) ?? null
}

/** The last day of a quarter of a year, by the fiscal year. Cost O(1). */
export function endOfQuarter(year: number, quarter: number, fiscalYearStartMonth: number | null): string {
  return endOfMonth(year, (fiscalYearStartMonth ?? 1) - 1 + quarter * 3)
}

/**
 * The day of a weekday: today or the first after it; with `isNext`, the one of next week (weeks start on Monday).
 *
 * @param name fits `weekdayPattern`
 * Cost O(1).
 */
export function weekdayNamed(today: string, name: string, isNext: boolean): string {
  const wanted = weekdayStarts.indexOf(name.toLowerCase().slice(0, 3))
  const now = (new Date(today).getUTCDay() + 6) % 7
  return addDays(today, isNext ? 7 - now + wanted : (wanted - now + 7) % 7)
}

/** The day a number of months later; the end of the month where that is shorter. Cost O(1). */
export function addMonths(today: string, count: number): string {
  const [year, month, day] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) + count, Number(today.slice(8, 10))]
  const end = endOfMonth(year, month)
  return day >= Number(end.slice(8, 10)) ? end : `${end.slice(0, 8)}${String(day).padStart(2, '0')}`
}
