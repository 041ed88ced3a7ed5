/** How many steps of one hue there are. */
export const tintSteps = 5

/**
 * How dark a cell is by how much stands in it: up to five, a step for each; above, the steps share the range evenly.
 *
 * @param most the largest count of the matrix
 * @returns 1 to 5
 * Cost O(1). Spec: MX8.
 */
export function tintStep(count: number, most: number): number {
  if (most <= tintSteps) return Math.max(1, Math.min(tintSteps, count))
  return Math.max(1, Math.min(tintSteps, Math.ceil((count * tintSteps) / most)))
}

/** Opacity of the hue at a step; words stay readable on all of them, glyphs have a ground of their own. Cost O(1). Spec: MX8. */
export function tintOpacity(step: number): number {
  return 0.06 + step * 0.075
}
