import { emptyAreas } from '../../ritual/plan/fit/gaps.ts'
import type { CheckRule } from '../rule.ts'

/** A value area for which nobody plans anything; the finding of planning. Cost O(areas + key results). Spec: AL33. */
export const emptyArea: CheckRule = {
  key: 'emptyArea',
  theme: 'goals',
  severity: 'medium',
  title: 'Value area without a key result',
  why: 'A kind of value that the network says it makes is in nobody’s plan.',
  source: 'Planning (PL37): each value area is looked at.',
  fix: 'Ask its nodes what would have to change, or say that it rests in this cycle.',
  limit: null,
  find: ({ plan }) => (plan ? emptyAreas(plan) : []),
}
