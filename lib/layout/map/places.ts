import { type Closeness, closenesses } from '../../domain/entity.ts'
import { type Box, boxAround, contains, distance, grow, overlap, type Point } from '../geometry.ts'
import { directionOf, frameOf, middle, roomInSector, type Sector, titleBoxOf, titlePlaceOf } from './sector.ts'

/** Size of a node's card, in design pixels. */
export const nodeSize = { width: 176, height: 64 } as const

/** Radius that the core and its arcs take, with the room around them. */
export const coreRadius = 84

const pitch: Point = { x: 98, y: 84 }
const firstRow = 54
const firstColumn = 108
const sectorMargin = 12
const frameMargin = 10
const overflowLevels = 14

/** Semi-axes of the ellipse that has the radius 1 in the measure of closeness. */
export const unitEllipse: Point = { x: 700, y: 406 }

/** Outer radius of each ring in that measure; what lies beyond the last is overflow. */
export const ringRadius: Readonly<Record<Closeness, number>> = { core: 0.47, contributing: 0.9, peripheral: 1.6 }

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
  if (overlap(card, grow(boxAround(middle, 2 * coreRadius, 2 * coreRadius), 4)) && cornersOf(card).some((corner) => distance(corner, middle) < coreRadius + 10)) return false
  if (!cornersOf(card).every((corner) => roomInSector(corner, sector) >= sectorMargin)) return false
  return !titleBoxes(sector, level).some((box) => overlap(box, card))
}

/** Names stay free at every size of the frame, so that a map that grows does not put a name onto a card. */
function titleBoxes(sector: Sector, from: number): Box[] {
  return Array.from({ length: from + 2 }, (_, level) => titleBoxOf(titlePlaceOf(sector, frameOf(level))))
}

/** Orders places so that each next one is far from those before it; the first is nearest to the sector's own middle. */
function spread(places: readonly Point[], sector: Sector, radius: number): Point[] {
  const direction = directionOf(sector.mid - 0.42 * Math.min(1, (sector.to - sector.from) / 2))
  const start = { x: middle.x + direction.x * unitEllipse.x * radius, y: middle.y + direction.y * unitEllipse.x * radius }
  const left = [...places]
  const ordered: Point[] = []
  const room = left.map((place) => -distance(place, start))
  while (left.length > 0) {
    let best = 0
    for (let i = 1; i < left.length; i += 1) if ((room[i] ?? 0) > (room[best] ?? 0) + 1e-6) best = i
    const [chosen] = left.splice(best, 1)
    room.splice(best, 1)
    if (!chosen) break
    const isFirst = ordered.length === 0
    ordered.push(chosen)
    left.forEach((place, index) => {
      const gap = Math.hypot(place.x - chosen.x, (place.y - chosen.y) * 1.6)
      room[index] = isFirst ? gap : Math.min(room[index] ?? gap, gap)
    })
  }
  return ordered
}

type Places = Readonly<Record<Closeness, readonly Point[]>>

function ringOf(point: Point): Closeness {
  const radius = radiusOf(point)
  if (radius <= ringRadius.core) return 'core'
  return radius <= ringRadius.contributing ? 'contributing' : 'peripheral'
}

const middleRadius: Readonly<Record<Closeness, number>> = { core: 0.36, contributing: 0.7, peripheral: 1.05 }

function overflowOf(sector: Sector, taken: ReadonlySet<string>): Point[] {
  const found: Point[] = []
  const seen = new Set(taken)
  for (let level = 1; level <= overflowLevels; level += 1) {
    const belt = [...latticeUpTo(level)].filter((point) => !seen.has(keyOf(point)) && isFree(point, sector, level))
    for (const point of belt) seen.add(keyOf(point))
    found.push(...belt.sort((a, b) => radiusOf(a) - radiusOf(b) || a.y - b.y || a.x - b.x))
  }
  return found
}

function keyOf({ x, y }: Point): string {
  return `${x},${y}`
}

function placesOf(sector: Sector): Places {
  const inside = [...latticeUpTo(0)].filter((point) => isFree(point, sector, 0))
  const overflow = overflowOf(sector, new Set(inside.map(keyOf)))
  const ring = (closeness: Closeness, turn: number) => [
    ...spread(
      inside.filter((point) => ringOf(point) === closeness),
      sector,
      middleRadius[closeness],
    ),
    ...overflow.filter((_, index) => index % closenesses.length === turn),
  ]
  return { core: ring('core', 0), contributing: ring('contributing', 1), peripheral: ring('peripheral', 2) }
}

const known = new Map<string, Places>()

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
  const key = `${sector.from.toFixed(6)}:${sector.to.toFixed(6)}`
  const places = known.get(key) ?? placesOf(sector)
  known.set(key, places)
  const ring = places[closeness]
  return ring[slot % Math.max(1, ring.length)] ?? middle
}

/** How many places a sector has on a ring inside the design space and in all. Cost O(places) after the first question. */
export function capacityOf(sector: Sector, closeness: Closeness): number {
  placeOf(sector, closeness, 0)
  const key = `${sector.from.toFixed(6)}:${sector.to.toFixed(6)}`
  return known.get(key)?.[closeness].length ?? 0
}

/** The smallest level whose frame holds all boxes. Cost O(boxes). */
export function levelFor(boxes: readonly Box[]): number {
  let level = 0
  while (level < overflowLevels && boxes.some((box) => !contains(frameOf(level), box))) level += 1
  return level
}
