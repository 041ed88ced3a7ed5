/** What both sides think that it is worth, on any one scale: each alone, and both together. */
export type Worth = { readonly ours: number; readonly theirs: number; readonly together: number }

export type MutualValue = {
  /** what only both together make; below 0 they are in each other's way */
  readonly surplus: number
  /** the surplus as a share of both alone; null where both alone are worth nothing */
  readonly share: number | null
  /** what each gains, where both get half of the surplus */
  readonly gainEach: number
  /** each side's part of what both make: alone plus half of the surplus */
  readonly oursTogether: number
  readonly theirsTogether: number
  /** `worth` from the threshold on, `little` below it, `none` where together is no more than alone */
  readonly verdict: 'worth' | 'little' | 'none'
}

/**
 * Whether working together is worth it: the surplus over both alone, split evenly (the Shapley value of two), against a least gain for each.
 *
 * @param threshold least gain for each side, on the scale of the worths
 * Cost O(1). Source: Shapley 1953, for two. Spec: CK50.
 */
export function mutualValue({ ours, theirs, together }: Worth, threshold: number): MutualValue {
  const alone = ours + theirs
  const surplus = together - alone
  const gainEach = surplus / 2
  const verdict = surplus <= 0 ? 'none' : gainEach >= threshold ? 'worth' : 'little'
  const parts = { oursTogether: ours + gainEach, theirsTogether: theirs + gainEach }
  return { surplus, share: alone > 0 ? surplus / alone : null, gainEach, ...parts, verdict }
}
