import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'

/** From each vertex the next one on its strongest way to one of them; −1 where there is none. */
type Tree = { readonly next: Int32Array; readonly hops: Int32Array }

/** The largest product of strengths on any way from each vertex to one of them; 0 where there is none. */
function strongest({ keyResultIds, suppliersOf, strength }: NeedGraph, end: number): Float64Array {
  const best = new Float64Array(keyResultIds.length)
  best[end] = 1
  let wave = [end]
  while (wave.length > 0) {
    const next = new Set<number>()
    for (const vertex of wave)
      eachNeighbour(suppliersOf, vertex, (supplier, need) => {
        const product = (best[vertex] ?? 0) * (strength[need] ?? 0)
        if (product <= (best[supplier] ?? 0)) return
        best[supplier] = product
        next.add(supplier)
      })
    wave = [...next]
  }
  return best
}

/** The strongest way from each vertex, of equal ones the shortest: nearest first, along needs that lose nothing of the best product. */
function treeTo(graph: NeedGraph, end: number): Tree {
  const best = strongest(graph, end)
  const [next, hops] = [new Int32Array(best.length).fill(-1), new Int32Array(best.length).fill(-1)]
  hops[end] = 0
  const met = [end]
  for (const vertex of met)
    eachNeighbour(graph.suppliersOf, vertex, (supplier, need) => {
      const isBest = best[supplier] !== 0 && best[supplier] === (best[vertex] ?? 0) * (graph.strength[need] ?? 0)
      if (hops[supplier] !== -1 || !isBest) return
      hops[supplier] = (hops[vertex] ?? 0) + 1
      next[supplier] = vertex
      met.push(supplier)
    })
  return { next, hops }
}

/**
 * The way from each node to a key result: from that of its own key results that lies farthest from it, along the strongest needs (the largest
 * product of strengths, of equal ones the shortest). Nodes from which no way leads there are left out.
 *
 * @param nodeOf the node of a key result; null where it has none
 * @returns key results by node, the first one its own
 * Cost O(key results + needs), for all nodes together. Spec: IN11.
 */
export function waysTo(graph: NeedGraph, goal: string, nodeOf: (keyResultId: string) => string | null): ReadonlyMap<string, readonly string[]> {
  const end = graph.vertexById.get(goal)
  if (end === undefined) return new Map()
  const { next, hops } = treeTo(graph, end)
  const farthest = new Map<string, number>()
  for (const [vertex, id] of graph.keyResultIds.entries()) {
    const nodeId = hops[vertex] === -1 ? null : nodeOf(id)
    if (nodeId !== null && (hops[vertex] ?? 0) > (hops[farthest.get(nodeId) ?? -1] ?? -1)) farthest.set(nodeId, vertex)
  }
  const wayFrom = (start: number) => {
    const way: string[] = []
    for (let vertex = start; vertex !== -1; vertex = next[vertex] ?? -1) way.push(graph.keyResultIds[vertex] ?? '')
    return way
  }
  return new Map([...farthest].map(([nodeId, vertex]) => [nodeId, wayFrom(vertex)]))
}
