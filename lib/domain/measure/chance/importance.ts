import { type Bounded, bounded } from './hard.ts'

/** A number about a goal: exact where `standardError` is null, else found by trials. */
export type Estimate = Bounded & { readonly standardError: number | null }

/** What one vertex means for the goal. */
export type Importance = {
  /** P(goal | it is certain) − P(goal | it is missed) */
  readonly birnbaum: Estimate
  /** P(goal | it is certain) − P(goal): “help here first” */
  readonly gain: Estimate
  /** P(goal) − P(goal | it is missed): “if this slips” */
  readonly loss: Estimate
  /** gain ÷ (1 − P(goal)); null where the goal is certain, or something on the way is unknown */
  readonly criticality: number | null
}

/** The ends of a slope: with every unknown own chance at 0 and at 1, and the error of the trials where there were some. */
export type Slope = { readonly low: number; readonly high: number; readonly standardError: number | null }

/** What an own chance, and all others that matter for the goal, are known to be. */
export type Known = { readonly own: number | null; readonly areOthersKnown: boolean; readonly chance: number | null }

function scaled({ standardError }: Slope, factor: number): number | null {
  return standardError === null ? null : standardError * factor
}

/**
 * The importance of a vertex for the goal from its slope. The goal's chance is linear in each own chance p, so gain = (1 − p) · slope and
 * loss = p · slope, and both sum to the slope. Where own chances are unknown the slope grows with each of them, so its ends are those with
 * all at 0 and all at 1.
 *
 * Cost O(1). Source: Birnbaum 1969; the slope is a sum of products of own chances (decision 151). Spec: CN30-CN33.
 */
export function importanceOf(slope: Slope, { own, areOthersKnown, chance }: Known): Importance {
  const part = (share: number): Estimate => ({
    ...bounded(share * slope.low, share * slope.high, areOthersKnown),
    standardError: scaled(slope, share),
  })
  const unknownPart: Estimate = { value: slope.high === 0 ? 0 : null, low: 0, high: slope.high, standardError: slope.standardError }
  const gain = own === null ? unknownPart : part(1 - own)
  const canGrow = gain.value !== null && chance !== null && chance < 1
  return {
    birnbaum: part(1),
    gain,
    loss: own === null ? unknownPart : part(own),
    criticality: canGrow ? (gain.value ?? 0) / (1 - chance) : null,
  }
}
