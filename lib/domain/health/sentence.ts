import type { HealthMetric } from '../entity.ts'
import { agoText, dayText } from '../promise/day-words.ts'
import { daysSinceRead, type HealthHistory, staleReadingDays } from './history.ts'
import { outsideOf } from './status.ts'

const numberForm = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A value with the unit of its metric: “93.5%”, “42 h”. Cost O(1). */
export function amountText({ unit }: Pick<HealthMetric, 'unit'>, value: number): string {
  if (!unit) return numberForm.format(value)
  return numberForm.format(value) + (unit === '%' ? '%' : ` ${unit}`)
}

/** What is protected: “80 to 100%”, “at least 95%”, “at most 4 h”; null without any end. Cost O(1). */
export function bandText({ lower, upper, unit }: Pick<HealthMetric, 'lower' | 'upper' | 'unit'>): string | null {
  if (lower !== null && upper !== null) return lower === upper ? `exactly ${amountText({ unit }, lower)}` : range(lower, upper, unit)
  if (lower !== null) return `at least ${amountText({ unit }, lower)}`
  return upper === null ? null : `at most ${amountText({ unit }, upper)}`
}

function range(lower: number, upper: number, unit: string | null): string {
  return `${numberForm.format(lower)} to ${amountText({ unit }, upper)}`
}

/** How far from a band: of percentages in points. */
function distanceText({ unit }: HealthMetric, distance: number): string {
  return unit === '%' ? `${numberForm.format(distance)} ${distance === 1 ? 'point' : 'points'}` : amountText({ unit }, distance)
}

/** The part of a band that a value is held against: “its band of 80 to 100%”, “its limit of 4 h”. */
function against(metric: HealthMetric, band: string): string {
  if (metric.lower !== null && metric.upper !== null) return metric.lower === metric.upper ? amountText(metric, metric.lower) : `its band of ${band}`
  return `its limit of ${amountText(metric, metric.lower ?? metric.upper ?? 0)}`
}

/** “at 78%, 2 points below its band of 80 to 100%”, “at 3 h, inside its limit of at most 4 h”: where it stands to its band. */
function placeText(metric: HealthMetric, value: number): string {
  const [outside, band] = [outsideOf(metric, value), bandText(metric)]
  const at = `at ${amountText(metric, value)}`
  if (!outside || band === null) return `${at}, and nobody has said yet which values are fine`
  if (outside.side !== 'inside') return `${at}, ${distanceText(metric, outside.distance)} ${outside.side} ${against(metric, band)}`
  if (metric.lower !== null && metric.lower === metric.upper) return `${at}, as it should be`
  return `${at}, inside its ${metric.lower !== null && metric.upper !== null ? 'band' : 'limit'} of ${band}`
}

function sinceText({ outsideSince, reads, before, metric }: HealthHistory, today: string): string {
  if (outsideSince !== null && reads.filter(({ day }) => day >= outsideSince).length > 1)
    return ` It has been outside since ${dayText(outsideSince, today)}.`
  return before === null ? '' : ` It was ${amountText(metric, before.reading.value)} on ${dayText(before.day, today)}.`
}

/**
 * How a health metric stands, as one would say it aloud: “People who would stay” is at 78%, 2 points below its band of 80 to 100%. It has been
 * outside since 2 Feb.” It names no people.
 *
 * @param today `YYYY-MM-DD` in the network's time zone
 * Cost O(readings). Spec: HM10.
 */
export function healthSentence(history: HealthHistory, today: string): string {
  const { metric } = history
  if (metric.current === null) return `Nobody has read “${metric.name}” yet.`
  return `“${metric.name}” is ${placeText(metric, metric.current)}.${restText(history, today)}`
}

/**
 * The same where its name stands above: “At 78%, 2 points below its band of 80 to 100%. It has been outside since 2 Feb.”
 *
 * @param today `YYYY-MM-DD` in the network's time zone
 * Cost O(readings). Spec: HM10.
 */
export function standingText(history: HealthHistory, today: string): string {
  const { metric } = history
  if (metric.current === null) return 'Nobody has read it yet.'
  const place = placeText(metric, metric.current)
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}.${restText(history, today)}`
}

function restText(history: HealthHistory, today: string): string {
  const days = daysSinceRead(history, today)
  const stale = days !== null && days > staleReadingDays ? ` It was last read ${agoText(days)}.` : ''
  return sinceText(history, today) + stale
}
