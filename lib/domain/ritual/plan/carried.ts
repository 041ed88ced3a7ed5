import type { Cycle, Dependency, KeyResult, Objective } from '../../entity.ts'
import type { Metric, MetricOf } from '../../metric.ts'
import { isSettledState, promiseClass } from '../../okr/promise-class.ts'
import { referring, type Snapshot } from '../../snapshot.ts'
import { addDays, daysBetween } from '../../time.ts'

type Directed = MetricOf<'increase'> | MetricOf<'decrease'>

/** 1 where larger is better. The numbers say it; the kind says it where they cannot. */
function directionOf({ baseline, kind }: Directed, goal: number): number {
  if (baseline === null || baseline === goal) return kind === 'increase' ? 1 : -1
  return goal > baseline ? 1 : -1
}

/** The last value is where it starts from, as long as the goal still lies ahead; a mark that was passed is none any more. */
function onward(metric: Directed): Directed {
  const { current, commit } = metric
  const goal = metric.stretch ?? metric.target
  if (current === null || goal === null) return metric
  const direction = directionOf(metric, goal)
  const isAhead = (value: number) => direction * (value - current) > 0
  if (!isAhead(goal)) return metric
  return { ...metric, baseline: current, commit: commit !== null && isAhead(commit) ? commit : null }
}

/** Steps that are done stay behind, unless all are. */
function stepsLeft(metric: MetricOf<'milestone'>): MetricOf<'milestone'> {
  const left = metric.steps.filter(({ done }) => done !== 1)
  return left.length === 0 ? metric : { ...metric, steps: left }
}

/**
 * How a key result is measured in the next cycle: from its last value on.
 *
 * Cost O(steps). Spec: PL12-PL13.
 */
export function carriedMetric(metric: Metric): Metric {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return onward(metric)
    case 'milestone':
      return stepsLeft(metric)
    default:
      return metric
  }
}

/** The cycle that a key result leaves and the one that it goes on in. */
export type Passage = { readonly from: Cycle; readonly into: Cycle }

/**
 * A day of one cycle in the next: as far into it as it was into the old one, at most its last day. A day from its first one
 * on stays.
 *
 * Cost O(1). Spec: PL14.
 */
export function carriedDay(day: string | null, { from, into }: Passage): string | null {
  if (day === null || day >= into.startsOn) return day
  const moved = addDays(into.startsOn, Math.max(0, daysBetween(from.startsOn, day)))
  return moved > into.endsOn ? into.endsOn : moved
}

/** Whether a need is still waited for: what was delivered or has ended stays behind. Cost O(1). Spec: PL15. */
export function isCarried({ state }: Pick<Dependency, 'state'>): boolean {
  return promiseClass(state) !== 'ended' && !isSettledState(state)
}

/** The needs that go with a key result. Cost O(needs of the key result). Spec: PL15. */
export function needsToCarry(snapshot: Snapshot, keyResultId: string): Dependency[] {
  return referring(snapshot, 'dependency', 'consumerKeyResultId', keyResultId).filter(isCarried)
}

/** What a key result went on as in a cycle; undefined where it did not. Cost O(key results that go on with it). Spec: PL11. */
export function successorIn(snapshot: Snapshot, keyResultId: string, cycleId: string): KeyResult | undefined {
  return referring(snapshot, 'keyResult', 'carriedFromId', keyResultId).find(
    ({ objectiveId }) => snapshot.tables.objective.get(objectiveId)?.cycleId === cycleId,
  )
}

/** The objective of a cycle that goes on with another on the same node; undefined where there is none. Cost O(its successors). Spec: PL10. */
export function successorOf(snapshot: Snapshot, { id, nodeId }: Objective, cycleId: string): Objective | undefined {
  return referring(snapshot, 'objective', 'carriedFromId', id).find((each) => each.cycleId === cycleId && each.nodeId === nodeId)
}
