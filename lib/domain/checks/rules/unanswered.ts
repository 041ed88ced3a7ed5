import type { Dependency } from '../../entity.ts'
import { ageInDays, waitingOf } from '../../promise/waiting.ts'
import { unanswered as openAsks } from '../../ritual/plan/fit/asks.ts'
import type { FitScope } from '../../ritual/plan/fit/finding.ts'
import { limits } from '../limits.ts'
import type { CheckRule } from '../rule.ts'

/** Whether it has waited for too long: longer than the limit, past the day on which it is needed, or past the day set for the answer. */
function hasWaited({ snapshot, assessment, dayOf }: FitScope, need: Dependency, limit: number): boolean {
  const { today } = assessment
  if ((assessment.dependencies.get(need.id)?.overdueDays ?? 0) > 0) return true
  if (need.state === 'deferred' && need.answerBy !== null) return need.answerBy < today
  const age = ageInDays(need.id, waitingOf(snapshot, need)?.since, { dayOf, today })
  return age !== null && age > limit
}

/** An ask, an offer or other terms that somebody should have answered. Cost O(needs + moves). Spec: AL40. */
export const unanswered: CheckRule = {
  key: 'unanswered',
  theme: 'promises',
  severity: 'high',
  title: 'Ask without an answer',
  why: 'Whoever asked can neither count on it nor look elsewhere.',
  source: 'The commitment cycle: an ask ends in a promise or in a no. Planning finds each of them (PL43).',
  fix: 'Promise, decline, propose other terms, or say by when there will be an answer.',
  limit: limits.unanswered,
  find: ({ plan }, limit) => {
    if (plan === null) return []
    return openAsks({ ...plan, needs: plan.needs.filter((need) => hasWaited(plan, need, limit)) })
  },
}
