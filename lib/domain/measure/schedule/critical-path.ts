import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { isOrdered, supplyOrder } from '../chance/order.ts'

/** When each vertex can begin and end, in weeks from the start; null where it is not known. */
export type Schedule = {
  readonly earliestStart: readonly (number | null)[]
  readonly earliestFinish: readonly (number | null)[]
  readonly latestStart: readonly (number | null)[]
  readonly slack: readonly (number | null)[]
  /** when the last one ends; null where it is not known, or there is none */
  readonly finish: number | null
  /** the same with every unknown duration at 0: it takes at least so long; of what lies on or behind a ring nothing is in it */
  readonly atLeast: number | null
  /** vertices without slack that follow each other to the last one; null where the finish is not known */
  readonly criticalChain: readonly number[] | null
  /** the chain that takes so long at least; empty where nothing of it is known */
  readonly atLeastChain: readonly number[]
}

/** An unknown number of weeks, while it is reckoned with: what is added to it or compared with it is unknown too. */
const unknown = Number.NaN

/** Earliest starts; NaN behind what is not known. */
function forwards(graph: NeedGraph, order: Int32Array, weeks: Float64Array): Float64Array {
  const start = new Float64Array(weeks.length).fill(unknown)
  for (const vertex of order) {
    let earliest = 0
    eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
      earliest = Math.max(earliest, (start[supplier] ?? unknown) + (weeks[supplier] ?? unknown))
    })
    start[vertex] = earliest
  }
  return start
}

/** Latest starts that do not move the finish. */
function backwards(graph: NeedGraph, order: Int32Array, weeks: Float64Array, finish: number): Float64Array {
  const inside = isOrdered(order, weeks.length)
  const start = new Float64Array(weeks.length).fill(unknown)
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const vertex = order[at] ?? 0
    let latest = finish
    eachNeighbour(graph.consumersOf, vertex, (consumer) => {
      if (inside[consumer] === 1) latest = Math.min(latest, start[consumer] ?? unknown)
    })
    start[vertex] = latest - (weeks[vertex] ?? unknown)
  }
  return start
}

function sums(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, at) => value + (right[at] ?? unknown))
}

/** The greatest of the values at some places; NaN where one is not known, null where there are none. */
function lastOf(ends: Float64Array, places: Int32Array): number | null {
  return places.length === 0 ? null : places.reduce((last, vertex) => Math.max(last, ends[vertex] ?? unknown), 0)
}

type Times = { readonly start: Float64Array; readonly ends: Float64Array }

/** The same with every unknown duration at 0. What begins at once waits for nobody of whom anything is known. */
function atLeastOf(graph: NeedGraph, order: Int32Array, known: Float64Array): { readonly atLeast: number | null; readonly chain: readonly number[] } {
  const start = forwards(graph, order, known)
  const ends = sums(start, known)
  const atLeast = lastOf(ends, order)
  const chain = atLeast === null || atLeast === 0 ? [] : chainTo(graph, { start, ends }, atLeast)
  return { atLeast, chain: chain.filter((vertex) => (ends[vertex] ?? 0) > 0) }
}

/** From the first that ends last, in document order, back over the first supplier whose end it waits for. */
function chainTo(graph: NeedGraph, { start, ends }: Times, finish: number): number[] {
  const chain: number[] = []
  for (let vertex = ends.indexOf(finish); vertex >= 0; ) {
    chain.unshift(vertex)
    let before = -1
    eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
      if (ends[supplier] === start[vertex] && (before === -1 || supplier < before)) before = supplier
    })
    vertex = before
  }
  return chain
}

function orNull(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value))
}

/**
 * When everything can begin and end at the earliest and at the latest, and the chain that decides the end (critical path method). On or
 * behind a ring, and behind an unknown duration, there are no dates; where any of them is not known, neither is the finish.
 *
 * @param weeks duration of each vertex in weeks; NaN where it is unknown
 * @param inside 1 for each vertex that is in question, with all that it needs; absent: all
 * Cost O(vertices + needs). Source: Kelley and Walker 1959. Spec: CN62-CN66.
 */
export function criticalPath(graph: NeedGraph, weeks: Float64Array, inside?: Uint8Array): Schedule {
  const all = supplyOrder(graph)
  const order = inside ? all.filter((vertex) => inside[vertex] === 1) : all
  const wanted = inside ? inside.reduce((sum, each) => sum + each, 0) : weeks.length
  const start = forwards(graph, order, weeks)
  const ends = sums(start, weeks)
  const known = weeks.map((each) => (Number.isNaN(each) ? 0 : each))
  const last = order.length < wanted ? unknown : lastOf(ends, order)
  const finish = last === null || Number.isNaN(last) ? null : last
  const latest = finish === null ? new Float64Array(weeks.length).fill(unknown) : backwards(graph, order, weeks, finish)
  const least = atLeastOf(graph, order, known)
  return {
    earliestStart: orNull(start),
    earliestFinish: orNull(ends),
    latestStart: orNull(latest),
    slack: orNull(latest.map((value, vertex) => value - (start[vertex] ?? unknown))),
    finish,
    atLeast: least.atLeast,
    atLeastChain: least.chain,
    criticalChain: finish === null ? null : chainTo(graph, { start, ends }, finish),
  }
}
