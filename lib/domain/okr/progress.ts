/** Why a progress is unknown. */
export type UnknownReason = 'no-value' | 'no-baseline' | 'no-target' | 'no-limits' | 'no-steps' | 'no-weights'

/** Where a value lies that should stay between two limits. */
export type Band = {
  readonly side: 'below' | 'inside' | 'above'
  /** how far outside, in the metric's own unit; 0 inside */
  readonly distance: number
}

/** How far a key result has come. */
export type Progress = {
  /** 0 to 1; null is unknown, and never read as 0 */
  readonly share: number | null
  /** the same without limits: above 1 beyond the target, below 0 on the wrong side of the baseline */
  readonly unbounded: number | null
  /** why `share` is null; null where it is known */
  readonly unknown: UnknownReason | null
  /** maintain only: where the value lies and how far outside */
  readonly band: Band | null
  /** milestone only: how many steps say how far they are, of how many that count */
  readonly steps: { readonly known: number; readonly total: number } | null
}

const plain = { unknown: null, band: null, steps: null } as const

/** A known progress. Cost O(1). */
export function knownProgress(unbounded: number): Progress {
  // `+ 0` turns the negative zero that a decreasing line gives at its baseline into zero
  return { ...plain, unbounded: unbounded + 0, share: Math.min(1, Math.max(0, unbounded)) + 0 }
}

/** An unknown progress with its reason. Cost O(1). */
export function unknownProgress(unknown: UnknownReason): Progress {
  return { ...plain, unbounded: null, share: null, unknown }
}
