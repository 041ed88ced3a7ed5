import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'

/** What a step of an elimination does. */
export const stepKinds = { open: 0, absorb: 1, read: 2, close: 3 } as const

/**
 * In which order to look at vertices and needs so that only few vertices are in question at the same time. Each step is four numbers:
 * its kind; the vertex, or for `absorb` the need; the place among those in question, for `absorb` of the supplier; that of the consumer.
 */
export type Elimination = {
  readonly steps: Int32Array
  /** the most vertices in question at the same time */
  readonly width: number
  /** states looked at in all steps together: the cost of one sweep */
  readonly states: number
}

/** How far an exact answer may go. */
export type EliminationLimits = { readonly width: number; readonly states: number }

/**
 * Up to 20 vertices in question at the same time and four million states in one sweep: measured at 10 to 40 ms a sweep, 100 ms with all
 * derivatives.
 */
export const exactLimits: EliminationLimits = { width: 20, states: 2 ** 22 }

type Planner = {
  readonly graph: NeedGraph
  readonly inside: Uint8Array
  /** the vertex that is not closed, because its chance is asked for at the end; −1: none */
  readonly keep: number
  /** the vertices in question, by place */
  readonly open: number[]
  readonly isOpen: Uint8Array
  readonly isComplete: Uint8Array
  /** suppliers of each vertex that are not complete */
  readonly missing: Int32Array
  /** needs of others on each vertex that are not absorbed */
  readonly pending: Int32Array
  readonly isAbsorbed: Uint8Array
  readonly steps: number[]
  width: number
  states: number
}

function plannerOf(graph: NeedGraph, inside: Uint8Array, keep: number): Planner {
  const size = graph.keyResultIds.length
  const [missing, pending] = [new Int32Array(size), new Int32Array(size)]
  for (let consumer = 0; consumer < size; consumer += 1) {
    if (inside[consumer] === 0) continue
    eachNeighbour(graph.suppliersOf, consumer, (supplier) => {
      missing[consumer] = (missing[consumer] ?? 0) + 1
      pending[supplier] = (pending[supplier] ?? 0) + 1
    })
  }
  const flags = () => new Uint8Array(size)
  const isAbsorbed = new Uint8Array(graph.needIds.length)
  const empty = { open: [], steps: [], width: 0, states: 0 }
  return { graph, inside, keep, isOpen: flags(), isComplete: flags(), missing, pending, isAbsorbed, ...empty }
}

function add(planner: Planner, ...step: [number, number, number, number]): void {
  planner.steps.push(...step)
  planner.width = Math.max(planner.width, planner.open.length)
  planner.states += 2 ** planner.open.length
}

function openVertex(planner: Planner, vertex: number): void {
  planner.isOpen[vertex] = 1
  planner.open.push(vertex)
  add(planner, stepKinds.open, vertex, 0, 0)
}

function closeVertex(planner: Planner, vertex: number): void {
  const place = planner.open.indexOf(vertex)
  if (place < 0 || vertex === planner.keep) return
  add(planner, stepKinds.close, vertex, place, 0)
  planner.open.splice(place, 1)
}

/** Takes into a vertex what its complete suppliers say; a supplier whose last need this was goes out of question. */
function absorbInto(planner: Planner, consumer: number): void {
  eachNeighbour(planner.graph.suppliersOf, consumer, (supplier, need) => {
    if (planner.isAbsorbed[need] === 1 || planner.isComplete[supplier] === 0) return
    planner.isAbsorbed[need] = 1
    add(planner, stepKinds.absorb, need, planner.open.indexOf(supplier), planner.open.indexOf(consumer))
    const left = (planner.pending[supplier] ?? 0) - 1
    planner.pending[supplier] = left
    if (left === 0) closeVertex(planner, supplier)
  })
}

/** The consumers inside that a vertex still has to be absorbed into. */
function waitingConsumers({ graph, inside, isAbsorbed }: Planner, vertex: number): number[] {
  const waiting: number[] = []
  eachNeighbour(graph.consumersOf, vertex, (consumer, need) => {
    if (inside[consumer] === 1 && isAbsorbed[need] === 0) waiting.push(consumer)
  })
  return waiting
}

/** A vertex with one consumer left is absorbed at once: the consumer comes into question in its stead. */
function settle(planner: Planner, vertex: number): void {
  const waiting = waitingConsumers(planner, vertex)
  for (const consumer of waiting) if (planner.isOpen[consumer] === 1) absorbInto(planner, consumer)
  const unopened = new Set(waiting.filter((consumer) => planner.isOpen[consumer] === 0))
  if (unopened.size > 1) return
  for (const consumer of unopened) {
    openVertex(planner, consumer)
    absorbInto(planner, consumer)
  }
}

function complete(planner: Planner, vertex: number): void {
  if (planner.isOpen[vertex] === 0) openVertex(planner, vertex)
  absorbInto(planner, vertex)
  planner.isComplete[vertex] = 1
  add(planner, stepKinds.read, vertex, planner.open.indexOf(vertex), 0)
  if (planner.pending[vertex] === 0) closeVertex(planner, vertex)
  else settle(planner, vertex)
}

/** By how much a vertex widens the question when it is next: itself, less what can be closed with it. */
function widening({ graph, inside, isOpen, pending, keep }: Planner, vertex: number): number {
  let change = isOpen[vertex] === 1 ? 0 : 1
  eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
    if (pending[supplier] === 1) change -= 1
  })
  let isHeld = vertex === keep
  eachNeighbour(graph.consumersOf, vertex, (consumer) => {
    if (inside[consumer] === 1 && isOpen[consumer] === 0) isHeld = true
  })
  return isHeld ? change : change - 1
}

/** Takes the ready vertex that widens the question least; of several the first. */
function takeNext(planner: Planner, ready: number[]): number | undefined {
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (const [at, vertex] of ready.entries()) {
    const change = widening(planner, vertex)
    if (change >= least) continue
    best = at
    least = change
    if (least < 0) break
  }
  return best < 0 ? undefined : ready.splice(best, 1)[0]
}

/**
 * Plans the elimination of the vertices inside: greedily, the vertex next that widens the question least.
 *
 * @param inside 1 for each vertex to look at; all that it needs must be inside too, and nothing on a ring
 * @param keep the vertex whose chance is asked for; −1 where each one is only read in passing
 * @returns null where it would be wider or longer than the limits
 * Cost O(vertices inside · ready ones · needs of each). Source: variable elimination (Zhang and Poole 1996), needs absorbed one at a time
 * as a noisy AND allows (Heckerman and Breese 1996). Spec: CN22.
 */
export function planElimination(graph: NeedGraph, inside: Uint8Array, keep: number, limits: EliminationLimits = exactLimits): Elimination | null {
  const planner = plannerOf(graph, inside, keep)
  const ready: number[] = []
  for (let vertex = 0; vertex < inside.length; vertex += 1) if (inside[vertex] === 1 && planner.missing[vertex] === 0) ready.push(vertex)
  for (let vertex = takeNext(planner, ready); vertex !== undefined; vertex = takeNext(planner, ready)) {
    complete(planner, vertex)
    if (planner.width > limits.width || planner.states > limits.states) return null
    eachNeighbour(graph.consumersOf, vertex, (consumer) => {
      if (inside[consumer] === 0) return
      const left = (planner.missing[consumer] ?? 0) - 1
      planner.missing[consumer] = left
      if (left === 0) ready.push(consumer)
    })
  }
  return { steps: Int32Array.from(planner.steps), width: planner.width, states: planner.states }
}
