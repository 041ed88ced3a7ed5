import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metricSchema } from '../../../lib/domain/metric.ts'
import { metricWith, progressOf } from '../../../lib/domain/okr/measure.ts'

function maintain(lower: number | null, upper: number | null, current: number | null) {
  return progressOf(metricSchema.parse({ kind: 'maintain', lower, upper, current }))
}

function steps(...given: { weight?: number | null; done?: number | null }[]) {
  return progressOf(metricSchema.parse({ kind: 'milestone', steps: given.map((step, at) => ({ name: `step ${at + 1}`, ...step })) }))
}

describe('a band to stay in', () => {
  test.each([2, 3, 4])('OKR13: inside is 1, limits included (%d)', (current) => {
    expect(maintain(2, 4, current)).toMatchObject({ share: 1, band: { side: 'inside', distance: 0 } })
  })

  test('OKR14: outside falls with the distance, which is stated with its side', () => {
    expect(maintain(2, 4, 5)).toMatchObject({ share: 0.5, band: { side: 'above', distance: 1 } })
    expect(maintain(2, 4, 1.5)).toMatchObject({ share: 0.75, band: { side: 'below', distance: 0.5 } })
    expect(maintain(2, 4, 6)).toMatchObject({ share: 0, band: { side: 'above', distance: 2 } })
    expect(maintain(2, 4, 60)).toMatchObject({ share: 0, band: { side: 'above', distance: 56 } })
  })

  test('OKR14: it is a band, not current ÷ target: too much is as bad as too little', () => {
    expect(maintain(90, 110, 120).share).toBe(maintain(90, 110, 80).share)
  })

  test('OKR15: with one limit, or a band without width, outside is 0 and the distance is stated', () => {
    expect(maintain(99.9, null, 99)).toMatchObject({ share: 0, band: { side: 'below' } })
    expect(maintain(99.9, null, 100)).toMatchObject({ share: 1, band: { side: 'inside', distance: 0 } })
    expect(maintain(null, 3, 4)).toMatchObject({ share: 0, band: { side: 'above', distance: 1 } })
    expect(maintain(5, 5, 5).share).toBe(1)
    expect(maintain(5, 5, 6)).toMatchObject({ share: 0, band: { side: 'above', distance: 1 } })
  })

  test('OKR16: limits given the wrong way round are read the right way round', () => {
    expect(maintain(4, 2, 5)).toEqual(maintain(2, 4, 5))
  })

  test('OKR16: without a value or without any limit it is unknown', () => {
    expect(maintain(2, 4, null)).toMatchObject({ share: null, unknown: 'no-value', band: null })
    expect(maintain(null, null, 3)).toMatchObject({ share: null, unknown: 'no-limits' })
  })

  test('OKR13-OKR15: any band gives a share in [0,1] that is 1 exactly inside', () => {
    const limit = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null })
    fc.assert(
      fc.property(limit, limit, fc.double({ noNaN: true, noDefaultInfinity: true }), (lower, upper, current) => {
        const { share, band } = maintain(lower, upper, current)
        if (share === null) {
          expect([lower, upper]).toEqual([null, null])
          return
        }
        expect(share >= 0 && share <= 1 && Number.isFinite(band?.distance)).toBe(true)
        if (band?.side === 'inside') expect([share, band.distance]).toEqual([1, 0])
        else expect(band?.distance).toBeGreaterThan(0)
      }),
    )
  })
})

describe('steps', () => {
  test('OKR17: the share is Σ weight · done ÷ Σ weight', () => {
    expect(steps({ weight: 20, done: 1 }, { weight: 20, done: 1 }, { weight: 20, done: 0.5 }, { weight: 40, done: 0 }).share).toBe(0.5)
  })

  test('OKR17: a step without a weight weighs 1; all together they are a plain mean', () => {
    expect(steps({ done: 1 }, { done: 0 }).share).toBe(0.5)
    expect(steps({ done: 1 }, { done: 0, weight: 3 }).share).toBe(0.25)
  })

  test('OKR17: a step of weight 0 does not count, done or not', () => {
    expect(steps({ weight: 0, done: 1 }, { weight: 1, done: 0 }).share).toBe(0)
    expect(steps({ weight: 0, done: null }, { weight: 1, done: 1 })).toMatchObject({ share: 1, steps: { known: 1, total: 1 } })
  })

  test('OKR17: all weights zero is unknown, neither NaN nor 0', () => {
    expect(steps({ weight: 0, done: 1 }, { weight: 0, done: 0 })).toMatchObject({ share: null, unknown: 'no-weights' })
  })

  test('OKR17: a step that says nothing is left out of the mean and of the count of the known', () => {
    expect(steps({ done: 1 }, { done: 0.5 }, { done: null })).toMatchObject({ share: 0.75, steps: { known: 2, total: 3 } })
    expect(steps({ done: null })).toMatchObject({ share: null, unknown: 'no-value', steps: { known: 0, total: 1 } })
    expect(steps()).toMatchObject({ share: null, unknown: 'no-steps' })
  })

  test('OKR17: the order of the steps does not matter', () => {
    const step = fc.record({
      weight: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      done: fc.option(fc.constantFrom(0, 0.25, 0.5, 1), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (given) => {
        const [there, back] = [steps(...given).share, steps(...given.toReversed()).share]
        if (there === null) expect(back).toBeNull()
        else expect(back).toBeCloseTo(there, 12)
      }),
    )
  })
})

describe('yes or no, and zones', () => {
  test('OKR18: yes is 1, no is 0, unknown is unknown', () => {
    expect([0, 1, null].map((current) => progressOf(metricSchema.parse({ kind: 'boolean', current })).share)).toEqual([0, 1, null])
  })

  test('OKR18: zones count 0, 0.3, 0.7 and 1, the published bands', () => {
    const shares = ['fail', 'commit', 'target', 'stretch', null].map(
      (current) => progressOf(metricSchema.parse({ kind: 'ordinal', zones: {}, current })).share,
    )
    expect(shares).toEqual([0, 0.3, 0.7, 1, null])
  })
})

describe('the value of a check-in', () => {
  test('OKR19: it replaces the current value, and steps by their order', () => {
    const milestone = metricSchema.parse({ kind: 'milestone', steps: [{ name: 'a', weight: 3 }, { name: 'b' }] })
    expect(metricWith(milestone, [1, null])).toMatchObject({
      steps: [
        { name: 'a', weight: 3, done: 1 },
        { name: 'b', done: null },
      ],
    })
    expect(metricWith(metricSchema.parse({ kind: 'increase', current: 1 }), 4)).toMatchObject({ current: 4 })
    expect(metricWith(metricSchema.parse({ kind: 'maintain', lower: 1 }), 4)).toMatchObject({ lower: 1, current: 4 })
    expect(metricWith(metricSchema.parse({ kind: 'ordinal', zones: {} }), 'target')).toMatchObject({ current: 'target' })
    expect(metricWith(metricSchema.parse({ kind: 'boolean' }), 1)).toMatchObject({ current: 1 })
  })

  test('OKR19: one that does not fit the metric any more is not read', () => {
    expect(metricWith(metricSchema.parse({ kind: 'boolean' }), 7)).toBeNull()
    expect(metricWith(metricSchema.parse({ kind: 'increase' }), 'target')).toBeNull()
    expect(metricWith(metricSchema.parse({ kind: 'ordinal', zones: {} }), 3)).toBeNull()
    expect(metricWith(metricSchema.parse({ kind: 'milestone', steps: [{ name: 'a' }] }), [1, 0])).toBeNull()
    expect(metricWith(metricSchema.parse({ kind: 'milestone', steps: [{ name: 'a' }] }), 1)).toBeNull()
  })
})
