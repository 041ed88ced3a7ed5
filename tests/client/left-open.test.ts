import { expect, test } from 'vitest'
import { metOpen } from '../../app/components/checks/left-open.ts'

const open = [{ id: 'a' }, { id: 'b' }]

test('AL17: what was open when one came to it is known as such for as long as it is looked at, also when it is accepted meanwhile', () => {
  expect(metOpen(open, 'a', null)).toBe('a')
  expect(metOpen([{ id: 'b' }], 'a', 'a')).toBe('a')
  expect(metOpen([{ id: 'b' }], 'b', 'a')).toBe('b')
})
test('AL17: what was accepted before one came to it never was open here', () => {
  expect(metOpen(open, 'accepted', null)).toBeNull()
  expect(metOpen(open, 'accepted', 'a')).toBeNull()
  expect(metOpen(open, null, 'a')).toBeNull()
})
