import { capacity as loads } from '../../ritual/plan/fit/load.ts'
import type { CheckRule } from '../rule.ts'

/** A node that plans more work than its people have weeks; the finding of planning. Cost O(key results + people). Spec: AL48. */
export const capacity: CheckRule = {
  key: 'capacity',
  theme: 'promises',
  severity: 'medium',
  title: 'More work than weeks',
  why: 'Something of it will not be done, and it is better to choose what.',
  source: 'Planning (PL49): estimates against the weeks of the people of a node.',
  fix: 'Leave something out, or bring in somebody.',
  limit: null,
  find: ({ plan }) => (plan ? loads(plan) : []),
}
