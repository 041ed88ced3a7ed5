import { type Box, contains, grow, overlap, type Point, polylineCrosses } from '../geometry.ts'

/** Boxes that an edge must not run through, with the margin that it keeps from them, and the frame that it must not leave. */
export type Obstacles = { readonly boxes: readonly Box[]; readonly margin: number; readonly frame: Box }

/** A polyline as the box around it. Cost O(points). */
export function extentOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Whether a polyline keeps clear of all obstacles but those in `except`. Cost O(points · boxes near it). */
export function isClear(points: readonly Point[], obstacles: Obstacles, except: ReadonlySet<Box>): boolean {
  const extent = grow(extentOf(points), 0.5)
  if (!contains(obstacles.frame, extent)) return false
  return obstacles.boxes.every((box) => {
    if (except.has(box)) return true
    const room = grow(box, obstacles.margin)
    return !overlap(room, extent) || !polylineCrosses(points, room)
  })
}

function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/** How often two polylines cross; every second point is looked at, which is enough for gentle curves. Cost O(points of one · points of the other). */
export function crossings(first: readonly Point[], second: readonly Point[]): number {
  let count = 0
  const [stepOfFirst, stepOfSecond] = [strideOf(first), strideOf(second)]
  for (let i = stepOfFirst; i < first.length; i += stepOfFirst) {
    const [a, b] = [first[i - stepOfFirst], first[i]]
    if (!a || !b) continue
    for (let j = stepOfSecond; j < second.length; j += stepOfSecond) {
      const [c, d] = [second[j - stepOfSecond], second[j]]
      if (c && d && Math.max(a.x, b.x) >= Math.min(c.x, d.x) && Math.max(c.x, d.x) >= Math.min(a.x, b.x) && segmentsCross(a, b, c, d)) count += 1
    }
  }
  return count
}

function strideOf(points: readonly Point[]): number {
  return points.length > 20 ? 2 : 1
}
