import type { KeyResult } from '../../entity.ts'

/** Three points of an estimate, in weeks, in rising order. */
export type Estimated = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }

/**
 * The three points of a key result's estimate in rising order, whatever the order in which they were given.
 *
 * @returns weeks; null where there is no estimate
 * Cost O(1). Spec: CN61.
 */
export function estimated({ estimateWeeks }: Pick<KeyResult, 'estimateWeeks'>): Estimated | null {
  if (!estimateWeeks) return null
  const [optimistic = 0, likely = 0, pessimistic = 0] = [estimateWeeks.optimistic, estimateWeeks.likely, estimateWeeks.pessimistic].sort(
    (a, b) => a - b,
  )
  return { optimistic, likely, pessimistic }
}

/** The expected duration, (optimistic + 4 · likely + pessimistic) ÷ 6, in weeks. Cost O(1). Source: Malcolm et al. 1959 (PERT). Spec: CN60. */
export function expectedWeeks({ optimistic, likely, pessimistic }: Estimated): number {
  return (optimistic + 4 * likely + pessimistic) / 6
}

/** Its variance, ((pessimistic − optimistic) ÷ 6)², in square weeks. Cost O(1). Source: as `expectedWeeks`. Spec: CN60. */
export function varianceOfWeeks({ optimistic, pessimistic }: Estimated): number {
  return ((pessimistic - optimistic) / 6) ** 2
}
