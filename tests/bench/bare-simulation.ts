import type { NeedGraph } from '../../lib/domain/plan/graph.ts'
import { seeded } from './random.ts'

/**
 * The reference of the simulation: typed arrays with one byte for each key result, one trial after the other, a random number for each
 * chance that has to be drawn. Nothing is wrong with it; it is what one would write.
 *
 * @returns how often each key result was met
 */
export function simulateByBytes(graph: NeedGraph, { order, own, trials }: { order: Int32Array; own: Float64Array; trials: number }): Float64Array {
  const { start, to, need } = graph.suppliersOf
  const [met, counts, random] = [new Uint8Array(own.length), new Float64Array(own.length), seeded(1)]
  for (let trial = 0; trial < trials; trial += 1)
    for (const vertex of order) {
      let isMet = random.next() < (own[vertex] ?? 0) ? 1 : 0
      const end = start[vertex + 1] ?? 0
      for (let place = start[vertex] ?? 0; isMet === 1 && place < end; place += 1)
        if (met[to[place] ?? 0] === 0 && random.next() < (graph.strength[need[place] ?? 0] ?? 0)) isMet = 0
      met[vertex] = isMet
      counts[vertex] = (counts[vertex] ?? 0) + isMet
    }
  return counts
}
