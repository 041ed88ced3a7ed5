/** What an owner says about a key result, read from the confidence. `null` is unknown: nothing was said. */
export const statedStatuses = ['on-track', 'at-risk', 'off-track'] as const
export type StatedStatus = (typeof statedStatuses)[number]

/**
 * The stated status of a key result: bands of its confidence, closed and without rounding.
 *
 * @param confidence01 0 to 1, or null where nobody has said anything
 * @returns on-track from 0.7, at-risk from 0.4, off-track below; null where the confidence is unknown
 * Cost O(1). Spec: ST1-ST3.
 */
export function statedStatus(confidence01: number | null): StatedStatus | null {
  if (confidence01 === null) return null
  if (confidence01 >= 0.7) return 'on-track'
  return confidence01 >= 0.4 ? 'at-risk' : 'off-track'
}

/**
 * Confidence as people read it, 0 to 10 with at most one decimal. It is cut and not rounded, so that the number never
 * shows a better band than the status beside it (0.699 reads 6.9, not 7).
 *
 * Cost O(1). Spec: ST4.
 */
export function confidenceInTen(confidence01: number): number {
  return Math.floor(confidence01 * 100 + 1e-9) / 10
}

/** Confidence as records keep it, 0 to 1, from what people give, 0 to 10. Cost O(1). Spec: ST4. */
export function confidenceFromTen(confidence10: number): number {
  return Math.min(1, Math.max(0, confidence10 / 10))
}
