import { type Box, centreOf, distance, grow, type Point } from '../geometry.ts'
import { arrowHead, cubicPath, cubicPoints, roundedPath } from '../path.ts'
import { isClear, type Obstacles } from './obstacles.ts'
import { routeAround } from './route.ts'

/** A drawn line between two cards: without the part that the arrow head covers. */
export type Curve = { readonly path: string; readonly points: readonly Point[]; readonly head: string; readonly headBox: Box }

const steps = 28
const gap = 3
const headLength = 9
const headWidth = 8

/** Where the ray from a box's middle towards a target leaves the box. Cost O(1). */
export function borderToward(box: Box, target: Point): Point {
  const centre = centreOf(box)
  const [dx, dy] = [target.x - centre.x, target.y - centre.y]
  const reach = Math.min(dx === 0 ? Infinity : box.width / 2 / Math.abs(dx), dy === 0 ? Infinity : box.height / 2 / Math.abs(dy))
  return Number.isFinite(reach) ? { x: centre.x + dx * reach, y: centre.y + dy * reach } : centre
}

/** A curve from one card to another that bows out sideways by a share of their distance; positive is to the right of its way. */
function bowed(from: Box, to: Box, bow: number): Curve {
  const [a, b] = [centreOf(from), centreOf(to)]
  const length = distance(a, b) || 1
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length }
  const lift = Math.sign(bow) * (Math.abs(bow) * length + (bow === 0 ? 0 : 10))
  const control = (share: number) => ({ x: a.x + (b.x - a.x) * share + normal.x * lift, y: a.y + (b.y - a.y) * share + normal.y * lift })
  const [first, second] = [control(0.3), control(0.7)]
  const start = borderToward(grow(from, gap), first)
  const tip = borderToward(grow(to, gap), second)
  const head = arrowHead(second, tip, headLength, headWidth)
  const points = cubicPoints(start, first, second, head.back, steps)
  return { path: cubicPath(start, first, second, head.back), points, head: head.path, headBox: head.box }
}

/** The same from a line of corners, which are rounded. */
function cornered(corners: readonly Point[]): Curve | null {
  const [tip, before] = [corners.at(-1), corners.at(-2)]
  if (!tip || !before) return null
  const head = arrowHead(before, tip, headLength, headWidth)
  const line = [...corners.slice(0, -1), head.back]
  return { path: roundedPath(line, 16), points: line, head: head.path, headBox: head.box }
}

const bows = [0.1, 0.16, 0.22, 0.3, 0.38, 0.48, 0.6, 0.75]

/** Bows to try for the n-th of several edges between the same two cards, gentlest first. */
function bowsFor(rank: number, hasReturn: boolean): number[] {
  const shifted = bows.map((bow) => bow + rank * 0.13)
  return rank > 0 || hasReturn ? [...shifted, ...shifted.map((bow) => -bow - 0.07)] : shifted.flatMap((bow) => [bow, -bow])
}

/** One line to be drawn between two cards. `rank`: how many others of the same direction were drawn between them. */
export type Wish = { readonly from: Box; readonly to: Box; readonly rank: number; readonly hasReturn: boolean }

/**
 * All good ways to draw a line: bowed curves that pass no obstacle; where there is none, a line around the obstacles.
 *
 * @returns curves from the gentlest on; empty only where the two cards are walled in
 * Cost O(bows · boxes), and O(corners²) where it has to go around.
 */
export function curvesFor(wish: Wish, obstacles: Obstacles): Curve[] {
  const ends = new Set([wish.from, wish.to])
  const own: Obstacles = { boxes: [wish.from, wish.to], margin: -1 }
  const found = bowsFor(wish.rank, wish.hasReturn)
    .map((bow) => bowed(wish.from, wish.to, bow))
    .filter((curve) => isClear(curve.points, obstacles, ends) && isClear(curve.points, own, new Set()))
  if (found.length > 0) return found
  const around = cornered(routeAround(wish, obstacles))
  return around ? [around] : []
}
