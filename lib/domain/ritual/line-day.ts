import type { Network } from '../entity.ts'
import { firstDay, weekdayOf } from '../notify/digest-time.ts'
import { endOfMonth, weekdayNamed, weekdayPattern } from '../quick-add/calendar.ts'
import { findDue } from '../quick-add/due.ts'
import { addDays, isCalendarDay } from '../time.ts'

/** A day in a line: `line.slice(start, end)`. */
export type LineDay = { readonly start: number; readonly end: number; readonly dueOn: string }

export type DayContext = {
  /** day where the network lives, `YYYY-MM-DD` */
  readonly today: string
  readonly weekStart: Network['weekStart']
}

type When = { readonly pattern: string; readonly read: (today: string, weekday: string, monday: string) => string }

const friday = 4

/** The last working day of the week that begins with a day: the Friday in it. */
function fridayOf(weekStartsOn: string): string {
  return addDays(weekStartsOn, (friday - weekdayOf(weekStartsOn) + 7) % 7)
}

function endOfWeek(today: string, weekStartsOn: string): string {
  const end = fridayOf(weekStartsOn)
  return end >= today ? end : fridayOf(addDays(weekStartsOn, 7))
}

/** Words for days that a meeting uses. Those that are ambiguous in a title are read at the end of a line only, or behind “by”. */
const words: readonly When[] = [
  { pattern: 'today|tonight|eod|end\\s+of\\s+(?:the\\s+)?day', read: (today) => today },
  { pattern: 'tomorrow', read: (today) => addDays(today, 1) },
  { pattern: 'next\\s+week', read: (_, __, start) => fridayOf(addDays(start, 7)) },
  { pattern: 'this\\s+week|eow|(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?week', read: (today, _, start) => endOfWeek(today, start) },
  { pattern: 'eom', read: (today) => endOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7))) },
  { pattern: `next\\s+(?<weekday>${weekdayPattern})`, read: (today, weekday) => weekdayNamed(today, weekday, true) },
]

const introduction = '(?:due(?:\\s+(?:by|on))?|by|until|till|before|on)\\s+'
const introduced = words.map(({ pattern }) => new RegExp(`(?<![\\p{L}\\p{N}])${introduction}(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'))
const atTheEnd = words.map(({ pattern }) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?=[\\s.!]*$)`, 'iu'))

function dayInWords(rest: string, { today, weekStart }: DayContext): LineDay | null {
  const weekStartsOn = addDays(today, -((weekdayOf(today) - firstDay(weekStart) + 7) % 7))
  for (const patterns of [introduced, atTheEnd])
    for (const [at, pattern] of patterns.entries()) {
      const match = pattern.exec(rest)
      const dueOn = match && words[at]?.read(today, match.groups?.['weekday'] ?? '', weekStartsOn)
      if (match && dueOn) return { start: match.index, end: match.index + match[0].length, dueOn }
    }
  return null
}

/**
 * The day that a line says: in words of a meeting, else as in a quick add.
 *
 * Cost O(length). Spec: WA61-WA63.
 */
export function dayIn(rest: string, context: DayContext): LineDay | null {
  const { start = 0, end = 0, says } = findDue(rest, { today: context.today, cycle: null, fiscalYearStartMonth: null }) ?? {}
  const found = dayInWords(rest, context) ?? (says?.dueOn ? { start, end, dueOn: says.dueOn } : null)
  return found && rest[found.end] !== '@' ? found : null
}

/** The day as `writtenLine` writes it, behind everything else: it counts, whatever the words before it say. Cost O(length). Spec: WA67. */
export function dayAtTheEnd(line: string): LineDay | null {
  const match = /(?<!\S)by (\d{4}-\d{2}-\d{2})\s*$/.exec(line)
  const dueOn = match?.[1] ?? ''
  return match && isCalendarDay(dueOn) ? { start: match.index, end: match.index + 'by '.length + dueOn.length, dueOn } : null
}
