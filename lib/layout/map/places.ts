import type { Closeness } from '../../domain/vocabulary.ts'
import { type Box, boxAround, contains, distance, grow, overlap, type Point } from '../geometry.ts'
import { directionOf, frameOf, middle, roomInSector, type Sector, titleBoxOf, titlePlaceOf } from './sector.ts'

/** From the inside out. */
const closenesses: readonly Closeness[] = ['core', 'contributing', 'peripheral']

/** Size of a node's card, in design pixels. */
export const nodeSize = { width: 176, height: 64 } as const

/** Radius that the core and its arcs take, with the room around them. */
export const coreRadius = 90

const pitch: Point = { x: 98, y: 84 }
const firstRow = 54
const firstColumn = 108
const sectorMargin = 12
const frameMargin = 10
const overflowLevels = 80
/** from here on a card's middle is well inside its sector */
const comfortableRoom = 105

/** Semi-axes of the ellipse that has the radius 1 in the measure of closeness. */
export const unitEllipse: Point = { x: 700, y: 406 }

/** Outer radius of each ring in that measure; what lies beyond the last is overflow. */
export const ringRadius: Readonly<Record<Closeness, number>> = { core: 0.63, contributing: 1.02, peripheral: 1.8 }

/** The radius that a ring's first places keep to. */
const middleRadius: Readonly<Record<Closeness, number>> = { core: 0.47, contributing: 0.82, peripheral: 1.12 }

/** Radius of a place in the measure of closeness: 0 in the middle, 1 on the unit ellipse. Cost O(1). */
export function radiusOf(point: Point): number {
  return Math.hypot((point.x - middle.x) / unitEllipse.x, (point.y - middle.y) / unitEllipse.y)
}

/** Offsets of a lattice whose rows are shifted by half a step, mirrored around the middle. */
function* latticeUpTo(level: number): Generator<Point> {
  const frame = frameOf(level)
  const rows = Math.floor((frame.height / 2 - firstRow) / pitch.y)
  const columns = Math.floor((frame.width / 2 - firstColumn) / pitch.x)
  for (let row = 0; row <= rows; row += 1) {
    for (let column = row % 2 === 0 ? 1 : 0; column <= columns; column += 2) {
      const [dx, dy] = [firstColumn + column * pitch.x, firstRow + row * pitch.y]
      yield* [
        { x: middle.x + dx, y: middle.y - dy },
        { x: middle.x - dx, y: middle.y - dy },
        { x: middle.x - dx, y: middle.y + dy },
        { x: middle.x + dx, y: middle.y + dy },
      ]
    }
  }
}

function cardAt(point: Point): Box {
  return boxAround(point, nodeSize.width, nodeSize.height)
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ]
}

function isFree(point: Point, sector: Sector, level: number): boolean {
  const card = cardAt(point)
  if (!contains(grow(frameOf(level), -frameMargin), card)) return false
  if (
    overlap(card, grow(boxAround(middle, 2 * coreRadius, 2 * coreRadius), 4)) &&
    cornersOf(card).some((corner) => distance(corner, middle) < coreRadius + 10)
  )
    return false
  if (!cornersOf(card).every((corner) => roomInSector(corner, sector) >= sectorMargin)) return false
  return !titleBoxes(sector, level).some((box) => overlap(box, card))
}

/** Names stay free at every size of the frame, so that a map that grows does not put a name onto a card. */
function titleBoxes(sector: Sector, from: number): Box[] {
  return Array.from({ length: from + 2 }, (_, level) => titleBoxOf(titlePlaceOf(sector, frameOf(level))))
}

/** How far two cards look apart: sideways counts less, because cards are wide. */
function apart(a: Point, b: Point): number {
  return Math.hypot((a.x - b.x) * 0.5, a.y - b.y)
}

/** The turns in which the rings choose: those that are used most choose first and more often. */
const turns: readonly Closeness[] = [
  'contributing',
  'core',
  'contributing',
  'peripheral',
  'contributing',
  'peripheral',
  'contributing',
  'core',
  'peripheral',
]

/**
 * Orders the places of all rings so that each next one is far from all before it, whichever ring they are on, and rather
 * in the middle of its ring than at its rim.
 */
function spread(left: Record<Closeness, Point[]>, sector: Sector): Record<Closeness, Point[]> {
  const chosen: Point[] = []
  const ordered: Record<Closeness, Point[]> = { core: [], contributing: [], peripheral: [] }
  const direction = directionOf(sector.mid)
  const score = (point: Point, closeness: Closeness) => {
    const target = {
      x: middle.x + direction.x * unitEllipse.x * middleRadius[closeness],
      y: middle.y + direction.y * unitEllipse.x * middleRadius[closeness],
    }
    const offRing = Math.abs(radiusOf(point) - middleRadius[closeness]) * 150
    const gap = chosen.reduce((least, other) => Math.min(least, apart(point, other)), 260)
    const nearBorder = Math.max(0, comfortableRoom - roomInSector(point, sector))
    return gap - offRing - nearBorder - (chosen.length === 0 ? apart(point, target) : 0)
  }
  for (let turn = 0; closenesses.some((closeness) => left[closeness].length > 0); turn += 1) {
    const closeness = turns[turn % turns.length] ?? 'contributing'
    const best = left[closeness].reduce<Point | null>((a, b) => (a === null || score(b, closeness) > score(a, closeness) + 1e-6 ? b : a), null)
    if (!best) continue
    left[closeness] = left[closeness].filter((point) => point !== best)
    ordered[closeness].push(best)
    chosen.push(best)
  }
  return ordered
}

function ringOf(point: Point): Closeness {
  const radius = radiusOf(point)
  if (radius <= ringRadius.core) return 'core'
  return radius <= ringRadius.contributing ? 'contributing' : 'peripheral'
}

/** Places of a sector as far as they have been asked for: those of its rings, and those in the belts around the design space. */
type Places = { readonly rings: Readonly<Record<Closeness, readonly Point[]>>; readonly seen: Set<string>; readonly overflow: Point[]; level: number }

function keyOf({ x, y }: Point): string {
  return `${x},${y}`
}

/** Of so many places, how many belong to the core and to the core and contributing ring together, in a sector that is narrow. */
const narrowShares = { core: 0.28, contributing: 0.72 } as const

/** Places by ring: by the ellipses, or where a narrow sector leaves a ring without places, the nearest, the next and the last of them. */
function ringsOf(places: readonly Point[]): Record<Closeness, Point[]> {
  const on = (closeness: Closeness) => places.filter((point) => ringOf(point) === closeness)
  const byEllipse = { core: on('core'), contributing: on('contributing'), peripheral: on('peripheral') }
  if (closenesses.every((closeness) => byEllipse[closeness].length >= 2)) return byEllipse
  const sorted = [...places].sort((a, b) => radiusOf(a) - radiusOf(b) || a.y - b.y || a.x - b.x)
  const [first, second] = [Math.ceil(sorted.length * narrowShares.core), Math.ceil(sorted.length * narrowShares.contributing)]
  return { core: sorted.slice(0, first), contributing: sorted.slice(first, second), peripheral: sorted.slice(second) }
}

function placesIn(sector: Sector): Places {
  const inside = [...latticeUpTo(0)].filter((point) => isFree(point, sector, 0))
  const rings = spread(ringsOf(inside), sector)
  return { rings, seen: new Set(inside.map(keyOf)), overflow: [], level: 0 }
}

/** Adds the places of the next belt. */
function extend(places: Places, sector: Sector): void {
  places.level += 1
  const belt = [...latticeUpTo(places.level)].filter((point) => !places.seen.has(keyOf(point)) && isFree(point, sector, places.level))
  for (const point of belt) places.seen.add(keyOf(point))
  places.overflow.push(...belt.sort((a, b) => radiusOf(a) - radiusOf(b) || a.y - b.y || a.x - b.x))
}

const known = new Map<string, Places>()

function placesOf(sector: Sector): Places {
  const key = `${sector.from.toFixed(6)}:${sector.to.toFixed(6)}`
  const places = known.get(key) ?? placesIn(sector)
  known.set(key, places)
  return places
}

/**
 * The place of a node on the map: the middle of its card. It depends on the number of areas, the area, the closeness and
 * the slot, and on nothing else; two different slots never overlap.
 *
 * @param sector  of the node's area
 * @param slot    whole number ≥ 0
 * @returns a point in design space; beyond the ring's places one in a belt around the design space
 * Cost O(1) after the first question about a sector.
 */
export function placeOf(sector: Sector, closeness: Closeness, slot: number): Point {
  const places = placesOf(sector)
  const ring = places.rings[closeness]
  const own = ring[slot]
  if (own) return own
  const index = (slot - ring.length) * closenesses.length + closenesses.indexOf(closeness)
  while (places.overflow.length <= index && places.level < overflowLevels) extend(places, sector)
  return places.overflow[index % Math.max(1, places.overflow.length)] ?? middle
}

/** The smallest level whose frame holds all boxes. Cost O(boxes). */
export function levelFor(boxes: readonly Box[]): number {
  let level = 0
  while (level < overflowLevels && boxes.some((box) => !contains(frameOf(level), box))) level += 1
  return level
}
