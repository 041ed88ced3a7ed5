import type { CheckIn, KeyResult } from '../entity.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { addDays, dayReader, daysBetween } from '../time.ts'
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

type Reported = { readonly atMs: number; readonly checkIn: CheckIn }

/** Check-ins by key result, oldest first; of two at the same instant the one lower in the list is the later. */
function byKeyResult(snapshot: Snapshot): Map<string, Reported[]> {
  const reports = new Map<string, Reported[]>()
  for (const checkIn of snapshot.tables.checkIn.values()) {
    const reported = { atMs: Date.parse(checkIn.at), checkIn }
    const known = reports.get(checkIn.keyResultId)
    if (known) known.push(reported)
    else reports.set(checkIn.keyResultId, [reported])
  }
  for (const list of reports.values()) if (list.length > 1) list.sort((a, b) => a.atMs - b.atMs || a.checkIn.rank - b.checkIn.rank)
  return reports
}

type Clock = { readonly dayOf: (at: string) => string; readonly today: string; readonly sinceMs: number }

/** The place in the sparkline of a day: the last 7 days are the last place. */
function weekOf(day: string, today: string): number {
  const daysAgo = daysBetween(day, today)
  return daysAgo < 0 ? -1 : sparklineWeeks - 1 - Math.floor(daysAgo / 7)
}

function sparklineOf(reports: readonly Reported[], { metric }: KeyResult, { dayOf, today, sinceMs }: Clock): readonly (number | null)[] {
  const recent = reports.filter(({ atMs }) => atMs >= sinceMs)
  if (recent.length === 0) return blank
  const weeks: (number | null)[] = [...blank]
  for (const { checkIn } of recent) {
    const week = weekOf(dayOf(checkIn.at), today)
    const reported = checkIn.value === null ? null : metricWith(metric, checkIn.value)
    if (week >= 0 && reported) weeks[week] = progressOf(reported).share
  }
  return weeks
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
  // a day more on either side covers every time zone
  const clock: Clock = { dayOf: dayReader(timeZone), today, sinceMs: Date.parse(addDays(today, -7 * sparklineWeeks - 1)) }
  const histories = new Map<string, CheckInHistory>()
  for (const [keyResultId, reports] of byKeyResult(snapshot)) {
    const latest = reports.at(-1)?.checkIn
    const keyResult = find(snapshot, 'keyResult', keyResultId)
    if (!latest || !keyResult) continue
    const last = { id: latest.id, at: latest.at, day: clock.dayOf(latest.at) }
    histories.set(keyResultId, { last, daysSince: Math.max(0, daysBetween(last.day, today)), sparkline: sparklineOf(reports, keyResult, clock) })
  }
  return histories
}

/** The sparkline of a key result without check-ins. */
export const noSparkline: readonly (number | null)[] = blank
