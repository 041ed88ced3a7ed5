import type { Box } from '../geometry.ts'
import type { TextBlock } from '../scene.ts'
import type { Ink } from '../tokens.ts'

/** How a shape is painted; inks are names of tokens. A shape without fill is not filled. */
export type Paint = {
  readonly fill?: Ink
  readonly fillOpacity?: number
  readonly stroke?: Ink
  readonly strokeOpacity?: number
  readonly strokeWidth?: number
  readonly dash?: string
  readonly cap?: 'round' | 'butt'
}

/** What a group of marks stands for; `id` is the record's id, or the two ids of a bundle. */
export const parts = [
  'area',
  'ring',
  'core',
  'node',
  'exchange',
  'need',
  'lane',
  'band',
  'fold',
  'card',
  'dependency',
  'loop',
  'label',
  'axis',
  'row',
  'sign',
  'stood',
] as const
export type Part = (typeof parts)[number]

/** A drawing as a tree of marks: the screen, the export and a canvas paint the same ones, in order. */
export type Mark =
  | { readonly shape: 'group'; readonly part: Part; readonly id: string; readonly children: readonly Mark[] }
  | { readonly shape: 'rect'; readonly box: Box; readonly radius: number; readonly paint: Paint }
  | { readonly shape: 'path'; readonly d: string; readonly paint: Paint }
  | { readonly shape: 'text'; readonly block: TextBlock; readonly ink: Ink }

/** A group of marks. Cost O(1). */
export function group(part: Part, id: string, children: readonly (Mark | null)[]): Mark {
  return { shape: 'group', part, id, children: children.filter((child) => child !== null) }
}

/** A rectangle. Cost O(1). */
export function rect(box: Box, radius: number, paint: Paint): Mark {
  return { shape: 'rect', box, radius, paint }
}

/** A path. Cost O(1). */
export function path(d: string, paint: Paint): Mark {
  return { shape: 'path', d, paint }
}

/** A text; null where there is none. Cost O(1). */
export function text(block: TextBlock | null, ink: Ink): Mark | null {
  return block && block.lines.length > 0 ? { shape: 'text', block, ink } : null
}
