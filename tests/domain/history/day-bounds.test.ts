import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayEnd, dayStart } from '../../../lib/domain/history/day-bounds.ts'
import { addDays, dayIn, formatInstant } from '../../../lib/domain/time.ts'

describe('the bounds of a day', () => {
  test.each([
    [null, '2027-03-28', '2027-03-28T00:00:00Z', '2027-03-29T00:00:00Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
    ['Europe/Berlin', '2027-10-31', '2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z'],
    ['Pacific/Kiritimati', '2027-01-01', '2026-12-31T10:00:00Z', '2027-01-01T10:00:00Z'],
    ['Asia/Kathmandu', '2027-01-01', '2026-12-31T18:15:00Z', '2027-01-01T18:15:00Z'],
    // Samoa went from the 29th to the 31st
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
  ])('HI9: %s on %s', (zone, day, start, end) => {
    expect([dayStart(zone, day), dayEnd(zone, day)]).toEqual([start, end])
  })

  test('HI9: the second at which a day begins is the first one of that day', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 20_000 }), (zone, at) => {
        const day = addDays('1990-01-01', at)
        const startMs = Date.parse(dayStart(zone, day))
        expect(dayIn(zone, formatInstant(startMs))).toBe(day)
        expect(dayIn(zone, formatInstant(startMs - 1_000))).toBe(addDays(day, -1))
        expect(dayEnd(zone, day)).toBe(dayStart(zone, addDays(day, 1)))
      }),
    )
  })

  test('days at the ends of the calendar are answered like those that somebody may mean', () => {
    for (const day of ['0001-01-01', '9999-12-31']) expect(Date.parse(dayEnd('Europe/Berlin', day))).toBeGreaterThan(0)
  })
})
