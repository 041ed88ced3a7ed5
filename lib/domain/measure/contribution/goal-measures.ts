import { derivatives } from '../chance/derivative.ts'
import { type Elimination, planElimination } from '../chance/elimination.ts'
import { bounded } from '../chance/hard.ts'
import { type Estimate, type Importance, importanceOf } from '../chance/importance.ts'
import { type GoalTrials, type Groups, goalTrials } from '../chance/live-closure.ts'
import { isOrdered, supplyOrder } from '../chance/order.ts'
import type { Trials } from '../chance/simulate.ts'
import { closureOf, ownAt, type SupplyGraph } from '../chance/supply.ts'
import { unknownBehind } from '../chance/unknown.ts'
import { finish, type Steps, within } from '../step.ts'
import { lossWithoutEach, sharesOverAllSets } from './coalitions.ts'

/** What the goal rests on: its chance, what each vertex means for it, and what each node does. */
export type GoalMeasures = {
  readonly chance: Estimate
  /** by vertex */
  readonly importance: readonly Importance[]
  readonly nodes: readonly NodeContribution[]
  /** how many trials simulated numbers rest on; null where all are exact */
  readonly trials: number | null
}

export type NodeContribution = {
  readonly nodeId: string
  /** what the goal's chance loses without the node */
  readonly counterfactual: Estimate
  /** its fair share: those of all nodes sum to the goal's chance */
  readonly shapley: Estimate
}

/** The numbers at one end: with every unknown own chance at 0, or at 1. Errors are null where the numbers are exact. */
type End = Pick<GoalTrials, 'chance' | 'slopes' | 'resting' | 'shares'> & {
  readonly chanceError: number | null
  readonly slopeErrors: Float64Array | null
  readonly restingErrors: Float64Array | null
  readonly shareErrors: Float64Array | null
  readonly trials: number | null
}

type Question = {
  readonly supply: SupplyGraph
  readonly goal: number
  readonly groups: Groups
  readonly backwards: Int32Array
  readonly elimination: Elimination | null
}

/** Scales shares that trials gave so that they sum to the chance that is known exactly. */
function scaledTo(values: Float64Array, whole: number): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0)
  return sum === 0 ? values : values.map((value) => (value * whole) / sum)
}

function* exactEnd({ supply, goal, groups, backwards }: Question, elimination: Elimination, own: Float64Array, trials: Trials): Steps<End> {
  const { strength } = supply.graph
  const { chance, slopes } = derivatives(elimination, goal, { own, strength })
  const game = { elimination, goal, own, strength, groups }
  const resting = lossWithoutEach(game)
  yield 0.3
  const errors = { chanceError: null, slopeErrors: null, restingErrors: null }
  const shares = sharesOverAllSets(game, resting, chance)
  if (shares) return { chance, slopes, resting, shares, ...errors, shareErrors: null, trials: null }
  const found = yield* within(goalTrials(supply, backwards, { own, groups }, trials), 0.3, 1)
  return { chance, slopes, resting, shares: scaledTo(found.shares, chance), ...errors, shareErrors: found.shareErrors, trials: found.trials }
}

function endOf(question: Question, own: Float64Array, trials: Trials): Steps<End> {
  const { supply, elimination, backwards, groups } = question
  return elimination ? exactEnd(question, elimination, own, trials) : goalTrials(supply, backwards, { own, groups }, trials)
}

function estimate(isKnown: boolean, [low, high]: readonly [number, number], errors: readonly (number | null | undefined)[]): Estimate {
  const known = errors.filter((error) => typeof error === 'number')
  return { ...bounded(low, high, isKnown), standardError: known.length === 0 ? null : Math.max(...known) }
}

function importances({ supply }: Question, [low, high]: readonly [End, End], unknown: ReadonlySet<number>): Importance[] {
  return Array.from(supply.own, (own, vertex) => {
    const [least, most] = [low.slopes[vertex] ?? 0, high.slopes[vertex] ?? 0]
    const error = estimate(true, [least, most], [low.slopeErrors?.[vertex], high.slopeErrors?.[vertex]]).standardError
    return importanceOf(
      { low: least, high: most, standardError: error },
      {
        own: supply.known[vertex] === 1 ? own : null,
        areOthersKnown: most === 0 || unknown.size === (unknown.has(vertex) ? 1 : 0),
        chance: unknown.size === 0 ? low.chance : null,
      },
    )
  })
}

function contributions(nodeIds: readonly string[], [low, high]: readonly [End, End], isKnown: boolean): NodeContribution[] {
  const pair = (at: number, list: 'resting' | 'shares', errors: 'restingErrors' | 'shareErrors'): Estimate => {
    const [least, most] = [low[list][at] ?? 0, high[list][at] ?? 0]
    return estimate(isKnown || most === 0, [least, most], [low[errors]?.[at], high[errors]?.[at]])
  }
  return nodeIds.map((nodeId, at) => ({
    nodeId,
    counterfactual: pair(at, 'resting', 'restingErrors'),
    shapley: pair(at, 'shares', 'shareErrors'),
  }))
}

/** What is reached rests on nobody any more: it is taken as given. */
function groupsOf({ nodeIds, reached }: SupplyGraph, wanted: readonly string[]): Groups {
  const place = new Map(wanted.map((id, at) => [id, at]))
  return { of: Int32Array.from(nodeIds, (id, vertex) => (reached[vertex] === 1 ? -1 : (place.get(id ?? '') ?? -1))), count: wanted.length }
}

function questionOf(supply: SupplyGraph, goal: number, nodeIds: readonly string[]): Question | null {
  const order = supplyOrder(supply.graph)
  if (isOrdered(order, supply.own.length)[goal] === 0) return null
  const inside = closureOf(supply.graph, goal)
  const backwards = order.filter((vertex) => inside[vertex] === 1).reverse()
  return { supply, goal, groups: groupsOf(supply, nodeIds), backwards, elimination: planElimination(supply.graph, inside, goal) }
}

/**
 * The chance of a goal and what it rests on: each key result (Birnbaum, gain, loss, criticality) and each node (counterfactual, Shapley).
 * Exact where the closure of the goal is narrow enough; else by trials of one and the same set, so that the numbers fit each other: gain
 * and loss sum to Birnbaum's, shares to the chance.
 *
 * @param goal a vertex
 * @param nodeIds the nodes to share it among; what belongs to none of them is taken as given
 * @returns null where the goal lies on or behind a ring
 * Cost of the exact ones about that of 2 sweeps and one for each node and set of nodes (`coalitions.ts`); of trials O(trials · drawn set).
 * Spec: CN30-CN35, CN50-CN55.
 */
export function* goalMeasureSteps(supply: SupplyGraph, goal: number, nodeIds: readonly string[], trials: Trials = {}): Steps<GoalMeasures | null> {
  const question = questionOf(supply, goal, nodeIds)
  if (!question) return null
  const unknown = new Set(unknownBehind(supply, goal))
  const isKnown = unknown.size === 0
  const low = yield* within(endOf(question, ownAt(supply, 0), trials), 0, isKnown ? 1 : 0.5)
  const high = isKnown ? low : yield* within(endOf(question, ownAt(supply, 1), trials), 0.5, 1)
  return {
    chance: estimate(isKnown, [low.chance, high.chance], [low.chanceError, high.chanceError]),
    importance: importances(question, [low, high], unknown),
    nodes: contributions(nodeIds, [low, high], isKnown),
    trials: low.trials,
  }
}

/** `goalMeasureSteps` to its end. Spec: CN30-CN35, CN50-CN55. */
export function goalMeasures(supply: SupplyGraph, goal: number, nodeIds: readonly string[], trials: Trials = {}): GoalMeasures | null {
  return finish(goalMeasureSteps(supply, goal, nodeIds, trials))
}
