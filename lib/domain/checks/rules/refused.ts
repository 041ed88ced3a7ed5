import { refused as refusals } from '../../ritual/plan/fit/asks.ts'
import type { CheckRule } from '../rule.ts'

/** Declined or taken back, and still needed; the finding of planning. Cost O(needs). Spec: AL41. */
export const refused: CheckRule = {
  key: 'refused',
  theme: 'promises',
  severity: 'high',
  title: 'Refused, and still needed',
  why: 'The plan stands on something that nobody will give.',
  source: 'Planning (PL42).',
  fix: 'Ask again with other terms, find another supplier, or drop the need.',
  limit: null,
  find: ({ plan }) => (plan ? refusals(plan) : []),
}
