import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Metric, metricSchema } from '../../../lib/domain/metric.ts'
import { progressOf } from '../../../lib/domain/okr/measure.ts'
import { runs } from '../../property-runs.ts'

type Numbers = { baseline?: number | null; target?: number | null; current?: number | null; commit?: number | null; stretch?: number | null }

function line(kind: 'increase' | 'decrease', numbers: Numbers) {
  return progressOf(metricSchema.parse({ kind, ...numbers }))
}

describe('a line from baseline to target', () => {
  test('OKR1: increase is (current − baseline) ÷ (target − baseline)', () => {
    expect(line('increase', { baseline: 20, target: 40, current: 25 }).share).toBe(0.25)
    expect(line('increase', { baseline: -10, target: 10, current: 0 }).share).toBe(0.5)
  })

  test('OKR1: decrease is the same formula', () => {
    expect(line('decrease', { baseline: 9, target: 4, current: 7 }).share).toBeCloseTo(0.4, 12)
    expect(line('decrease', { baseline: 9, target: 4, current: 4 }).share).toBe(1)
  })

  test('OKR2: beyond the target the share stays 1, and the number without limits tells by how much', () => {
    const above = line('increase', { baseline: 0, target: 10, current: 15 })
    expect([above.share, above.unbounded]).toEqual([1, 1.5])
    const below = line('decrease', { baseline: 10, target: 5, current: 0 })
    expect([below.share, below.unbounded]).toEqual([1, 2])
  })

  test('OKR3: on the wrong side of the baseline the share is 0, and the number without limits is negative', () => {
    const increase = line('increase', { baseline: 10, target: 20, current: 5 })
    expect([increase.share, increase.unbounded]).toEqual([0, -0.5])
    const decrease = line('decrease', { baseline: 10, target: 0, current: 15 })
    expect([decrease.share, decrease.unbounded]).toEqual([0, -0.5])
  })

  test('OKR4: a decrease to zero ends at 1, and starts at 0 that is not −0', () => {
    expect(line('decrease', { baseline: 12, target: 0, current: 3 }).share).toBe(0.75)
    expect(line('decrease', { baseline: 12, target: 0, current: 0 }).share).toBe(1)
    const start = line('decrease', { baseline: 12, target: 0, current: 12 })
    expect(Object.is(start.share, 0)).toBe(true)
    expect(Object.is(start.unbounded, 0)).toBe(true)
  })

  test('OKR4: an increase from zero to zero or up to zero is no division by zero', () => {
    expect(line('increase', { baseline: -5, target: 0, current: 0 }).share).toBe(1)
    expect(line('increase', { baseline: 0, target: 0, current: 0 }).share).toBe(1)
  })

  test('OKR5: baseline = target: reached is 1 (an already met key result does not read 0%), not reached is 0', () => {
    expect(line('increase', { baseline: 5, target: 5, current: 5 }).share).toBe(1)
    expect(line('increase', { baseline: 5, target: 5, current: 7 }).share).toBe(1)
    expect(line('increase', { baseline: 5, target: 5, current: 4.9 }).share).toBe(0)
    expect(line('decrease', { baseline: 5, target: 5, current: 5 }).share).toBe(1)
    expect(line('decrease', { baseline: 5, target: 5, current: 4 }).share).toBe(1)
    expect(line('decrease', { baseline: 5, target: 5, current: 6 }).share).toBe(0)
  })

  test('OKR5: a decrease whose baseline equals its stretch does not divide by zero', () => {
    expect(line('decrease', { baseline: 4, target: 4, stretch: 4, current: 4 }).share).toBe(1)
    expect(line('decrease', { baseline: 4, target: 4, stretch: 4, current: 5 }).share).toBe(0)
  })

  test('OKR6: the numbers give the direction, even where the kind says otherwise', () => {
    expect(line('increase', { baseline: 10, target: 0, current: 5 }).share).toBe(0.5)
    expect(line('decrease', { baseline: 0, target: 10, current: 5 }).share).toBe(0.5)
  })
})

describe('what is not known', () => {
  test('OKR7: no value is unknown and never 0', () => {
    expect(line('increase', { baseline: 0, target: 10 })).toMatchObject({ share: null, unbounded: null, unknown: 'no-value' })
    expect(line('increase', { baseline: 0, target: 10, current: 0 })).toMatchObject({ share: 0, unknown: null })
  })

  test('OKR7: no target is unknown', () => {
    expect(line('decrease', { baseline: 10, current: 5 })).toMatchObject({ share: null, unknown: 'no-target' })
    expect(line('decrease', { baseline: 10, current: 5, commit: 4 })).toMatchObject({ share: null, unknown: 'no-target' })
  })

  test('OKR8: without a baseline a reached target is 1 and anything before it is unknown', () => {
    expect(line('increase', { target: 10, current: 10 }).share).toBe(1)
    expect(line('increase', { target: 10, current: 9 })).toMatchObject({ share: null, unknown: 'no-baseline' })
    expect(line('decrease', { target: 10, current: 9 }).share).toBe(1)
    expect(line('decrease', { target: 10, current: 11 })).toMatchObject({ share: null, unknown: 'no-baseline' })
  })

  test('OKR8: without a baseline the part between known points is known', () => {
    expect(line('increase', { target: 10, stretch: 20, current: 15 }).share).toBeCloseTo(0.85, 12)
    expect(line('increase', { target: 10, stretch: 20, current: 9 }).share).toBeNull()
  })
})

describe('commit, target and stretch', () => {
  const up = { baseline: 0, commit: 30, target: 70, stretch: 100 }

  test.each([
    [0, 0],
    [15, 0.15],
    [30, 0.3],
    [50, 0.5],
    [70, 0.7],
    [85, 0.85],
    [100, 1],
    [120, 1],
  ])('OKR9: upwards, %d counts %d', (current, share) => {
    expect(line('increase', { ...up, current }).share).toBeCloseTo(share, 12)
  })

  test.each([
    [100, 0],
    [90, 0.15],
    [80, 0.3],
    [70, 0.5],
    [60, 0.7],
    [35, 0.85],
    [10, 1],
  ])('OKR9: downwards with uneven steps, %d counts %d', (current, share) => {
    expect(line('decrease', { baseline: 100, commit: 80, target: 60, stretch: 10, current }).share).toBeCloseTo(share, 12)
  })

  test('OKR10: with commit alone the target still counts 1', () => {
    const metric = { baseline: 0, commit: 50, target: 100 }
    expect(line('increase', { ...metric, current: 50 }).share).toBeCloseTo(0.3, 12)
    expect(line('increase', { ...metric, current: 75 }).share).toBeCloseTo(0.65, 12)
    expect(line('increase', { ...metric, current: 100 }).share).toBe(1)
  })

  test('OKR10: with a stretch alone it is the goal; a target before it counts 0.7', () => {
    expect(line('increase', { baseline: 0, stretch: 100, current: 50 }).share).toBe(0.5)
    expect(line('increase', { baseline: 0, target: 50, stretch: 100, current: 50 }).share).toBeCloseTo(0.7, 12)
    expect(line('increase', { baseline: 0, target: 50, stretch: 100, current: 25 }).share).toBeCloseTo(0.35, 12)
  })

  test('OKR11: a point outside of baseline and goal, or out of order, is not read', () => {
    expect(line('increase', { baseline: 0, commit: -5, target: 10, current: 5 }).share).toBe(0.5)
    expect(line('increase', { baseline: 0, commit: 20, target: 10, current: 5 }).share).toBe(0.5)
    expect(line('increase', { baseline: 0, target: 30, stretch: 20, current: 10 }).share).toBe(0.5)
    expect(line('increase', { baseline: 0, commit: 60, target: 50, stretch: 100, current: 50 }).share).toBeCloseTo(0.7, 12)
  })

  test('OKR11: a commit that equals the baseline is reached from the start', () => {
    expect(line('increase', { baseline: 10, commit: 10, target: 20, current: 10 }).share).toBeCloseTo(0.3, 12)
  })
})

describe('any numbers', () => {
  const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -20, max: 20 }))
  const perhaps = fc.option(value, { nil: null })
  const metrics = fc.record({
    kind: fc.constantFrom('increase' as const, 'decrease' as const),
    baseline: perhaps,
    target: perhaps,
    current: perhaps,
    commit: perhaps,
    stretch: perhaps,
  })

  test('OKR12: the share is null or lies in [0,1], never NaN, also where differences overflow', () => {
    fc.assert(
      fc.property(metrics, (given) => {
        const metric: Metric = metricSchema.parse(given)
        const { share, unbounded, unknown } = progressOf(metric)
        if (share === null) expect([unbounded, typeof unknown]).toEqual([null, 'string'])
        else {
          expect(share >= 0 && share <= 1).toBe(true)
          expect(Number.isFinite(unbounded)).toBe(true)
          expect(Object.is(share, -0)).toBe(false)
        }
      }),
      { numRuns: runs(2_000) },
    )
  })

  test('OKR12: the whole range of numbers is a line', () => {
    const huge = Number.MAX_VALUE
    expect(line('increase', { baseline: -huge, target: huge, current: 0 }).share).toBe(0.5)
    expect(line('increase', { baseline: -huge, target: huge, current: huge }).share).toBe(1)
    expect(line('decrease', { baseline: 1, target: 0, current: -huge })).toMatchObject({ share: 1, unbounded: huge })
  })

  test('OKR12: a better value never counts less', () => {
    fc.assert(
      fc.property(metrics, fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 20 }), (given, current, step) => {
        const goal = given.stretch ?? given.target
        const isUp = given.baseline === null || goal === null || given.baseline === goal ? given.kind === 'increase' : goal > given.baseline
        const before = progressOf(metricSchema.parse({ ...given, current })).share
        const after = progressOf(metricSchema.parse({ ...given, current: isUp ? current + step : current - step })).share
        if (before !== null) expect(after).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: runs(2_000) },
    )
  })

  test('OKR1: mirroring every number mirrors nothing in the progress', () => {
    const mirrored = (number: number | null) => (number === null ? null : -number)
    fc.assert(
      fc.property(metrics, (given) => {
        const { kind, baseline, target, current, commit, stretch } = given
        const other = {
          kind: kind === 'increase' ? 'decrease' : 'increase',
          baseline: mirrored(baseline),
          target: mirrored(target),
          current: mirrored(current),
          commit: mirrored(commit),
          stretch: mirrored(stretch),
        }
        expect(progressOf(metricSchema.parse(other))).toEqual(progressOf(metricSchema.parse(given)))
      }),
    )
  })
})
