import { addDays } from '../time.ts'
import {
  addMonths,
  dayOf,
  endOfMonth,
  endOfQuarter,
  fullYear,
  inFittingYear,
  monthNamed,
  monthPattern,
  weekdayNamed,
  weekdayPattern,
} from './calendar.ts'
import type { Found, QuickAddContext, Recogniser } from './draft.ts'

type Groups = Readonly<Record<string, string | undefined>>

type Form = {
  readonly pattern: string
  /** whether it is read as a date where it ends the line, without `by` before it */
  readonly standsAlone: boolean
  readonly read: (groups: Groups, ctx: QuickAddContext) => string | null
}

const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
}
const year = '(?:,?\\s+|[/.-]?)(?<year>20\\d{2})'

function dayInMonth({ day = '', month = '', year: written }: Groups, ctx: QuickAddContext): string | null {
  const number = monthNamed(month)
  if (written !== undefined) return dayOf(fullYear(written), number, Number(day))
  return inFittingYear(ctx, (candidate) => dayOf(candidate, number, Number(day)))
}

function numericDay({ first = '', second = '', year: written }: Groups, ctx: QuickAddContext): string | null {
  const [day, month] = [Number(first), Number(second)]
  if (written !== undefined) return dayOf(fullYear(written), month, day)
  return inFittingYear(ctx, (candidate) => dayOf(candidate, month, day))
}

/** `31/3/2027` and `3/31/2027` are told apart where one of the two can only be the day; else it is anybody's guess. */
function slashedDay({ first = '', second = '', year: written = '' }: Groups): string | null {
  const [a, b] = [Number(first), Number(second)]
  if (a > 12) return dayOf(fullYear(written), b, a)
  return b > 12 ? dayOf(fullYear(written), a, b) : null
}

function quarterEnd({ quarter = '', year: written }: Groups, ctx: QuickAddContext): string | null {
  const end = (candidate: number) => endOfQuarter(candidate, Number(quarter), ctx.fiscalYearStartMonth)
  return written === undefined ? inFittingYear(ctx, end) : end(fullYear(written))
}

function monthEnd({ month = '', year: written }: Groups, ctx: QuickAddContext): string | null {
  const end = (candidate: number) => endOfMonth(candidate, monthNamed(month))
  return written === undefined ? inFittingYear(ctx, end) : end(fullYear(written))
}

function endOfPeriod({ period = '' }: Groups, { today, cycle, fiscalYearStartMonth }: QuickAddContext): string | null {
  const [now, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (/^(cycle|quarter)$/i.test(period) && cycle) return cycle.endsOn
  if (/^quarter$/i.test(period)) return endOfMonth(now, month + 2 - ((month - (fiscalYearStartMonth ?? 1) + 12) % 3))
  if (/^month$/i.test(period)) return endOfMonth(now, month)
  if (/^week$/i.test(period)) return weekdayNamed(today, 'sun', false)
  return /^year$/i.test(period) ? endOfMonth(now, 12) : null
}

function later({ count = '', span = '' }: Groups, { today }: QuickAddContext): string | null {
  const number = numberWords[count.toLowerCase()] ?? Number(count)
  if (!Number.isInteger(number) || number > 999) return null
  if (/^month/i.test(span)) return addMonths(today, number)
  return addDays(today, number * (/^week/i.test(span) ? 7 : 1))
}

/** The first form that fits and gives a day that exists is taken. */
const forms: readonly Form[] = [
  {
    pattern: '(?<year>20\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})',
    standsAlone: true,
    read: ({ year: y, month, day }) => dayOf(Number(y), Number(month), Number(day)),
  },
  { pattern: `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?(?<month>${monthPattern})\\.?(?:${year})?`, standsAlone: true, read: dayInMonth },
  { pattern: `(?<month>${monthPattern})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:${year})?`, standsAlone: true, read: dayInMonth },
  { pattern: '(?<first>\\d{1,2})\\.\\s?(?<second>\\d{1,2})\\.\\s?(?<year>20\\d{2}|\\d{2})?', standsAlone: false, read: numericDay },
  { pattern: '(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>20\\d{2}|\\d{2})', standsAlone: false, read: slashedDay },
  { pattern: `(?:(?:the\\s+)?end\\s+(?:of\\s+)?)?q(?<quarter>[1-4])(?:${year})?`, standsAlone: false, read: quarterEnd },
  { pattern: '(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?(?<period>cycle|quarter|month|week|year)', standsAlone: true, read: endOfPeriod },
  { pattern: `(?:(?:the\\s+)?end\\s+of\\s+)?(?<month>${monthPattern})(?:${year})?(?=\\s*(?:$|[,;.)]))`, standsAlone: false, read: monthEnd },
  {
    pattern: '(?:in\\s+)(?<count>\\d{1,3}|an?|one|two|three|four|five|six|eight|ten|twelve)\\s+(?<span>weeks?|months?)',
    standsAlone: true,
    read: later,
  },
  { pattern: '(?:in\\s+)(?<count>\\d{1,3}|an?|one|two|three|four|five|six|eight|ten|twelve)\\s+(?<span>days?)', standsAlone: false, read: later },
  {
    pattern: `(?<next>next\\s+)?(?<weekday>${weekdayPattern})`,
    standsAlone: false,
    read: ({ next, weekday = '' }, { today }) => weekdayNamed(today, weekday, next !== undefined),
  },
  { pattern: 'today', standsAlone: false, read: (_, { today }) => today },
  { pattern: 'tomorrow', standsAlone: false, read: (_, { today }) => addDays(today, 1) },
]

const introduction = '(?:due(?:\\s+(?:by|on))?|by|until|till|before|on|bis)\\s+'
const boundary = '(?![\\p{L}\\p{N}])'

const introduced = forms.map(({ pattern }) => new RegExp(`(?<![\\p{L}\\p{N}])${introduction}${pattern}${boundary}`, 'diu'))
const alone = forms.map(({ pattern, standsAlone }) => (standsAlone ? new RegExp(`(?<![\\p{L}\\p{N}.,])${pattern}${boundary}(?=\\s*$)`, 'diu') : null))
const whole = forms.map(({ pattern }) => new RegExp(`^(?:${introduction})?${pattern}$`, 'iu'))

function firstFit(patterns: readonly (RegExp | null)[], text: string, ctx: QuickAddContext): Found | null {
  for (const [at, pattern] of patterns.entries()) {
    const match = pattern?.exec(text)
    const dueOn = match ? (forms[at]?.read(match.groups ?? {}, ctx) ?? null) : null
    if (match && dueOn !== null) return { start: match.index, end: match.index + match[0].trimEnd().length, says: { dueOn } }
  }
  return null
}

/** `by 31 mar`, `until 2027-03-31`, `by end of q1`; a date with a month's name or in ISO form also without `by`, at the end. */
export const findDue: Recogniser = (rest, ctx) => firstFit(introduced, rest, ctx) ?? firstFit(alone, rest, ctx)

/**
 * The day that a whole text means, such as the cell of a table.
 *
 * @returns `YYYY-MM-DD`, or null where it is no date
 * Cost O(length).
 */
export function readDay(text: string, ctx: QuickAddContext): string | null {
  return firstFit(whole, text.trim(), ctx)?.says.dueOn ?? null
}
