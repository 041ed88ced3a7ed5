import { addDays, calendarDay } from '../domain/time.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function existing(day: string): string | null {
  return calendarDay.safeParse(day).success ? day : null
}

function dated(day: string, month: number, year: string | undefined, today: string): string | null {
  const write = (inYear: number) => existing(`${inYear}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (year) return write(year.length === 2 ? 2000 + Number(year) : Number(year))
  const thisYear = write(Number(today.slice(0, 4)))
  const isLongGone = thisYear !== null && thisYear < addDays(today, -180)
  return isLongGone ? write(Number(today.slice(0, 4)) + 1) : thisYear
}

function monthOf(word: string | undefined): number {
  return months.indexOf((word ?? '').slice(0, 3)) + 1
}

/**
 * Reads a day as people type it: `31 mar`, `mar 31`, `31.3.`, `2027-03-31`, `fri`, `tomorrow`, `+2w`, `in 10 days`.
 *
 * @returns `YYYY-MM-DD`; null where it is no day
 */
export function readDay(text: string, today: string): string | null {
  const word = text.trim().toLowerCase()
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return existing(word)
  if (word === 'today') return today
  if (word === 'tomorrow') return addDays(today, 1)
  const ahead = /^(?:\+|in )\s*(\d{1,3})\s*(d|day|days|w|week|weeks)$/.exec(word)
  if (ahead) return addDays(today, Number(ahead[1]) * ((ahead[2] ?? '').startsWith('w') ? 7 : 1))
  const weekDay = weekDays.indexOf(word.slice(0, 3))
  if (/^[a-z]+$/.test(word) && weekDay >= 0) return addDays(today, (weekDay - new Date(today).getUTCDay() + 7) % 7 || 7)
  const dayFirst = /^(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}|\d{2}))?$/.exec(word)
  if (dayFirst && monthOf(dayFirst[2]) > 0) return dated(dayFirst[1] ?? '', monthOf(dayFirst[2]), dayFirst[3], today)
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}|\d{2}))?$/.exec(word)
  if (monthFirst && monthOf(monthFirst[1]) > 0) return dated(monthFirst[2] ?? '', monthOf(monthFirst[1]), monthFirst[3], today)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(word)
  return dotted ? dated(dotted[1] ?? '', Number(dotted[2]), dotted[3], today) : null
}
