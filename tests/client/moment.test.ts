import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentWords, parseMoment, writeMoment } from '../../lib/client/moment.ts'
import { changedDayUpTo, type Days, dayOfRevision, placeOf, revisionsAround } from '../../lib/client/network/days.ts'
import { runs } from '../property-runs.ts'

describe('a moment in the address', () => {
  test.each([
    ['2026-10-01', { kind: 'day', day: '2026-10-01' }],
    ['r1', { kind: 'revision', revision: 1 }],
    ['r1204', { kind: 'revision', revision: 1_204 }],
  ])('%s is read', (text, moment) => {
    expect(parseMoment(text)).toEqual(moment)
  })
  test.each(['', '2026-02-30', '2026-1-1', 'r0', 'r', 'r-3', 'r1.5', 'r01', 'r9999999999999999', 'now', '1204', ' r3', '2026-10-01T12:00:00Z'])(
    '“%s” is none',
    (text) => {
      expect(parseMoment(text)).toBeNull()
    },
  )
  test('what is written is read as the same', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
    const moments = fc.oneof(
      day.map((each) => ({ kind: 'day' as const, day: each })),
      fc.integer({ min: 1, max: 2 ** 49 }).map((revision) => ({ kind: 'revision' as const, revision })),
    )
    fc.assert(
      fc.property(moments, (moment) => {
        expect(parseMoment(writeMoment(moment))).toEqual(moment)
      }),
      { numRuns: runs(100) },
    )
  })
  test('it is said in words', () => {
    expect(momentWords({ kind: 'day', day: '2026-10-01' })).toBe('1 October 2026')
    expect(momentWords({ kind: 'revision', revision: 1_204 })).toBe('revision 1,204')
  })
})

const days: Days = {
  first: '2026-09-01T08:00:00Z',
  last: '2026-11-20T08:00:00Z',
  days: [
    { day: '2026-09-01', changeSets: 3, changes: 30, revision: 3 },
    { day: '2026-10-05', changeSets: 4, changes: 9, revision: 7 },
    { day: '2026-11-20', changeSets: 2, changes: 2, revision: 9 },
  ],
}
const present = { today: '2026-11-22', revision: 9 }
const onDay = (day: string) => ({ kind: 'day', day }) as const

describe('where a moment lies', () => {
  test('a day without changes is as the last changed day before it ended', () => {
    expect(placeOf(onDay('2026-10-04'), days, present)).toEqual({ step: 'past', revision: 3, day: '2026-10-04' })
    expect(placeOf(onDay('2026-10-05'), days, present)).toEqual({ step: 'past', revision: 7, day: '2026-10-05' })
    expect(placeOf(onDay('2026-11-21'), days, present)).toEqual({ step: 'past', revision: 9, day: '2026-11-21' })
  })
  test('today, a day to come, and a revision that is not over are now', () => {
    for (const moment of [
      null,
      onDay('2026-11-22'),
      onDay('2031-01-01'),
      { kind: 'revision', revision: 9 },
      { kind: 'revision', revision: 400 },
    ] as const)
      expect(placeOf(moment, days, present)).toEqual({ step: 'now' })
  })
  test('a day before the first change is told with the first day', () => {
    expect(placeOf(onDay('2026-08-31'), days, present)).toEqual({ step: 'before', firstDay: '2026-09-01' })
  })
  test('a day is not known before the days are; a revision is', () => {
    expect(placeOf(onDay('2026-10-04'), null, present)).toEqual({ step: 'unknown' })
    expect(placeOf({ kind: 'revision', revision: 5 }, null, present)).toEqual({ step: 'past', revision: 5, day: null })
  })
  test('the day up to which something changed is that of a search from the end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 20 }), fc.integer({ min: 1, max: 28 }), (some, asked) => {
        const named = (day: number) => `2026-02-${String(day).padStart(2, '0')}`
        const list = some.toSorted((a, b) => a - b).map((day, at) => ({ day: named(day), changeSets: 1, changes: 1, revision: 2 * at + 2 }))
        expect(changedDayUpTo(list, named(asked))).toEqual(list.findLast(({ day }) => day <= named(asked)) ?? null)
        const revision = asked
        expect(dayOfRevision(list, revision)).toEqual((list.find((each) => each.revision >= revision) ?? list.at(-1))?.day ?? null)
      }),
      { numRuns: runs(100) },
    )
  })
  test('neighbours are the nearest changed days, in turns', () => {
    expect(revisionsAround(days.days, 7, 2)).toEqual([3, 9])
    expect(revisionsAround(days.days, 9, 2)).toEqual([7, 3])
    expect(revisionsAround(days.days, 5, 1)).toEqual([3, 7])
  })
})
