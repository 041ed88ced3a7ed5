import { acceptancesOf, isHeld } from '../../../checks/accept.ts'
import { isRuleOn, limitOf, settingsOf } from '../../../checks/settings.ts'
import type { Assessment } from '../../../okr/assessment.ts'
import { type NeedGraph, needGraph } from '../../../plan/graph.ts'
import { find, networkOf, type Snapshot } from '../../../snapshot.ts'
import { dayReader } from '../../../time.ts'
import { keyResultsOf, needsOf } from '../needs.ts'
import { refused, unanswered, unsent } from './asks.ts'
import { afterDue, backwards, undated } from './dates.ts'
import { type Finding, type FindingRule, type FitScope, type Found, findingRules } from './finding.ts'
import { emptyAreas, orphans } from './gaps.ts'
import { handledBy, sessionFixes } from './handle.ts'
import { capacity, chain, overload } from './load.ts'
import { rings } from './rings.ts'
import { doubts, talks } from './room.ts'

const finders: Readonly<Record<FindingRule, (scope: FitScope) => readonly Found[]>> = {
  ring: rings,
  backwards,
  afterDue,
  refused,
  unanswered,
  unsent,
  undated,
  chain,
  overload,
  capacity,
  talk: talks,
  doubt: doubts,
  emptyArea: emptyAreas,
  orphan: orphans,
}

/** What the rules may be told beside the network. */
export type FitOptions = {
  /** the session in which the findings are walked: its talks and votes are findings, its entries say what was dealt with */
  readonly ritualId?: string | null
  /** what the network has set unless given */
  readonly maxPromisesOut?: number
  /** that of the cycle, where the caller has it already */
  readonly graph?: NeedGraph
}

function finish(scope: FitScope, { own, ...found }: Found): Finding {
  const id = `${found.rule}:${found.subjects[0].id}`
  return { ...found, id, handled: handledBy(scope, found), fixes: [...own, ...sessionFixes(scope, found)] }
}

/**
 * What does not fit in the plan of a cycle, rule by rule, each in document order. Findings are looked at, they never block. A check that
 * the network has switched off is not asked here either, and what was accepted until a later day is not told again.
 *
 * @param assessment of the cycle that is planned; without a cycle nothing is found
 * @returns the same whatever the order of the records in their tables
 * Cost O(records), and of each ring that of its cheapest cut. Spec: PL34-PL54, AL4, AL7.
 */
export function fitFindings(snapshot: Snapshot, assessment: Assessment, options: FitOptions = {}): Finding[] {
  const cycle = find(snapshot, 'cycle', assessment.cycleId)
  if (!cycle) return []
  const scope: FitScope = {
    snapshot,
    assessment,
    cycle,
    graph: options.graph ?? needGraph(snapshot, cycle.id),
    keyResults: keyResultsOf(snapshot, cycle.id),
    needs: needsOf(snapshot, cycle.id),
    ritualId: options.ritualId ?? null,
    dayOf: dayReader(networkOf(snapshot).timeZone),
    maxPromisesOut: options.maxPromisesOut ?? limitOf(snapshot, 'overload'),
  }
  const settings = settingsOf(snapshot)
  const asked = findingRules.filter((rule) => isRuleOn(settings, rule))
  const accepted = acceptancesOf(snapshot)
  const all = asked.flatMap((rule) => finders[rule](scope).map((found) => finish(scope, found)))
  return all.filter(({ id }) => {
    const acceptance = accepted.get(id)
    return acceptance === undefined || !isHeld(acceptance, assessment.today)
  })
}
