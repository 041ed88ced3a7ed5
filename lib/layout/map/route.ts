import { type Box, centreOf, distance, grow, type Point } from '../geometry.ts'
import type { Wish } from './curve.ts'
import { isClear, type Obstacles } from './obstacles.ts'

const cornerRoom = 5

function portsOf(box: Box, gap: number): Point[] {
  const { x, y } = centreOf(box)
  const shares = [-0.3, 0, 0.3]
  return [
    ...shares.flatMap((share) => [
      { x: x + share * box.width, y: box.y - gap },
      { x: x + share * box.width, y: box.y + box.height + gap },
    ]),
    { x: box.x - gap, y },
    { x: box.x + box.width + gap, y },
  ]
}

/** The point straight in front of a port, so that the last piece of a line meets its card squarely. */
function beforePort(port: Point, box: Box, room: number): Point {
  const centre = centreOf(box)
  if (port.y < box.y) return { x: port.x, y: box.y - room }
  if (port.y > box.y + box.height) return { x: port.x, y: box.y + box.height + room }
  return { x: port.x < centre.x ? box.x - room : box.x + box.width + room, y: port.y }
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

type Visit = { readonly point: Point; readonly before: Visit | null; readonly cost: number }

/** The shortest line over the corners of all boxes, by A* with corners as they come into sight. */
function shortest(starts: readonly Point[], goal: Point, corners: readonly Point[], isSeen: (a: Point, b: Point) => boolean): Visit | null {
  const places = [...corners, goal]
  const best = new Map<Point, number>()
  let open: Visit[] = starts.map((point) => ({ point, before: null, cost: 0 }))
  const closed = new Set<Point>()
  while (open.length > 0) {
    const next = open.reduce((a, b) => (b.cost + distance(b.point, goal) < a.cost + distance(a.point, goal) ? b : a))
    open = open.filter((visit) => visit !== next)
    if (next.point === goal) return next
    if (closed.has(next.point)) continue
    closed.add(next.point)
    for (const point of places) {
      if (closed.has(point)) continue
      const cost = next.cost + distance(next.point, point) + 14
      if (cost >= (best.get(point) ?? Infinity) || !isSeen(next.point, point)) continue
      best.set(point, cost)
      open.push({ point, before: next, cost })
    }
  }
  return null
}

function trail(visit: Visit | null): Point[] {
  const points: Point[] = []
  for (let at = visit; at; at = at.before) points.unshift(at.point)
  return points
}

/**
 * A line of corners from one card to another around all boxes.
 *
 * @returns at least two points, or none where every way is walled in
 * Cost O(corners² · boxes) at most; corners are looked at only as far as the way needs.
 */
export function routeAround(wish: Wish, obstacles: Obstacles): Point[] {
  const room = obstacles.margin + cornerRoom
  const none = new Set<Box>()
  const isSeen = (a: Point, b: Point) => isClear([a, b], obstacles, none)
  const corners = obstacles.boxes.flatMap((box) => cornersAround(box, room)).filter((corner) => isClear([corner, { x: corner.x + 0.1, y: corner.y }], obstacles, none))
  const starts = portsOf(wish.from, 3).map((port) => beforePort(port, wish.from, room))
  const lines = portsOf(wish.to, 3).flatMap((port) => {
    const goal = beforePort(port, wish.to, room)
    const visit = shortest(starts, goal, corners, isSeen)
    return visit ? [{ port, visit }] : []
  })
  const [chosen] = lines.sort((a, b) => a.visit.cost - b.visit.cost)
  if (!chosen) return []
  const line = trail(chosen.visit)
  const start = portsOf(wish.from, 3).find((port) => distance(beforePort(port, wish.from, room), line[0] ?? port) < 0.01)
  return [...(start ? [start] : []), ...line, chosen.port]
}
