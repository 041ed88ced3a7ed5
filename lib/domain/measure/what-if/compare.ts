import { assess } from '../../okr/assess.ts'
import type { Assessment, Coverage, DerivedStatus } from '../../okr/assessment.ts'
import { listOf, type Snapshot } from '../../snapshot.ts'
import type { Estimate } from '../chance/importance.ts'
import type { Trials } from '../chance/simulate.ts'
import { closureOf, type SupplyGraph, type Supposing, supplyGraph, waitedFor, withoutNeeds } from '../chance/supply.ts'
import { goalMeasureSteps } from '../contribution/goal-measures.ts'
import { criticalPath } from '../schedule/critical-path.ts'
import { expectedWeeks } from '../schedule/duration.ts'
import { estimatesOf } from '../schedule/estimates.ts'
import { finish, type Steps, within } from '../step.ts'
import { type FindingChanges, findingChanges } from './findings.ts'
import { eitherSteps, inEither, type Join, joinChance, type Second } from './second.ts'
import { cutOf, type ToldRing, toldRings } from './told-rings.ts'

/** The same thing in the network as it is and as it would be. */
export type BeforeAfter<T> = { readonly before: T; readonly after: T }

/** When the chain to a goal ends, in weeks; null where it is not known, with what it takes at least. */
export type FinishWeeks = { readonly weeks: number | null; readonly atLeast: number | null }

export type GoalCompared = {
  readonly keyResultId: string
  /** null on or behind a ring, and where the key result is not in the cycle */
  readonly chance: BeforeAfter<Estimate | null>
  readonly finish: BeforeAfter<FinishWeeks>
  /** where it waits for a ring, before or after: both sides as they would be without the cheapest cuts of their rings */
  readonly withoutRings?: BeforeAfter<ChanceAndFinish>
}

/** How likely a goal is, and when its chain ends. */
export type ChanceAndFinish = { readonly chance: Estimate | null; readonly finish: FinishWeeks }

/** Statuses of a key result that differ. */
export type StatusChange = { readonly keyResultId: string } & BeforeAfter<readonly DerivedStatus[]>

export type WhatIfComparison = {
  readonly goals: readonly GoalCompared[]
  /** all rings of the cycle, whether a goal waits for them or not */
  readonly rings: BeforeAfter<readonly ToldRing[]>
  readonly promises: BeforeAfter<Coverage>
  /** nodes that exchange something and would have nobody left to exchange it with; those that are gone are not among them */
  readonly cutOffNodeIds: readonly string[]
  readonly statuses: readonly StatusChange[]
  readonly findings: FindingChanges
}

export type CompareOptions = Trials & {
  /** key results that goals are about */
  readonly goalIds: readonly string[]
  readonly cycleId: string | null
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly goneNodeIds?: readonly string[]
  readonly seconds?: readonly Second[]
}

function finishOf(snapshot: Snapshot, supply: SupplyGraph, goal: number | undefined): FinishWeeks {
  if (goal === undefined) return { weeks: null, atLeast: null }
  const weeks = estimatesOf(snapshot, supply).map((each) => (each ? expectedWeeks(each) : Number.NaN))
  const graph = waitedFor(supply)
  const path = criticalPath(graph, Float64Array.from(weeks), closureOf(graph, goal))
  return { weeks: path.finish, atLeast: path.finish ?? path.atLeast }
}

/** @param withoutRings there where the goal waits for a ring */
type GoalState = ChanceAndFinish & { readonly withoutRings?: ChanceAndFinish }

const nothing: GoalState = { chance: null, finish: { weeks: null, atLeast: null } }

type Asked = Trials & Supposing & { readonly cycleId: string | null; readonly cut: ReadonlySet<string> }

type Goal = { readonly snapshot: Snapshot; readonly id: string; readonly trials: Trials }

function* stateOf(supply: SupplyGraph, { snapshot, id, trials }: Goal): Steps<ChanceAndFinish> {
  const goal = supply.graph.vertexById.get(id)
  const measured = goal === undefined ? null : yield* goalMeasureSteps(supply, goal, [], trials)
  return { chance: measured?.chance ?? null, finish: finishOf(snapshot, supply, goal) }
}

/** The chance and the end of each goal in one network. */
function* goalStates(
  snapshot: Snapshot,
  goalIds: readonly string[],
  { cycleId, goneNodeIds, alsoIds, cut, ...trials }: Asked,
): Steps<readonly GoalState[]> {
  const supply = supplyGraph(snapshot, cycleId, { goneNodeIds, alsoIds })
  const states: GoalState[] = []
  for (const [at, id] of goalIds.entries()) {
    const share = (part: number) => (at + part) / goalIds.length
    const goal = { snapshot, id, trials }
    const state = yield* within(stateOf(supply, goal), share(0), share(0.5))
    const waits = state.chance === null && cut.size > 0 && supply.graph.vertexById.has(id)
    states.push(waits ? { ...state, withoutRings: yield* within(stateOf(withoutNeeds(supply, cut), goal), share(0.5), share(1)) } : state)
  }
  return states
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

/** With either supplier the chain ends with the one that is earlier; of one that nobody has estimated nothing is hoped for. */
function joinState(first: ChanceAndFinish, second?: ChanceAndFinish, both?: ChanceAndFinish): ChanceAndFinish {
  return {
    chance: joinChance(first.chance, second?.chance ?? null, both?.chance ?? null),
    finish: {
      weeks: earlier(first.finish.weeks, second?.finish.weeks ?? null),
      atLeast: earlier(first.finish.atLeast, second?.finish.atLeast ?? null),
    },
  }
}

/** Where one of the three waits for a ring, all are joined once more as they would be without it. */
const joinStates: Join<readonly GoalState[]> = (first, second, both) =>
  first.map((state, at) => {
    const joined = joinState(state, second[at], both[at])
    if (![state, second[at], both[at]].some((each) => each?.withoutRings)) return joined
    return {
      ...joined,
      withoutRings: joinState(state.withoutRings ?? state, second[at]?.withoutRings ?? second[at], both[at]?.withoutRings ?? both[at]),
    }
  })

function goalCompared(keyResultId: string, left: GoalState = nothing, right: GoalState = nothing): GoalCompared {
  const isOnRing = left.withoutRings !== undefined || right.withoutRings !== undefined
  return {
    keyResultId,
    chance: { before: left.chance, after: right.chance },
    finish: { before: left.finish, after: right.finish },
    ...(isOnRing ? { withoutRings: { before: left.withoutRings ?? left, after: right.withoutRings ?? right } } : {}),
  }
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
 * What would differ: the chance and the end of each goal, what is promised, who is cut off, which statuses change, and which important
 * findings come and go. Both chances rest on the same dice where they are simulated, so that what differs is not chance.
 * Statuses and promises are those of the first supplier where a need has two.
 *
 * Cost that of `goalMeasures` for each goal, twice (`eitherSteps`), of two assessments and their checks, and of the cheapest cuts of all rings. Spec: CN107-CN114.
 */
export function* compareSteps(before: Snapshot, after: Snapshot, options: CompareOptions): Steps<WhatIfComparison> {
  const { goalIds, cycleId, today, goneNodeIds = [], seconds = [], trials, seed } = options
  const alsoIds = inEither(before, after, cycleId)
  const rings = {
    before: toldRings(before, supplyGraph(before, cycleId)),
    after: toldRings(after, supplyGraph(after, cycleId, { goneNodeIds, alsoIds })),
  }
  yield 0.02
  const asked = { cycleId, trials, seed }
  const was = yield* within(goalStates(before, goalIds, { ...asked, cut: cutOf(rings.before) }), 0.02, 0.5)
  const would = { ...asked, goneNodeIds, alsoIds, cut: cutOf(rings.after) }
  const of = (network: Snapshot) => goalStates(network, goalIds, would)
  const joined = yield* within(eitherSteps(after, seconds, of, joinStates), 0.5, 1)
  const goals = goalIds.map((keyResultId, at) => goalCompared(keyResultId, was[at], joined[at]))
  const [old, other] = [assess(before, { today, cycleId }), assess(after, { today, cycleId })]
  return {
    goals,
    rings,
    promises: { before: old.network.coverage, after: other.network.coverage },
    cutOffNodeIds: cutOff(before, after, goneNodeIds),
    statuses: statusChanges(old, other),
    findings: findingChanges({ snapshot: before, assessment: old }, { snapshot: after, assessment: other }),
  }
}

/** `compareSteps` to its end. Spec: CN107-CN109. */
export function compareWhatIf(before: Snapshot, after: Snapshot, options: CompareOptions): WhatIfComparison {
  return finish(compareSteps(before, after, options))
}
