import { type Adjacency, eachNeighbour, type NeedGraph } from './graph.ts'

/** What of a graph says who is reached from whom; that of exchanges has it as well as that of needs. */
type Outgoing = { readonly consumersOf: Pick<Adjacency, 'start' | 'to'> }

/** Key results that wait for each other: each depends on each other one through some chain. */
export type Ring = {
  /** in document order */
  readonly keyResultIds: readonly string[]
  /** the needs between them, in document order */
  readonly needIds: readonly string[]
}

type Search = {
  readonly order: Int32Array
  readonly low: Int32Array
  readonly component: Int32Array
  readonly stack: number[]
  count: number
  components: number
}

type Frame = { readonly vertex: number; place: number }

function enter(search: Search, frames: Frame[], { consumersOf }: Outgoing, vertex: number): void {
  search.count += 1
  search.order[vertex] = search.count
  search.low[vertex] = search.count
  search.stack.push(vertex)
  frames.push({ vertex, place: consumersOf.start[vertex] ?? 0 })
}

function lower(search: Search, vertex: number, to: number): void {
  search.low[vertex] = Math.min(search.low[vertex] ?? 0, to)
}

function leave(search: Search, frames: Frame[], vertex: number): void {
  frames.pop()
  const parent = frames.at(-1)
  if (parent) lower(search, parent.vertex, search.low[vertex] ?? 0)
  if (search.low[vertex] !== search.order[vertex]) return
  let member: number | undefined
  do {
    member = search.stack.pop()
    if (member !== undefined) search.component[member] = search.components
  } while (member !== undefined && member !== vertex)
  search.components += 1
}

function searchFrom(graph: Outgoing, search: Search, root: number): void {
  const frames: Frame[] = []
  const { start, to } = graph.consumersOf
  enter(search, frames, graph, root)
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const { vertex, place } = frame
    if (place >= (start[vertex + 1] ?? 0)) {
      leave(search, frames, vertex)
      continue
    }
    frame.place += 1
    const next = to[place] ?? 0
    if (search.order[next] === 0) enter(search, frames, graph, next)
    else if (search.component[next] === -1) lower(search, vertex, search.order[next] ?? 0)
  }
}

/**
 * The strongly connected component of each vertex, by Tarjan's algorithm without recursion.
 *
 * @returns a number per vertex; consumers have a lower number than their suppliers unless they share one
 * Cost O(key results + needs). Source: Tarjan 1972.
 */
export function componentsOf(graph: Outgoing): Int32Array {
  const size = graph.consumersOf.start.length - 1
  const search: Search = {
    order: new Int32Array(size),
    low: new Int32Array(size),
    component: new Int32Array(size).fill(-1),
    stack: [],
    count: 0,
    components: 0,
  }
  for (let vertex = 0; vertex < size; vertex += 1) if (search.order[vertex] === 0) searchFrom(graph, search, vertex)
  return search.component
}

/**
 * The rings of a graph: groups of two or more key results that all wait for each other. A key result cannot need itself,
 * so one alone is no ring.
 *
 * @returns in the order of their first key result
 * Cost O(key results + needs). Spec: ST64-ST65.
 */
export function ringsOf(graph: NeedGraph): Ring[] {
  const component = componentsOf(graph)
  const members = new Map<number, number[]>()
  for (const [vertex, group] of component.entries()) {
    const known = members.get(group)
    if (known) known.push(vertex)
    else members.set(group, [vertex])
  }
  return [...members.values()]
    .filter(({ length }) => length > 1)
    .map((vertices) => ({
      keyResultIds: vertices.map((vertex) => graph.keyResultIds[vertex] ?? ''),
      needIds: needsInside(graph, component, vertices),
    }))
}

function needsInside({ consumersOf, needIds }: NeedGraph, component: Int32Array, vertices: readonly number[]): string[] {
  const needs: number[] = []
  for (const vertex of vertices)
    eachNeighbour(consumersOf, vertex, (neighbour, need) => {
      if (component[neighbour] === component[vertex]) needs.push(need)
    })
  return needs.sort((a, b) => a - b).map((need) => needIds[need] ?? '')
}
