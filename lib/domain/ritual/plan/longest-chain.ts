import { eachNeighbour, type NeedGraph } from '../../plan/graph.ts'
import { layersOf } from '../../plan/layers.ts'

/** The chain of needs that takes longest. */
export type LongestChain = {
  /** from the first that gives to the last that needs */
  readonly keyResultIds: readonly string[]
  readonly weeks: number
  /** how many of them nobody has estimated: the chain is at least as long as it says */
  readonly unknown: number
}

/**
 * The longest chain of a graph by estimated weeks. What is not estimated counts nothing; what is on or behind a ring has no
 * order and is in no chain.
 *
 * @param weeksOf weeks of a key result, null where unknown; undefined where it is only passed through and belongs to no chain
 * @returns null where nothing is estimated; of several equally long ones the first in the order of the graph
 * Cost O(key results + needs). Spec: PL47.
 */
export function longestChain(graph: NeedGraph, weeksOf: (keyResultId: string) => number | null | undefined): LongestChain | null {
  const layers = layersOf(graph)
  const inOrder = graph.keyResultIds.flatMap((id, vertex) => {
    const layer = layers.get(id)
    return layer === null || layer === undefined ? [] : [{ vertex, layer }]
  })
  const finish = new Float64Array(graph.keyResultIds.length)
  const before = new Int32Array(graph.keyResultIds.length).fill(-1)
  let last = -1
  for (const { vertex } of inOrder.toSorted((a, b) => a.layer - b.layer || a.vertex - b.vertex)) {
    let start = 0
    eachNeighbour(graph.suppliersOf, vertex, (supplier) => {
      if ((finish[supplier] ?? 0) <= start) return
      start = finish[supplier] ?? 0
      before[vertex] = supplier
    })
    finish[vertex] = start + (weeksOf(graph.keyResultIds[vertex] ?? '') ?? 0)
    if ((finish[vertex] ?? 0) > (last < 0 ? 0 : (finish[last] ?? 0))) last = vertex
  }
  if (last < 0) return null
  const chain: string[] = []
  for (let vertex = last; vertex >= 0; vertex = before[vertex] ?? -1) chain.unshift(graph.keyResultIds[vertex] ?? '')
  const keyResultIds = chain.filter((id) => weeksOf(id) !== undefined)
  return { keyResultIds, weeks: finish[last] ?? 0, unknown: keyResultIds.filter((id) => weeksOf(id) === null).length }
}
