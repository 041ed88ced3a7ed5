import { type Point, round1 } from '../geometry.ts'
import type { TimelineLane, TimelineLine, TimelineMark, TimelineRow, TimelineScene, TimelineSpan, TimelineTick } from '../timeline/scene.ts'
import { type Ink, tintOf } from '../tokens.ts'
import { drawBadge } from './badge.ts'
import { group, type Mark, type Paint, path, rect, text } from './mark.ts'
import { needPaint } from './need.ts'

function at(x: number, y: number): string {
  return `${round1(x)} ${round1(y)}`
}

function drawTick({ x, kind }: TimelineTick, { plot, head }: TimelineScene): Mark {
  const top = kind === 'month' ? head.height - 34 : plot.y
  return path(`M${at(x, top)}L${at(x, plot.y + plot.height)}`, { stroke: 'border', strokeOpacity: kind === 'month' ? 0.45 : 0.16, strokeWidth: 1 })
}

function drawLine({ x, kind }: TimelineLine, { plot }: TimelineScene): Mark {
  const paint: Paint = kind === 'today' ? { stroke: 'focus', strokeWidth: 2 } : { stroke: 'text-2', strokeWidth: 1.4, dash: '7 4' }
  return path(`M${at(x, plot.y)}L${at(x, plot.y + plot.height)}`, paint)
}

function drawLane({ id, tone, box, stripe, title, words }: TimelineLane): Mark {
  return group('lane', id, [
    rect(box, 8, { fill: tintOf(tone), fillOpacity: 0.5 }),
    rect(stripe, stripe.width / 2, { fill: tone }),
    text(title, tone),
    text(words, 'text-2'),
  ])
}

/** A saw over a stretch of time: promised for after it is needed. */
function saw(from: Point, to: Point): string {
  const count = Math.max(1, Math.round((to.x - from.x) / 6))
  const step = (to.x - from.x) / count
  const teeth = Array.from(
    { length: count },
    (_, tooth) => `L${at(from.x + (tooth + 0.5) * step, from.y - 3.5)}L${at(from.x + (tooth + 1) * step, from.y)}`,
  )
  return `M${at(from.x, from.y)}${teeth.join('')}`
}

function drawSpan({ kind, from, to }: TimelineSpan, row: TimelineRow): Mark {
  const straight = `M${at(from.x, from.y)}L${at(to.x, to.y)}`
  switch (kind) {
    case 'wait':
      return path(straight, row.style === 'late' ? needPaint('promised') : row.style === 'overdue' ? needPaint('asked') : needPaint(row.style))
    case 'slack':
      return path(straight, { stroke: 'on-track', strokeWidth: 1.4, dash: '2 3' })
    case 'backwards':
      return path(saw(from, to), { stroke: 'off-track', strokeWidth: 1.8 })
    case 'late':
      return path(straight, { stroke: 'off-track', strokeWidth: 5, strokeOpacity: 0.85, ...(row.style === 'overdue' ? { dash: '3 3' } : {}) })
  }
}

const shapes = {
  needed: (r: number, { x, y }: Point) => `M${at(x - r, y - r * 0.8)}L${at(x + r, y - r * 0.8)}L${at(x, y + r * 0.9)}Z`,
  diamond: (r: number, { x, y }: Point) => `M${at(x, y - r)}L${at(x + r, y)}L${at(x, y + r)}L${at(x - r, y)}Z`,
  cross: (r: number, { x, y }: Point) =>
    `M${at(x - r * 0.7, y - r * 0.7)}L${at(x + r * 0.7, y + r * 0.7)}M${at(x + r * 0.7, y - r * 0.7)}L${at(x - r * 0.7, y + r * 0.7)}`,
  tick: (r: number, { x, y }: Point) => `M${at(x - r * 0.45, y)}L${at(x - r * 0.1, y + r * 0.38)}L${at(x + r * 0.5, y - r * 0.35)}`,
}

/** One mark of a row, by itself too: for a legend or a list. The outline tells the kind. Cost O(1). Spec: LT7. */
export function drawTimelineMark({ kind, centre, size }: Omit<TimelineMark, 'day'>, ink: Ink = 'text'): Mark[] {
  const r = size / 2
  const box = { x: centre.x - r, y: centre.y - r, width: size, height: size }
  switch (kind) {
    case 'asked':
      return [rect({ x: centre.x - 1, y: centre.y - r * 0.8, width: 2, height: size * 0.8 }, 1, { fill: 'edge' })]
    case 'needed':
      return [path(shapes.needed(r, centre), { fill: 'bg', stroke: ink, strokeWidth: 1.5 })]
    case 'promised':
      return [rect(box, r, { fill: ink, stroke: 'bg', strokeWidth: 1 })]
    case 'kept':
      return [
        rect({ x: box.x + 0.75, y: box.y + 0.75, width: size - 1.5, height: size - 1.5 }, r, { fill: 'bg', stroke: 'on-track', strokeWidth: 1.5 }),
        path(shapes.tick(r, centre), { stroke: 'on-track', strokeWidth: 1.6, cap: 'round' }),
      ]
    case 'proposed':
      return [path(shapes.diamond(r, centre), { fill: 'bg', stroke: ink, strokeWidth: 1.5, dash: '2.5 1.8' })]
    case 'delivered':
      return [
        rect({ x: box.x + 1, y: box.y + 1, width: size - 2, height: size - 2 }, 2, { fill: 'bg', stroke: 'on-track', strokeWidth: 1.5 }),
        path(shapes.tick(r, centre), { stroke: 'on-track', strokeWidth: 1.6, cap: 'round' }),
      ]
    case 'accepted':
      return drawBadge({ status: 'done', centre, size: size - 1, text: null })
    case 'broken':
      return [path(shapes.cross(r, centre), { stroke: 'off-track', strokeWidth: 2.4, cap: 'round' })]
    case 'now':
      return drawBadge({ status: 'late', centre, size, text: null })
  }
}

function inkOf(row: TimelineRow, { kind }: TimelineMark): Ink {
  return row.style === 'late' && kind === 'promised' ? 'off-track' : 'text'
}

function drawRow(row: TimelineRow): Mark {
  return group('row', row.id, [
    ...row.spans.map((span) => drawSpan(span, row)),
    ...row.marks.flatMap((mark) => drawTimelineMark(mark, inkOf(row, mark))),
    text(row.title, 'text'),
    text(row.other, 'text-2'),
    text(row.words, row.isTroubled ? 'off-track' : 'text-2'),
  ])
}

/** Where the bars of the load stand, and the lines through the axis end: below it are its words. */
const loadBottom = 38

/** The strip with months, weeks, the load of each week, and the words of today and of the cycle: it stays in sight. Cost O(days). */
export function drawTimelineHead(scene: TimelineScene): Mark[] {
  const { head, ticks, load, lines, loadLabel } = scene
  return [
    group('axis', 'head', [
      rect(head, 0, { fill: 'canvas' }),
      ...load.map(({ box }) => rect(box, 1.5, { fill: 'edge', fillOpacity: 0.55 })),
      text(loadLabel, 'text-3'),
      ...ticks
        .filter(({ kind }) => kind === 'month')
        .map(({ x }) => path(`M${at(x, head.height - 34)}L${at(x, head.height)}`, { stroke: 'border', strokeOpacity: 0.45, strokeWidth: 1 })),
      ...ticks.map(({ label, kind }) => text(label, kind === 'month' ? 'text' : 'text-3')),
      ...lines.map((line) =>
        path(
          `M${at(line.x, 18)}L${at(line.x, loadBottom)}`,
          line.kind === 'today' ? { stroke: 'focus', strokeWidth: 2 } : { stroke: 'text-2', strokeWidth: 1.4, dash: '7 4' },
        ),
      ),
      ...lines.map(({ label, kind }) => text(label, kind === 'today' ? 'focus' : 'text-2')),
      path(`M${at(head.x, head.height)}L${at(head.x + head.width, head.height)}`, { stroke: 'border', strokeOpacity: 0.5, strokeWidth: 1 }),
    ]),
  ]
}

/** Lanes and rows of a timeline, without its axis. Cost O(size of the scene). */
export function drawTimelineBody(scene: TimelineScene): Mark[] {
  return [
    ...scene.lanes.map(drawLane),
    group(
      'axis',
      'grid',
      scene.ticks.map((tick) => drawTick(tick, scene)),
    ),
    group(
      'axis',
      'lines',
      scene.lines.map((line) => drawLine(line, scene)),
    ),
    ...scene.rows.map(drawRow),
  ]
}

/** The marks of a timeline, from the lanes to the axis. Cost O(size of the scene). */
export function drawTimeline(scene: TimelineScene): Mark[] {
  return [...drawTimelineBody(scene), ...drawTimelineHead(scene)]
}
