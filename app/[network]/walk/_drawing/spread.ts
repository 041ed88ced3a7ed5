import type { Box } from '../../../../lib/layout/geometry.ts'

const rounds = 120

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

/** Moves boxes apart until none lies on another, the same way each time; each stays near its place and inside the bounds. Cost O(boxes²). */
export function spread(boxes: readonly Box[], bounds: Box): Box[] {
  const placed = boxes.map((box) => within(box, bounds))
  for (let round = 0; round < rounds; round += 1) {
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
    if (isFree) break
  }
  return placed
}
