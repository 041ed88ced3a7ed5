import { describe, expect, test } from 'vitest'
import { readNumber, typedNumber } from '../../lib/client/metric-text.ts'

describe('a number that is typed into a field', () => {
  test.each([
    ['1,234.5', 1_234.5],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['2,7251', 2.7251],
    ['12,500', 12_500],
    ['1.200.000', 1_200_000],
    ['1 200', 1_200],
    ["1'200", 1_200],
    ['−3', -3],
    ['.5', 0.5],
    ['1.2M', 1_200_000],
    ['85 %', 85],
  ])('%s is read as in quick add and in the outline', (text, value) => {
    expect([typedNumber(text), readNumber(text)]).toEqual([value, value])
  })

  test.each(['abc', '1e5', '1,2,3', '1 2', '1/2', '-'])('%s is no number', (text) => {
    expect(typedNumber(text)).toBeUndefined()
  })

  test('nothing is nothing, and a number whose fraction is still to come is what stands there', () => {
    expect([typedNumber(''), typedNumber('  '), typedNumber('12.'), typedNumber('12,')]).toEqual([null, null, 12, 12])
  })
})
