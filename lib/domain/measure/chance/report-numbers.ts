import { inDocumentOrder } from '../../okr/document-order.ts'
import { layersOf } from '../../plan/layers.ts'
import type { Snapshot } from '../../snapshot.ts'
import { chanceSteps } from '../contribution/goal-chances.ts'
import { type GoalMeasures, goalMeasureSteps } from '../contribution/goal-measures.ts'
import { criticalPath, type Schedule } from '../schedule/critical-path.ts'
import { expectedWeeks, varianceOfWeeks } from '../schedule/duration.ts'
import { estimatesOf } from '../schedule/estimates.ts'
import { chanceByNormal } from '../schedule/normal.ts'
import { type Steps, within } from '../step.ts'
import type { Bounded } from './hard.ts'
import { isOrdered, supplyOrder } from './order.ts'
import { pathsToGoal } from './paths.ts'
import type { Trials } from './simulate.ts'
import type { SoftChances } from './soft.ts'
import { type SupplyGraph, waitedFor } from './supply.ts'

/** A number of each key result by its id; null where it is not known. */
export type ByKeyResult = Readonly<Record<string, number | null>>

/** A number with its range and, where trials found it, its standard error. */
export type Stated = Bounded & { readonly standardError?: number | null }

/** A measure of each key result (or node), with what belongs to it. */
export type StatedBy = Readonly<Record<string, Stated | null>>

/** All that needs an order of the key results, and so has no number on or behind a ring. */
export type OrderedNumbers = {
  readonly level: ByKeyResult
  readonly soft: StatedBy
  readonly softTrials: number | null
  readonly birnbaum: StatedBy
  readonly gain: StatedBy
  readonly loss: StatedBy
  readonly criticality: ByKeyResult
  readonly counterfactual: StatedBy
  readonly shapley: StatedBy
  /** the goal's chance; null without a goal */
  readonly whole: Stated | null
  readonly goalTrials: number | null
  readonly pathWeight: ByKeyResult
  readonly paths: ByKeyResult
  readonly pert: Readonly<Record<string, unknown>>
}

export type NumbersOptions = {
  readonly goal: string | null
  /** key results whose chance is told of a goal */
  readonly goals: readonly string[]
  readonly deadlineWeeks: number | undefined
  readonly trials: Trials
  /** the soft chances, where they are known already */
  readonly soft?: SoftChances | undefined
}

function idsOf({ graph, keyResults }: SupplyGraph): readonly string[] {
  return graph.keyResultIds.slice(0, keyResults)
}

/** A value of each key result by its id. */
export function byId<T>(supply: SupplyGraph, value: (vertex: number) => T): Record<string, T> {
  return Object.fromEntries(idsOf(supply).map((id, vertex) => [id, value(vertex)]))
}

/** The nodes that have a key result, or are asked for something, in document order. */
export function nodesOf(snapshot: Snapshot, { nodeIds }: SupplyGraph, upTo: number): string[] {
  const there = new Set(nodeIds.slice(0, upTo))
  return inDocumentOrder(snapshot.tables.node).flatMap(({ id }) => (there.has(id) ? [id] : []))
}

/** Where the end is not known: what it takes at least, through which key results, and how many needs are on a node that has none. */
function atLeastOf({ graph, keyResults }: SupplyGraph, { finish, atLeast, atLeastChain }: Schedule, needsOnNodes: number) {
  if (finish !== null || atLeast === null) return {}
  const chain = atLeastChain.flatMap((vertex) => (vertex < keyResults ? (graph.keyResultIds[vertex] ?? []) : []))
  return {
    finishAtLeastWeeks: atLeast,
    ...(chain.length === 0 ? {} : { atLeastChain: chain }),
    ...(needsOnNodes === 0 ? {} : { needsWithoutKeyResult: needsOnNodes }),
  }
}

/** How long a stub takes nobody knows: what waits for it has no date. What is reached takes no time, waits for nobody, and is on no chain. */
function pertOf(snapshot: Snapshot, supply: SupplyGraph, deadline: number | undefined) {
  const graph = waitedFor(supply)
  const estimates = estimatesOf(snapshot, supply)
  const weeks = estimates.map((each) => (each ? expectedWeeks(each) : null))
  const variances = estimates.map((each) => (each ? varianceOfWeeks(each) : null))
  const schedule = criticalPath(
    graph,
    Float64Array.from(weeks, (each) => each ?? Number.NaN),
  )
  const chain = schedule.criticalChain?.filter((vertex) => supply.reached[vertex] === 0) ?? null
  const variance = chain && chain.length > 0 ? chain.reduce((sum, vertex) => sum + (variances[vertex] ?? 0), 0) : null
  const at = (list: readonly (number | null)[]) => byId(supply, (vertex) => list[vertex] ?? null)
  const expected = schedule.finish
  const chance = () => (expected === null || variance === null || deadline === undefined ? null : chanceByNormal({ expected, variance, deadline }))
  return {
    expectedWeeks: at(weeks),
    variance: at(variances),
    earliestStart: at(schedule.earliestStart),
    earliestFinish: at(schedule.earliestFinish),
    latestStart: at(schedule.latestStart),
    slack: at(schedule.slack),
    finishWeeks: schedule.finish,
    criticalChain: chain?.map((vertex) => graph.keyResultIds[vertex] ?? '') ?? null,
    criticalVariance: variance,
    ...(deadline === undefined ? {} : { [`chanceBy${deadline}WeeksNormal`]: chance() }),
    ...atLeastOf(supply, schedule, estimates.filter((each, vertex) => each === null && vertex >= supply.keyResults).length),
  }
}

function goalNumbers(supply: SupplyGraph, nodeIds: readonly string[], measures: GoalMeasures | null) {
  const of = (key: 'birnbaum' | 'gain' | 'loss') => byId(supply, (vertex) => measures?.importance[vertex]?.[key] ?? null)
  const ofNodes = (key: 'counterfactual' | 'shapley') => Object.fromEntries(nodeIds.map((id, at) => [id, measures?.nodes[at]?.[key] ?? null]))
  return {
    birnbaum: of('birnbaum'),
    gain: of('gain'),
    loss: of('loss'),
    criticality: byId(supply, (vertex) => measures?.importance[vertex]?.criticality ?? null),
    counterfactual: ofNodes('counterfactual'),
    shapley: ofNodes('shapley'),
    whole: measures?.chance ?? null,
    goalTrials: measures?.trials ?? null,
  }
}

/** A stub is a supplier as any other: who waits for one does not wait for nobody. */
function levelsOf(supply: SupplyGraph): ByKeyResult {
  const levels = layersOf(supply.graph)
  return byId(supply, (vertex) => levels.get(supply.graph.keyResultIds[vertex] ?? '') ?? null)
}

function pathNumbers(supply: SupplyGraph, goal: number | undefined) {
  const order = supplyOrder(supply.graph)
  const isThere = goal !== undefined && isOrdered(order, supply.own.length)[goal] === 1
  const paths = isThere ? pathsToGoal(supply.graph, order, goal) : null
  return {
    pathWeight: byId(supply, (vertex) => paths?.weight[vertex] ?? null),
    paths: byId(supply, (vertex) => paths?.count[vertex] ?? null),
  }
}

function softNumbers(supply: SupplyGraph, { chances, trials }: SoftChances) {
  return { soft: byId(supply, (vertex) => chances[vertex] ?? null), softTrials: trials }
}

/** The numbers of a graph that need an order. Cost that of its parts. Spec: CN5, CN20-CN37, CN50-CN72. */
export function* orderedNumbers(snapshot: Snapshot, supply: SupplyGraph, options: NumbersOptions): Steps<OrderedNumbers> {
  const goal = options.goal === null ? undefined : supply.graph.vertexById.get(options.goal)
  const soft = options.soft ?? (yield* within(chanceSteps(supply, options.goals, options.trials), 0, 0.5))
  const nodeIds = nodesOf(snapshot, supply, supply.nodeIds.length)
  const measures = goal === undefined ? null : yield* within(goalMeasureSteps(supply, goal, nodeIds, options.trials), 0.5, 1)
  const ofGoal = { ...goalNumbers(supply, nodeIds, measures), ...pathNumbers(supply, goal) }
  yield 1
  return {
    level: levelsOf(supply),
    ...softNumbers(supply, soft),
    ...ofGoal,
    pert: pertOf(snapshot, supply, options.deadlineWeeks),
  }
}
