import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterIn } from '../../../app/[network]/history/_parts/filter.ts'
import { linesOf, revisionsIn } from '../../../app/[network]/history/_parts/lines.ts'
import { type Pages, taken, withNewest, withOlder } from '../../../app/[network]/history/_parts/pages.ts'
import { rangeWords, takeaway } from '../../../app/[network]/history/_parts/takeaway.ts'
import { dayHeading, timeReader } from '../../../app/components/history/moment.ts'
import { dayReader } from '../../../lib/domain/time.ts'
import { entry } from './kit.ts'

const today = '2027-02-10'
const dayOf = dayReader('Europe/Berlin')
const none = filterIn({ since: null, until: null, who: null, what: null, node: null, record: null, words: null, structure: null, why: null })

describe('the changes by day', () => {
  const late = entry(3, { at: '2027-02-09T23:30:00Z' })
  const early = entry(2, { at: '2027-02-09T08:00:00Z' })
  const before = entry(1, { at: '2027-02-08T08:00:00Z' })

  test('HS1: a change belongs to its day where the network lives, newest first', () => {
    const lines = linesOf([late, early, before], { dayOf, totals: null, hasMore: false })
    expect(lines.map((line) => (line.type === 'day' ? line.day : line.entry.revision))).toEqual(['2027-02-10', 3, '2027-02-09', 2, '2027-02-08', 1])
    expect(revisionsIn(lines)).toEqual([3, 2, 1])
  })

  test('HS1: a day that reaches on below what is read says so, unless its whole length is known', () => {
    const counts = (totals: ReadonlyMap<string, number> | null) =>
      linesOf([late, early], { dayOf, totals, hasMore: true }).flatMap((line) => (line.type === 'day' ? [[line.count, line.isWhole]] : []))
    expect(counts(null)).toEqual([
      [1, true],
      [1, false],
    ])
    expect(counts(new Map([['2027-02-09', 40]]))).toEqual([
      [1, true],
      [40, true],
    ])
  })

  test('headings name today and yesterday, and the year where it is another one', () => {
    expect(dayHeading('2027-02-10', today)).toBe('Today, Wednesday 10 February')
    expect(dayHeading('2027-02-09', today)).toBe('Yesterday, Tuesday 9 February')
    expect(dayHeading('2026-11-22', today)).toBe('Sunday 22 November 2026')
    expect(timeReader('Europe/Berlin')('2027-02-09T23:30:00Z')).toBe('00:30')
  })
})

describe('pages', () => {
  const pageOf = (from: number, to: number, next: number | null = null) => ({
    entries: Array.from({ length: Math.max(0, from - to + 1) }, (_, at) => entry(from - at)),
    next,
  })
  const start: Pages = { ...pageOf(10, 6, 6), waiting: [] }

  test('HS2: what is new waits above and moves nothing until it is taken', () => {
    const fresh = withNewest(start, pageOf(12, 6, 6))
    expect(fresh.entries).toBe(start.entries)
    expect(fresh.waiting.map(({ revision }) => revision)).toEqual([12, 11])
    expect(taken(fresh).entries.map(({ revision }) => revision)).toEqual([12, 11, 10, 9, 8, 7, 6])
    expect(taken(fresh).waiting).toEqual([])
    expect(withNewest(fresh, pageOf(12, 6, 6))).toBe(fresh)
  })

  test('HS2: where more came than one page holds, the list begins anew and leaves out nothing', () => {
    const after = withNewest(start, pageOf(40, 31, 31))
    expect(after.entries[0]?.revision).toBe(40)
    expect(after).toMatchObject({ next: 31, waiting: [] })
  })

  test('HS2: whatever comes in whatever order, each change is there once, newest first', () => {
    const steps = fc.array(fc.oneof(fc.constant('older'), fc.constant('newer'), fc.constant('take')), { maxLength: 30 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 6 }), (moves, length) => {
        let last = 30
        const page = (before: number) => {
          const to = Math.max(1, before - length)
          return pageOf(before - 1, to, to > 1 ? to : null)
        }
        let pages: Pages = { ...page(last + 1), waiting: [] }
        for (const move of moves) {
          if (move === 'take') pages = taken(pages)
          else if (move === 'newer') {
            last += 2
            pages = withNewest(pages, page(last + 1))
          } else if (pages.next !== null) pages = withOlder(pages, page(pages.next))
        }
        const seen = taken(pages).entries.map(({ revision }) => revision)
        const [top = 0, bottom = seen.at(-1) ?? 0] = [seen[0], seen.at(-1)]
        expect(seen).toEqual(Array.from({ length: top - bottom + 1 }, (_, at) => top - at))
      }),
    )
  })
})

describe('what the list says in one sentence', () => {
  const entries = [entry(3, { actor: 'ana/token1', isStructural: true }), entry(2, { actor: 'ben' }), entry(1)]
  const said = (given: Partial<Parameters<typeof takeaway>[0]>) => takeaway({ entries, hasMore: false, filter: none, days: [], today, ...given })

  test('people are counted once, also where a token of theirs acted', () => {
    expect(said({})).toBe('3 changes by 2 people, 1 of structure.')
    expect(said({ entries: [entry(1, { actor: 'cli' })] })).toBe('1 change by a program.')
  })

  test('where more is there than read, the true total stands first and what is known of it is said to be a part', () => {
    const days = [{ day: today, changeSets: 5_000, changes: 9_000, revision: 5_000 }]
    expect(said({ hasMore: true, days })).toBe('5,000 changes; the latest 3 by 2 people, 1 of structure.')
    expect(said({ hasMore: true, days, filter: { ...none, who: 'ana' } })).toBe('More than 3 changes; the latest 3 by 2 people, 1 of structure.')
  })

  test('days are told as people say them', () => {
    expect(rangeWords('2027-02-08', '2027-02-14', today)).toBe('in the week of 8 Feb')
    expect(rangeWords(today, today, today)).toBe('today')
    expect(rangeWords('2027-02-01', null, today)).toBe('since 1 Feb')
    expect(rangeWords('2026-12-24', '2027-01-02', today)).toBe('from 24 Dec 2026 to 2 Jan')
  })

  test('an empty list says whether the filter empties it', () => {
    expect(said({ entries: [], filter: { ...none, who: 'ana' } })).toBe('No change fits the filter.')
    expect(said({ entries: [], filter: { ...none, since: today, until: today } })).toBe('No change today.')
  })
})
