import type { Box } from '../geometry.ts'
import { textBlock, textWidth } from '../text.ts'
import { linesOf, loadOf, ticksOf } from './axis.ts'
import { scaleOf, spanOf } from './days.ts'
import type { TimelineInput, TimelineLaneInput } from './input.ts'
import { type Columns, layoutRow, markSize } from './row.ts'
import type { TimelineLane, TimelineRow, TimelineScene } from './scene.ts'

const headHeight = 76
const laneHead = 30
const laneGap = 10
const margin = 12

/** Rows get lower as they get more, so that a screen tells as much as it can without small print. */
function rowHeightFor(count: number): number {
  if (count <= 24) return 38
  return count <= 80 ? 30 : 25
}

function between(low: number, value: number, high: number): number {
  return Math.round(Math.min(high, Math.max(low, value)))
}

/** The widths of the columns; on a narrow drawing the other side goes without a column of its own. */
function columnsFor(width: number): Columns {
  const title = between(130, width * 0.23, 420)
  const words = between(150, width * 0.145, 250)
  const other = width >= 900 ? between(100, width * 0.11, 220) : 0
  const left = margin + 14
  const plotX = left + title + (other > 0 ? other + 12 : 0) + 10
  return {
    title: { x: left, width: title },
    other: other > 0 ? { x: left + title + 12, width: other } : null,
    plot: { x: plotX, width: width - plotX - words - 14 - margin },
    words: { x: width - words - margin, width: words },
  }
}

function layoutLane(lane: TimelineLaneInput, y: number, rowsHeight: number, width: number): TimelineLane {
  const box: Box = { x: margin, y, width: width - 2 * margin, height: laneHead + rowsHeight }
  const titleX = box.x + 14
  const title = textBlock(`${lane.letter}  ${lane.name}`, { at: { x: titleX, y: y + 20 }, width: box.width * 0.6, size: 13, weight: 700 })
  const used = textWidth(title.lines[0]?.text ?? '', 13, 700)
  return {
    id: lane.id,
    tone: lane.tone,
    box,
    stripe: { x: box.x, y: y + 6, width: 4, height: box.height - 8 },
    title,
    words: textBlock(lane.words, { at: { x: titleX + used + 12, y: y + 20 }, width: Math.max(0, box.width - used - 40), size: 12, weight: 400 }),
  }
}

/**
 * Promises on a line of time: one lane for each node, one row for each promise, in the order given.
 *
 * @param input days and words; `width` in pixels
 * @returns a scene as wide as asked for (560 at least) and as high as its rows need
 * Cost O(rows · length of texts + days). Spec: LT1-LT9.
 */
export function layoutTimeline(input: TimelineInput): TimelineScene {
  const width = Math.max(560, Math.round(input.width))
  const columns = columnsFor(width)
  const count = input.lanes.reduce((sum, { rows }) => sum + rows.length, 0)
  const rowHeight = rowHeightFor(count)
  const inset = markSize(rowHeight) / 2 + 2
  const heights = input.lanes.map(({ rows }) => laneHead + rows.length * rowHeight)
  const height = headHeight + heights.reduce((sum, each) => sum + each + laneGap, 0) + margin
  const plot: Box = { x: columns.plot.x, y: headHeight, width: columns.plot.width, height: height - headHeight - margin }
  const scale = scaleOf(spanOf(input), plot, inset)
  const lanes: TimelineLane[] = []
  const rows: TimelineRow[] = []
  let y = headHeight + 2
  for (const lane of input.lanes) {
    lanes.push(layoutLane(lane, y, lane.rows.length * rowHeight, width))
    lane.rows.forEach((row, at) => {
      const box: Box = { x: margin + 6, y: y + laneHead + at * rowHeight, width: width - 2 * margin - 6, height: rowHeight }
      rows.push(layoutRow(row, { laneId: lane.id, today: input.today, box, columns, scale }))
    })
    y += laneHead + lane.rows.length * rowHeight + laneGap
  }
  const due = input.lanes.flatMap(({ rows: held }) => held.flatMap(({ promisedOn }) => promisedOn ?? []))
  const strip: Box = { x: plot.x, y: 20, width: plot.width, height: 18 }
  return {
    kind: 'timeline',
    view: { x: 0, y: 0, width, height },
    head: { x: 0, y: 0, width, height: headHeight },
    plot,
    days: { ...scale.span, width: scale.width, inset },
    ticks: ticksOf(scale, { monthY: 52, weekY: 70 }),
    lines: linesOf(scale, input, 13),
    load: loadOf(scale, due, strip),
    loadLabel:
      due.length > 0
        ? textBlock('promised for each week', { at: { x: plot.x - 10, y: 36 }, width: plot.x - 24, size: 12, weight: 400, anchor: 'end' })
        : null,
    lanes,
    rows,
  }
}
