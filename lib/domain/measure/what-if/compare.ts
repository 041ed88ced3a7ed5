import { assess } from '../../okr/assess.ts'
import type { Assessment, Coverage, DerivedStatus } from '../../okr/assessment.ts'
import { listOf, type Snapshot } from '../../snapshot.ts'
import type { Estimate } from '../chance/importance.ts'
import type { Trials } from '../chance/simulate.ts'
import { closureOf, type SupplyGraph, supplyGraph } from '../chance/supply.ts'
import { goalMeasureSteps } from '../contribution/goal-measures.ts'
import { criticalPath } from '../schedule/critical-path.ts'
import { expectedWeeks } from '../schedule/duration.ts'
import { estimatesOf } from '../schedule/estimates.ts'
import { finish, type Steps, within } from '../step.ts'

/** The same thing in the network as it is and as it would be. */
export type BeforeAfter<T> = { readonly before: T; readonly after: T }

/** When the chain to a goal ends, in weeks; null where it is not known, with what it takes at least. */
export type FinishWeeks = { readonly weeks: number | null; readonly atLeast: number | null }

export type GoalCompared = {
  readonly keyResultId: string
  /** null on or behind a ring, and where the key result is not in the cycle */
  readonly chance: BeforeAfter<Estimate | null>
  readonly finish: BeforeAfter<FinishWeeks>
}

/** Statuses of a key result that differ. */
export type StatusChange = { readonly keyResultId: string } & BeforeAfter<readonly DerivedStatus[]>

export type WhatIfComparison = {
  readonly goals: readonly GoalCompared[]
  readonly promises: BeforeAfter<Coverage>
  /** nodes that exchange something and would have nobody left to exchange it with; those that are gone are not among them */
  readonly cutOffNodeIds: readonly string[]
  readonly statuses: readonly StatusChange[]
}

export type CompareOptions = Trials & {
  /** key results that goals are about */
  readonly goalIds: readonly string[]
  readonly cycleId: string | null
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly goneNodeIds?: readonly string[]
}

function finishOf(snapshot: Snapshot, supply: SupplyGraph, goal: number | undefined): FinishWeeks {
  if (goal === undefined) return { weeks: null, atLeast: null }
  const weeks = estimatesOf(snapshot, supply).map((each) => (each ? expectedWeeks(each) : Number.NaN))
  const path = criticalPath(supply.graph, Float64Array.from(weeks), closureOf(supply.graph, goal))
  return { weeks: path.finish, atLeast: path.finish ?? path.atLeast }
}

type GoalState = { readonly chance: Estimate | null; readonly finish: FinishWeeks }

function* goalState(snapshot: Snapshot, supply: SupplyGraph, goalId: string, trials: Trials): Steps<GoalState> {
  const goal = supply.graph.vertexById.get(goalId)
  const measures = goal === undefined ? null : yield* goalMeasureSteps(supply, goal, [], trials)
  return { chance: measures?.chance ?? null, finish: finishOf(snapshot, supply, goal) }
}

function statusChanges(before: Assessment, after: Assessment): StatusChange[] {
  return [...before.keyResults].flatMap(([keyResultId, { derived }]) => {
    const other = after.keyResults.get(keyResultId)?.derived ?? []
    return derived.join() === other.join() ? [] : [{ keyResultId, before: derived, after: other }]
  })
}

function exchangingNodes({ tables }: Snapshot): Set<string> {
  return new Set([...tables.exchange.values()].flatMap(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId]))
}

function cutOff(before: Snapshot, after: Snapshot, gone: readonly string[]): string[] {
  const [had, has] = [exchangingNodes(before), exchangingNodes(after)]
  const isGone = new Set(gone)
  return listOf(before, 'node').flatMap(({ id }) => (had.has(id) && !has.has(id) && !isGone.has(id) ? [id] : []))
}

/**
 * What would differ: the chance and the end of each goal, what is promised, who is cut off, and which statuses change. Both chances rest on
 * the same dice where they are simulated, so that what differs is not chance.
 *
 * Cost that of `goalMeasures` for each goal, twice, and of two assessments. Spec: CN107-CN109.
 */
export function* compareSteps(before: Snapshot, after: Snapshot, options: CompareOptions): Steps<WhatIfComparison> {
  const { goalIds, cycleId, today, goneNodeIds = [], trials, seed } = options
  const [was, would] = [supplyGraph(before, cycleId), supplyGraph(after, cycleId, goneNodeIds)]
  const goals: GoalCompared[] = []
  const share = 1 / Math.max(1, goalIds.length)
  for (const [at, keyResultId] of goalIds.entries()) {
    const left = yield* within(goalState(before, was, keyResultId, { trials, seed }), at * share, (at + 0.5) * share)
    const right = yield* within(goalState(after, would, keyResultId, { trials, seed }), (at + 0.5) * share, (at + 1) * share)
    goals.push({ keyResultId, chance: { before: left.chance, after: right.chance }, finish: { before: left.finish, after: right.finish } })
  }
  const [old, other] = [assess(before, { today, cycleId }), assess(after, { today, cycleId })]
  return {
    goals,
    promises: { before: old.network.coverage, after: other.network.coverage },
    cutOffNodeIds: cutOff(before, after, goneNodeIds),
    statuses: statusChanges(old, other),
  }
}

/** `compareSteps` to its end. Spec: CN107-CN109. */
export function compareWhatIf(before: Snapshot, after: Snapshot, options: CompareOptions): WhatIfComparison {
  return finish(compareSteps(before, after, options))
}
