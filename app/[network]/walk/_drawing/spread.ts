import { type Box, overlap } from '../../../../lib/layout/geometry.ts'

const rounds = 160
/** After so many rounds what stays where it is gives way: better a card on it than a card on another card. */
const patientRounds = 90

function pushApart(a: Box, b: Box): { readonly x: number; readonly y: number } | null {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (across <= 0 || down <= 0) return null
  if (down <= across) return { x: 0, y: (a.y + a.height / 2 <= b.y + b.height / 2 ? 1 : -1) * down }
  return { x: (a.x + a.width / 2 <= b.x + b.width / 2 ? 1 : -1) * across, y: 0 }
}

function within({ x, y, width, height }: Box, bounds: Box): Box {
  return {
    x: Math.max(bounds.x, Math.min(bounds.x + bounds.width - width, x)),
    y: Math.max(bounds.y, Math.min(bounds.y + bounds.height - height, y)),
    width,
    height,
  }
}

/** The nearest place of a box beside one that stays where it is; where the bounds leave none, its own. */
function beside(box: Box, fixed: Box, bounds: Box): Box {
  const ways = [
    { ...box, x: fixed.x - box.width },
    { ...box, x: fixed.x + fixed.width },
    { ...box, y: fixed.y - box.height },
    { ...box, y: fixed.y + fixed.height },
  ].filter((way) => within(way, bounds).x === way.x && within(way, bounds).y === way.y)
  const far = (way: Box) => Math.abs(way.x - box.x) + Math.abs(way.y - box.y)
  return ways.toSorted((a, b) => far(a) - far(b))[0] ?? box
}

/** A box moved off everything that stays where it is. */
function clear(box: Box, fixed: readonly Box[], bounds: Box): Box {
  let moved = box
  for (const each of fixed) if (overlap(moved, each)) moved = beside(moved, each, bounds)
  return moved
}

/** One round: whichever two lie on each other go apart, half the way each. */
function apart(placed: Box[], bounds: Box): boolean {
  let isFree = true
  for (const [i, first] of placed.entries())
    for (let j = i + 1; j < placed.length; j += 1) {
      const [a, b] = [placed[i] ?? first, placed[j]]
      const push = b && pushApart(a, b)
      if (!b || !push) continue
      isFree = false
      placed[i] = within({ ...a, x: a.x - push.x / 2, y: a.y - push.y / 2 }, bounds)
      placed[j] = within({ ...b, x: b.x + push.x / 2, y: b.y + push.y / 2 }, bounds)
    }
  return isFree
}

/**
 * Moves boxes apart until none lies on another, the same way each time; each stays near its place and inside the bounds, and off what stays
 * where it is as long as there is room.
 *
 * Cost O(boxes · (boxes + fixed)) a round. Spec: WA78.
 */
export function spread(boxes: readonly Box[], bounds: Box, fixed: readonly Box[] = []): Box[] {
  const placed = boxes.map((box) => within(box, bounds))
  for (let round = 0; round < rounds; round += 1) {
    const kept = round < patientRounds ? fixed : []
    const moved = placed.map((box) => clear(box, kept, bounds))
    const isClear = moved.every((box, at) => box === placed[at])
    placed.splice(0, placed.length, ...moved)
    if (apart(placed, bounds) && isClear) break
  }
  return placed
}
