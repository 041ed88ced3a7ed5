/** A place in the drawing, in design pixels; x grows to the right, y downwards. */
export type Point = { readonly x: number; readonly y: number }

/** An upright rectangle in design pixels; x and y are its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The middle of a box. Cost O(1). */
export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The box of a size around a middle. Cost O(1). */
export function boxAround(centre: Point, width: number, height: number): Box {
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height }
}

/** A box that is larger by `margin` on each side (smaller if negative). Cost O(1). */
export function grow(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin }
}

/** Whether two boxes share more than a border. Cost O(1). */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Whether `inner` lies in `outer`, borders included. Cost O(1). */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
  )
}

/** The smallest box around all boxes; null where there are none. Cost O(n). */
export function unionOf(boxes: readonly Box[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

/**
 * Whether a straight segment has a part inside a box (touching the border does not count), by clipping the segment
 * against the four sides. Source: Liang and Barsky 1984. Cost O(1).
 */
export function segmentCrosses(a: Point, b: Point, box: Box): boolean {
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  if ((a.x <= box.x && b.x <= box.x) || (a.x >= right && b.x >= right)) return false
  if ((a.y <= box.y && b.y <= box.y) || (a.y >= bottom && b.y >= bottom)) return false
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  let [from, to] = [0, 1]
  if (dx !== 0) {
    const [enter, leave] = dx > 0 ? [box.x, right] : [right, box.x]
    from = Math.max(from, (enter - a.x) / dx)
    to = Math.min(to, (leave - a.x) / dx)
  }
  if (dy !== 0) {
    const [enter, leave] = dy > 0 ? [box.y, bottom] : [bottom, box.y]
    from = Math.max(from, (enter - a.y) / dy)
    to = Math.min(to, (leave - a.y) / dy)
  }
  return from < to
}

/** Whether a polyline has a part inside a box. Cost O(points). */
export function polylineCrosses(points: readonly Point[], box: Box): boolean {
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]]
    if (a && b && segmentCrosses(a, b, box)) return true
  }
  return false
}

/** Straight distance between two points. Cost O(1). */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** A coordinate as it is written into paths: one decimal, no negative zero. Cost O(1). */
export function round1(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
