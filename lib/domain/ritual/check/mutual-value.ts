/** What both sides think that it is worth, on any one scale: each alone, and both together. */
export type Worth = { readonly ours: number; readonly theirs: number; readonly together: number }

/** The least and the most that something may be. */
export type Range = { readonly least: number; readonly most: number }

/** What is asked of it: the least gain for each side, and by how much each of the three worths may be off; 0 where they are sure. */
export type WorthLimits = { readonly threshold: number; readonly giveOrTake: number }

export type MutualValue = {
  /** what only both together make; below 0 they are in each other's way */
  readonly surplus: number
  /** the same with every worth off by as much as it may be, to the one side and to the other */
  readonly surplusRange: Range
  /** the surplus as a share of both alone; null where both alone are worth nothing */
  readonly share: number | null
  /** what each gains, where both get half of the surplus */
  readonly gainEach: number
  readonly gainRange: Range
  /** each side's part of what both make: alone plus half of the surplus */
  readonly oursTogether: number
  readonly theirsTogether: number
  /** `worth` where even the least gain reaches the threshold, `little` where not even the most does, `open` between, `none` where together is no more than alone */
  readonly verdict: 'worth' | 'open' | 'little' | 'none'
}

function verdictOf({ least, most }: Range, threshold: number): MutualValue['verdict'] {
  if (most <= 0) return 'none'
  if (most < threshold) return 'little'
  return least > 0 && least >= threshold ? 'worth' : 'open'
}

/**
 * Whether working together is worth it: the surplus over both alone, split evenly (the Shapley value of two), against a least gain for each.
 * Worths are guesses: where they may be off, the surplus is a range, the least together less the most of both alone and the other way round,
 * and it is only worth it where all of the range is.
 *
 * Cost O(1). Source: Shapley 1953, for two. Spec: CK50, VN44-VN45.
 */
export function mutualValue({ ours, theirs, together }: Worth, { threshold, giveOrTake }: WorthLimits): MutualValue {
  const alone = ours + theirs
  const surplus = together - alone
  // three worths, each off by as much as it may be
  const surplusRange = { least: surplus - 3 * giveOrTake, most: surplus + 3 * giveOrTake }
  const gainRange = { least: surplusRange.least / 2, most: surplusRange.most / 2 }
  const gainEach = surplus / 2
  return {
    surplus,
    surplusRange,
    share: alone > 0 ? surplus / alone : null,
    gainEach,
    gainRange,
    oursTogether: ours + gainEach,
    theirsTogether: theirs + gainEach,
    verdict: verdictOf(gainRange, threshold),
  }
}
