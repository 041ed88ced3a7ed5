import type { ValueGraph } from './graph.ts'

/** The exchanges that each vertex gives, in document order: those of vertex v are `exchange[start[v] … start[v+1]−1]`. */
export type Outgoing = { readonly start: Int32Array; readonly exchange: Int32Array }

function isUsable({ byReceiver }: ValueGraph, exchange: number): boolean {
  return byReceiver.isKnown[exchange] === 1 && (byReceiver.value[exchange] ?? 0) > 0
}

/** The exchanges that can carry a value loop: rated above 0 by their receivers. Cost O(n + m). Spec: VN31. */
export function usableExchanges(graph: ValueGraph): Outgoing {
  const { from, nodeIds } = graph
  const start = new Int32Array(nodeIds.length + 1)
  for (let exchange = 0; exchange < from.length; exchange += 1)
    if (isUsable(graph, exchange)) start[(from[exchange] ?? 0) + 1] = (start[(from[exchange] ?? 0) + 1] ?? 0) + 1
  for (let vertex = 0; vertex < nodeIds.length; vertex += 1) start[vertex + 1] = (start[vertex + 1] ?? 0) + (start[vertex] ?? 0)
  const free = start.slice()
  const list = new Int32Array(start[nodeIds.length] ?? 0)
  for (let exchange = 0; exchange < from.length; exchange += 1) {
    if (!isUsable(graph, exchange)) continue
    const giver = from[exchange] ?? 0
    list[free[giver] ?? 0] = exchange
    free[giver] = (free[giver] ?? 0) + 1
  }
  return { start, exchange: list }
}

/** How many usable exchanges lie between each vertex and a target at least; 0 at the target, −1 where no way leads there. Cost O(n + m). */
export function distancesTo(graph: ValueGraph, target: number): Int32Array {
  const reversed = { ...graph, from: graph.to, to: graph.from }
  const { start, exchange } = usableExchanges(reversed)
  const distance = new Int32Array(graph.nodeIds.length).fill(-1)
  distance[target] = 0
  let wave = [target]
  for (let away = 1; wave.length > 0; away += 1) {
    const next: number[] = []
    for (const vertex of wave)
      for (const each of exchange.subarray(start[vertex], start[vertex + 1])) {
        const giver = reversed.to[each] ?? 0
        if (distance[giver] !== -1) continue
        distance[giver] = away
        next.push(giver)
      }
    wave = next
  }
  return distance
}
