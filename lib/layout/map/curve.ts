import { type Box, centreOf, distance, grow, type Point } from '../geometry.ts'
import { arrowHead, cubicPath, cubicPoints, smoothPath, smoothPoints } from '../path.ts'
import { isClear, type Obstacles } from './obstacles.ts'
import { routesAround } from './route.ts'

/** A drawn line between two cards: without the part that the arrow head covers. */
export type Curve = { readonly path: string; readonly points: readonly Point[]; readonly head: string; readonly headBox: Box }

/** A way to draw a line, with what it costs by its shape alone. */
export type Candidate = { readonly curve: Curve; readonly cost: number }

const steps = 28
const gap = 3
const headLength = 9
const headWidth = 8
/** how far a line may cut its corners, from the gentlest on */
const cornerDepths = [9, 6, 4, 2, 0]
/** what a line with corners keeps from all boxes at least, its bends included */
const leastClearance = 2

/** Where the ray from a box's middle towards a target leaves the box. Cost O(1). */
export function borderToward(box: Box, target: Point): Point {
  const centre = centreOf(box)
  const [dx, dy] = [target.x - centre.x, target.y - centre.y]
  const reach = Math.min(dx === 0 ? Infinity : box.width / 2 / Math.abs(dx), dy === 0 ? Infinity : box.height / 2 / Math.abs(dy))
  return Number.isFinite(reach) ? { x: centre.x + dx * reach, y: centre.y + dy * reach } : centre
}

/**
 * A curve from one card to another that bows out sideways by shares of their distance, at its start and at its end;
 * positive is to the right of its way.
 */
function bowed(from: Box, to: Box, [first, last]: Bow): Curve {
  const [a, b] = [centreOf(from), centreOf(to)]
  const length = distance(a, b) || 1
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length }
  const control = (share: number, bow: number) => {
    const lift = bow * length + Math.sign(bow) * 10
    return { x: a.x + (b.x - a.x) * share + normal.x * lift, y: a.y + (b.y - a.y) * share + normal.y * lift }
  }
  const [near, far] = [control(0.3, first), control(0.7, last)]
  const start = borderToward(grow(from, gap), near)
  const tip = borderToward(grow(to, gap), far)
  const head = arrowHead(far, tip, headLength, headWidth)
  const points = cubicPoints(start, near, far, head.back, steps)
  return { path: cubicPath(start, near, far, head.back), points, head: head.path, headBox: head.box }
}

/**
 * The same from a line of corners, which are rounded as far as the line stays clear of all boxes; nothing where not even
 * the sharp corners are clear.
 */
function cornered(corners: readonly Point[], obstacles: Obstacles): Curve | null {
  const [tip, before] = [corners.at(-1), corners.at(-2)]
  if (!tip || !before) return null
  const head = arrowHead(before, tip, headLength, headWidth)
  const isShort = distance(before, tip) <= headLength + 1
  const line = [...corners.slice(0, isShort ? -2 : -1), head.back]
  const clear = { ...obstacles, margin: leastClearance }
  for (const depth of cornerDepths) {
    const points = smoothPoints(line, depth)
    if (isClear(points, clear, new Set())) return { path: smoothPath(line, depth), points, head: head.path, headBox: head.box }
  }
  return null
}

type Bow = readonly [atStart: number, atEnd: number]

const gentle = [0.1, 0.17, 0.25, 0.34, 0.45, 0.6, 0.8]

/** Bows to try for the n-th of several edges between the same two cards, gentlest first: even ones, then skewed ones. */
function bowsFor(rank: number, hasReturn: boolean): Bow[] {
  const even = gentle.map((bow) => bow + rank * 0.14)
  const sides = rank > 0 || hasReturn ? [...even, ...even.slice(1).map((bow) => -bow)] : even.flatMap((bow) => [bow, -bow])
  const skewed = even.flatMap((bow): Bow[] => [
    [bow, 0.05],
    [0.05, bow],
    [-bow, -0.05],
    [-0.05, -bow],
    [bow, -bow],
    [-bow, bow],
  ])
  return [...sides.map((bow): Bow => [bow, bow]), ...skewed]
}

function steepness([first, last]: Bow): number {
  return Math.max(Math.abs(first), Math.abs(last)) * 60 + Math.abs(first - last) * 40
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => sum + distance(point, points[index - 1] ?? point), 0)
}

function candidateOf({ from, to }: Wish, bow: Bow): Candidate {
  const curve = bowed(from, to, bow)
  const detour = lengthOf(curve.points) - distance(centreOf(from), centreOf(to))
  return { curve, cost: steepness(bow) + Math.max(0, detour) * 0.12 }
}

/**
 * One line to be drawn between two cards. `rank`: how many others of the same direction were drawn between them; `turn`: how
 * many lines were drawn before it at all, so that ways around the same corner keep apart.
 */
export type Wish = { readonly from: Box; readonly to: Box; readonly rank: number; readonly turn: number; readonly hasReturn: boolean }

/** Ways around the obstacles cost this much more than curves of the same length. */
const aroundCost = 45

/**
 * The good ways to draw a line, from the one that costs least by its shape on: bowed curves that pass no obstacle, and if
 * there is none a line around the obstacles. Nothing only where the two cards are walled in.
 *
 * Cost O(boxes) for each curve that is asked for, and O(corners²) where it has to go around.
 */
export function* curvesFor(wish: Wish, obstacles: Obstacles): Generator<Candidate> {
  const ends = new Set([wish.from, wish.to])
  const own: Obstacles = { boxes: [wish.from, wish.to], margin: 1, frame: obstacles.frame }
  const candidates = bowsFor(wish.rank, wish.hasReturn)
    .map((bow) => candidateOf(wish, bow))
    .sort((a, b) => a.cost - b.cost)
  let isFound = false
  for (const candidate of candidates) {
    const { points } = candidate.curve
    if (!isClear(points, obstacles, ends) || !isClear(points, own, new Set())) continue
    isFound = true
    yield candidate
  }
  if (isFound) return
  for (const corners of routesAround(wish, obstacles)) {
    const curve = cornered(corners, obstacles)
    if (!curve) continue
    yield { curve, cost: aroundCost }
    return
  }
}
