import { type Box, centreOf, distance, grow, overlap, type Point, segmentCrosses, unionOf } from '../geometry.ts'
import { makeHeap } from '../heap.ts'
import type { Wish } from './curve.ts'
import type { Obstacles } from './obstacles.ts'

/** how far beside the margin lines turn, so that several around the same corner keep apart; and what is tried in narrow gaps */
const cornerRooms = [3, 6, 4.5, 7.5]
const narrowRooms = [3, 1]
const portGap = 3
const cornerCost = 14
/** how far around the two cards a way is looked for, whether through narrow gaps too, and with which part of the margin */
const tries = [
  { reach: 420, isNarrow: false, share: 1 },
  { reach: 420, isNarrow: true, share: 1 },
  { reach: Infinity, isNarrow: true, share: 1 },
  { reach: Infinity, isNarrow: true, share: 0.5 },
  { reach: Infinity, isNarrow: true, share: 0.3 },
] as const

type Port = { readonly at: Point; readonly before: Point }

/** Places on the sides of a card where a line may end, each with the point straight in front of it. */
function portsOf(box: Box, room: number): Port[] {
  const { x, y } = centreOf(box)
  const level = [-0.3, 0, 0.3].flatMap((share): Port[] => {
    const at = x + share * box.width
    return [
      { at: { x: at, y: box.y - portGap }, before: { x: at, y: box.y - room } },
      { at: { x: at, y: box.y + box.height + portGap }, before: { x: at, y: box.y + box.height + room } },
    ]
  })
  return [
    ...level,
    { at: { x: box.x - portGap, y }, before: { x: box.x - room, y } },
    { at: { x: box.x + box.width + portGap, y }, before: { x: box.x + box.width + room, y } },
  ]
}

function cornersAround(box: Box, room: number): Point[] {
  const { x, y, width, height } = grow(box, room)
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height
}

type Search = { readonly points: readonly Point[]; readonly starts: number; readonly goals: number; readonly walls: readonly Box[] }

/**
 * The shortest line from one of the first points to one of the last, over those between; a corner costs extra.
 *
 * Source: Hart, Nilsson and Raphael 1968 (A*).
 */
function shortest({ points, starts, goals, walls }: Search, target: Point): number[] {
  const cost = new Float64Array(points.length).fill(Infinity)
  const before = new Int32Array(points.length).fill(-1)
  const done = new Uint8Array(points.length)
  const open = makeHeap()
  const firstGoal = points.length - goals
  const rest = (index: number) => Math.max(0, distance(points[index] ?? target, target) - 130)
  for (let index = 0; index < starts; index += 1) {
    cost[index] = 0
    open.push(index, rest(index))
  }
  while (open.size > 0) {
    const here = open.pop()
    if (done[here]) continue
    done[here] = 1
    if (here >= firstGoal) return trail(here, before)
    const a = points[here]
    for (let next = starts; next < points.length; next += 1) {
      const b = points[next]
      if (!a || !b || done[next]) continue
      const sum = (cost[here] ?? 0) + distance(a, b) + cornerCost
      if (sum >= (cost[next] ?? Infinity) || walls.some((wall) => segmentCrosses(a, b, wall))) continue
      cost[next] = sum
      before[next] = here
      open.push(next, sum + rest(next))
    }
  }
  return []
}

function trail(end: number, before: Int32Array): number[] {
  const indexes: number[] = []
  for (let at = end; at >= 0; at = before[at] ?? -1) indexes.unshift(at)
  return indexes
}

/** The part of the frame in which a way is looked for. */
function fieldOf({ from, to }: Wish, frame: Box, reach: number): Box {
  const ends = unionOf([from, to])
  if (!ends || !Number.isFinite(reach)) return frame
  const { x, y, width, height } = grow(ends, reach)
  const [left, top] = [Math.max(x, frame.x), Math.max(y, frame.y)]
  return {
    x: left,
    y: top,
    width: Math.min(x + width, frame.x + frame.width) - left,
    height: Math.min(y + height, frame.y + frame.height) - top,
  }
}

type Field = { readonly box: Box; readonly margin: number; readonly rooms: readonly number[] }

/** A line of corners inside a field. Only boxes that reach into the field can be in its way, because no corner lies outside. */
function routeInside({ box: field, margin, rooms }: Field, { from, to }: Wish, boxes: readonly Box[]): Point[] {
  const walls = boxes.map((box) => grow(box, margin)).filter((wall) => overlap(wall, field))
  const isFree = (point: Point) => isIn(point, field) && !walls.some((wall) => isIn(point, wall))
  const [starts, goals] = [from, to].map((box) =>
    firstFree(
      rooms.map((room) => portsOf(box, margin + room)),
      ({ before }) => isFree(before),
    ),
  )
  if (!starts || !goals) return []
  const corners = boxes.flatMap((box) =>
    firstFree(
      rooms.map((room) => cornersAround(box, margin + room)),
      isFree,
    ),
  )
  const points = [...starts.map(({ before }) => before), ...corners, ...goals.map(({ before }) => before)]
  const line = shortest({ points, starts: starts.length, goals: goals.length, walls }, centreOf(to))
  const [start, goal] = [starts[line[0] ?? -1], goals[(line.at(-1) ?? 0) - starts.length - corners.length]]
  if (!start || !goal) return []
  return [start.at, ...line.flatMap((index) => points[index] ?? []), goal.at]
}

/** Of lists of the same length, at each index the first entry that is free; nothing where none is. */
function firstFree<T>([first = [], ...others]: readonly (readonly T[])[], isFree: (entry: T) => boolean): T[] {
  return first.flatMap((entry, index) => [entry, ...others.flatMap((other) => other[index] ?? [])].find(isFree) ?? [])
}

/**
 * Lines of corners from one card to another around all boxes, of at least two points: near the two cards, then through
 * narrow gaps, then anywhere in the frame, at last closer to the boxes, which helps where cards were moved by hand. None
 * where every way is walled in.
 *
 * Cost O(corners² · boxes) at most for each line that is asked for; corners are looked at only as far as the way needs.
 */
export function* routesAround(wish: Wish, { boxes, margin, frame }: Obstacles): Generator<Point[]> {
  const own = cornerRooms[wish.turn % cornerRooms.length] ?? 0
  for (const { reach, isNarrow, share } of tries) {
    const rooms = isNarrow ? [own, ...narrowRooms] : [own]
    const line = routeInside({ box: fieldOf(wish, frame, reach), margin: margin * share, rooms }, wish, boxes)
    if (line.length > 0) yield line
  }
}
