import type { PromiseState } from '../../domain/vocabulary.ts'
import type { Point } from '../geometry.ts'
import type { Ink } from '../tokens.ts'
import { drawBadge, placed } from './badge.ts'
import { type Mark, path } from './mark.ts'

/** What a glyph in a small place can say of promises: a state, that one is late or overdue, or that one holds up who needs it. */
export type PromiseGlyph = PromiseState | 'late' | 'blocked'

type Shape = { readonly outline: string; readonly ink: Ink; readonly sign: string | null; readonly isFull: boolean; readonly dash?: string }

const stadium = 'M-.34 -.66L.34 -.66A.66 .66 0 0 1 .34 .66L-.34 .66A.66 .66 0 0 1 -.34 -.66Z'
const box = 'M-.95 -.72L.95 -.72L.95 .72L-.95 .72Z'
const octagon = 'M-.42 -1L.42 -1L1 -.42L1 .42L.42 1L-.42 1L-1 .42L-1 -.42Z'
const tick = 'M-.42 .02L-.1 .34L.46 -.3'
const cross = 'M-.34 -.34L.34 .34M.34 -.34L-.34 .34'
const dash = 'M-.45 0L.45 0'

/** Asked for is hollow, promised is full, settled is a box, refused has eight sides: the outlines of the marks beside the words. */
const shapes: Readonly<Record<PromiseState, Shape>> = {
  draft: { outline: stadium, ink: 'unknown', sign: null, isFull: false, dash: '2.5 2' },
  offered: { outline: stadium, ink: 'focus', sign: 'M-.45 0L.4 0M.1 -.3L.42 0L.1 .3', isFull: false },
  requested: { outline: stadium, ink: 'focus', sign: 'M-.24 -.18Q-.22 -.42 0 -.42Q.26 -.4 .24 -.18Q.22 -.02 0 .06L0 .14M0 .36L0 .4', isFull: false },
  countered: { outline: stadium, ink: 'at-risk', sign: 'M-.45 -.18L.45 -.18M-.45 .18L.45 .18', isFull: false },
  deferred: { outline: stadium, ink: 'at-risk', sign: 'M0 -.4L0 .05L.3 .22', isFull: false },
  promised: { outline: stadium, ink: 'on-track', sign: tick, isFull: true },
  delivered: { outline: box, ink: 'done', sign: 'M0 -.45L0 .35M-.3 .05L0 .35L.3 .05', isFull: false },
  accepted: { outline: box, ink: 'done', sign: tick, isFull: true },
  declined: { outline: octagon, ink: 'off-track', sign: cross, isFull: false },
  revoked: { outline: octagon, ink: 'off-track', sign: cross, isFull: true },
  withdrawn: { outline: stadium, ink: 'unknown', sign: dash, isFull: false },
  cancelled: { outline: stadium, ink: 'unknown', sign: dash, isFull: false },
}

/**
 * The marks of a glyph of promises around a middle.
 *
 * @param size pixels across; below 11 the sign inside is left out, and the outline tells it
 * Cost O(1). Spec: MX9.
 */
export function drawPromiseGlyph(glyph: PromiseGlyph, centre: Point, size: number): Mark[] {
  if (glyph === 'late' || glyph === 'blocked') return drawBadge({ status: glyph, centre, size: size * 0.94, text: null })
  const { outline, ink, sign, isFull, dash: dashes } = shapes[glyph]
  const [radius, line] = [size / 2, Math.max(1.3, size / 10)]
  const stroke = { stroke: ink, strokeWidth: line, ...(dashes ? { dash: dashes } : {}) }
  const shape = path(placed(outline, centre, radius), isFull ? { fill: ink } : { fill: 'bg', ...stroke })
  if (sign === null || size < 11) return [shape]
  return [shape, path(placed(sign, centre, radius), { stroke: isFull ? 'on-badge' : ink, strokeWidth: line, cap: 'round' })]
}
