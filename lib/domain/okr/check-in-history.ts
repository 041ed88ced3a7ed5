import type { CheckIn, KeyResult } from '../entity.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { addDays, compareInstants, dayReader, daysBetween } from '../time.ts'
import type { LastCheckIn } from './assessment.ts'
import { metricWith, progressOf } from './measure.ts'

/** How many weeks a sparkline shows; older check-ins are not in every snapshot. */
export const sparklineWeeks = 8

const blank: readonly null[] = Array.from({ length: sparklineWeeks }, () => null)

/** What has been reported on a key result. */
export type CheckInHistory = {
  readonly last: LastCheckIn
  readonly daysSince: number
  readonly sparkline: readonly (number | null)[]
}

/** Whether a check-in comes after another: later, or at the same instant and lower in the list. */
function compare(a: CheckIn, b: CheckIn): number {
  return compareInstants(a.at, b.at) || a.rank - b.rank
}

/** Check-ins by key result, oldest first. Tables are mostly in that order already, so most lists need no sorting. */
function byKeyResult(snapshot: Snapshot): Map<string, CheckIn[]> {
  const reports = new Map<string, CheckIn[]>()
  const unsorted = new Set<CheckIn[]>()
  for (const checkIn of snapshot.tables.checkIn.values()) {
    const known = reports.get(checkIn.keyResultId)
    if (!known) {
      reports.set(checkIn.keyResultId, [checkIn])
      continue
    }
    const last = known.at(-1)
    if (last && compare(last, checkIn) > 0) unsorted.add(known)
    known.push(checkIn)
  }
  for (const list of unsorted) list.sort(compare)
  return reports
}

/** `since` is the first day that the sparkline may need, less one that covers every time zone. */
type Clock = { readonly dayOf: (at: string) => string; readonly today: string; readonly since: string }

/** The place in the sparkline of a day: the last 7 days are the last place. */
function weekOf(day: string, today: string): number {
  const daysAgo = daysBetween(day, today)
  return daysAgo < 0 ? -1 : sparklineWeeks - 1 - Math.floor(daysAgo / 7)
}

function sparklineOf(reports: readonly CheckIn[], { metric }: KeyResult, { dayOf, today, since }: Clock): readonly (number | null)[] {
  let weeks: (number | null)[] | null = null
  for (const { at, value } of reports) {
    if (value === null || at < since) continue
    const week = weekOf(dayOf(at), today)
    const reported = week < 0 ? null : metricWith(metric, value)
    if (!reported) continue
    weeks ??= [...blank]
    weeks[week] = progressOf(reported).share
  }
  return weeks ?? blank
}

/**
 * What has been reported on each key result: the latest check-in, the calendar days since, and the progress at the last
 * check-in with a value of each of the last 8 weeks (weeks end today; a week without one is null, never carried on).
 *
 * @param today day in the network's time zone
 * @returns by key result; one without check-ins is missing
 * Cost O(check-ins · log check-ins of one key result). Spec: OKR33-OKR36.
 */
export function checkInHistories(snapshot: Snapshot, timeZone: string | null, today: string): Map<string, CheckInHistory> {
  const clock: Clock = { dayOf: dayReader(timeZone), today, since: addDays(today, -7 * sparklineWeeks - 1) }
  const histories = new Map<string, CheckInHistory>()
  for (const [keyResultId, reports] of byKeyResult(snapshot)) {
    const latest = reports.at(-1)
    const keyResult = find(snapshot, 'keyResult', keyResultId)
    if (!latest || !keyResult) continue
    const last = { id: latest.id, at: latest.at, day: clock.dayOf(latest.at) }
    histories.set(keyResultId, { last, daysSince: Math.max(0, daysBetween(last.day, today)), sparkline: sparklineOf(reports, keyResult, clock) })
  }
  return histories
}

/** The sparkline of a key result without check-ins. */
export const noSparkline: readonly (number | null)[] = blank
