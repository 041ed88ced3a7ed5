import type { CheckRule } from './rule.ts'
import { afterCycle } from './rules/after-cycle.ts'
import { afterDue } from './rules/after-due.ts'
import { areaTooBig, areaTooSmall } from './rules/area-size.ts'
import { backwards } from './rules/backwards.ts'
import { capacity } from './rules/capacity.ts'
import { chain } from './rules/chain.ts'
import { disagrees } from './rules/disagrees.ts'
import { duplicate } from './rules/duplicate.ts'
import { emptyArea } from './rules/empty-area.ts'
import { emptyLevel } from './rules/empty-level.ts'
import { idleTeam } from './rules/idle-team.ts'
import { island } from './rules/island.ts'
import { leadersApart } from './rules/leaders-apart.ts'
import { manyKeyResults } from './rules/many-key-results.ts'
import { manyObjectives } from './rules/many-objectives.ts'
import { noBaseline } from './rules/no-baseline.ts'
import { noCustomer } from './rules/no-customer.ts'
import { noDate } from './rules/no-date.ts'
import { noExchange } from './rules/no-exchange.ts'
import { noGoal } from './rules/no-goal.ts'
import { noKeyResult } from './rules/no-key-result.ts'
import { noLead } from './rules/no-lead.ts'
import { noNumber } from './rules/no-number.ts'
import { noObjective } from './rules/no-objective.ts'
import { noOwner } from './rules/no-owner.ts'
import { noRating } from './rules/no-rating.ts'
import { oneSided } from './rules/one-sided.ts'
import { orphan } from './rules/orphan.ts'
import { output } from './rules/output.ts'
import { overload } from './rules/overload.ts'
import { refused } from './rules/refused.ts'
import { ring } from './rules/ring.ts'
import { singlePoint } from './rules/single-point.ts'
import { stale } from './rules/stale.ts'
import { unanswered } from './rules/unanswered.ts'
import { unreachedGoal } from './rules/unreached-goal.ts'
import { unsent } from './rules/unsent.ts'
import { unusedExchange } from './rules/unused-exchange.ts'
import { vague } from './rules/vague.ts'

/** Every rule, by theme, and within a theme in the order in which a meeting takes them. */
export const checkRules: readonly CheckRule[] = [
  ring,
  backwards,
  afterDue,
  afterCycle,
  refused,
  unanswered,
  unsent,
  chain,
  noExchange,
  overload,
  capacity,
  vague,
  disagrees,
  unreachedGoal,
  noKeyResult,
  emptyArea,
  manyObjectives,
  manyKeyResults,
  noGoal,
  output,
  noNumber,
  noBaseline,
  noOwner,
  stale,
  noDate,
  noObjective,
  orphan,
  singlePoint,
  island,
  noLead,
  noCustomer,
  idleTeam,
  areaTooSmall,
  areaTooBig,
  leadersApart,
  oneSided,
  duplicate,
  unusedExchange,
  noRating,
  emptyLevel,
]

const ruleByKey: ReadonlyMap<string, CheckRule> = new Map(checkRules.map((rule) => [rule.key, rule]))

/** The rule with a key; undefined where there is none. Cost O(1). */
export function ruleOf(key: string): CheckRule | undefined {
  return ruleByKey.get(key)
}
