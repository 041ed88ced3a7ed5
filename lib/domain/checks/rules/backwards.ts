import { backwards as promisedTooLate } from '../../ritual/plan/fit/dates.ts'
import type { CheckRule } from '../rule.ts'

/** Promised for a day after the one on which it is needed; the finding of planning. Cost O(needs). Spec: AL42. */
export const backwards: CheckRule = {
  key: 'backwards',
  theme: 'promises',
  severity: 'high',
  title: 'Promise after the need',
  why: 'If everybody keeps their word, it still comes too late.',
  source: 'The dependency board of planning: the supplier’s day is not after the consumer’s (PL40).',
  fix: 'Need it later, or ask for an earlier day.',
  limit: null,
  find: ({ plan }) => (plan ? promisedTooLate(plan) : []),
}
