import { describe, expect, test } from 'vitest'
import { type DocumentRecord, listIn, type WeftDocument } from '../../../lib/domain/format/document.ts'
import type { CheckInValue } from '../../../lib/domain/metric.ts'
import { checkInWeeks } from '../../../lib/domain/template/sample/check-ins.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { addDays, daysBetween } from '../../../lib/domain/time.ts'
import { ordinalZones } from '../../../lib/domain/vocabulary.ts'

const days = ['2026-11-21', '2026-12-31', '2027-01-01', '2027-03-28', '2028-02-29', '2028-03-01']

type CheckIn = DocumentRecord<'checkIn'>

/** The check-ins of each key result, in the order of the document. */
function seriesIn(document: WeftDocument): Map<string, CheckIn[]> {
  const series = new Map<string, CheckIn[]>()
  for (const checkIn of listIn(document, 'checkIn')) series.set(checkIn.keyResultId, [...(series.get(checkIn.keyResultId) ?? []), checkIn])
  return series
}

function numbersOf(checkIns: readonly CheckIn[]): number[] {
  return checkIns.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
}

const digitsOf = (value: number) => (String(value).split('.')[1] ?? '').length

/** How many of the values go against the way from first to last. */
function stepsBack(values: readonly number[], falls: boolean): number {
  return values.filter((value, at) => at > 0 && (falls ? value > (values[at - 1] ?? value) : value < (values[at - 1] ?? value))).length
}

describe.each(days)('the check-ins of the sample made on %s', (today) => {
  const document = sample(today, 'Sample')
  const series = seriesIn(document)
  const running = listIn(document, 'keyResult').filter(({ id }) => !id.includes('_next-'))
  const byId = new Map(running.map((keyResult) => [keyResult.id, keyResult]))

  test('belong to the key results of this quarter, and each of those has some', () => {
    expect([...series.keys()].sort()).toEqual(running.map(({ id }) => id).sort())
  })

  test('are weekly, on one weekday, oldest first, each at its own time', () => {
    for (const [id, checkIns] of series) {
      const dates = checkIns.map(({ at }) => at.slice(0, 10))
      for (const [at, day] of dates.entries()) if (at > 0) expect(daysBetween(dates[at - 1] ?? '', day), `${id} ${day}`).toBe(7)
      expect(checkIns.length, id).toBeLessThanOrEqual(checkInWeeks)
    }
    const times = listIn(document, 'checkIn').map(({ at }) => at)
    expect(times).toEqual([...times].sort())
  })

  test('are eight for each key result but for the one that has been silent, and that one is shorter', () => {
    const short = [...series].filter(([, checkIns]) => checkIns.length !== checkInWeeks)
    expect(short.map(([id, checkIns]) => [id, checkIns.length])).toEqual([['sample_kr_team-health', 5]])
    expect(short[0]?.[1].at(-1)?.at.slice(0, 10)).toBe(addDays(today, -23))
  })

  test('are made in working hours of the morning', () => {
    for (const { at } of listIn(document, 'checkIn')) expect(at).toMatch(/T0[789]:(15|25|35|45):00Z$/)
  })

  test('are told by the lead of the node, in their own quarter', () => {
    const people = new Set<string>(listIn(document, 'person').map(({ id }) => id))
    const start = listIn(document, 'cycle')[0]?.startsOn ?? ''
    for (const { personId, at } of listIn(document, 'checkIn')) expect([people.has(personId ?? ''), at.slice(0, 10) >= start]).toEqual([true, true])
  })

  test('never leave the way between where it began and where it stands now', () => {
    for (const [id, checkIns] of series) {
      const metric = byId.get(id)?.metric
      if (metric?.kind !== 'increase' && metric?.kind !== 'decrease') continue
      const [from, to] = [metric.baseline ?? 0, metric.current ?? 0]
      for (const value of numbersOf(checkIns)) expect(value >= Math.min(from, to) && value <= Math.max(from, to), `${id} ${value}`).toBe(true)
      expect(numbersOf(checkIns).at(-1), id).toBe(to)
    }
  })

  test('go the right way, with one step back at most', () => {
    for (const [id, checkIns] of series) {
      const metric = byId.get(id)?.metric
      if (metric?.kind !== 'increase' && metric?.kind !== 'decrease') continue
      expect(stepsBack(numbersOf(checkIns), metric.kind === 'decrease'), id).toBeLessThanOrEqual(1)
    }
  })

  test('have no more digits than people would read off', () => {
    for (const [id, checkIns] of series) {
      const metric = byId.get(id)?.metric
      const own = metric && 'current' in metric && typeof metric.current === 'number' ? digitsOf(metric.current) : 1
      for (const value of numbersOf(checkIns)) expect(digitsOf(value), `${id} ${value}`).toBeLessThanOrEqual(Math.max(own, 1))
    }
  })

  test('a band is held all the time, since its key results go well', () => {
    for (const [id, checkIns] of series) {
      const metric = byId.get(id)?.metric
      if (metric?.kind !== 'maintain') continue
      expect(checkIns.length, id).toBeGreaterThan(4)
      for (const value of numbersOf(checkIns))
        expect(value >= (metric.lower ?? value) && value <= (metric.upper ?? value), `${id} ${value}`).toBe(true)
    }
  })

  test('steps are never undone, and there are as many as the metric has', () => {
    for (const [id, checkIns] of series) {
      const metric = byId.get(id)?.metric
      if (metric?.kind !== 'milestone') continue
      const rows = checkIns.map(({ value }) => stepValues(value))
      for (const row of rows) expect(row.length, id).toBe(metric.steps?.length)
      for (const at of rows[0]?.keys() ?? [])
        expect(
          stepsBack(
            rows.map((row) => row[at] ?? 0),
            false,
          ),
          `${id} step ${at}`,
        ).toBe(0)
    }
  })

  test('what is done or not is done at the end only, and zones go up', () => {
    for (const [id, checkIns] of series) {
      const values = checkIns.map(({ value }) => value)
      const kind = byId.get(id)?.metric.kind
      if (kind === 'boolean') expect(values, id).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
      if (kind === 'ordinal')
        expect(
          stepsBack(
            values.map((zone) => ordinalZones.map(String).indexOf(String(zone))),
            false,
          ),
          id,
        ).toBe(0)
    }
  })

  test('confidences move in one direction from the start to now, in tenths', () => {
    for (const [id, checkIns] of series) {
      const values = checkIns.map(({ confidence }) => confidence ?? -1)
      expect(
        values.every((value) => value >= 0 && value <= 1 && Number.isInteger(Math.round(value * 1e6) / 1e5)),
        id,
      ).toBe(true)
      expect(Math.min(stepsBack(values, false), stepsBack(values, true)), id).toBe(0)
    }
  })

  test('notes stand on the last ones, so that they are read', () => {
    const noted = [...series.values()].filter((checkIns) => checkIns.some(({ note }) => note !== undefined))
    expect(noted.length).toBeGreaterThan(10)
    for (const checkIns of noted) expect(checkIns.at(-1)?.note?.length ?? 0, checkIns[0]?.keyResultId).toBeGreaterThan(10)
  })

  test('what is stuck stood still in the last four weeks', () => {
    for (const id of ['sample_kr_live-alerts', 'sample_kr_event-stream', 'sample_kr_audit-package']) {
      const values = (series.get(id) ?? []).slice(-4).map(({ value }) => JSON.stringify(value))
      expect([values.length, new Set(values).size], id).toEqual([4, 1])
    }
  })
})

function stepValues(value: CheckInValue | undefined): (number | null)[] {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} is no value of steps`)
  return value
}
