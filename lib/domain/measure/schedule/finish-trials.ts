import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { supplyOrder } from '../chance/order.ts'
import { standardErrorOf, type Trials, usualTrials } from '../chance/simulate.ts'
import { randomFrom } from '../random.ts'
import { finish, type Steps } from '../step.ts'
import { drawBetaPert } from './beta-pert.ts'
import type { Estimated } from './duration.ts'

/** When the work may end, by trials with beta-PERT durations. */
export type FinishTrials = {
  readonly trials: number
  /** the ends of all trials in weeks, in rising order */
  readonly ends: Float64Array
}

/** Which part of a graph is gone through, how long each part takes, and how. */
export type FinishQuestion = {
  /** 1 for each vertex in question, with all that it needs */
  readonly inside: Uint8Array
  /** the estimate of each vertex; those inside must have one */
  readonly estimates: readonly (Estimated | null)[]
}

/**
 * Draws all durations again and again and goes through the needs each time, so that several chains of nearly the same length are counted
 * as what they are: a later end than any one chain says.
 *
 * @returns null where something inside lies on or behind a ring, or has no estimate
 * Cost O(trials · (vertices inside + needs)). Source: van Slyke 1963 (Monte Carlo of PERT networks). Spec: CN70-CN72.
 */
export function* finishTrialSteps(
  graph: NeedGraph,
  question: FinishQuestion,
  { trials = usualTrials, seed = 1 }: Trials = {},
): Steps<FinishTrials | null> {
  const order = supplyOrder(graph).filter((vertex) => question.inside[vertex] === 1)
  const wanted = question.inside.reduce((sum, each) => sum + each, 0)
  const estimates = Array.from(order, (vertex) => question.estimates[vertex] ?? null)
  if (order.length < wanted || wanted === 0) return null
  const random = randomFrom(seed)
  const [ends, end] = [new Float64Array(trials), new Float64Array(question.inside.length)]
  for (let trial = 0; trial < trials; trial += 1) {
    let last = 0
    for (const [at, vertex] of order.entries()) {
      const estimate = estimates[at]
      if (!estimate) return null
      let start = 0
      eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
        start = Math.max(start, end[supplier] ?? 0)
      })
      end[vertex] = start + drawBetaPert(estimate, random)
      last = Math.max(last, end[vertex] ?? 0)
    }
    ends[trial] = last
    if (trial % 256 === 255) yield trial / trials
  }
  return { trials, ends: ends.sort() }
}

/** `finishTrialSteps` to its end. Spec: CN70-CN72. */
export function finishTrials(graph: NeedGraph, question: FinishQuestion, trials: Trials = {}): FinishTrials | null {
  return finish(finishTrialSteps(graph, question, trials))
}

/** The chance to end by a deadline in weeks, with its standard error. Cost O(log trials). Spec: CN71. */
export function chanceByTrials({ ends, trials }: FinishTrials, deadline: number): { readonly chance: number; readonly standardError: number } {
  let [low, high] = [0, trials]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? 0) <= deadline) low = middle + 1
    else high = middle
  }
  const chance = low / trials
  return { chance, standardError: standardErrorOf(chance, trials) }
}

/** The end that a share of the trials kept, in weeks: a half is the median. @param share 0 to 1. Cost O(1). Spec: CN71. */
export function endAtShare({ ends, trials }: FinishTrials, share: number): number {
  return ends[Math.min(trials - 1, Math.max(0, Math.ceil(share * trials) - 1))] ?? 0
}
