import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepOf, keptOf } from '../../../lib/server/backup/retention.ts'

const dayMs = 86_400_000
const instants = fc.uniqueArray(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), {
  selector: (at) => at.getTime(),
  maxLength: 80,
})
const keeps = fc.record({ daily: fc.integer({ min: 1, max: 20 }), weekly: fc.nat(10), monthly: fc.nat(10) })
const days = (kept: ReadonlySet<Date>) => [...kept].map((at) => at.toISOString().slice(0, 10)).toSorted()

describe('retention of copies', () => {
  test('OP14: the newest copy always stays, however few are kept', () => {
    fc.assert(
      fc.property(instants, keeps, (all, keep) => {
        const newest = all.toSorted((a, b) => b.getTime() - a.getTime())[0]
        expect(newest === undefined || keptOf(all, keep).has(newest)).toBe(true)
      }),
    )
  })

  test('OP14: no more stay than days, weeks and months were asked for, and pruning twice is pruning once', () => {
    fc.assert(
      fc.property(instants, keeps, (all, keep) => {
        const kept = keptOf(all, keep)
        expect(kept.size).toBeLessThanOrEqual(keep.daily + keep.weekly + keep.monthly)
        expect(keptOf([...kept], keep)).toEqual(kept)
      }),
    )
  })

  test('OP14: a copy every night for two years, pruned every night, leaves seven days, four weeks and six months', () => {
    let shelf: Date[] = []
    for (let night = 0; night < 730; night += 1) {
      shelf.push(new Date(Date.UTC(2025, 0, 1, 3) + night * dayMs))
      const kept = keptOf(shelf, { daily: 7, weekly: 4, monthly: 6 })
      shelf = shelf.filter((at) => kept.has(at))
    }
    expect(days(new Set(shelf))).toEqual([
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'],
      ...['2026-12-13', '2026-12-20'],
      ...['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    ])
  })

  test('OP15: what is kept is written as days/weeks/months, at least one day', () => {
    expect(keepOf('7/4/6')).toEqual({ daily: 7, weekly: 4, monthly: 6 })
    for (const wrong of ['', '7', '7/4', '0/4/6', '7/4/6/1', '-1/2/3', '7 /4/6', 'a/b/c', '99999/1/1']) expect(keepOf(wrong), wrong).toBeNull()
  })
})
