import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareInstants,
  dayIn,
  dayNumber,
  dayOfNumber,
  dayReader,
  daysBetween,
  formatInstant,
  offsetReader,
} from '../../../lib/domain/time.ts'
import { calendarDay, instant } from '../../../lib/domain/time-schema.ts'
import { runs } from '../../property-runs.ts'

/** The day as the system writes it, asked anew each time: slow, and shares no code with what it checks. */
function dayBySystem(timeZone: string, at: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))
}

describe('days', () => {
  test('CH50: only days that exist are days', () => {
    expect(['2027-02-28', '2028-02-29', '2000-02-29'].every((day) => calendarDay.safeParse(day).success)).toBe(true)
    expect(
      ['2027-02-29', '1900-02-29', '2027-13-01', '2027-00-10', '2027-1-1', '2027-01-32', '27-01-01', ''].some(
        (day) => calendarDay.safeParse(day).success,
      ),
    ).toBe(false)
  })

  test('CH51: days between are calendar days, whatever the clocks do', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2027-01-02', '2027-01-01')).toBe(-1)
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  })

  test('CH51: the number of a day counts from 1970 and leads back', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = dayOfNumber(number)
        expect(dayNumber(day)).toBe(number)
        expect(Date.parse(day)).toBe(number * 86_400_000)
      }),
    )
  })
})

describe('instants', () => {
  test('CH52: are kept in UTC, with milliseconds only where there are some', () => {
    expect(instant.parse('2027-01-08T10:00:00+01:00')).toBe('2027-01-08T09:00:00Z')
    expect(instant.parse('2027-01-08T09:00:00.120Z')).toBe('2027-01-08T09:00:00.120Z')
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00Z')
    expect(['2027-01-08', '2027-01-08T09:00:00', '2027-02-30T09:00:00Z'].some((text) => instant.safeParse(text).success)).toBe(false)
  })

  test('CH52: are compared as times and not as texts', () => {
    expect('2027-01-08T09:00:00.500Z' < '2027-01-08T09:00:00Z').toBe(true)
    expect(compareInstants('2027-01-08T09:00:00.500Z', '2027-01-08T09:00:00Z')).toBeGreaterThan(0)
  })
})

describe('the day of an instant', () => {
  const zones = [
    'Europe/Berlin',
    'America/Los_Angeles',
    'Pacific/Auckland',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/St_Johns',
    'UTC',
  ]

  test('CH53: without a zone is the day in UTC', () => {
    expect(dayIn(null, '2027-01-08T23:59:59Z')).toBe('2027-01-08')
    expect(dayIn(null, '2027-01-09T01:00:00+02:00')).toBe('2027-01-08')
  })

  test('CH53: the system is asked once for a zone, and each time for one that it does not know', () => {
    expect(offsetReader('Europe/Berlin')).toBe(offsetReader('Europe/Berlin'))
    expect(offsetReader('Europe/Berlin')(Date.parse('2027-07-01T12:00:00Z'))).toBe(2 * 3_600_000)
    expect(offsetReader('America/New_York')(Date.parse('2027-07-01T12:00:00Z'))).toBe(-4 * 3_600_000)
    for (const turn of [1, 2]) expect(() => offsetReader('Europe/Nowhere'), String(turn)).toThrow(RangeError)
  })
  test('CH53: in any zone is what the system says, also where the clocks change', () => {
    for (const zone of zones) {
      const dayOf = dayReader(zone)
      fc.assert(
        fc.property(fc.integer({ min: Date.parse('2005-01-01'), max: Date.parse('2035-01-01') }), (atMs) => {
          const at = formatInstant(atMs)
          expect(dayOf(at)).toBe(dayBySystem(zone, at))
        }),
        { numRuns: runs(150) },
      )
    }
  })

  test('CH53: every quarter of an hour around a change of the clocks and around a day that never was', () => {
    for (const [zone, from] of [
      ['Europe/Berlin', '2027-03-27T12:00:00Z'],
      ['America/Los_Angeles', '2027-11-06T12:00:00Z'],
      ['Pacific/Apia', '2011-12-29T00:00:00Z'],
    ] as const) {
      const dayOf = dayReader(zone)
      for (let quarter = 0; quarter < 4 * 60; quarter += 1) {
        const at = formatInstant(Date.parse(from) + quarter * 900_000)
        expect([at, dayOf(at)]).toEqual([at, dayBySystem(zone, at)])
      }
    }
  })
})
