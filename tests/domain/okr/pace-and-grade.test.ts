import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { confidenceFromTen, confidenceInTen, statedStatus } from '../../../lib/domain/okr/confidence.ts'
import { currentCycle, draftCycle } from '../../../lib/domain/okr/cycle.ts'
import { expectedGrade, gradeBand } from '../../../lib/domain/okr/grade.ts'
import { expectedShare } from '../../../lib/domain/okr/pace.ts'
import { dayIn } from '../../../lib/domain/time.ts'
import { needsNetwork, sketch } from '../sketch.ts'

describe('pace', () => {
  test('OKR27: 0 on the first day, 1 on the last, in between by calendar days', () => {
    const at = (today: string) => expectedShare('2027-01-01', '2027-04-11', today)
    expect(['2027-01-01', '2027-01-02', '2027-02-20', '2027-04-11'].map(at)).toEqual([0, 0.01, 0.5, 1])
  })

  test('OKR28: before the start 0, after the end 1', () => {
    expect(expectedShare('2027-01-01', '2027-03-31', '2026-12-01')).toBe(0)
    expect(expectedShare('2027-01-01', '2027-03-31', '2027-05-01')).toBe(1)
  })

  test('OKR28: a period of one day is over on that day, without dividing by zero', () => {
    expect(['2027-01-04', '2027-01-05', '2027-01-06'].map((today) => expectedShare('2027-01-05', '2027-01-05', today))).toEqual([0, 1, 1])
  })

  test('OKR30: a leap day is a day', () => {
    expect(expectedShare('2028-02-28', '2028-03-01', '2028-02-29')).toBe(0.5)
  })

  test('OKR30: the day is that of the network’s time zone, also over a change of the clocks', () => {
    expect(dayIn('Pacific/Auckland', '2027-01-31T12:00:00Z')).toBe('2027-02-01')
    expect(dayIn('America/Los_Angeles', '2027-02-01T07:59:00Z')).toBe('2027-01-31')
    expect(expectedShare('2027-03-27', '2027-03-29', dayIn('Europe/Berlin', '2027-03-28T21:59:00Z'))).toBe(0.5)
  })

  function expectedIn(fields: object, today: string, cycle: object = {}) {
    return assess(needsNetwork({ a: { ...fields } }, [], { cycle: [{ id: 'q', startsOn: '2027-01-01', endsOn: '2027-01-11', ...cycle }] }), {
      today,
      cycleId: 'q',
    }).keyResults.get('a')
  }

  test('OKR29: a key result’s own due date ends its pace', () => {
    const metric = { kind: 'increase', baseline: 0, target: 10, current: 3 }
    expect(expectedIn({ metric }, '2027-01-06')).toMatchObject({ expected: 0.5, gap: 0.3 - 0.5, dueOn: '2027-01-11' })
    expect(expectedIn({ metric, dueOn: '2027-01-06' }, '2027-01-06')).toMatchObject({ expected: 1, dueOn: '2027-01-06' })
  })

  test('OKR29: what is to be maintained is expected whole from the first day', () => {
    const metric = { kind: 'maintain', lower: 1, upper: 2, current: 1 }
    expect(expectedIn({ metric }, '2027-01-01')?.expected).toBe(1)
    expect(expectedIn({ metric }, '2026-12-31')?.expected).toBe(0)
  })

  test('OKR29: where the progress is unknown, so is the gap; where it is known it may be ahead', () => {
    expect(expectedIn({ metric: { kind: 'boolean' } }, '2027-01-06')).toMatchObject({ expected: 0.5, gap: null })
    expect(expectedIn({ metric: { kind: 'boolean', current: 1 } }, '2027-01-06')?.gap).toBe(0.5)
  })
})

describe('grades', () => {
  test('OKR31: the bands leave no gap: 0.35 is missed, 0.65 partly', () => {
    expect([0, 0.35, 0.399, 0.4, 0.65, 0.699, 0.7, 1].map(gradeBand)).toEqual([
      'missed',
      'missed',
      'missed',
      'partly',
      'partly',
      'partly',
      'reached',
      'reached',
    ])
    expect(gradeBand(null)).toBeNull()
  })

  test('OKR32: committed expects 1, aspirational 0.7, an unknown kind nothing', () => {
    expect([expectedGrade('committed'), expectedGrade('aspirational'), expectedGrade(null)]).toEqual([1, 0.7, null])
  })

  test('OKR32: a grade is given, never made of the progress, and is left out where it is not given', () => {
    const snapshot = sketch({
      area: [{ id: 'a' }],
      node: [{ id: 'n', areaId: 'a' }],
      cycle: [{ id: 'q' }],
      objective: [{ id: 'o', nodeId: 'n', cycleId: 'q', kind: 'aspirational' }],
      keyResult: [
        { id: 'k1', objectiveId: 'o', metric: { kind: 'boolean', current: 1 }, grade: 0.5, weight: 3 },
        { id: 'k2', objectiveId: 'o', metric: { kind: 'boolean', current: 0 }, grade: 0.9 },
        { id: 'k3', objectiveId: 'o', metric: { kind: 'boolean', current: 1 } },
      ],
    })
    const objective = assess(snapshot, { today: '2027-02-01', cycleId: 'q' }).objectives.get('o')
    expect(objective?.grade).toMatchObject({ known: 2, total: 3 })
    expect(objective?.grade.share).toBeCloseTo(0.6, 12)
    expect(objective).toMatchObject({ gradeBand: 'partly', expectedGrade: 0.7 })
    expect(objective?.progress.share).toBe(0.8)
  })
})

describe('what the owner says', () => {
  test('ST1: 0.7 and more is on track, 0.4 and more at risk, less is off track', () => {
    expect([1, 0.7, 0.6, 0.4, 0.3, 0].map(statedStatus)).toEqual(['on-track', 'on-track', 'at-risk', 'at-risk', 'off-track', 'off-track'])
  })

  test('ST2: the bands do not round', () => {
    expect([0.699, 0.6999999, 0.399].map(statedStatus)).toEqual(['at-risk', 'at-risk', 'off-track'])
  })

  test('ST3: no confidence is unknown, not off track', () => {
    expect(statedStatus(null)).toBeNull()
  })

  test('ST4: 0 to 10 on the screen and 0 to 1 in the record lead back and forth', () => {
    for (let ten = 0; ten <= 10; ten += 1) expect(confidenceInTen(confidenceFromTen(ten))).toBe(ten)
    expect(confidenceInTen(0.65)).toBe(6.5)
    expect([confidenceFromTen(12), confidenceFromTen(-1)]).toEqual([1, 0])
  })

  test('ST4: the number never shows a better band than the status beside it', () => {
    for (let thousandth = 0; thousandth <= 1_000; thousandth += 1) {
      const confidence = thousandth / 1_000
      expect(statedStatus(confidenceInTen(confidence) / 10)).toBe(statedStatus(confidence))
    }
  })
})

describe('which cycle', () => {
  const cycles = [
    { id: 'q3', startsOn: '2026-07-01', endsOn: '2026-09-30', phase: null },
    { id: 'q4', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: null },
    { id: 'q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'planning' },
    { id: 'q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'draft' },
  ]
  const at = (today: string, list: object[] = cycles) => currentCycle(sketch({ cycle: list.map((each) => ({ ...each })) }), today)?.id ?? null

  test('OKR37: the active one that today lies in comes first, then any active one', () => {
    expect(at('2026-11-01', [...cycles, { id: 'also', startsOn: '2026-11-01', endsOn: '2026-11-30', phase: 'active' }])).toBe('also')
    expect(at('2026-11-01', [...cycles, { id: 'far', startsOn: '2028-11-01', endsOn: '2028-11-30', phase: 'active' }])).toBe('far')
  })

  test('OKR37: else the one that today lies in, else the next, else the last', () => {
    expect(at('2026-11-01')).toBe('q4')
    expect(at('2026-01-01')).toBe('q3')
    expect(at('2029-01-01')).toBe('q2')
    expect(at('2029-01-01', [])).toBeNull()
  })

  test('OKR38: the draft cycle is the first in draft or planning', () => {
    expect(draftCycle(sketch({ cycle: cycles.toReversed() }))?.id).toBe('q1')
    expect(draftCycle(sketch({ cycle: [{ id: 'q' }] }))).toBeNull()
  })
})
