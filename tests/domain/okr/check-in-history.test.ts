import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { needsNetwork } from '../sketch.ts'

const metric = { kind: 'increase', baseline: 0, target: 100, current: 0 }

/** Key result `a` with these check-ins, in the list order given, as it stands on a day. */
function assessedAfter(checkIns: readonly object[], { today = '2027-03-01', timeZone = null as string | null, of = metric as object } = {}) {
  const snapshot = needsNetwork({ a: { metric: of } }, [], {
    network: [{ id: 'net', timeZone }],
    checkIn: checkIns.map((each, at) => ({ id: `c${at + 1}`, keyResultId: 'a', ...each })),
  })
  const assessed = assess(snapshot, { today, cycleId: 'q' }).keyResults.get('a')
  if (!assessed) throw new Error('a is missing')
  return assessed
}

describe('the last check-in', () => {
  test('OKR33: is the latest by its instant, not by its place in the list', () => {
    const { lastCheckIn, daysSinceCheckIn } = assessedAfter([
      { at: '2027-02-20T09:00:00Z' },
      { at: '2027-02-26T09:00:00Z' },
      { at: '2027-02-01T09:00:00Z' },
    ])
    expect(lastCheckIn).toEqual({ id: 'c2', at: '2027-02-26T09:00:00Z', day: '2027-02-26' })
    expect(daysSinceCheckIn).toBe(3)
  })

  test('OKR33: instants are compared as times: half a second later is later, though its text sorts before', () => {
    expect(assessedAfter([{ at: '2027-02-26T09:00:00.500Z' }, { at: '2027-02-26T09:00:00Z' }]).lastCheckIn?.id).toBe('c1')
  })

  test('OKR33: of two at one instant the one lower in the list counts', () => {
    expect(assessedAfter([{ at: '2027-02-26T09:00:00Z' }, { at: '2027-02-26T10:00:00+01:00' }]).lastCheckIn?.id).toBe('c2')
  })

  test('OKR33: its day is the day in the network’s time zone', () => {
    const late = [{ at: '2027-02-26T23:30:00Z' }]
    expect(assessedAfter(late, { timeZone: 'Europe/Berlin' })).toMatchObject({ lastCheckIn: { day: '2027-02-27' }, daysSinceCheckIn: 2 })
    expect(assessedAfter(late).daysSinceCheckIn).toBe(3)
  })

  test('OKR33: none is unknown, and one that lies in the future is 0 days ago', () => {
    expect(assessedAfter([])).toMatchObject({ lastCheckIn: null, daysSinceCheckIn: null })
    expect(assessedAfter([{ at: '2027-03-09T09:00:00Z' }]).daysSinceCheckIn).toBe(0)
  })
})

describe('the sparkline', () => {
  test('OKR34: has 8 weeks that end today, oldest first', () => {
    const { sparkline } = assessedAfter([
      { at: '2027-01-05T09:00:00Z', value: 10 },
      { at: '2027-02-22T09:00:00Z', value: 40 },
      { at: '2027-02-23T09:00:00Z', value: 60 },
    ])
    expect(sparkline).toEqual([0.1, null, null, null, null, null, 0.4, 0.6])
  })

  test('OKR34: a check-in of more than 8 weeks ago is not in it', () => {
    expect(assessedAfter([{ at: '2027-01-04T09:00:00Z', value: 10 }]).sparkline).toEqual(Array.from({ length: 8 }, () => null))
    expect(assessedAfter([{ at: '2027-01-05T09:00:00Z', value: 10 }]).sparkline[0]).toBe(0.1)
  })

  test('OKR35: the last value of a week counts; a week without one is unknown and not carried on', () => {
    const { sparkline } = assessedAfter([
      { at: '2027-02-25T09:00:00Z', value: 20 },
      { at: '2027-02-27T09:00:00Z', value: 30 },
      { at: '2027-02-28T09:00:00Z', confidence: 0.5 },
    ])
    expect(sparkline.slice(6)).toEqual([null, 0.3])
  })

  test('OKR36: values that no longer fit the metric, and check-ins of the future, are left out', () => {
    expect(assessedAfter([{ at: '2027-02-27T09:00:00Z', value: 'target' }]).sparkline.at(-1)).toBeNull()
    expect(assessedAfter([{ at: '2027-03-02T09:00:00Z', value: 50 }]).sparkline.at(-1)).toBeNull()
  })

  test('OKR34: is the progress of that week, for a decreasing metric too', () => {
    const of = { kind: 'decrease', baseline: 10, target: 0, current: 0 }
    expect(assessedAfter([{ at: '2027-03-01T09:00:00Z', value: 4 }], { of }).sparkline.at(-1)).toBe(0.6)
  })
})
