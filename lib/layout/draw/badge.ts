import type { Point } from '../geometry.ts'
import { grow, round1 } from '../geometry.ts'
import type { Status } from '../input.ts'
import type { Badge, Bar, EdgeLabel } from '../scene.ts'
import type { Ink } from '../tokens.ts'
import { type Mark, path, rect, text } from './mark.ts'

type Glyph = { readonly outline: string; readonly sign: string | null; readonly isHollow: boolean; readonly dash?: string }

function polygon(corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`
}

const disc = 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z'
const ring = 'M-.86 0A.86 .86 0 1 1 .86 0A.86 .86 0 1 1 -.86 0Z'
const ringWithGap = 'M.61 -.61A.86 .86 0 1 0 .86 0'
const tick = 'M-.42 .02L-.1 .36L.45 -.3'
const triangle = polygon([
  [0, -1],
  [1.1, 0.9],
  [-1.1, 0.9],
])
const diamond = polygon([
  [0, -1.15],
  [1.15, 0],
  [0, 1.15],
  [-1.15, 0],
])
const hexagon = polygon([
  [-0.55, -0.95],
  [0.55, -0.95],
  [1.1, 0],
  [0.55, 0.95],
  [-0.55, 0.95],
  [-1.1, 0],
])
const square = polygon([
  [-0.9, -0.9],
  [0.9, -0.9],
  [0.9, 0.9],
  [-0.9, 0.9],
])
const clock = polygon([
  [-0.4, -1],
  [0.4, -1],
  [1, -0.4],
  [1, 0.4],
  [0.4, 1],
  [-0.4, 1],
  [-1, 0.4],
  [-1, -0.4],
])

/** Glyphs in a unit circle; each status has an outline of its own, so that colour is never needed to tell them apart. */
const glyphs: Readonly<Record<Status, Glyph>> = {
  'not-started': { outline: ring, sign: null, isHollow: true },
  'on-track': { outline: disc, sign: tick, isHollow: false },
  'at-risk': { outline: triangle, sign: 'M0 -.38L0 .25M0 .52L0 .58', isHollow: false },
  'off-track': { outline: diamond, sign: 'M-.36 -.36L.36 .36M.36 -.36L-.36 .36', isHollow: false },
  blocked: { outline: hexagon, sign: 'M-.5 0L.5 0', isHollow: false },
  done: { outline: square, sign: tick, isHollow: false },
  late: { outline: clock, sign: 'M0 -.55L0 .05L.4 .3', isHollow: false },
  stale: { outline: ringWithGap, sign: 'M0 -.42L0 .05L.3 .2', isHollow: true },
  unknown: { outline: ring, sign: 'M-.27 -.2Q-.25 -.5 0 -.5Q.29 -.48 .27 -.2Q.25 0 0 .1L0 .2M0 .47L0 .52', isHollow: true },
}

/** Moves and scales a path that is written in units around the origin, of absolute M, L, Q, A and Z. Cost O(length). */
export function placed(d: string, centre: Point, radius: number): string {
  let isX = true
  return d.replace(/([MLQ])|(A[^MLQZ]*)|(-?\d*\.?\d+)/g, (token, letter: string, arc: string) => {
    if (letter) {
      isX = true
      return letter
    }
    if (arc) return placedArc(arc, centre, radius)
    const value = Number(token) * radius + (isX ? centre.x : centre.y)
    const text = `${round1(value)}`
    isX = !isX
    return text
  })
}

function placedArc(arc: string, centre: Point, radius: number): string {
  return arc
    .split('A')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, x = 0, y = 0] = (part.match(/-?\d*\.?\d+/g) ?? []).map(Number)
      return `A${round1(rx * radius)} ${round1(ry * radius)} ${turn} ${large} ${sweep} ${round1(x * radius + centre.x)} ${round1(y * radius + centre.y)}`
    })
    .join('')
}

/** The marks of a status badge. Cost O(1). */
export function drawBadge(badge: Badge, behind: Ink = 'bg'): Mark[] {
  const { status, centre, size } = badge
  const { outline, sign, isHollow } = glyphs[status]
  const radius = size / 2
  const line = Math.max(1.4, size / 9)
  const shape = path(placed(outline, centre, radius), isHollow ? { fill: behind, stroke: status, strokeWidth: line } : { fill: status })
  const inner = sign ? path(placed(sign, centre, radius), { stroke: isHollow ? status : 'on-badge', strokeWidth: line, cap: 'round' }) : null
  return [shape, inner, text(badge.text, 'text-2')].filter((mark) => mark !== null)
}

/** The marks of a progress bar in the ink of its area. Cost O(1). */
export function drawBar(bar: Bar, ink: Ink): Mark[] {
  const { track, value, tick: today, was } = bar
  const radius = track.height / 2
  return [
    rect(
      track,
      radius,
      value ? { fill: 'raised', stroke: 'border', strokeOpacity: 0.35, strokeWidth: 0.6 } : { stroke: 'border', strokeWidth: 1, dash: '3 3' },
    ),
    value ? rect(value, radius, { fill: ink }) : null,
    was ? rect(grow(was, 2), radius + 2, { stroke: 'changed', strokeWidth: 1.2, dash: '3 2' }) : null,
    today ? rect(today, 1, { fill: 'text', stroke: 'bg', strokeWidth: 1 }) : null,
  ].filter((mark) => mark !== null)
}

/** The pill of an edge label. Cost O(1). */
export function drawLabel(label: EdgeLabel, id: string, ink: Ink, stroke: Ink | null): Mark {
  const paint = stroke ? { fill: 'bg' as const, stroke, strokeWidth: 1 } : { fill: 'bg' as const, fillOpacity: 0.94 }
  const words = text(label.text, ink)
  return { shape: 'group', part: 'label', id, children: words ? [rect(label.box, label.box.height / 2, paint), words] : [] }
}
