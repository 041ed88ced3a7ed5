import type { ValueGraph } from './graph.ts'
import { degreeOf } from './links.ts'

const damping = 0.85
/** The rounds stop when the ranks move by less than this part of them all together. */
const enough = 1e-13
const mostRounds = 1_000

/** What a node hands on to each of those to whom it gives, as a part of its rank; 0 where it gives nothing. */
function partsOf(gives: ValueGraph['gives'], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, vertex) => {
    const out = degreeOf(gives, vertex)
    return out === 0 ? 0 : damping / out
  })
}

/** One round: each rank from those of its givers as they stand by now. Gives by how much all moved, and what they sum to. */
function improve({ start, to }: ValueGraph['receives'], part: Float64Array, { rank, given }: { rank: Float64Array; given: Float64Array }) {
  let [moved, sum] = [0, 0]
  for (let vertex = 0; vertex < rank.length; vertex += 1) {
    let value = 1
    const end = start[vertex + 1] ?? 0
    for (let place = start[vertex] ?? 0; place < end; place += 1) value += given[to[place] ?? 0] ?? 0
    moved += Math.abs(value - (rank[vertex] ?? 0))
    sum += value
    rank[vertex] = value
    given[vertex] = value * (part[vertex] ?? 0)
  }
  return { moved, sum }
}

/**
 * Who is given to by those who are given to: x = (1 − d)/n + d·Σ over givers of x ÷ the pairs in which they give. A node that gives nothing
 * spreads its rank over all; as it does so evenly, that changes nothing but the scale, and the ranks are scaled in the end.
 *
 * @returns by vertex; they add up to 1; empty for an empty network
 * Cost O((n + m)·rounds); a round uses what it has found already (Gauss and Seidel), so they are few. Source: Brin and Page 1998; scaling by
 * Langville and Meyer 2004. Spec: VN27.
 */
export function pageRank({ gives, receives }: Pick<ValueGraph, 'gives' | 'receives'>): Float64Array {
  const size = gives.start.length - 1
  const part = partsOf(gives, size)
  const state = { rank: new Float64Array(size).fill(1), given: part.slice() }
  let total = size
  for (let round = 0; round < mostRounds; round += 1) {
    const { moved, sum } = improve(receives, part, state)
    total = sum
    if (moved <= enough * sum) break
  }
  return state.rank.map((value) => value / total)
}
