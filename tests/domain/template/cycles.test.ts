import { describe, expect, test } from 'vitest'
import { listIn } from '../../../lib/domain/format/document.ts'
import { cyclesFor } from '../../../lib/domain/template/quarter.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { templates } from '../../../lib/domain/template/template.ts'
import { addDays, daysBetween, isCalendarDay } from '../../../lib/domain/time.ts'

/** Every day from the middle of 2027 over the leap day of 2028 to the beginning of 2029. */
const manyDays = Array.from({ length: 580 }, (_, count) => addDays('2027-06-15', count))

/** Days on which calendars are easily wrong. */
const edges = ['2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01', '2028-12-31', '2100-02-28']

const isMonday = (day: string) => new Date(day).getUTCDay() === 1

describe('the calendar quarter of a new network', () => {
  test.each([
    ['2027-01-01', 'Q1 2027', '2027-01-01', '2027-03-31'],
    ['2027-02-28', 'Q1 2027', '2027-01-01', '2027-03-31'],
    ['2028-02-29', 'Q1 2028', '2028-01-01', '2028-03-31'],
    ['2027-04-01', 'Q2 2027', '2027-04-01', '2027-06-30'],
    ['2027-08-15', 'Q3 2027', '2027-07-01', '2027-09-30'],
    ['2027-12-31', 'Q4 2027', '2027-10-01', '2027-12-31'],
  ])('on %s it is %s, from %s to %s', (today, name, startsOn, endsOn) => {
    expect(cyclesFor(today)[0]).toMatchObject({ name, startsOn, endsOn, phase: 'active' })
  })

  test('on every day it holds that day, starts with a month and has 90 to 92 days', () => {
    for (const today of manyDays) {
      const [{ startsOn, endsOn } = { startsOn: '', endsOn: '' }] = cyclesFor(today)
      expect(startsOn <= today && today <= endsOn, today).toBe(true)
      expect([startsOn.slice(8), addDays(endsOn, 1).slice(8)], today).toEqual(['01', '01'])
      expect([90, 91, 92], today).toContain(daysBetween(startsOn, endsOn) + 1)
    }
  })

  test('the next quarter is there in the last four weeks only, and follows without a gap', () => {
    for (const today of manyDays) {
      const [current, next, more] = cyclesFor(today)
      if (!current) throw new Error(`no quarter on ${today}`)
      expect(next !== undefined, today).toBe(daysBetween(today, current.endsOn) < 28)
      expect(more).toBeUndefined()
      if (next) expect([next.startsOn, next.phase], today).toEqual([addDays(current.endsOn, 1), 'planning'])
    }
  })

  test('the quarter after the last of a year is the first of the next', () => {
    expect(cyclesFor('2028-12-31').map(({ id, name, endsOn }) => [id, name, endsOn])).toEqual([
      ['cycle_2028-q4', 'Q4 2028', '2028-12-31'],
      ['cycle_2029-q1', 'Q1 2029', '2029-03-31'],
    ])
  })

  test.each(edges)('every template without goals starts on %s with these quarters', (today) => {
    for (const { key, make } of templates) if (key !== 'sample') expect(listIn(make(today, 'Example'), 'cycle'), key).toEqual(cyclesFor(today))
  })
})

describe('the quarter of the sample company', () => {
  const cyclesOn = (today: string) => listIn(sample(today, 'Sample'), 'cycle')

  test('on every day it is in its tenth week: thirteen weeks from a Monday', () => {
    for (const today of manyDays) {
      const [running] = cyclesOn(today)
      if (!running) throw new Error(`no quarter on ${today}`)
      expect(isMonday(running.startsOn), today).toBe(true)
      expect(daysBetween(running.startsOn, running.endsOn) + 1).toBe(91)
      expect(Math.floor(daysBetween(running.startsOn, today) / 7) + 1, today).toBe(10)
    }
  })

  test('on every day the next quarter follows it without a gap, in planning', () => {
    for (const today of manyDays) {
      const [running, next] = cyclesOn(today)
      expect([running?.phase, next?.phase, next?.startsOn], today).toEqual(['active', 'planning', addDays(running?.endsOn ?? '', 1)])
    }
  })

  test('it moves on by a week each Monday and not in between', () => {
    for (const today of manyDays.slice(0, 60)) {
      const [before, now] = [cyclesOn(addDays(today, -1))[0]?.startsOn ?? '', cyclesOn(today)[0]?.startsOn ?? '']
      expect(daysBetween(before, now), today).toBe(isMonday(today) ? 7 : 0)
    }
  })
})

describe.each(edges)('dates of every template made on %s', (today) => {
  test('exist, and lie within a year', () => {
    for (const { key, make } of templates) {
      const days = JSON.stringify(make(today, 'Example')).match(/\d{4}-\d{2}-\d{2}(?=["T])/g) ?? []
      expect(days.length, key).toBeGreaterThan(1)
      for (const day of days) {
        expect(isCalendarDay(day), `${key} ${day}`).toBe(true)
        expect(Math.abs(daysBetween(today, day)), `${key} ${day}`).toBeLessThan(366)
      }
    }
  })

  test('are all that changes in the sample from week to week', () => {
    const withoutDates = (day: string) => JSON.stringify(sample(day, 'Example')).replaceAll(/\d{4}-\d{2}-\d{2}(?=["T])/g, 'day')
    expect(withoutDates(addDays(today, 7))).toBe(withoutDates(today))
    expect(sample(addDays(today, 7), 'Example')).not.toEqual(sample(today, 'Example'))
  })
})
