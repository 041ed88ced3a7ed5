import { type Box, grow, overlap, type Point, polylineCrosses, unionOf } from '../geometry.ts'
import { pillAt } from '../map/label.ts'
import { extentOf } from '../map/obstacles.ts'
import { closedPath } from '../path.ts'
import type { ChainRing, EdgeLabel, EdgeShape } from '../scene.ts'

/** Lines, in document order, that a label should not lie on, up to this many. */
const lineLimit = 600
const labelWeight = 600

/** Width of a label, to make room for it. Cost O(length). */
export function labelWidth(words: string): number {
  return pillAt({ x: 0, y: 0 }, words, { weight: labelWeight }).box.width
}

/** Places for a label of a width on a line's longer pieces, the best first. Cost O(points · log points). */
export function* placesAlong(points: readonly Point[], width: number): Generator<Point> {
  const pieces = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }))
  const sorted = pieces
    .map((piece, index) => ({
      ...piece,
      index,
      length: Math.hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y),
      isLevel: piece.from.y === piece.to.y,
    }))
    .filter(({ length, isLevel }) => length > (isLevel ? width * 0.8 : 22))
    .sort((a, b) => b.length - a.length || a.index - b.index)
  for (const { from, to } of sorted) {
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) yield { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  }
}

export type LabelWish = { readonly shape: EdgeShape; readonly words: string }

/**
 * Places the labels of lines on their own longest pieces: never on cards, band names, arrow heads or each other, rather not
 * on other lines.
 *
 * @returns a label or null for each wish
 * Cost O(labels · (boxes + lines)).
 */
export function placeLabels(wishes: readonly LabelWish[], fixed: readonly Box[], all: readonly EdgeShape[]): (EdgeLabel | null)[] {
  const taken = [...fixed, ...all.map(({ headBox }) => headBox)]
  const lines = all.slice(0, lineLimit).map((shape) => ({ shape, extent: extentOf(shape.points) }))
  return wishes.map(({ shape, words }) => {
    if (words === '') return null
    const reach = grow(extentOf(shape.points), labelWidth(words))
    const near = taken.filter((box) => overlap(box, reach))
    const nearLines = lines.filter((line) => line.shape !== shape && overlap(grow(line.extent, 1), reach))
    let best: { label: EdgeLabel; under: number } | null = null
    for (const centre of placesAlong(shape.points, labelWidth(words))) {
      const label = pillAt(centre, words, { weight: labelWeight })
      const room = grow(label.box, 2)
      if (near.some((box) => overlap(room, box))) continue
      const under = nearLines.filter((line) => polylineCrosses(line.shape.points, label.box)).length
      if (!best || under < best.under) best = { label, under }
      if (best.under === 0) break
    }
    if (best) taken.push(best.label.box)
    return best?.label ?? null
  })
}

function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (list: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  return a && b ? (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) : 0
}

/** A dotted outline around the cards of a ring, with its name where no card is. Cost O(n log n). Source of the hull: Andrew 1979. */
export function ringOf(cardIds: readonly string[], boxes: readonly Box[], fixed: readonly Box[]): ChainRing {
  const corners = boxes.flatMap((box) => {
    const { x, y, width, height } = grow(box, 6)
    return [
      { x, y },
      { x: x + width, y },
      { x, y: y + height },
      { x: x + width, y: y + height },
    ]
  })
  const hull = hullOf(corners)
  const words = `ring of ${cardIds.length}`
  const around = unionOf(boxes) ?? { x: 0, y: 0, width: 0, height: 0 }
  const sides = hull.map((point, index) => {
    const next = hull[(index + 1) % hull.length] ?? point
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
  })
  const labels = [...sides, { x: around.x + around.width / 2, y: around.y - 16 }].map((place) => pillAt(place, words, { weight: labelWeight }))
  const label = labels.find(({ box }) => !fixed.some((other) => overlap(box, other))) ?? labels[0] ?? pillAt(around, words, { weight: labelWeight })
  return { cardIds, hull: closedPath(hull, 12), label }
}
