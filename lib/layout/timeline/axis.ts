import { addDays, dayNumber } from '../../domain/time.ts'
import type { Box } from '../geometry.ts'
import type { TextBlock } from '../scene.ts'
import { textBlock, textWidth } from '../text.ts'
import { type Scale, xOf } from './days.ts'
import type { TimelineInput } from './input.ts'
import type { TimelineLine, TimelineLoad, TimelineTick } from './scene.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthStyle = { size: 12, weight: 600 }
const weekStyle = { size: 12, weight: 400 }
const gap = 6

/** A day as the axis writes it: “21 Nov”. Cost O(1). */
export function axisDay(day: string): string {
  return `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`
}

function isMonday(day: string): boolean {
  return (((dayNumber(day) + 3) % 7) + 7) % 7 === 0
}

function daysIn({ span }: Scale): string[] {
  const count = dayNumber(span.to) - dayNumber(span.from)
  return Array.from({ length: count + 1 }, (_, at) => addDays(span.from, at))
}

type Band = { readonly monthY: number; readonly weekY: number }

/** The labels of one row of the axis that have room beside each other and end inside the plot. */
function spaced(places: readonly { x: number; text: string }[], right: number, style: typeof monthStyle): Set<number> {
  let free = -Infinity
  const kept = new Set<number>()
  places.forEach(({ x, text }, at) => {
    const end = x + textWidth(text, style.size, style.weight)
    if (x < free || end > right) return
    kept.add(at)
    free = end + gap
  })
  return kept
}

/**
 * The weeks (Mondays) and months of the axis. Weeks are left out where they would stand closer than 9 px; a label that has no room is left out.
 *
 * Cost O(days). Spec: LT3.
 */
export function ticksOf(scale: Scale, { monthY, weekY }: Band): TimelineTick[] {
  const right = scale.plot.x + scale.plot.width
  const days = daysIn(scale)
  const firsts = days.filter((day, at) => at === 0 || day.endsWith('-01'))
  const monthPlaces = firsts.map((day, at) => ({ day, x: xOf(scale, day), text: monthText(day, at === 0) }))
  const fitting = monthPlaces.filter(({ x }, at) => at > 0 || (monthPlaces[1]?.x ?? Infinity) - x > 46)
  const keptMonths = spaced(fitting, right, monthStyle)
  const monthTicks = fitting.map(({ x, text }, at) => ({
    x,
    kind: 'month' as const,
    label: keptMonths.has(at) ? textBlock(text, { at: { x: x + 4, y: monthY }, width: 400, ...monthStyle }) : null,
  }))
  if (scale.width * 7 < 9) return monthTicks
  const weekPlaces = days.filter(isMonday).map((day) => ({ x: xOf(scale, day), text: String(Number(day.slice(8))) }))
  const keptWeeks = spaced(weekPlaces, right, weekStyle)
  const weekTicks = weekPlaces.map(({ x, text }, at) => ({
    x,
    kind: 'week' as const,
    label: keptWeeks.has(at) ? textBlock(text, { at: { x, y: weekY }, width: 40, anchor: 'middle', ...weekStyle }) : null,
  }))
  return [...weekTicks, ...monthTicks]
}

function monthText(day: string, isFirst: boolean): string {
  const name = months[Number(day.slice(5, 7)) - 1] ?? ''
  return isFirst || day.slice(5, 7) === '01' ? `${name} ${day.slice(0, 4)}` : name
}

type LinePlace = { readonly kind: TimelineLine['kind']; readonly day: string; readonly text: string; readonly weight: number }

function labelAt({ plot }: Scale, x: number, { text, weight }: LinePlace, y: number): TextBlock {
  const half = textWidth(text, 12, weight) / 2
  const middle = Math.min(plot.x + plot.width - half, Math.max(plot.x + half, x))
  return textBlock(text, { at: { x: middle, y }, width: 400, size: 12, weight, anchor: 'middle' })
}

function boxesMeet(a: TextBlock, b: TextBlock): boolean {
  const reach = (block: TextBlock) => textWidth(block.full, block.size, block.weight) / 2 + gap / 2
  const [left, right] = [a.lines[0]?.x ?? 0, b.lines[0]?.x ?? 0]
  return Math.abs(left - right) < reach(a) + reach(b)
}

/**
 * Today and both ends of the cycle, as far as the span shows them. Where two labels would meet, today keeps its words.
 *
 * Cost O(1). Spec: LT4.
 */
export function linesOf(scale: Scale, { today, cycle }: Pick<TimelineInput, 'today' | 'cycle'>, y: number): TimelineLine[] {
  const places: LinePlace[] = [
    { kind: 'today', day: today, text: `today, ${axisDay(today)}`, weight: 700 },
    ...(cycle
      ? [
          { kind: 'cycle-start' as const, day: cycle.startsOn, text: `${cycle.name} begins`, weight: 400 },
          { kind: 'cycle-end' as const, day: cycle.endsOn, text: `${cycle.name} ends`, weight: 400 },
        ]
      : []),
  ]
  const shown = places.filter(({ day }) => day >= scale.span.from && day <= scale.span.to)
  const lines: TimelineLine[] = []
  for (const place of shown) {
    const x = xOf(scale, place.day)
    const label = labelAt(scale, x, place, y)
    const isFree = lines.every((line) => !boxesMeet(line.label, label))
    lines.push({ kind: place.kind, day: place.day, x, label: isFree ? label : { ...label, lines: [] } })
  }
  return lines
}

/** How many promises are due in each week, as bars that end at the bottom of the axis. Cost O(promises + weeks). Spec: LT5. */
export function loadOf(scale: Scale, days: readonly string[], strip: Box): TimelineLoad[] {
  const weekOf = (day: string) => dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7)
  const byWeek = Map.groupBy(days, weekOf)
  const most = Math.max(1, ...[...byWeek.values()].map(({ length }) => length))
  return [...byWeek]
    .toSorted(([a], [b]) => a - b)
    .map(([week, held]) => {
      const from = addDays('1970-01-01', week)
      const [left, right] = [xOf(scale, from), xOf(scale, addDays(from, 7))]
      const x = Math.max(strip.x, left + 1)
      const height = Math.max(2, (strip.height * held.length) / most)
      const width = Math.max(1, Math.min(strip.x + strip.width, right - 1) - x)
      return { box: { x, y: strip.y + strip.height - height, width, height }, count: held.length, from }
    })
}
