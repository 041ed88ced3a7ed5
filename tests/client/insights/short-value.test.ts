import { expect, test } from 'vitest'
import { bareValue, shortValue } from '../../../app/[network]/insights/_parts/short-value.ts'

test.each([
  ['between 11 and 21 in 100', '11–21 in 100', '11–21'],
  ['between less than 1 and 4 in 100', '<1–4 in 100', '<1–4'],
  ['25 in 100 ± 1', '25 in 100 ± 1', '25 ± 1'],
  ['less than 1 in 100', '<1 in 100', '<1'],
  ['+11 in 100', '+11 in 100', '+11'],
  ['unknown', 'unknown', 'unknown'],
  ['between 0 and 100 in 100', 'unknown', 'unknown'],
  ['more than 99 in 100', '>99 in 100', '>99'],
  ['less than 1%', '<1%', '<1%'],
  ['more than 99%', '>99%', '>99%'],
  ['8 of 12', '8 of 12', '8 of 12'],
  ['Alerts between ships and shore', 'Alerts between ships and shore', 'Alerts between ships and shore'],
])('“%s” is short as “%s”, and at a bar as “%s”', (value, short, bare) => {
  expect(shortValue(value)).toBe(short)
  expect(bareValue(value)).toBe(bare)
})
test('a range has the sign of what it adds or takes, and no number gets a second one', () => {
  expect(shortValue('between 11 and 21 in 100', '+')).toBe('+11–21 in 100')
  expect(shortValue('−11 in 100', '−')).toBe('−11 in 100')
})
