import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { componentsOf } from '../../plan/rings.ts'

/** For every vertex all that it depends on, as bits. */
export type ReachSets = {
  /** calls `visit` with every vertex that a vertex depends on, in document order; never with itself */
  readonly eachSupplierOf: (vertex: number, visit: (supplier: number) => void) => void
}

function takeIn(sets: Int32Array, words: number, into: number, from: number): void {
  for (let word = 0; word < words; word += 1) sets[into * words + word] = (sets[into * words + word] ?? 0) | (sets[from * words + word] ?? 0)
}

function eachBit(sets: Int32Array, from: number, to: number, visit: (bit: number) => void): void {
  for (let word = from; word < to; word += 1)
    for (let bits = sets[word] ?? 0; bits !== 0; bits &= bits - 1) visit((word - from) * 32 + 31 - Math.clz32(bits & -bits))
}

/** The vertices of each component, suppliers' components first. */
function membersInOrder(component: Int32Array): (readonly [number, readonly number[]])[] {
  const members = Map.groupBy(component.keys(), (vertex) => component[vertex] ?? 0)
  return [...members].sort(([a], [b]) => b - a)
}

/**
 * All that every vertex depends on, directly or through others, rings included: those that wait for each other share one set.
 *
 * Cost O(needs · vertices ÷ 32) time, O(vertices² ÷ 8) bytes. Source: transitive closure over strongly connected components (Purdom 1970).
 * Spec: CN7.
 */
export function reachSets(graph: NeedGraph): ReachSets {
  const component = componentsOf(graph)
  const words = Math.ceil(component.length / 32)
  const ordered = membersInOrder(component)
  const sets = new Int32Array(words * ordered.length)
  for (const [group, members] of ordered)
    for (const vertex of members) {
      const place = group * words + (vertex >>> 5)
      sets[place] = (sets[place] ?? 0) | (1 << (vertex & 31))
      eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
        if (component[supplier] !== group) takeIn(sets, words, group, component[supplier] ?? 0)
      })
    }
  return {
    eachSupplierOf: (vertex, visit) => {
      const from = (component[vertex] ?? 0) * words
      eachBit(sets, from, from + words, (supplier) => {
        if (supplier !== vertex) visit(supplier)
      })
    },
  }
}
