import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHealthLine } from '../../../lib/domain/health/line.ts'
import { healthLines, healthRows, parseHealthRows } from '../../../lib/domain/health/table.ts'
import { sketch } from '../sketch.ts'

describe('a line', () => {
  test.each([
    ['People who would stay 80..100 % ±5 @ana', ['People who would stay', 80, 100, 5, '%', 'ana']],
    ['Nights without an alarm at least 95% ± 5 @"Ana López"', ['Nights without an alarm', 95, null, 5, '%', 'Ana López']],
    ['Answer time of support: at most 4 h +-2h', ['Answer time of support', null, 4, 2, 'h', null]],
    ['Weekend calls ≤ 4 calls +/- 2', ['Weekend calls', null, 4, 2, 'calls', null]],
    ['Overtime below 10 % tolerance 2', ['Overtime', null, 10, 2, '%', null]],
    ['Keep nights quiet 95-100 %', ['Keep nights quiet', 95, 100, null, '%', null]],
    ['Cash above 3 M €', ['Cash', 3_000_000, null, null, '€', null]],
    ['Just a name', ['Just a name', null, null, null, null, null]],
  ])('HM20-HM21: %s', (line, [name, lower, upper, tolerance, unit, owner]) => {
    expect(parseHealthLine(line)).toEqual({ name, lower, upper, tolerance, unit, owner })
  })

  test('HM22: any text gives a draft, and a long one is a name as it is', () => {
    const long = 'word '.repeat(500)
    expect(parseHealthLine(long)).toMatchObject({ name: long.trim(), lower: null, owner: null })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { name, lower, upper, tolerance } = parseHealthLine(text)
        expect(name === '').toBe(text.trim() === '')
        for (const value of [lower, upper, tolerance]) expect(value === null || Number.isFinite(value)).toBe(true)
        if (lower !== null && upper !== null) expect(upper).toBeGreaterThanOrEqual(lower)
        expect(tolerance ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('HM22: words that are no part of band, tolerance or owner stay in the name', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('calm', 'nights', 'per', 'week', 'of', 'care'), { minLength: 1, maxLength: 6 }), (words) => {
        expect(parseHealthLine(`${words.join(' ')} 1..2 ±1 @ana`)).toMatchObject({
          name: words.join(' '),
          lower: 1,
          upper: 2,
          tolerance: 1,
          owner: 'ana',
        })
      }),
    )
  })
})

describe('rows', () => {
  test('HM23: what is copied is read back', () => {
    const snapshot = sketch({
      person: [{ id: 'p', name: 'Ana López' }],
      node: [{ id: 'n', areaId: 'a' }],
      healthMetric: [
        { id: 'h1', nodeId: 'n', name: '=SUM(1)', lower: -2.5, tolerance: 0.1, current: 3, unit: '%', ownerId: 'p' },
        { id: 'h2', nodeId: 'n', name: 'Tabs\tand "marks"', upper: 1_000 },
      ],
    })
    const text = healthRows(snapshot, ['h1', 'h2'])
    expect(text.split('\n')[0]).toBe('Health metric\tGreen from\tGreen up to\tTolerance\tCurrent\tUnit\tOwner')
    expect(parseHealthRows(text)).toEqual([
      { name: '=SUM(1)', lower: -2.5, upper: null, tolerance: 0.1, current: 3, unit: '%', owner: 'Ana López' },
      { name: 'Tabs and "marks"', lower: null, upper: 1_000, tolerance: null, current: null, unit: null, owner: null },
    ])
  })

  test('HM23: in any order, and only where a header names health metrics', () => {
    expect(parseHealthRows('Unit\tProtects\tAt most\n%\tChurn\t3\n\t\t4')).toEqual([
      { name: 'Churn', lower: null, upper: 3, tolerance: null, current: null, unit: '%', owner: null },
    ])
    expect(parseHealthRows('Key result\tTarget\nChurn\t3')).toBeNull()
    expect(parseHealthRows('')).toBeNull()
  })

  test('HM23: several lines are one health metric each', () => {
    expect(healthLines('Churn ≤ 3 %\r\n\nNights without an alarm ≥ 95 % ±5').map(({ name, lower, upper }) => [name, lower, upper])).toEqual([
      ['Churn', null, 3],
      ['Nights without an alarm', 95, null],
    ])
  })
})
