import type { Box, Point } from '../geometry.ts'
import type { NeedStyle } from '../input.ts'
import type { TextBlock } from '../scene.ts'
import type { Tone } from '../tone.ts'

/** What a mark in a row says; each has an outline of its own. `kept` is a promised day of which the delivery is known, but not its day. */
export type TimelineMarkKind = 'asked' | 'needed' | 'promised' | 'kept' | 'proposed' | 'delivered' | 'accepted' | 'broken' | 'now'

export type TimelineMark = {
  readonly kind: TimelineMarkKind
  readonly day: string
  readonly centre: Point
  readonly size: number
}

/** `wait`: from the ask to the day; `slack`: promised before needed; `backwards`: promised after needed; `late`: the day is over. */
export type TimelineSpanKind = 'wait' | 'slack' | 'backwards' | 'late'
export type TimelineSpan = { readonly kind: TimelineSpanKind; readonly from: Point; readonly to: Point }

export type TimelineRow = {
  readonly id: string
  readonly laneId: string
  /** the whole row, from the title to the words */
  readonly box: Box
  readonly style: NeedStyle
  readonly isTroubled: boolean
  readonly title: TextBlock
  readonly other: TextBlock | null
  readonly words: TextBlock
  readonly spans: readonly TimelineSpan[]
  readonly marks: readonly TimelineMark[]
}

export type TimelineLane = {
  readonly id: string
  readonly tone: Tone
  /** its heading and all its rows */
  readonly box: Box
  readonly stripe: Box
  readonly title: TextBlock
  readonly words: TextBlock
}

export type TimelineTick = { readonly x: number; readonly kind: 'month' | 'week'; readonly label: TextBlock | null }

/** Promises that are due in a week, as a bar in the axis. */
export type TimelineLoad = { readonly box: Box; readonly count: number; readonly from: string }

export type TimelineLine = {
  readonly kind: 'today' | 'cycle-start' | 'cycle-end'
  readonly day: string
  readonly x: number
  readonly label: TextBlock
}

export type TimelineScene = {
  readonly kind: 'timeline'
  readonly view: Box
  /** the strip of the axis, above the rows */
  readonly head: Box
  /** where days are; every mark and span lies in it */
  readonly plot: Box
  readonly days: { readonly from: string; readonly to: string; readonly width: number; readonly inset: number }
  readonly ticks: readonly TimelineTick[]
  readonly lines: readonly TimelineLine[]
  readonly load: readonly TimelineLoad[]
  readonly loadLabel: TextBlock | null
  readonly lanes: readonly TimelineLane[]
  readonly rows: readonly TimelineRow[]
}
