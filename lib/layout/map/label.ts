import { type Box, boxAround, grow, overlap, type Point, polylineCrosses } from '../geometry.ts'
import type { EdgeLabel } from '../scene.ts'
import { textBlock, textWidth, wrapText } from '../text.ts'

const textSize = 12
const height = 18
const sidePadding = 8
const maxWidth = 190

/** Larger sides of labels, so that they can be read from further away, and their weight. */
export type PillStyle = { readonly weight?: number; readonly zoom?: number }

/** The pill of a label around a place; `zoom` 1 is 12 pixels. Cost O(length). */
export function pillAt(centre: Point, words: string, { weight = 400, zoom = 1 }: PillStyle = {}): EdgeLabel {
  const [size, room] = [textSize * zoom, maxWidth * zoom]
  const { lines } = wrapText(words, room, 1, { size, weight })
  const width = textWidth(lines[0] ?? '', size, weight) + 2 * sidePadding * zoom
  const text = textBlock(words, { size, weight, at: { x: centre.x, y: centre.y + size * 0.36 }, width: room, anchor: 'middle' })
  return { box: boxAround(centre, width, height * zoom), text }
}

/** The point of a polyline at a share of its length, 0 to 1. Cost O(points). */
export function pointAt(points: readonly Point[], share: number): Point {
  const lengths = points.map((point, index) => {
    const before = points[index - 1]
    return before ? Math.hypot(point.x - before.x, point.y - before.y) : 0
  })
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  for (let i = 1; i < points.length; i += 1) {
    const [a, b, length = 0] = [points[i - 1], points[i], lengths[i]]
    if (!a || !b) continue
    if (left <= length && length > 0) return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length }
    left -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}

/** What a label must not lie on, and the lines that it had better not lie on. */
export type Surroundings = {
  readonly boxes: readonly Box[]
  readonly heads: readonly Box[]
  readonly labels: readonly Box[]
  readonly lines: readonly (readonly Point[])[]
}

const shares = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8]
/** tried where none of those is free */
const sharesBetween = [0.47, 0.53, 0.41, 0.59, 0.35, 0.65, 0.29, 0.71, 0.23, 0.77]

/**
 * Finds a free place for a label on its line.
 *
 * @param points the line of the edge itself
 * @param around boxes, arrow heads and labels that it must keep clear of; it takes the place with the fewest other lines under it
 * @returns null where no place is free
 * Cost O(places · everything around).
 */
export function placeLabel(points: readonly Point[], words: string, around: Surroundings, style: PillStyle = {}): EdgeLabel | null {
  const isFree = ({ box }: EdgeLabel) => {
    const room = grow(box, 3)
    return [around.boxes, around.heads, around.labels].every((boxes) => !boxes.some((other) => overlap(room, other)))
  }
  const freeAt = (at: readonly number[]) => at.map((share) => pillAt(pointAt(points, share), words, style)).filter(isFree)
  const usual = freeAt(shares)
  const free = usual.length > 0 ? usual : freeAt(sharesBetween)
  const scored = free.map((label) => ({ label, under: around.lines.filter((line) => line !== points && polylineCrosses(line, label.box)).length }))
  const [best] = scored.sort((a, b) => a.under - b.under)
  return best?.label ?? null
}
