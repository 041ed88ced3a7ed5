import type { NeedGraph } from '../../plan/graph.ts'
import { componentsOf } from '../../plan/rings.ts'

/** Circles of key results that wait for each other one after the other. */
export type Cycles = {
  /** each from its first key result in document order along the needs back to it, the first one named again at the end */
  readonly cycles: readonly (readonly string[])[]
  /** whether there are more than are listed */
  readonly isCapped: boolean
}

type Search = {
  /** consumers of each vertex on the same ring, each once, in document order */
  readonly next: readonly (readonly number[])[]
  /** strongly connected components of what is left: the vertices from the start on */
  readonly component: Int32Array
  readonly isBlocked: Uint8Array
  /** who is to be freed together with a vertex */
  readonly waiting: Map<number, Set<number>>
  readonly found: number[][]
  readonly cap: number
}

type Frame = { readonly vertex: number; at: number; hasFound: boolean }

function ringNeighbours(graph: NeedGraph): number[][] {
  const component = componentsOf(graph)
  const next = graph.keyResultIds.map(() => new Set<number>())
  for (const [need, supplier] of graph.supplier.entries()) {
    const consumer = graph.consumer[need] ?? 0
    if (component[supplier] === component[consumer]) next[supplier]?.add(consumer)
  }
  return next.map((each) => [...each].sort((a, b) => a - b))
}

/** The components of the graph without the vertices before `first`. */
function componentsFrom(next: readonly (readonly number[])[], first: number): Int32Array {
  const start = new Int32Array(next.length + 1)
  const to: number[] = []
  for (const [vertex, neighbours] of next.entries()) {
    if (vertex >= first) for (const neighbour of neighbours) if (neighbour >= first) to.push(neighbour)
    start[vertex + 1] = to.length
  }
  return componentsOf({ consumersOf: { start, to: Int32Array.from(to) } })
}

function free({ isBlocked, waiting }: Search, vertex: number): void {
  const stack = [vertex]
  for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
    if (isBlocked[each] === 0) continue
    isBlocked[each] = 0
    stack.push(...(waiting.get(each) ?? []))
    waiting.delete(each)
  }
}

function waitFor({ waiting }: Search, vertex: number, who: number): void {
  const known = waiting.get(vertex)
  if (known) known.add(who)
  else waiting.set(vertex, new Set([who]))
}

function leave(search: Search, frames: Frame[]): void {
  const frame = frames.pop()
  if (!frame) return
  const parent = frames.at(-1)
  if (frame.hasFound) free(search, frame.vertex)
  else for (const neighbour of search.next[frame.vertex] ?? []) waitFor(search, neighbour, frame.vertex)
  if (parent && frame.hasFound) parent.hasFound = true
}

/** All circles whose first vertex is `start`; ends early when one more than the cap was found. */
function circlesFrom(search: Search, start: number): void {
  const frames: Frame[] = [{ vertex: start, at: 0, hasFound: false }]
  search.isBlocked[start] = 1
  for (let frame = frames.at(-1); frame && search.found.length <= search.cap; frame = frames.at(-1)) {
    const neighbour = search.next[frame.vertex]?.[frame.at]
    frame.at += 1
    if (neighbour === undefined) leave(search, frames)
    else if (neighbour === start) {
      frame.hasFound = true
      search.found.push([...frames.map(({ vertex }) => vertex), start])
    } else if (search.component[neighbour] === search.component[start] && search.isBlocked[neighbour] === 0) {
      search.isBlocked[neighbour] = 1
      frames.push({ vertex: neighbour, at: 0, hasFound: false })
    }
  }
}

/**
 * The elementary circles of a graph: ways back to a key result that pass none twice. Needs side by side make one circle.
 *
 * @param cap how many are listed at most
 * @returns by their first key result, then by the next ones
 * Cost O((key results + needs) · (cap + 1)). Source: Johnson 1975, without recursion. Spec: OR3-OR5.
 */
export function elementaryCycles(graph: NeedGraph, cap: number): Cycles {
  const next = ringNeighbours(graph)
  const found: number[][] = []
  let component = componentsFrom(next, 0)
  for (const [start, neighbours] of next.entries()) {
    const isOnRing = neighbours.some((neighbour) => neighbour > start && component[neighbour] === component[start])
    if (!isOnRing || found.length > cap) continue
    circlesFrom({ next, component, isBlocked: new Uint8Array(next.length), waiting: new Map(), found, cap }, start)
    component = componentsFrom(next, start + 1)
  }
  const cycles = found.slice(0, cap).map((vertices) => vertices.map((vertex) => graph.keyResultIds[vertex] ?? ''))
  return { cycles, isCapped: found.length > cap }
}
