import type { Box, Point } from '../geometry.ts'

/** The design space of a map: everything is placed in it, never fitted to a window, so that places stay. */
export const designSpace: Box = { x: 0, y: 0, width: 1600, height: 900 }

/** The middle of every map. */
export const middle: Point = { x: 800, y: 450 }

const stretch = designSpace.width / designSpace.height
const levelStep: Point = { x: 196, y: 84 }

/**
 * The outer border of a map: level 0 is the design space, each further level adds a belt of places around it.
 *
 * @param level whole number ≥ 0
 * Cost O(1).
 */
export function frameOf(level: number): Box {
  const { width, height } = designSpace
  return { x: -levelStep.x * level, y: -levelStep.y * level, width: width + 2 * levelStep.x * level, height: height + 2 * levelStep.y * level }
}

/** A sector: its two border angles in stretched space, counter-clockwise from the top, and the direction of its middle. */
export type Sector = { readonly from: number; readonly to: number; readonly mid: number }

/**
 * The sectors of a number of areas, equal in area, in document order counter-clockwise from the upper right: four areas
 * are the quadrants. One area has the whole map.
 *
 * Cost O(count).
 */
export function sectorsOf(count: number): Sector[] {
  const turn = (2 * Math.PI) / Math.max(1, count)
  const start = Math.PI / 2 - turn
  return Array.from({ length: count }, (_, index) => ({
    from: start + index * turn,
    to: start + (index + 1) * turn,
    mid: start + (index + 0.5) * turn,
  }))
}

/** Angle of a place as seen from the middle, in stretched space, counter-clockwise from the right. Cost O(1). */
export function angleOf(point: Point): number {
  return Math.atan2((middle.y - point.y) * stretch, point.x - middle.x)
}

/** The direction, in pixels, that an angle of stretched space has. Cost O(1). */
export function directionOf(angle: number): Point {
  return { x: Math.cos(angle), y: -Math.sin(angle) / stretch }
}

function isBetween(angle: number, sector: Sector): boolean {
  const turn = 2 * Math.PI
  const offset = (((angle - sector.from) % turn) + turn) % turn
  return offset <= sector.to - sector.from
}

/** How far a point is from the nearer border ray of its sector, in pixels; negative outside. Cost O(1). */
export function roomInSector(point: Point, sector: Sector): number {
  if (sector.to - sector.from >= 2 * Math.PI - 1e-9) return Infinity
  const rays = [sector.from, sector.to].map((angle) => distanceToRay(point, directionOf(angle)))
  const room = Math.min(...rays)
  return isBetween(angleOf(point), sector) ? room : -room
}

function distanceToRay(point: Point, direction: Point): number {
  const length = Math.hypot(direction.x, direction.y)
  const [ux, uy] = [direction.x / length, direction.y / length]
  const [px, py] = [point.x - middle.x, point.y - middle.y]
  const along = px * ux + py * uy
  return along < 0 ? Math.hypot(px, py) : Math.abs(px * uy - py * ux)
}

/** Where a ray from the middle leaves a frame. */
function exitOf(angle: number, frame: Box): Point {
  const { x, y } = directionOf(angle)
  const toX = x > 1e-9 ? (frame.x + frame.width - middle.x) / x : x < -1e-9 ? (frame.x - middle.x) / x : Infinity
  const toY = y > 1e-9 ? (frame.y + frame.height - middle.y) / y : y < -1e-9 ? (frame.y - middle.y) / y : Infinity
  const reach = Math.min(toX, toY)
  return { x: middle.x + x * reach, y: middle.y + y * reach }
}

function cornersOf(frame: Box): Point[] {
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height]
  return [
    { x: right, y: frame.y },
    { x: frame.x, y: frame.y },
    { x: frame.x, y: bottom },
    { x: right, y: bottom },
  ]
}

/** The corners of a frame that lie in a sector, in the order in which the sector turns. Cost O(1). */
export function cornersIn(sector: Sector, frame: Box): Point[] {
  const turn = 2 * Math.PI
  const offset = (corner: Point) => (((angleOf(corner) - sector.from) % turn) + turn) % turn
  const inside = cornersOf(frame).filter((corner) => offset(corner) < sector.to - sector.from - 1e-9 && offset(corner) > 1e-9)
  return inside.sort((a, b) => offset(a) - offset(b))
}

/** The outline of a sector inside a frame: middle, exit, corners, exit; without the middle where one area has all. Cost O(1). */
export function outlineOf(sector: Sector, frame: Box): Point[] {
  if (sector.to - sector.from >= 2 * Math.PI - 1e-9) return cornersOf(frame)
  return [middle, exitOf(sector.from, frame), ...cornersIn(sector, frame), exitOf(sector.to, frame)]
}

/** Moves each side of a convex outline inwards, so that a gap stays between neighbours. Cost O(points). */
export function inset(outline: readonly Point[], margin: number): Point[] {
  const count = outline.length
  const sides = outline.map((point, index) => sideInside(point, outline[(index + 1) % count] ?? point, outline, margin))
  return sides.map((side, index) => meet(sides[(index + count - 1) % count] ?? side, side))
}

type Side = { readonly at: Point; readonly along: Point }

function sideInside(from: Point, to: Point, outline: readonly Point[], margin: number): Side {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const centre = outline.reduce((sum, point) => ({ x: sum.x + point.x / outline.length, y: sum.y + point.y / outline.length }), { x: 0, y: 0 })
  const isLeft = along.x * (centre.y - from.y) - along.y * (centre.x - from.x) > 0
  const normal = isLeft ? { x: -along.y, y: along.x } : { x: along.y, y: -along.x }
  return { at: { x: from.x + normal.x * margin, y: from.y + normal.y * margin }, along }
}

function meet(a: Side, b: Side): Point {
  const cross = a.along.x * b.along.y - a.along.y * b.along.x
  if (Math.abs(cross) < 1e-9) return b.at
  const t = ((b.at.x - a.at.x) * b.along.y - (b.at.y - a.at.y) * b.along.x) / cross
  return { x: a.at.x + a.along.x * t, y: a.at.y + a.along.y * t }
}

/** Where the name of an area stands, and on which side of that point. */
export type TitlePlace = { readonly at: Point; readonly anchor: 'start' | 'middle' | 'end'; readonly isAtBottom: boolean }

const titleMargin: Point = { x: 26, y: 34 }
/** room that a title at the bottom keeps for two lines below it */
const bottomMargin = 50

/** The place of a sector's name: its outer corner nearest to its middle direction, else the middle of its outer side. Cost O(1). */
export function titlePlaceOf(sector: Sector, frame: Box): TitlePlace {
  const target = exitOf(sector.mid, frame)
  const [corner] = cornersIn(sector, frame).sort((a, b) => Math.hypot(a.x - target.x, a.y - target.y) - Math.hypot(b.x - target.x, b.y - target.y))
  const at = corner ?? target
  const isRight = at.x >= frame.x + frame.width - 1
  const isLeft = at.x <= frame.x + 1
  const isAtBottom = at.y > frame.y + frame.height / 2 + 1
  const onSide = !corner && (isRight || isLeft)
  return {
    at: {
      x: isRight ? at.x - titleMargin.x : isLeft ? at.x + titleMargin.x : at.x,
      y: onSide ? at.y : isAtBottom ? frame.y + frame.height - bottomMargin : frame.y + titleMargin.y,
    },
    anchor: isRight ? 'end' : isLeft ? 'start' : 'middle',
    isAtBottom,
  }
}

/** The box that is kept free of nodes for a name of up to two lines. Cost O(1). */
export function titleBoxOf({ at, anchor }: TitlePlace): Box {
  const width = 280
  const x = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2
  return { x, y: at.y - 20, width, height: 58 }
}
