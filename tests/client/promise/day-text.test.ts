import { describe, expect, test } from 'vitest'
import { dayText, fullDay, splitDay } from '../../../app/components/needs/day-text.ts'
import { proposedDay } from '../../../app/components/needs/need-call.ts'
import { readDay } from '../../../lib/domain/quick-add/due.ts'

const context = { today: '2027-02-10', cycle: { startsOn: '2027-01-01', endsOn: '2027-03-31' }, fiscalYearStartMonth: null }

describe('the day of an ask', () => {
  test.each([
    ['SSO live by fri', 'SSO live', '2027-02-12'],
    ['SSO live for all by 31 mar', 'SSO live for all', '2027-03-31'],
    ['SSO live 31 mar', 'SSO live', '2027-03-31'],
    ['Two recruiters in 2 weeks', 'Two recruiters', '2027-02-24'],
    ['  A price   list by 2027-03-01 please', 'A price list please', '2027-03-01'],
  ])('“%s” is “%s” for %s', (text, what, day) => {
    expect(splitDay(text, context)).toEqual({ what, day })
  })
  test('words without a day stay as they are', () => {
    expect(splitDay(' Numbers for march customers ', context)).toEqual({ what: 'Numbers for march customers', day: null })
  })
  test.each(['2027-03-17', '2027-02-09', '2026-12-31', '2029-01-01', '2027-12-24'])(
    'what the field shows for %s is read as that day again',
    (day) => {
      expect(readDay(dayText(day, context), context)).toBe(day)
    },
  )
  test('a day is told in full, with its weekday', () => {
    expect(fullDay('2027-03-17')).toMatch(/^Wed,? 17 Mar 2027$/)
  })
  test('two weeks before the own day is proposed, but never a day that has passed', () => {
    expect(proposedDay('2027-03-31', '2027-02-10')).toBe('2027-03-17')
    expect(proposedDay('2027-02-20', '2027-02-10')).toBe('2027-02-11')
    expect(proposedDay('2027-02-10', '2027-02-10')).toBe('2027-02-10')
    expect(proposedDay(null, '2027-02-10')).toBeNull()
  })
})
