import type { Limit } from './rule.ts'

/**
 * The numbers that a network sets, by the key of the rule, or of what else they are for. One place, because planning, drafting and
 * coffee ask for them beside the checks.
 */
export const limits = {
  manyObjectives: { usual: 5, least: 1, most: 50, unit: 'objectives of one node' },
  manyKeyResults: { usual: 5, least: 1, most: 50, unit: 'key results of one objective' },
  stale: { usual: 8, least: 1, most: 365, unit: 'days without a check-in' },
  unanswered: { usual: 7, least: 0, most: 365, unit: 'days without an answer' },
  overload: { usual: 5, least: 0, most: 1_000, unit: 'promises out to others' },
  areaTooSmall: { usual: 2, least: 0, most: 100, unit: 'nodes at least' },
  areaTooBig: { usual: 10, least: 1, most: 1_000, unit: 'nodes at most' },
  singlePoint: { usual: 40, least: 1, most: 100, unit: '% of the ways between the others' },
  mutualValue: { usual: 10, least: 0, most: 100, unit: 'points that each side gains at least' },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitKey = keyof typeof limits
