import { type Box, distance, type Point, round1 } from './geometry.ts'

function at({ x, y }: Point): string {
  return `${round1(x)} ${round1(y)}`
}

/** A straight polyline as SVG path. Cost O(points). */
export function polylinePath(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('')
}

function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  return whole === 0 ? from : { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}

/**
 * A polyline whose corners are rounded, as SVG path.
 *
 * @param radius of the corners in pixels; less where a segment is too short for it
 * Cost O(points).
 */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first] = points
  if (!first) return ''
  let path = `M${at(first)}`
  for (let i = 1; i < points.length; i += 1) {
    const [before, here, after] = [points[i - 1], points[i], points[i + 1]]
    if (!before || !here) continue
    if (!after) path += `L${at(here)}`
    else {
      const reach = Math.min(radius, distance(before, here) / 2, distance(here, after) / 2)
      path += `L${at(toward(here, before, reach))}Q${at(here)} ${at(toward(here, after, reach))}`
    }
  }
  return path
}

/** A corner of a polyline with the places before and after it where its bend begins and ends. */
type Bend = { readonly from: Point; readonly at: Point; readonly to: Point }

function bendsOf(points: readonly Point[], depth: number): Bend[] {
  return points.slice(1, -1).map((at, index) => {
    const [before, after] = [points[index] ?? at, points[index + 2] ?? at]
    const [a, b] = [toward(at, before, 1), toward(at, after, 1)]
    const halfway = Math.hypot((a.x + b.x) / 2 - at.x, (a.y + b.y) / 2 - at.y)
    const reach = Math.min((2 * depth) / Math.max(halfway, 0.02), distance(before, at) / 2, distance(at, after) / 2)
    return { from: toward(at, before, reach), at, to: toward(at, after, reach) }
  })
}

/**
 * A polyline drawn smoothly: each corner is rounded as far as the line stays within `depth` of it, so that shallow turns
 * become long bends and sharp ones stay near their corner.
 *
 * @param depth how far the line may stay away from a corner, in pixels
 * Cost O(points).
 */
export function smoothPath(points: readonly Point[], depth: number): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  const bends = bendsOf(points, depth).map(({ from, at: corner, to }) => `L${at(from)}Q${at(corner)} ${at(to)}`)
  return `M${at(first)}${bends.join('')}${points.length > 1 ? `L${at(last)}` : ''}`
}

const pointsOfBend = 8

/** Points on the line that `smoothPath` draws: the ends, and some on each bend. Cost O(points). */
export function smoothPoints(points: readonly Point[], depth: number): Point[] {
  const bends = bendsOf(points, depth).flatMap(({ from, at: corner, to }) => quadraticPoints(from, corner, to, pointsOfBend))
  return [...points.slice(0, 1), ...bends, ...points.slice(1).slice(-1)]
}

function quadraticPoints(a: Point, b: Point, c: Point, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps
    const s = 1 - t
    return { x: s * s * a.x + 2 * s * t * b.x + t * t * c.x, y: s * s * a.y + 2 * s * t * b.y + t * t * c.y }
  })
}

/** A closed outline with rounded corners. Cost O(points). */
export function closedPath(points: readonly Point[], radius: number): string {
  const count = points.length
  const parts = points.map((here, index) => {
    const before = points[(index + count - 1) % count] ?? here
    const after = points[(index + 1) % count] ?? here
    const reach = Math.min(radius, distance(before, here) / 2, distance(here, after) / 2)
    return `${index === 0 ? 'M' : 'L'}${at(toward(here, before, reach))}Q${at(here)} ${at(toward(here, after, reach))}`
  })
  return `${parts.join('')}Z`
}

/** A cubic Bézier curve as SVG path. Cost O(1). */
export function cubicPath(a: Point, b: Point, c: Point, d: Point): string {
  return `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`
}

/** Points on a cubic Bézier curve at even steps of its parameter, both ends included. Cost O(steps). */
export function cubicPoints(a: Point, b: Point, c: Point, d: Point, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps
    const s = 1 - t
    const [p, q, r, w] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    return { x: p * a.x + q * b.x + r * c.x + w * d.x, y: p * a.y + q * b.y + r * c.y + w * d.y }
  })
}

/** Places of an arrow head: its tip, and the middle of its back where the line ends. */
export type Head = { readonly path: string; readonly box: Box; readonly back: Point }

/**
 * An arrow head at the end of a line.
 *
 * @param from the point from which the line arrives
 * @param tip  where the head points to
 * @param length along the line; `width` across it
 * Cost O(1).
 */
export function arrowHead(from: Point, tip: Point, length: number, width: number): Head {
  const back = toward(tip, from, length)
  const [ux, uy] = [(tip.x - back.x) / length, (tip.y - back.y) / length]
  const left = { x: back.x - (uy * width) / 2, y: back.y + (ux * width) / 2 }
  const right = { x: back.x + (uy * width) / 2, y: back.y - (ux * width) / 2 }
  const [xs, ys] = [
    [tip.x, left.x, right.x],
    [tip.y, left.y, right.y],
  ]
  const box = { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
  return { path: `M${at(left)}L${at(tip)}L${at(right)}Z`, box, back }
}

/** An arc of an ellipse around a middle as polyline; angles in radians, clockwise from the right. Cost O(steps). */
export function ellipsePoints(centre: Point, radii: Point, from: number, to: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const angle = from + ((to - from) * index) / steps
    return { x: centre.x + radii.x * Math.cos(angle), y: centre.y + radii.y * Math.sin(angle) }
  })
}

/** An arc of a circle as SVG path; angles in radians, clockwise from the right. Cost O(1). */
export function arcPath(centre: Point, radius: number, from: number, to: number): string {
  const start = { x: centre.x + radius * Math.cos(from), y: centre.y + radius * Math.sin(from) }
  const end = { x: centre.x + radius * Math.cos(to), y: centre.y + radius * Math.sin(to) }
  const isLarge = Math.abs(to - from) > Math.PI ? 1 : 0
  return `M${at(start)}A${round1(radius)} ${round1(radius)} 0 ${isLarge} ${to > from ? 1 : 0} ${at(end)}`
}
