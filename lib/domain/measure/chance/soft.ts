import { eachNeighbour } from '../../plan/graph.ts'
import { finish, type Steps, within } from '../step.ts'
import { type Elimination, exactLimits, planElimination } from './elimination.ts'
import type { Bounded } from './hard.ts'
import { isOrdered, supplyOrder } from './order.ts'
import { simulate, standardErrorOf, type Trials } from './simulate.ts'
import { closureOf, ownAt, type SupplyGraph } from './supply.ts'
import { sweep, sweepRoom } from './sweep.ts'

/** The chance of a key result: exact where `standardError` is null, else found by trials. */
export type Chance = Bounded & { readonly standardError: number | null }

/** The chances of all vertices; null on or behind a ring, where there is none. */
export type SoftChances = {
  readonly chances: readonly (Chance | null)[]
  /** how many trials the simulated ones rest on; null where all are exact */
  readonly trials: number | null
}

/** Up to so many vertices the whole graph is tried at once, or a closure by itself. */
const mostVertices = 300
/** Work for all closures together, in states and vertices: about a second. */
const mostWork = 2 ** 25

/** The least and the most chance of every vertex: unknown own chances at 0 and at 1. */
type Ends = { readonly low: Float64Array; readonly high: Float64Array }

/** Own chances at both ends; the same list where all are known. */
function ownEnds(supply: SupplyGraph): Ends {
  const low = ownAt(supply, 0)
  return { low, high: supply.known.includes(0) ? ownAt(supply, 1) : low }
}

function sweepEnds({ graph: { strength } }: SupplyGraph, own: Ends, elimination: Elimination): Ends {
  const room = sweepRoom(elimination)
  const low = sweep(elimination, { own: own.low, strength }, room)
  return { low, high: own.high === own.low ? low : sweep(elimination, { own: own.high, strength }, room) }
}

type Exact = Ends & { readonly own: Ends; readonly isFound: Uint8Array; work: number }

function keepFound({ low, high, isFound }: Exact, ends: Ends, vertices: Iterable<number>): void {
  for (const vertex of vertices) {
    low[vertex] = ends.low[vertex] ?? 0
    high[vertex] = ends.high[vertex] ?? 0
    isFound[vertex] = 1
  }
}

/** A vertex by its own closure, unless one of its suppliers was too wide already. */
function tryClosure(supply: SupplyGraph, exact: Exact, vertex: number): void {
  let isWide = false
  eachNeighbour(supply.graph.suppliersOf, vertex, (supplier) => {
    if (exact.isFound[supplier] === 0) isWide = true
  })
  if (isWide || exact.work > mostWork) return
  const inside = closureOf(supply.graph, vertex)
  const size = inside.reduce((sum, each) => sum + each, 0)
  if (size > mostVertices) return
  const elimination = planElimination(supply.graph, inside, vertex, exactLimits)
  exact.work += inside.length + size * 64 + 2 * (elimination?.states ?? exactLimits.states / 64)
  if (elimination) keepFound(exact, sweepEnds(supply, exact.own, elimination), [vertex])
}

/** All that can be had exactly within the limits: the whole graph at once where it is narrow, else each closure by itself. */
function* exactEnds(supply: SupplyGraph, order: Int32Array): Steps<Exact> {
  const size = supply.own.length
  const exact: Exact = { low: new Float64Array(size), high: new Float64Array(size), isFound: new Uint8Array(size), own: ownEnds(supply), work: 0 }
  const whole = order.length <= mostVertices ? planElimination(supply.graph, isOrdered(order, size), -1) : null
  if (whole) keepFound(exact, sweepEnds(supply, exact.own, whole), order)
  else
    for (const [at, vertex] of order.entries()) {
      tryClosure(supply, exact, vertex)
      if (at % 64 === 0) yield at / order.length
    }
  return exact
}

/** Which vertices depend on an unknown one, or are unknown. */
function touchesUnknown({ graph, known }: SupplyGraph, order: Int32Array): Uint8Array {
  const touched = known.map((flag) => 1 - flag)
  for (const vertex of order)
    eachNeighbour(graph.suppliersOf, vertex, (supplier, need) => {
      if (touched[supplier] === 1 && (graph.strength[need] ?? 0) > 0) touched[vertex] = 1
    })
  return touched
}

function* simulatedEnds(supply: SupplyGraph, order: Int32Array, trials: Trials): Steps<Ends & { readonly trials: number }> {
  const own = ownEnds(supply)
  const low = yield* within(simulate(supply.graph, order, own.low, trials), 0, 0.5)
  const high = own.high === own.low ? low : yield* within(simulate(supply.graph, order, own.high, trials), 0.5, 1)
  const share = (met: Float64Array) => met.map((times) => times / low.trials)
  return { low: share(low.met), high: share(high.met), trials: low.trials }
}

/**
 * The chance of every key result when its needs are as strong as they are said to be (noisy AND): a supplier that is missed lets its
 * consumer miss with the strength of the need. Exact where the graph is narrow enough (`exactLimits`), else by trials, with the standard
 * error. Where an own chance on the way is unknown, null and the range with it at 0 and at 1.
 *
 * Own chances are taken as independent of each other.
 *
 * @returns by vertex
 * Cost of the exact ones at most about 2^25 states; of the trials O(trials ÷ 32 · (vertices + needs)). Source: noisy-OR networks, Pearl 1988.
 * Spec: CN20-CN26.
 */
export function* softChanceSteps(supply: SupplyGraph, trials: Trials = {}): Steps<SoftChances> {
  const order = supplyOrder(supply.graph)
  const exact = yield* within(exactEnds(supply, order), 0, 0.5)
  const isAllExact = order.every((vertex) => exact.isFound[vertex] === 1)
  const simulated = isAllExact ? null : yield* within(simulatedEnds(supply, order, trials), 0.5, 1)
  const ordered = isOrdered(order, supply.own.length)
  const unknown = touchesUnknown(supply, order)
  const chances = Array.from(ordered, (isThere, vertex): Chance | null => {
    if (isThere === 0) return null
    const ends: Ends | null = exact.isFound[vertex] === 1 ? exact : simulated
    const [low, high] = [ends?.low[vertex] ?? 0, ends?.high[vertex] ?? 0]
    const isKnown = unknown[vertex] === 0
    const standardError =
      exact.isFound[vertex] === 1 || !simulated ? null : Math.max(...[low, high].map((share) => standardErrorOf(share, simulated.trials)))
    return { value: isKnown ? low : null, low, high, standardError }
  })
  return { chances, trials: simulated?.trials ?? null }
}

/** `softChanceSteps` to its end. Spec: CN20-CN26. */
export function softChances(supply: SupplyGraph, trials: Trials = {}): SoftChances {
  return finish(softChanceSteps(supply, trials))
}
