import type { KeyResult } from '../../entity.ts'

/** Three points of an estimate, in weeks, in rising order. */
export type Estimated = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }

/** The points of an estimate that somebody has named; null where nobody has. */
export type NamedPoints = { readonly [K in keyof Estimated]: number | null }

const unnamed: NamedPoints = { optimistic: null, likely: null, pessimistic: null }

/**
 * The points that somebody has named. A record always holds three numbers, and in older ones 0 stands for what nobody had named: so a 0 with a
 * greater point before it is none, nor is a likely duration of 0 with a longer one after it, and then the 0 at best is none either.
 *
 * Cost O(1). Spec: CN61.
 */
export function namedPoints({ estimateWeeks }: Pick<KeyResult, 'estimateWeeks'>): NamedPoints {
  if (!estimateWeeks) return unnamed
  const { optimistic, likely, pessimistic } = estimateWeeks
  const isWhole = Math.max(optimistic, likely, pessimistic) === 0 || (likely > 0 && pessimistic > 0)
  const known = (weeks: number) => (weeks === 0 && !isWhole ? null : weeks)
  return { optimistic: known(optimistic), likely: known(likely), pessimistic: known(pessimistic) }
}

/**
 * The three points of a key result's estimate in rising order, whatever the order in which they were given. This is the only place that reads
 * an estimate: whoever speaks of weeks asks here.
 *
 * @returns weeks; null where there is no estimate, or one of its points is not named
 * Cost O(1). Spec: CN61.
 */
export function estimated(keyResult: Pick<KeyResult, 'estimateWeeks'>): Estimated | null {
  const points = namedPoints(keyResult)
  const named = [points.optimistic, points.likely, points.pessimistic].filter((each) => each !== null).toSorted((a, b) => a - b)
  const [optimistic, likely, pessimistic] = named
  return optimistic === undefined || likely === undefined || pessimistic === undefined ? null : { optimistic, likely, pessimistic }
}

/** The expected duration, (optimistic + 4 · likely + pessimistic) ÷ 6, in weeks. Cost O(1). Source: Malcolm et al. 1959 (PERT). Spec: CN60. */
export function expectedWeeks({ optimistic, likely, pessimistic }: Estimated): number {
  return (optimistic + 4 * likely + pessimistic) / 6
}

/** Its variance, ((pessimistic − optimistic) ÷ 6)², in square weeks. Cost O(1). Source: as `expectedWeeks`. Spec: CN60. */
export function varianceOfWeeks({ optimistic, pessimistic }: Estimated): number {
  return ((pessimistic - optimistic) / 6) ** 2
}

/** How long a key result is expected to take, in weeks; null where nobody has estimated it. Cost O(1). Spec: CN60-CN61. */
export function weeksExpected(keyResult: Pick<KeyResult, 'estimateWeeks'>): number | null {
  const estimate = estimated(keyResult)
  return estimate && expectedWeeks(estimate)
}
