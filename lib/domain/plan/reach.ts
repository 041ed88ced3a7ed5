import { type Adjacency, eachNeighbour, type NeedGraph } from './graph.ts'

/** What can be reached from a key result: how many needs away each one is, by id, nearest first. */
export type Reach = ReadonlyMap<string, number>

type Meet = (vertex: number, distance: number) => void
type Way = { readonly lists: Adjacency; readonly passes: (need: number) => boolean }

/** Goes from several key results along the needs, nearest first, and meets each vertex once; those it begins with are not met. */
function walk({ keyResultIds, vertexById }: NeedGraph, ids: readonly string[], { lists, passes, meet }: Way & { meet: Meet }): void {
  const seen = new Uint8Array(keyResultIds.length)
  let wave = ids.flatMap((id) => vertexById.get(id) ?? [])
  for (const origin of wave) seen[origin] = 1
  for (let distance = 1; wave.length > 0; distance += 1) {
    const next: number[] = []
    for (const vertex of wave)
      eachNeighbour(lists, vertex, (neighbour, need) => {
        if (seen[neighbour] === 1 || !passes(need)) return
        seen[neighbour] = 1
        next.push(neighbour)
        meet(neighbour, distance)
      })
    wave = next
  }
}

function reachFrom(graph: NeedGraph, ids: readonly string[], way: Way): Reach {
  const hops = new Map<string, number>()
  walk(graph, ids, { ...way, meet: (vertex, distance) => void hops.set(graph.keyResultIds[vertex] ?? '', distance) })
  return hops
}

const any = () => true

/**
 * All that a key result depends on, directly or through others. On a ring it is not its own supplier.
 *
 * @returns needs between, from 1, by key result; empty where it is not in the graph
 * Cost O(key results + needs). Spec: ST60-ST62.
 */
export function upstreamOf(graph: NeedGraph, keyResultId: string): Reach {
  return reachFrom(graph, [keyResultId], { lists: graph.suppliersOf, passes: any })
}

/** All that waits for a key result, directly or through others; it itself is not in it. Cost O(key results + needs). Spec: ST60-ST62. */
export function downstreamOf(graph: NeedGraph, keyResultId: string): Reach {
  return reachFrom(graph, [keyResultId], { lists: graph.consumersOf, passes: any })
}

/** How many others wait for one of several key results, directly or through others; each once. Cost O(key results + needs). Spec: ST60-ST62. */
export function countDownstreamOfAll(graph: NeedGraph, keyResultIds: readonly string[]): number {
  let count = 0
  const meet = () => {
    count += 1
  }
  walk(graph, keyResultIds, { lists: graph.consumersOf, passes: any, meet })
  return count
}

/** All that several key results depend on, without themselves. Cost O(key results + needs). Spec: ST60-ST62. */
export function upstreamOfAll(graph: NeedGraph, keyResultIds: readonly string[]): Iterable<string> {
  return reachFrom(graph, keyResultIds, { lists: graph.suppliersOf, passes: any }).keys()
}

/** What a key result cannot do without: reached through needs of strength 1 only. Cost O(key results + needs). Spec: ST63. */
export function requiredBy(graph: NeedGraph, keyResultId: string): Reach {
  return reachFrom(graph, [keyResultId], { lists: graph.suppliersOf, passes: (need) => graph.strength[need] === 1 })
}
