import { addDays, dayNumber, dayOfNumber } from '../../domain/time.ts'
import type { Box } from '../geometry.ts'
import type { TimelineInput, TimelineRowInput } from './input.ts'
import type { TimelineScene } from './scene.ts'

export type DaySpan = { readonly from: string; readonly to: string }

/** Days left free at both ends, so that no mark touches the border. */
const padDays = 4
/** A plot tells at least these days, so that a single promise stands in a month and not in an hour. */
const leastDays = 28

export function daysOfRow(row: TimelineRowInput): string[] {
  return [row.askedOn, row.neededOn, row.promisedOn, row.proposedOn, row.deliveredOn, row.acceptedOn].filter((day) => day !== null)
}

/**
 * The days that a timeline shows: all of its cycle, all days of its promises, and today where it lies within a cycle's length of them.
 *
 * @returns first and last day, both shown; at least four weeks
 * Cost O(promises). Spec: LT2.
 */
export function spanOf({ today, cycle, lanes }: Pick<TimelineInput, 'today' | 'cycle' | 'lanes'>): DaySpan {
  const days = [...(cycle ? [cycle.startsOn, cycle.endsOn] : []), ...lanes.flatMap(({ rows }) => rows.flatMap(daysOfRow))]
  const isLate = lanes.some(({ rows }) => rows.some(({ style }) => style === 'late' || style === 'overdue'))
  const known = (days.length > 0 ? days : [today]).map(dayNumber)
  const now = dayNumber(today)
  let [first, last] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))]
  const reach = Math.max(leastDays, last - first)
  if (isLate || (now >= first - reach && now <= last + reach)) [first, last] = [Math.min(first, now), Math.max(last, now)]
  const missing = Math.max(0, leastDays - (last - first))
  return { from: dayOfNumber(first - padDays - Math.ceil(missing / 2)), to: dayOfNumber(last + padDays + Math.floor(missing / 2)) }
}

export type Scale = { readonly span: DaySpan; readonly plot: Box; readonly inset: number; readonly width: number }

/** A scale of days over a plot; `inset` is kept free at both ends. Cost O(1). */
export function scaleOf(span: DaySpan, plot: Box, inset: number): Scale {
  const days = Math.max(1, dayNumber(span.to) - dayNumber(span.from))
  return { span, plot, inset, width: (plot.width - 2 * inset) / days }
}

/** Where a day stands, in pixels, even outside of the span. Cost O(1). */
export function xOf({ span, plot, inset, width }: Scale, day: string): number {
  return plot.x + inset + (dayNumber(day) - dayNumber(span.from)) * width
}

/** The day nearest to a place of a drawn timeline, within its span. Cost O(1). Spec: LT9. */
export function dayAt({ plot, days }: Pick<TimelineScene, 'plot' | 'days'>, x: number): string {
  const day = addDays(days.from, Math.round((x - plot.x - days.inset) / days.width))
  return day < days.from ? days.from : day > days.to ? days.to : day
}

/** Where a day stands on a drawn timeline, kept within its plot. Cost O(1). Spec: LT9. */
export function placeOfDay({ plot, days }: Pick<TimelineScene, 'plot' | 'days'>, day: string): number {
  const x = plot.x + days.inset + (dayNumber(day) - dayNumber(days.from)) * days.width
  return Math.min(plot.x + plot.width - days.inset, Math.max(plot.x + days.inset, x))
}
