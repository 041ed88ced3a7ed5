import { finish, type Steps } from '../step.ts'
import { distancesOf } from './distances.ts'
import { dominatorSearch, findDominators } from './dominators.ts'
import type { ValueGraph } from './graph.ts'

/** A share of fewer ways than these says nothing: they are told as a count. Spec: OR30, AL73. */
export const leastWays = 6

/** What would be lost with each node, in ordered pairs of others between which value can move. */
export type FlowLoss = {
  /** reachable ordered pairs of the whole network */
  readonly base: number
  /** by vertex: reachable pairs among the others, before it goes */
  readonly baseWithout: Int32Array
  /** by vertex: of those, how many are cut when it goes */
  readonly cut: Int32Array
  /** by vertex: cut ÷ base without it, 0 to 1; null where nothing moves between the others */
  readonly share: readonly (number | null)[]
}

/**
 * Lose a leg, for every node: which share of the ways in which value moves between the others goes through it. A way from s to t is cut by v
 * exactly where v dominates t in the search from s, so one tree of dominators for each s answers for all v at once.
 *
 * Cost O(n·m). Source: methods 1.2 (flow loss); Cooper, Harvey and Kennedy 2001 (dominators). Spec: VN19.
 */
export function* flowLossSteps({ gives, receives }: Pick<ValueGraph, 'gives' | 'receives'>): Steps<FlowLoss> {
  const size = gives.start.length - 1
  const { reachable, reaches, reachedBy } = distancesOf(gives)
  const search = dominatorSearch(gives, receives)
  const [cut, below] = [new Int32Array(size), new Int32Array(size)]
  for (let source = 0; source < size; source += 1) {
    const reached = findDominators(search, source)
    below.fill(0, 0, reached)
    for (let place = reached - 1; place > 0; place -= 1) {
      const vertex = search.order[place] ?? 0
      const above = search.dominator[place] ?? 0
      cut[vertex] = (cut[vertex] ?? 0) + (below[place] ?? 0)
      below[above] = (below[above] ?? 0) + (below[place] ?? 0) + 1
    }
    if (source % 64 === 63) yield source / size
  }
  const baseWithout = cut.map((_, vertex) => reachable - (reaches[vertex] ?? 0) - (reachedBy[vertex] ?? 0))
  const share = Array.from(cut, (count, vertex) => {
    const base = baseWithout[vertex] ?? 0
    return base === 0 ? null : count / base
  })
  return { base: reachable, baseWithout, cut, share }
}

/** `flowLossSteps` to its end. Cost O(n·m). Spec: VN19. */
export function flowLoss(graph: Pick<ValueGraph, 'gives' | 'receives'>): FlowLoss {
  return finish(flowLossSteps(graph))
}
