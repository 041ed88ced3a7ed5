import type { ValueGraph } from './graph.ts'
import { degreeOf } from './links.ts'

const damping = 0.85
/** The rounds stop when the ranks move by less than this together. */
const enough = 1e-13
const mostRounds = 1_000

/**
 * Who is given to by those who are given to: x = (1 − d)/n + d·Σ over givers of x ÷ the pairs in which they give. A node that gives nothing
 * spreads its rank over all.
 *
 * @returns by vertex; they add up to 1; empty for an empty network
 * Cost O((n + m)·rounds), at most 184 rounds or so for d = 0.85. Source: Brin and Page 1998. Spec: VN27.
 */
export function pageRank({ gives, receives }: Pick<ValueGraph, 'gives' | 'receives'>): Float64Array {
  const size = gives.start.length - 1
  let [rank, next] = [new Float64Array(size).fill(1 / size), new Float64Array(size)]
  const given = new Float64Array(size)
  let moved = 1
  for (let round = 0; round < mostRounds && moved > enough; round += 1) {
    let stuck = 0
    for (let vertex = 0; vertex < size; vertex += 1) {
      const out = degreeOf(gives, vertex)
      if (out === 0) stuck += rank[vertex] ?? 0
      given[vertex] = out === 0 ? 0 : (rank[vertex] ?? 0) / out
    }
    const floor = (1 - damping + damping * stuck) / size
    moved = 0
    for (let vertex = 0; vertex < size; vertex += 1) {
      let got = 0
      const end = receives.start[vertex + 1] ?? 0
      for (let place = receives.start[vertex] ?? 0; place < end; place += 1) got += given[receives.to[place] ?? 0] ?? 0
      const value = floor + damping * got
      moved += Math.abs(value - (rank[vertex] ?? 0))
      next[vertex] = value
    }
    ;[rank, next] = [next, rank]
  }
  return rank
}
