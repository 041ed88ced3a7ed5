import { describe, expect, test } from 'vitest'
import { addMonths, dayOf, endOfMonth, endOfQuarter, inFittingYear, monthNamed, weekdayNamed } from '../../../lib/domain/quick-add/calendar.ts'
import type { QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { readDay } from '../../../lib/domain/quick-add/due.ts'
import { parseQuickAdd } from '../../../lib/domain/quick-add/quick-add.ts'
import { addDays } from '../../../lib/domain/time.ts'

/** A context without cycle and with the calendar year as fiscal year. */
function on(today: string, more: Partial<QuickAddContext> = {}): QuickAddContext {
  return { today, cycle: null, fiscalYearStartMonth: null, ...more }
}

function due(text: string, ctx: QuickAddContext): string | null {
  return parseQuickAdd(`Reach it ${text}`, ctx).dueOn
}

describe('dates around the end of a year', () => {
  const lastDay = on('2026-12-31')

  test.each([
    ['by today', '2026-12-31'],
    ['by tomorrow', '2027-01-01'],
    ['by 31 dec', '2026-12-31'],
    ['by 1 jan', '2027-01-01'],
    ['by 30 dec', '2027-12-30'],
    ['by friday', '2027-01-01'],
    ['by thursday', '2026-12-31'],
    ['by next thursday', '2027-01-07'],
    ['in 1 week', '2027-01-07'],
    ['in two months', '2027-02-28'],
    ['by end of month', '2026-12-31'],
    ['by end of year', '2026-12-31'],
    ['by end of week', '2027-01-03'],
    ['by end of quarter', '2026-12-31'],
    ['by q1', '2027-03-31'],
    ['by end of january', '2027-01-31'],
  ])('QA9: on the last day of 2026 “%s” is %s', (text, day) => {
    expect(due(text, lastDay)).toBe(day)
  })

  test.each([
    ['by 29 feb', '2028-02-29'],
    ['by 29.2.', '2028-02-29'],
    ['by end of february', '2027-02-28'],
    ['by end of february 2028', '2028-02-29'],
    ['by 28 feb', '2027-02-28'],
  ])('QA8: a leap day waits for the year that has one: “%s” is %s', (text, day) => {
    expect(due(text, lastDay)).toBe(day)
  })

  test('QA8: in a cycle across the new year a date falls to the side that the cycle has', () => {
    const cycle = { startsOn: '2026-11-01', endsOn: '2027-01-31' }
    expect(due('by 15 nov', on('2026-12-31', { cycle }))).toBe('2026-11-15')
    expect(due('by 15 jan', on('2026-12-31', { cycle }))).toBe('2027-01-15')
    expect(due('by 15 feb', on('2026-12-31', { cycle }))).toBe('2027-02-15')
  })
})

describe('ways to write a day', () => {
  const ctx = on('2027-01-20')

  test.each([
    'by 31 mar',
    'by 31 March',
    'by 31st of march',
    'by march 31',
    'by mar 31st',
    'by mar. 31',
    'by 31.3.',
    'by 31. 3.',
    'by 31.03.2027',
    'by 31.3.27',
    'by 31 mar 2027',
    'by march 31, 2027',
    'by 2027-03-31',
    'by 31/3/2027',
    'by 3/31/2027',
    'by 31. März',
    'bis 31. maerz',
    'until 31 mar',
    'till 31 mar',
    'before 31 mar',
    'on 31 mar',
    'due 31 mar',
    'due by 31 mar',
    'DUE ON 31 MAR',
    'by end of march',
    'by march',
    'by q1',
    'by end of Q1',
    'by the end of q1 2027',
  ])('QA8: “%s” is the last day of March', (text) => {
    expect(due(text, ctx)).toBe('2027-03-31')
    expect(parseQuickAdd(`Reach it ${text}`, ctx).title).toBe('Reach it')
  })

  test.each(['31 mar', 'march 31', '2027-03-31', 'end of quarter', 'in 10 weeks', 'in a month'])(
    'QA10: “%s” is read without “by” at the end of the line only',
    (text) => {
      expect(due(text, ctx)).not.toBeNull()
      expect(parseQuickAdd(`Reach it ${text} somehow`, ctx).dueOn).toBeNull()
    },
  )

  test.each(['friday', 'march', 'q1', '31.3.', '31/3/2027', 'tomorrow', 'in 2 days'])('QA10: “%s” alone is part of the sentence', (text) => {
    expect(parseQuickAdd(`Reach it ${text}`, ctx)).toMatchObject({ dueOn: null, title: `Reach it ${text}` })
  })

  test.each([
    'by 31 feb',
    'by 29 feb 2027',
    'by 31.4.2027',
    'by 2027-02-29',
    'by 13/13/2027',
    'by 0 mar',
    'by 5/6/2027',
    'by q5',
    'by mayhem',
    'by 3 marches',
  ])('QA10: “%s” is no date, and stays in the title', (text) => {
    expect(parseQuickAdd(`Reach it ${text}`, ctx)).toMatchObject({ dueOn: null, title: `Reach it ${text}` })
  })

  test('QA5: the first date that is understood counts, and a name in quotation marks is none', () => {
    expect(due('by 2027-03-31 @"By Friday"', ctx)).toBe('2027-03-31')
    expect(parseQuickAdd('Reach it @"By Friday"', ctx)).toMatchObject({ dueOn: null, owner: 'By Friday' })
  })

  test('QA9: the quarters of a fiscal year from April', () => {
    const april = on('2027-01-20', { fiscalYearStartMonth: 4 })
    expect(['q1', 'q2', 'q3', 'q4'].map((quarter) => due(`by ${quarter}`, april))).toEqual(['2027-06-30', '2027-09-30', '2027-12-31', '2027-03-31'])
  })

  test('QA9: the end of the cycle is known only where there is one', () => {
    const cycle = { startsOn: '2027-01-04', endsOn: '2027-04-04' }
    expect(due('by end of cycle', on('2027-01-20', { cycle }))).toBe('2027-04-04')
    expect(due('by end of quarter', on('2027-01-20', { cycle }))).toBe('2027-04-04')
    expect(due('by end of cycle', ctx)).toBeNull()
  })
})

describe('the cell of a table', () => {
  const ctx = on('2027-01-20')

  test.each(['31 mar', ' 2027-03-31 ', '31.3.', 'q1', 'by march', 'end of quarter'])('QA22: “%s” is a day', (text) => {
    expect(readDay(text, ctx)).toBe('2027-03-31')
  })

  test.each(['', 'soon', '31 mar or later', 'x 2027-03-31', '2027', '46112'])('QA23: “%s” is none', (text) => {
    expect(readDay(text, ctx)).toBeNull()
  })
})

describe('the calendar', () => {
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

  test('QA8: months are known by their beginning, in English and German', () => {
    expect(names.map(monthNamed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(['März', 'Maerz', 'Mai', 'Oktober', 'Dezember'].map(monthNamed)).toEqual([3, 3, 5, 10, 12])
  })

  test('QA2: a day that does not exist is none', () => {
    expect([dayOf(2027, 2, 29), dayOf(2028, 2, 29), dayOf(2027, 0, 1), dayOf(2100, 2, 29)]).toEqual([null, '2028-02-29', null, null])
  })

  test('QA9: months end where they end, beyond December in the next year', () => {
    expect([endOfMonth(2027, 2), endOfMonth(2028, 2), endOfMonth(2026, 12), endOfMonth(2026, 14)]).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-12-31',
      '2027-02-28',
    ])
    expect(endOfQuarter(2026, 4, 10)).toBe('2027-09-30')
  })

  test('QA9: a month later is the same day, or the end of a shorter month', () => {
    expect([addMonths('2027-01-31', 1), addMonths('2027-01-15', 1), addMonths('2026-12-31', 2), addMonths('2027-11-30', 3)]).toEqual([
      '2027-02-28',
      '2027-02-15',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  test('QA9: on any day a weekday is within six days, and the next one is in the week after', () => {
    for (let count = 0; count < 400; count += 1) {
      const today = addDays('2026-11-21', count)
      const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7))
      for (const [at, name] of ['monday', 'tue', 'wed', 'thurs', 'friday', 'sat', 'sunday'].entries()) {
        const day = weekdayNamed(today, name, false)
        expect([day >= today, day <= addDays(today, 6), new Date(day).getUTCDay()], `${name} on ${today}`).toEqual([true, true, (at + 1) % 7])
        expect(weekdayNamed(today, name, true)).toBe(addDays(monday, 7 + at))
      }
    }
  })

  test('QA8: a day that no year has stays unknown', () => {
    expect(inFittingYear(on('2027-01-20'), () => null)).toBeNull()
  })
})
