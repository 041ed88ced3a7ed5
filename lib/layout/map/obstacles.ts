import { type Box, contains, grow, overlap, type Point, polylineCrosses, unionOf } from '../geometry.ts'

/** Boxes that an edge must not run through, with the margin that it keeps from them, and the frame that it must not leave. */
export type Obstacles = { readonly boxes: readonly Box[]; readonly margin: number; readonly frame: Box }

/** A polyline as the box around it. Cost O(points). */
export function extentOf(points: readonly Point[]): Box {
  return unionOf(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? { x: 0, y: 0, width: 0, height: 0 }
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

/** How often two polylines cross. Cost O(points of one · points of the other), less where they are far apart. */
export function crossings(first: readonly Point[], second: readonly Point[]): number {
  if (!overlap(grow(extentOf(first), 0.5), grow(extentOf(second), 0.5))) return 0
  let count = 0
  for (let i = 1; i < first.length; i += 1) {
    const [a, b] = [first[i - 1], first[i]]
    if (!a || !b) continue
    for (let j = 1; j < second.length; j += 1) {
      const [c, d] = [second[j - 1], second[j]]
      if (c && d && segmentsCross(a, b, c, d)) count += 1
    }
  }
  return count
}
