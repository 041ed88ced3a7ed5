/** What two would be worth alone and together, in any one unit, and from which gain on it is worth the effort. */
export type Combination = { readonly standaloneA: number; readonly standaloneB: number; readonly joint: number; readonly threshold: number }

/** What joining two of them adds, and how it can be split. */
export type MutualValue = {
  /** joint − A − B; above 0 the two are worth more together */
  readonly surplus: number
  /** surplus ÷ (A + B), null where both alone are worth 0 or less together */
  readonly surplusShare: number | null
  /** what each has alone and half of the surplus */
  readonly shapleySplit: { readonly A: number; readonly B: number }
  readonly gainEach: number
  /** whether each gains at least the threshold */
  readonly worthwhile: boolean
}

/**
 * The mutual value of a combination. Estimates come in, so ranges go out: `mutualValueRange`.
 *
 * Cost O(1). Source: Shapley 1953 for two; methods 1.1 (mutual value). Spec: VN44.
 */
export function mutualValue({ standaloneA, standaloneB, joint, threshold }: Combination): MutualValue {
  const alone = standaloneA + standaloneB
  const surplus = joint - alone
  const gainEach = surplus / 2
  return {
    surplus,
    surplusShare: alone > 0 ? surplus / alone : null,
    shapleySplit: { A: standaloneA + gainEach, B: standaloneB + gainEach },
    gainEach,
    worthwhile: gainEach >= threshold,
  }
}

/** The least and the most that something may be. */
export type Range = { readonly least: number; readonly most: number }

/**
 * The surplus of a combination whose values are known as ranges: least joint less the most of both alone, and the other way round.
 *
 * Cost O(1). Spec: VN45.
 */
export function surplusRange({ a, b, joint }: { readonly a: Range; readonly b: Range; readonly joint: Range }): Range {
  return { least: joint.least - a.most - b.most, most: joint.most - a.least - b.least }
}

/**
 * How much two have in common: what both name ÷ what either names (Jaccard), of aspects of a job, deliverables or anything else.
 *
 * @returns 0 to 1; null where neither names anything
 * Cost O(aspects). Source: Jaccard 1901. Spec: VN46.
 */
export function aspectOverlap(a: Iterable<string>, b: Iterable<string>): number | null {
  const [left, right] = [new Set(a), new Set(b)]
  const both = [...left].filter((aspect) => right.has(aspect)).length
  const either = left.size + right.size - both
  return either === 0 ? null : both / either
}
