import { expect, test } from 'vitest'
import { columnsFor } from '../../../app/[network]/outline/_parts/columns.ts'

test('OV1: the outline has a column for numbers only while the address asks for them, and keeps it where room is short', () => {
  expect(columnsFor('check', 2_000)).not.toContain('number')
  expect(columnsFor('check', 2_000, true).at(-1)).toBe('number')
  expect(columnsFor('check', 700, true)).toEqual(['title', 'status', 'number'])
})
