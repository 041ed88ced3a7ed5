import { type Box, centreOf, distance, grow, type Point, segmentCrosses, unionOf } from '../geometry.ts'
import { makeHeap } from '../heap.ts'
import type { Wish } from './curve.ts'
import { isInside, type Obstacles } from './obstacles.ts'

const cornerRooms = [3, 6, 4.5, 7.5]
const portGap = 3
const cornerCost = 14
/** how far around the two cards a way is looked for */
const nearby = 420

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

/**
 * A line of corners from one card to another around all boxes near them.
 *
 * @returns at least two points, or none where every way is walled in
 * Cost O(corners² · boxes) at most, of the boxes near the two cards; corners are looked at only as far as the way needs.
 */
export function routeAround({ from, to, turn }: Wish, { boxes, margin, frame }: Obstacles): Point[] {
  const room = margin + (cornerRooms[turn % cornerRooms.length] ?? 4)
  const around = grow(unionOf([from, to]) ?? from, nearby)
  const near = boxes.filter((box) => isInside(box, around))
  const walls = near.map((box) => grow(box, margin))
  const isFree = (point: Point) => isIn(point, frame) && !walls.some((wall) => isIn(point, wall))
  const [starts, goals] = [portsOf(from, room), portsOf(to, room)].map((ports) => ports.filter(({ before }) => isFree(before)))
  if (!starts || !goals) return []
  const corners = near.flatMap((box) => cornersAround(box, room)).filter(isFree)
  const points = [...starts.map(({ before }) => before), ...corners, ...goals.map(({ before }) => before)]
  const line = shortest({ points, starts: starts.length, goals: goals.length, walls }, centreOf(to))
  const [start, goal] = [starts[line[0] ?? -1], goals[(line.at(-1) ?? 0) - starts.length - corners.length]]
  if (!start || !goal) return []
  return [start.at, ...line.flatMap((index) => points[index] ?? []), goal.at]
}
