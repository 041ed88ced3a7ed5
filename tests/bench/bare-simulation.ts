import { randomFrom } from '../../lib/domain/measure/random.ts'
import type { NeedGraph } from '../../lib/domain/plan/graph.ts'

/** A chance as a limit for 32 random bits. */
function limitOf(share: number): number {
  return Math.min(0xffffffff, Math.round(share * 0x100000000))
}

/**
 * The reference of the simulation: typed arrays with one byte for each key result, one trial after the other, a random word of the same
 * generator for each chance that has to be drawn, as few of these as can be. Nothing is wrong with it; it is what one would write.
 *
 * @returns how often each key result was met
 */
export function simulateByBytes(graph: NeedGraph, { order, own, trials }: { order: Int32Array; own: Float64Array; trials: number }): Float64Array {
  const { start, to, need } = graph.suppliersOf
  const strength = Uint32Array.from(need, (each) => limitOf(graph.strength[each] ?? 0))
  const chance = Uint32Array.from(own, limitOf)
  const [met, counts] = [new Uint8Array(own.length), new Float64Array(own.length)]
  const [random, words] = [randomFrom(1), new Uint32Array(own.length + to.length)]
  const store = new Int32Array(words.buffer)
  let next = words.length
  for (let trial = 0; trial < trials; trial += 1)
    for (const vertex of order) {
      const [first, end] = [start[vertex] ?? 0, start[vertex + 1] ?? 0]
      if (next + 1 + end - first > words.length) {
        random.fill(store)
        next = 0
      }
      let isMet = (words[next] ?? 0) < (chance[vertex] ?? 0) ? 1 : 0
      next += 1
      for (let place = first; isMet === 1 && place < end; place += 1) {
        if (met[to[place] ?? 0] === 1) continue
        if ((words[next] ?? 0) < (strength[place] ?? 0)) isMet = 0
        next += 1
      }
      met[vertex] = isMet
      counts[vertex] = (counts[vertex] ?? 0) + isMet
    }
  return counts
}
