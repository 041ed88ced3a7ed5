import { orphans } from '../../ritual/plan/fit/gaps.ts'
import type { CheckRule } from '../rule.ts'

/** Key results that need nobody and that nobody needs; the finding of planning. Cost O(key results). Spec: AL33. */
export const orphan: CheckRule = {
  key: 'orphan',
  theme: 'goals',
  severity: 'low',
  title: 'Key results that stand alone',
  why: 'What needs nobody and what nobody needs is either private, or its needs are not written down.',
  source: 'Planning (PL36).',
  fix: 'Ask who would notice if it were not reached.',
  limit: null,
  find: ({ plan }) => (plan ? orphans(plan) : []),
}
