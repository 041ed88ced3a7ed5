import { afterDue as comesTooLate } from '../../ritual/plan/fit/dates.ts'
import { isAfterCycle } from '../after-cycle.ts'
import type { CheckRule } from '../rule.ts'

/** Comes only after what needs it is due, within the cycle; the finding of planning. Cost O(needs). Spec: AL43. */
export const afterDue: CheckRule = {
  key: 'afterDue',
  theme: 'promises',
  severity: 'high',
  title: 'Comes after the key result is due',
  why: 'What it is for is over by then.',
  source: 'Planning (PL41).',
  fix: 'Ask for an earlier day, or move the key result.',
  limit: null,
  find: ({ plan }) => (plan ? comesTooLate({ ...plan, needs: plan.needs.filter((need) => !isAfterCycle(need, plan.cycle)) }) : []),
}
