import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { componentsOf } from '../../plan/rings.ts'
import { bestOrder } from './best-order.ts'
import { goodOrder } from './good-order.ts'
import { type Arc, exactUpTo, orderCosts } from './order-costs.ts'
import { wrongSideMarks } from './wrong-side.ts'

/** An order of a matrix in which suppliers come first wherever they can. */
export type Sequence = {
  readonly order: readonly string[]
  /** those that wait for each other and so stand together, in this order */
  readonly blocks: readonly (readonly string[])[]
  /** marks left on the wrong side of the diagonal, all of them inside blocks */
  readonly wrongSide: number
  /** whether no order leaves fewer */
  readonly isProven: boolean
}

/** The order inside a block. */
function insideOrder(graph: NeedGraph, members: readonly number[]): number[] {
  if (members.length === 1) return [...members]
  const at = new Map(members.map((vertex, place) => [vertex, place]))
  const arcs: Arc[] = []
  for (const [from, vertex] of members.entries())
    eachNeighbour(graph.consumersOf, vertex, (neighbour) => {
      const to = at.get(neighbour)
      if (to !== undefined) arcs.push({ from, to, cost: 1 })
    })
  const order = members.length <= exactUpTo ? bestOrder(orderCosts(members.length, arcs)) : goodOrder(members.length, arcs)
  return order.map((place) => members[place] ?? 0)
}

type Ready = { readonly first: Int32Array; readonly queue: number[] }

/** Keeps those that may come next by their first member in document order, the first one last. */
function makeReady({ first, queue }: Ready, group: number): void {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((first[queue[middle] ?? 0] ?? 0) > (first[group] ?? 0)) low = middle + 1
    else high = middle
  }
  queue.splice(low, 0, group)
}

/** Groups of those that wait for each other, suppliers before consumers; of several that may come next the first in document order. */
function groupsInOrder(graph: NeedGraph, component: Int32Array): number[] {
  const groups = 1 + component.reduce((most, group) => Math.max(most, group), -1)
  const first = new Int32Array(groups).fill(-1)
  for (const [vertex, group] of component.entries()) if (first[group] === -1) first[group] = vertex
  const waiting = new Int32Array(groups)
  const after = Array.from({ length: groups }, (): number[] => [])
  for (const [mark, supplier] of graph.supplier.entries()) {
    const [from, to] = [component[supplier] ?? 0, component[graph.consumer[mark] ?? 0] ?? 0]
    if (from === to) continue
    after[from]?.push(to)
    waiting[to] = (waiting[to] ?? 0) + 1
  }
  const ready: Ready = { first, queue: [] }
  for (let group = 0; group < groups; group += 1) if (waiting[group] === 0) makeReady(ready, group)
  const order: number[] = []
  for (let group = ready.queue.pop(); group !== undefined; group = ready.queue.pop()) {
    order.push(group)
    for (const next of after[group] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1
      if (waiting[next] === 0) makeReady(ready, next)
    }
  }
  return order
}

/**
 * The order of a matrix with the fewest marks on the wrong side of the diagonal: blocks are those that wait for each other,
 * the order between them follows the needs, ties follow the document.
 *
 * @param graph of a matrix, one need for each mark
 * Cost O(n log n + marks) and, for each block of k, O(2^k · k) up to 15 and O(k²) above, where it is not proven.
 * Source: Steward 1981 (design structure matrix); Tarjan 1972; Kahn 1962. Spec: OR10-OR11.
 */
export function sequence(graph: NeedGraph): Sequence {
  const component = componentsOf(graph)
  const members = Map.groupBy(component.keys(), (vertex) => component[vertex] ?? 0)
  const groups = groupsInOrder(graph, component).map((group) => insideOrder(graph, members.get(group) ?? []))
  const named = groups.map((vertices) => vertices.map((vertex) => graph.keyResultIds[vertex] ?? ''))
  const order = named.flat()
  const blocks = named.filter(({ length }) => length > 1)
  return { order, blocks, wrongSide: wrongSideMarks(graph, order), isProven: blocks.every(({ length }) => length <= exactUpTo) }
}
