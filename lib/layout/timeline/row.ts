import type { Box, Point } from '../geometry.ts'
import { textBlock } from '../text.ts'
import { type Scale, xOf } from './days.ts'
import type { TimelineRowInput } from './input.ts'
import type { TimelineMark, TimelineMarkKind, TimelineRow, TimelineSpan } from './scene.ts'

/** Where the parts of a row stand across the drawing. */
export type Columns = {
  readonly title: { readonly x: number; readonly width: number }
  readonly other: { readonly x: number; readonly width: number } | null
  readonly plot: { readonly x: number; readonly width: number }
  readonly words: { readonly x: number; readonly width: number }
}

type Dated = { readonly kind: TimelineMarkKind; readonly day: string }

/** In the order in which marks of one day stand. */
const kinds: readonly TimelineMarkKind[] = ['asked', 'promised', 'kept', 'proposed', 'broken', 'delivered', 'accepted', 'now']

/** How large a mark is in a row, so that two tracks of them fit above each other. Cost O(1). */
export function markSize(rowHeight: number): number {
  return Math.min(14, Math.floor(rowHeight * 0.4))
}

function isSettled({ deliveredOn, acceptedOn, style }: TimelineRowInput): boolean {
  return deliveredOn !== null || acceptedOn !== null || style === 'delivered'
}

function promisedKind({ style, deliveredOn, acceptedOn }: TimelineRowInput): TimelineMarkKind {
  if (style === 'broken') return 'broken'
  return style === 'delivered' && deliveredOn === null && acceptedOn === null ? 'kept' : 'promised'
}

/** The marks of the lower track: everything but the needed day. */
function datedMarks(row: TimelineRowInput, today: string): Dated[] {
  const place = (kind: TimelineMarkKind, day: string | null): Dated[] => (day === null ? [] : [{ kind, day }])
  const isOver = row.style === 'late' || row.style === 'overdue'
  const isBroken = row.style === 'broken'
  return [
    ...place('asked', row.askedOn),
    ...place(promisedKind(row), isBroken ? (row.promisedOn ?? row.neededOn) : row.promisedOn),
    ...place('proposed', row.proposedOn),
    ...place('delivered', row.acceptedOn === null ? row.deliveredOn : null),
    ...place('accepted', row.acceptedOn),
    ...place('now', isOver ? today : null),
  ]
}

/**
 * Places marks on their days; one that would lie over another stands beside it, in the order of the days.
 *
 * @param size of a mark in pixels
 * @returns x by the place in `dated`, which is sorted by day
 * Cost O(marks). Spec: LT6.
 */
export function spread(days: readonly number[], size: number, right: number): number[] {
  const step = size + 1
  const places: number[] = []
  for (const x of days) places.push(Math.max(x, (places.at(-1) ?? -Infinity) + step))
  let limit = right
  for (let at = places.length - 1; at >= 0; at -= 1) {
    places[at] = Math.min(places[at] ?? limit, limit)
    limit = (places[at] ?? limit) - step
  }
  return places
}

function placeMarks(scale: Scale, dated: readonly Dated[], size: number, y: number): TimelineMark[] {
  const sorted = dated.toSorted((a, b) => (a.day === b.day ? kinds.indexOf(a.kind) - kinds.indexOf(b.kind) : a.day < b.day ? -1 : 1))
  const places = spread(
    sorted.map(({ day }) => xOf(scale, day)),
    size,
    scale.plot.x + scale.plot.width - scale.inset,
  )
  return sorted.map((mark, at) => ({ ...mark, centre: { x: places[at] ?? 0, y }, size }))
}

/** The lines of the lower track: how long it is waited for, and how the promised day lies to the needed one. */
function spansOf(row: TimelineRowInput, marks: readonly TimelineMark[], needed: TimelineMark | null): TimelineSpan[] {
  const placeOf = (...wanted: TimelineMarkKind[]) => marks.find(({ kind }) => wanted.includes(kind))?.centre ?? null
  const [asked, promised, now] = [placeOf('asked'), placeOf('promised', 'kept', 'broken'), placeOf('now')]
  const done = placeOf('delivered', 'accepted')
  const level = promised ?? asked ?? now ?? done
  const due: Point | null = needed && level ? { x: needed.centre.x, y: level.y } : needed ? { x: needed.centre.x, y: needed.centre.y } : null
  const spans: TimelineSpan[] = []
  const end = done ?? promised ?? due
  const add = (kind: TimelineSpan['kind'], from: Point | null, to: Point | null) => {
    if (from && to && to.x - from.x > 1) spans.push({ kind, from, to })
  }
  add('wait', asked, end)
  if (isSettled(row)) {
    if (done && promised && !asked) add('wait', promised, done)
    return spans
  }
  const promisedDay = row.promisedOn ?? row.neededOn ?? ''
  if (row.neededOn !== null && promisedDay < row.neededOn) add('slack', promised, due)
  if (row.neededOn !== null && promisedDay > row.neededOn) add('backwards', due, promised)
  add('late', promised ?? due, now)
  return spans
}

/**
 * One promise as a row: its words at both sides, the needed day on the upper track, everything else on the lower one.
 *
 * Cost O(length of its texts). Spec: LT6-LT8.
 */
export function layoutRow(row: TimelineRowInput, place: { laneId: string; today: string; box: Box; columns: Columns; scale: Scale }): TimelineRow {
  const { box, columns, scale, laneId, today } = place
  const size = markSize(box.height)
  const upper = box.y + box.height * 0.28
  const lower = box.y + box.height * 0.7
  const marks = placeMarks(scale, datedMarks(row, today), size, lower)
  const needed: TimelineMark | null =
    row.neededOn === null ? null : { kind: 'needed', day: row.neededOn, centre: { x: xOf(scale, row.neededOn), y: upper }, size }
  const baseline = box.y + box.height / 2 + 4.5
  const text = (words: string, { x, width }: { x: number; width: number }, weight: number) =>
    textBlock(words, { at: { x, y: baseline }, width, size: box.height >= 30 ? 13 : 12, weight })
  return {
    id: row.id,
    laneId,
    box,
    style: row.style,
    isTroubled: row.isTroubled,
    title: text(row.title, columns.title, 400),
    other: columns.other
      ? textBlock(row.other, { at: { x: columns.other.x, y: baseline }, width: columns.other.width, size: 12, weight: 400 })
      : null,
    words: textBlock(row.words, {
      at: { x: columns.words.x, y: baseline },
      width: columns.words.width,
      size: 12,
      weight: row.isTroubled ? 600 : 400,
    }),
    spans: spansOf(row, marks, needed),
    marks: needed ? [needed, ...marks] : marks,
  }
}
