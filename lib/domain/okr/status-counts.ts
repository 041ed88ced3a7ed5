import { type DependencyCondition, type DisplayStatus, dependencyConditions, displayStatuses, type StatusCounts } from './assessment.ts'

/** Counts that start at zero for every status. Cost O(1). */
export function noStatuses(): Record<DisplayStatus, number> {
  return { blocked: 0, late: 0, 'off-track': 0, 'at-risk': 0, stale: 0, unknown: 0, 'not-started': 0, 'on-track': 0, done: 0 }
}

/** The worst status that occurs, and how often. Cost O(1). Spec: ST46. */
export function worstStatus(counts: StatusCounts): { readonly worst: DisplayStatus | null; readonly worstCount: number } {
  const worst = displayStatuses.find((status) => counts[status] > 0) ?? null
  return { worst, worstCount: worst === null ? 0 : counts[worst] }
}

const severity = new Map(dependencyConditions.map((condition, at) => [condition, at]))

/** The worse of two conditions of dependencies; null is none. Cost O(1). Spec: ST17. */
export function worseCondition(a: DependencyCondition | null, b: DependencyCondition): DependencyCondition {
  return a === null || (severity.get(b) ?? 0) < (severity.get(a) ?? 0) ? b : a
}
