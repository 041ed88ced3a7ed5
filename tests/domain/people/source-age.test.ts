import { expect, test } from 'vitest'
import { asId } from '../../../lib/domain/ids.ts'
import { oldAfterDays, sourceAge } from '../../../lib/domain/talk/source-age.ts'

const byDocument = asId<'source'>('src_1')
/** A version 7 UUID holds the instant at which it was made. */
const noted = asId<'source'>('src_019ba3d6-4000-7000-8000-000000000000')

test.each([
  ['2027-01-11', '2027-01-11', 0],
  ['2027-01-10', '2027-01-11', 1],
  ['2026-01-11', '2027-01-11', 365],
  ['2024-02-28', '2024-03-01', 2],
  ['2027-02-01', '2027-01-11', 0],
])('SO2: a source that tells of %s is %s days old on %s', (on, today, days) => {
  expect(sourceAge({ id: byDocument, on }, today)).toMatchObject({ days, since: 'on' })
})

test('SO2: without a day it is counted from the day on which it was noted, else it is unknown', () => {
  const madeOn = new Date(0x019b_a3d6_4000).toISOString().slice(0, 10)
  expect(sourceAge({ id: noted, on: null }, madeOn)).toEqual({ days: 0, since: 'made', isOld: false })
  expect(sourceAge({ id: noted, on: '2026-01-01' }, '2026-01-02')).toMatchObject({ days: 1, since: 'on' })
  expect(sourceAge({ id: byDocument, on: null }, '2030-01-01')).toEqual({ days: null, since: null, isOld: false })
})

test('SO3: it is old after more than 180 days', () => {
  expect(oldAfterDays).toBe(180)
  expect(sourceAge({ id: byDocument, on: '2026-07-15' }, '2027-01-11')).toMatchObject({ days: 180, isOld: false })
  expect(sourceAge({ id: byDocument, on: '2026-07-14' }, '2027-01-11')).toMatchObject({ days: 181, isOld: true })
})
