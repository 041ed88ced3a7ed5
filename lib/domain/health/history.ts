import type { HealthMetric, HealthReading } from '../entity.ts'
import { find, get, referring, type Snapshot } from '../snapshot.ts'
import { addDays, compareInstants, dayReader, daysBetween } from '../time.ts'
import { type HealthStatus, healthOf } from './status.ts'

/** How many weeks a sparkline shows. */
export const healthWeeks = 8

/** Days after which a reading says little about today. */
export const staleReadingDays = 28

/** One reading with the day on which it was taken and how it stands to the band as it is now. */
export type Read = { readonly reading: HealthReading; readonly day: string; readonly status: HealthStatus }

/** What has been read of a health metric. */
export type HealthHistory = {
  readonly metric: HealthMetric
  readonly status: HealthStatus
  /** oldest first */
  readonly reads: readonly Read[]
  readonly last: Read | null
  /** the last reading with another value than the present one; null where it has never moved */
  readonly before: Read | null
  /** the day of the first of the readings that have been outside ever since; null where it is inside or never read */
  readonly outsideSince: string | null
}

function outsideSince(reads: readonly Read[]): string | null {
  const lastInside = reads.findLastIndex(({ status }) => status === 'green' || status === 'unknown')
  return reads[lastInside + 1]?.day ?? null
}

/**
 * What has been read of a health metric, oldest first; days are those of the network's time zone.
 *
 * @throws DomainError NOT_FOUND
 * Cost O(readings of the metric · log). Spec: HM5, HM6.
 */
export function historyOf(snapshot: Snapshot, id: string): HealthHistory {
  const metric = get(snapshot, 'healthMetric', id)
  const dayOf = dayReader([...snapshot.tables.network.values()][0]?.timeZone ?? null)
  const readings = referring(snapshot, 'healthReading', 'healthMetricId', id).sort((a, b) => compareInstants(a.at, b.at) || a.rank - b.rank)
  const reads = readings.map((reading) => ({ reading, day: dayOf(reading.at), status: healthOf({ ...metric, current: reading.value }) }))
  const last = reads.at(-1) ?? null
  const before = reads.findLast(({ reading }) => reading.value !== last?.reading.value) ?? null
  const status = healthOf(metric)
  const isOutside = status === 'red' || status === 'amber'
  return { metric, status, reads, last, before, outsideSince: isOutside ? outsideSince(reads) : null }
}

/**
 * The last value read in each of the last 8 weeks, oldest first. Weeks end today; one without a reading is null, and is never filled.
 *
 * @param today `YYYY-MM-DD` in the network's time zone
 * Cost O(readings). Spec: HM7.
 */
export function weeksOf({ reads }: Pick<HealthHistory, 'reads'>, today: string): readonly (number | null)[] {
  const weeks: (number | null)[] = Array.from({ length: healthWeeks }, () => null)
  const since = addDays(today, -7 * healthWeeks)
  for (const { day, reading } of reads) {
    if (day <= since || day > today) continue
    weeks[healthWeeks - 1 - Math.floor(daysBetween(day, today) / 7)] = reading.value
  }
  return weeks
}

/**
 * Calendar days since a health metric was last read.
 *
 * @returns null where it never was
 * Cost O(1). Spec: HM8.
 */
export function daysSinceRead({ last }: Pick<HealthHistory, 'last'>, today: string): number | null {
  return last === null ? null : Math.max(0, daysBetween(last.day, today))
}

/** How a node's health metrics stand, in their order. Cost O(metrics of the node). Spec: HM9. */
export function healthOfNode(snapshot: Snapshot, nodeId: string): readonly { readonly metric: HealthMetric; readonly status: HealthStatus }[] {
  if (!find(snapshot, 'node', nodeId)) return []
  return referring(snapshot, 'healthMetric', 'nodeId', nodeId).map((metric) => ({ metric, status: healthOf(metric) }))
}
