import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { supplyOrder } from '../chance/order.ts'
import { standardErrorOf, type Trials, usualTrials } from '../chance/simulate.ts'
import { type RandomWords, randomFrom } from '../random.ts'
import type { Steps } from '../step.ts'
import { type DrawnDuration, drawDuration, drawnDurations } from './beta-pert.ts'
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
  /** the estimate of each vertex; one without counts no time, so that all ends are at least as late as they say */
  readonly estimates: readonly (Estimated | null)[]
}

/** So many trials are gone through at once. */
const block = 128

/** So much is gone through at most, in trials · (vertices + needs), but never fewer than the fewest trials. */
const [mostWork, fewestTrials] = [40_000_000, 1_000]

/** How many trials are worth their time in a graph: 10,000, in a very large one fewer. Cost O(1). Spec: CN74. */
export function trialsFor({ keyResultIds, needIds }: Pick<NeedGraph, 'keyResultIds' | 'needIds'>): number {
  return Math.min(usualTrials, Math.max(fewestTrials, Math.floor(mostWork / Math.max(1, keyResultIds.length + needIds.length))))
}

/** One block after the other: the ends of each vertex stand side by side. */
type Run = {
  readonly graph: NeedGraph
  readonly order: Int32Array
  readonly durations: readonly (DrawnDuration | null)[]
  readonly end: Float64Array
  readonly words: Int32Array
  readonly random: RandomWords
}

/** The ends of a vertex in all trials of a block: after the last of its suppliers, so much later as it takes. */
function endVertex({ graph, durations, end, words, random }: Run, vertex: number): void {
  const own = vertex * block
  end.fill(0, own, own + block)
  eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
    for (let at = 0, from = supplier * block; at < block; at += 1) {
      const theirs = end[from + at] ?? 0
      if (theirs > (end[own + at] ?? 0)) end[own + at] = theirs
    }
  })
  const duration = durations[vertex]
  if (!duration) return
  random.fill(words)
  for (let at = 0; at < block; at += 1) end[own + at] = (end[own + at] ?? 0) + drawDuration(duration, words[at] ?? 0)
}

/** The last end of each trial of a block. */
function lastEnds(run: Run): Float64Array {
  const last = new Float64Array(block)
  for (const vertex of run.order) {
    endVertex(run, vertex)
    for (let at = 0; at < block; at += 1) last[at] = Math.max(last[at] ?? 0, run.end[vertex * block + at] ?? 0)
  }
  return last
}

/**
 * Draws all durations again and again and goes through the needs each time, so that several chains of nearly the same length are counted
 * as what they are: a later end than any one chain says.
 *
 * @param trials as many as `trialsFor` says unless told otherwise
 * @returns null where something inside lies on or behind a ring, or nothing is inside
 * Cost O(trials · (vertices inside + needs)), some 3 ns each. Source: van Slyke 1963 (Monte Carlo of PERT networks). Spec: CN70-CN72, CN74.
 */
export function* finishTrialSteps(
  graph: NeedGraph,
  { inside, estimates }: FinishQuestion,
  { trials = trialsFor(graph), seed = 1 }: Trials = {},
): Steps<FinishTrials | null> {
  const order = supplyOrder(graph).filter((vertex) => inside[vertex] === 1)
  const wanted = inside.reduce((sum, each) => sum + each, 0)
  if (order.length < wanted || wanted === 0) return null
  const drawn = drawnDurations()
  const durations = estimates.map((each, vertex) => (each && inside[vertex] === 1 ? drawn(each) : null))
  const run = { graph, order, durations, end: new Float64Array(inside.length * block), words: new Int32Array(block), random: randomFrom(seed) }
  const ends = new Float64Array(trials)
  for (let from = 0; from < trials; from += block) {
    ends.set(lastEnds(run).subarray(0, Math.min(block, trials - from)), from)
    yield Math.min(1, (from + block) / trials)
  }
  return { trials, ends: ends.sort() }
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
