/** A mean by weight that says how much of it is known. */
export type RollUp = {
  /** 0 to 1; null where nothing is known or all weights are zero */
  readonly share: number | null
  /** key results with a known value among those that count */
  readonly known: number
  /** key results that count: weight above zero */
  readonly total: number
  /** key results left out by a weight of zero */
  readonly leftOut: number
}

/** One child: its share (null is unknown), its weight (null is 1), and how many key results stand behind it. */
export type RollUpPart = {
  readonly share: number | null
  readonly weight: number | null
  readonly known: number
  readonly total: number
  readonly leftOut: number
}

/** A key result as a part: one, known or not. */
export function partOf(share: number | null, weight: number | null): RollUpPart {
  return { share, weight, known: share === null ? 0 : 1, total: 1, leftOut: 0 }
}

/**
 * Mean of the known children by weight. A child with weight 0 is left out, an unknown one is not read as 0; dependencies
 * never count.
 *
 * @returns share in [0,1], or null where nothing is known or every weight is zero
 * Cost O(n). Spec: OKR20-OKR26.
 */
export function rollUp(parts: readonly RollUpPart[]): RollUp {
  let [known, total, leftOut] = [0, 0, 0]
  for (const part of parts) {
    const counts = part.weight !== 0
    known += counts ? part.known : 0
    total += counts ? part.total : 0
    leftOut += counts ? part.leftOut : part.total + part.leftOut
  }
  return { share: meanByWeight(parts), known, total, leftOut }
}

/**
 * Mean of shares by weight; unknown shares and zero weights are left out.
 *
 * @returns null where nothing is left; otherwise within the range of the shares
 * Cost O(n).
 */
export function meanByWeight(parts: readonly { readonly share: number | null; readonly weight: number | null }[]): number | null {
  let heaviest = 0
  for (const { share, weight } of parts) if (share !== null) heaviest = Math.max(heaviest, weight ?? 1)
  if (heaviest === 0) return null
  let [sum, weights] = [0, 0]
  for (const { share, weight } of parts) {
    if (share === null) continue
    // divided by the heaviest first, so that huge weights do not overflow
    const relative = (weight ?? 1) / heaviest
    sum += share * relative
    weights += relative
  }
  return Math.min(1, sum / weights)
}
