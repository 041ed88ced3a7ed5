import { type Adjacency, eachNeighbour, type NeedGraph } from './graph.ts'

/** What can be reached from a key result: how many needs away each one is, by id, nearest first. */
export type Reach = ReadonlyMap<string, number>

type Way = { readonly lists: Adjacency; readonly passes: (need: number) => boolean }

function reachFrom({ keyResultIds, vertexById }: NeedGraph, ids: readonly string[], { lists, passes }: Way): Reach {
  const hops = new Map<string, number>()
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
        hops.set(keyResultIds[neighbour] ?? '', distance)
      })
    wave = next
  }
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

/** All that several key results depend on, without themselves. Cost O(key results + needs). Spec: ST60-ST62. */
export function upstreamOfAll(graph: NeedGraph, keyResultIds: readonly string[]): Iterable<string> {
  return reachFrom(graph, keyResultIds, { lists: graph.suppliersOf, passes: any }).keys()
}

/** What a key result cannot do without: reached through needs of strength 1 only. Cost O(key results + needs). Spec: ST63. */
export function requiredBy(graph: NeedGraph, keyResultId: string): Reach {
  return reachFrom(graph, [keyResultId], { lists: graph.suppliersOf, passes: (need) => graph.strength[need] === 1 })
}
