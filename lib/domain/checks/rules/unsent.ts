import { unsent as drafts } from '../../ritual/plan/fit/asks.ts'
import type { CheckRule } from '../rule.ts'

/** Written down, and asked of nobody; the finding of planning. Cost O(needs). Spec: AL41. */
export const unsent: CheckRule = {
  key: 'unsent',
  theme: 'promises',
  severity: 'medium',
  title: 'Need that was not asked for',
  why: 'The supplier does not know of it.',
  source: 'Planning (PL44).',
  fix: 'Ask now, or delete the draft.',
  limit: null,
  find: ({ plan }) => (plan ? drafts(plan) : []),
}
