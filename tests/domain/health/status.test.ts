import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HealthMetric } from '../../../lib/domain/entity.ts'
import { daysSinceRead, healthOfNode, historyOf, weeksOf } from '../../../lib/domain/health/history.ts'
import { healthSentence, standingText } from '../../../lib/domain/health/sentence.ts'
import { healthOf, outsideOf } from '../../../lib/domain/health/status.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { sketch } from '../sketch.ts'

type Band = Partial<Pick<HealthMetric, 'lower' | 'upper' | 'tolerance' | 'current'>>

function stands(given: Band) {
  return healthOf({ lower: null, upper: null, tolerance: null, current: null, ...given })
}

type Read = readonly [at: string, value: number, fields?: object]

/** A node that wants 80 to 100 %, amber by 5, in Berlin. */
function read(reads: readonly Read[], metric: object = {}): Snapshot {
  return sketch({
    network: [{ id: 'net', timeZone: 'Europe/Berlin' }],
    area: [{ id: 'area' }],
    node: [{ id: 'n', areaId: 'area' }],
    healthMetric: [
      {
        id: 'h',
        nodeId: 'n',
        name: 'People who would stay',
        unit: '%',
        lower: 80,
        upper: 100,
        tolerance: 5,
        current: reads.at(-1)?.[1] ?? null,
        ...metric,
      },
    ],
    healthReading: reads.map(([at, value, fields = {}], index) => ({ id: `r${index}`, healthMetricId: 'h', at, value, ...fields })),
  })
}

const today = '2027-03-01'

function told(reads: readonly Read[], metric: object = {}): string {
  return healthSentence(historyOf(read(reads, metric), 'h'), today)
}

describe('how a health metric stands', () => {
  test('HM1: is unknown without a value or without any end of the band, and never green then', () => {
    expect(stands({ lower: 80 })).toBe('unknown')
    expect(stands({ current: 90 })).toBe('unknown')
    expect(stands({ current: 90, tolerance: 5 })).toBe('unknown')
    expect(outsideOf({ lower: null, upper: null }, 3)).toBeNull()
  })

  test('HM2: green inside with both ends, amber within the tolerance, red beyond', () => {
    const band = { lower: 80, upper: 100, tolerance: 5 }
    expect([74.9, 75, 79.9, 80, 100, 100.1, 105, 105.1].map((current) => stands({ ...band, current }))).toEqual(
      ['red', 'amber', 'amber', 'green', 'green', 'amber', 'amber', 'red'], // biome-ignore format: one line
    )
    expect([stands({ upper: 4, tolerance: 2, current: 6 }), stands({ upper: 4, tolerance: 2, current: -3 })]).toEqual(['amber', 'green'])
  })

  test('HM2: without a tolerance everything outside is red', () => {
    expect([stands({ lower: 80, current: 79.99 }), stands({ lower: 80, current: 80 })]).toEqual(['red', 'green'])
  })

  test('HM3: distances are those of the decimal numbers', () => {
    expect(stands({ lower: 0.8, tolerance: 0.1, current: 0.7 })).toBe('amber')
    expect(outsideOf({ lower: 80, upper: null }, 77.7)).toEqual({ side: 'below', distance: 2.3 })
    const tenth = fc.integer({ min: -10_000, max: 10_000 })
    fc.assert(
      fc.property(tenth, fc.integer({ min: 0, max: 500 }), (end, tolerance) => {
        const band = { lower: end / 10, tolerance: tolerance / 10 }
        expect(stands({ ...band, current: (end - tolerance) / 10 })).toBe(tolerance === 0 ? 'green' : 'amber')
        expect(stands({ ...band, current: (end - tolerance - 1) / 10 })).toBe('red')
      }),
    )
  })

  test('HM9: a node’s health metrics stand in their own order, and change no progress', () => {
    const more = (current: number) =>
      sketch({
        area: [{ id: 'area' }],
        node: [{ id: 'n', areaId: 'area' }],
        cycle: [{ id: 'q', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }],
        objective: [{ id: 'o', nodeId: 'n', cycleId: 'q' }],
        keyResult: [{ id: 'k', objectiveId: 'o', metric: { kind: 'increase', baseline: 0, target: 10, current: 4 } }],
        healthMetric: [
          { id: 'b', nodeId: 'n', lower: 1, current },
          { id: 'a', nodeId: 'n', upper: 1, current },
        ],
      })
    expect(healthOfNode(more(2), 'n').map(({ metric, status }) => [metric.id, status])).toEqual([
      ['b', 'green'],
      ['a', 'red'],
    ])
    expect(healthOfNode(more(2), 'gone')).toEqual([])
    const progress = (snapshot: Snapshot) => [...assess(snapshot, { today, cycleId: 'q' }).nodes.values()].map((facts) => facts.progress)
    expect(progress(more(2))).toEqual(progress(more(0)))
  })
})

describe('what has been read', () => {
  test('HM5: stands by instant, then in the order in which it came; the day is that of the time zone', () => {
    const { reads, last } = historyOf(
      read([
        ['2027-02-10T09:00:00Z', 70],
        ['2027-02-01T23:30:00Z', 90],
        ['2027-02-10T09:00:00.000Z', 78],
      ]),
      'h',
    )
    expect(reads.map(({ reading, day, status }) => [reading.value, day, status])).toEqual([
      [90, '2027-02-02', 'green'],
      [70, '2027-02-10', 'red'],
      [78, '2027-02-10', 'amber'],
    ])
    expect(last?.reading.id).toBe('r2')
  })

  test('HM6: outside since the first of those that have been outside ever since; before is the last other value', () => {
    const since = (...values: number[]) => {
      const { outsideSince, before } = historyOf(read(values.map((value, at) => [`2027-02-0${at + 1}T09:00:00Z`, value])), 'h')
      return [outsideSince, before?.reading.value ?? null]
    }
    expect(since()).toEqual([null, null])
    expect(since(78)).toEqual(['2027-02-01', null])
    expect(since(90, 78, 70)).toEqual(['2027-02-02', 78])
    expect(since(70, 90, 78, 78)).toEqual(['2027-02-03', 90])
    expect(since(70, 90)).toEqual([null, 70])
  })

  test('HM6: a value that was set inside its band is not outside since a reading of long ago', () => {
    const snapshot = read([['2027-02-01T09:00:00Z', 70]])
    const metric = snapshot.tables.healthMetric.get('h')
    if (!metric) throw new Error('there is a metric')
    snapshot.tables.healthMetric.set('h', { ...metric, current: 90 })
    expect(historyOf(snapshot, 'h')).toMatchObject({ status: 'green', outsideSince: null })
  })

  test('HM7: eight weeks that end today, the last value of each, none filled', () => {
    const history = historyOf(
      read([
        ['2027-01-04T09:00:00Z', 1], // the first of 56 days was the day after
        ['2027-01-05T09:00:00Z', 2],
        ['2027-02-16T09:00:00Z', 3],
        ['2027-02-22T09:00:00Z', 4],
        ['2027-02-23T09:00:00Z', 5],
        ['2027-03-01T09:00:00Z', 6],
        ['2027-03-02T09:00:00Z', 7],
      ]),
      'h',
    )
    expect(weeksOf(history, today)).toEqual([2, null, null, null, null, null, 4, 6])
  })

  test('HM8: a reading of more than 28 days ago keeps its colour, and its age is told', () => {
    const history = historyOf(read([['2027-01-31T09:00:00Z', 90]]), 'h')
    expect([history.status, daysSinceRead(history, today)]).toEqual(['green', 29])
    expect(daysSinceRead(historyOf(read([]), 'h'), today)).toBeNull()
    expect(told([['2027-02-01T09:00:00Z', 90]])).toBe('“People who would stay” is at 90%, inside its band of 80 to 100%.')
    expect(told([['2027-01-31T09:00:00Z', 90]])).toBe(
      '“People who would stay” is at 90%, inside its band of 80 to 100%. It was last read 29 days ago.',
    )
  })

  test('HM10: one sentence says value, distance and since when', () => {
    expect(told([])).toBe('Nobody has read “People who would stay” yet.')
    expect(told([['2027-02-20T09:00:00Z', 78]])).toBe('“People who would stay” is at 78%, 2 points below its band of 80 to 100%.')
    const falling: readonly Read[] = [
      ['2027-02-06T09:00:00Z', 90],
      ['2027-02-13T09:00:00Z', 79],
      ['2027-02-20T09:00:00Z', 71.5],
    ]
    expect(told(falling)).toBe('“People who would stay” is at 71.5%, 8.5 points below its band of 80 to 100%. It has been outside since 13 Feb.')
    expect(standingText(historyOf(read(falling), 'h'), today)).toBe(
      'At 71.5%, 8.5 points below its band of 80 to 100%. It has been outside since 13 Feb.',
    )
    expect(standingText(historyOf(read([]), 'h'), today)).toBe('Nobody has read it yet.')
    expect(told(falling.slice(0, 2))).toBe('“People who would stay” is at 79%, 1 point below its band of 80 to 100%. It was 90% on 6 Feb.')
  })

  test('HM10: with one end, or none, it says so', () => {
    const hours = { name: 'Wait', unit: 'h', lower: null, upper: 4 }
    expect(told([['2027-02-20T09:00:00Z', 6]], hours)).toBe('“Wait” is at 6 h, 2 h above its limit of 4 h.')
    expect(told([['2027-02-20T09:00:00Z', 3]], hours)).toBe('“Wait” is at 3 h, inside its limit of at most 4 h.')
    expect(told([['2027-02-20T09:00:00Z', 2]], { ...hours, lower: 2, upper: 2 })).toBe('“Wait” is at 2 h, as it should be.')
    expect(told([['2027-02-20T09:00:00Z', 3]], { ...hours, lower: 2, upper: 2 })).toBe('“Wait” is at 3 h, 1 h above 2 h.')
    expect(told([['2027-02-20T09:00:00Z', 3]], { ...hours, upper: null })).toBe('“Wait” is at 3 h, and nobody has said yet which values are fine.')
  })
})
