import { componentsOf } from '../../plan/rings.ts'
import { shareOf } from './counts.ts'
import type { ValueGraph } from './graph.ts'

/** Three answers to “does what we give come back?”; each from 0 to 1, null where nothing is exchanged. */
export type Reciprocity = {
  /** pairs (giver, receiver) whose receiver gives something back ÷ all such pairs */
  readonly arc: number | null
  /** pairs of nodes that give both ways ÷ pairs that give at all */
  readonly dyad: number | null
  /** exchanges from which a chain of exchanges leads back to the giver ÷ all exchanges */
  readonly loop: number | null
}

/**
 * Reciprocity by pairs and by loops. Pairs in both directions number 2·(directed pairs − undirected pairs)/2, because such a
 * pair is two directed ones and one undirected one.
 *
 * Cost O(n + m): strongly connected components for the loops. Source: methods 1.1 (arc, dyad); Tarjan 1972. Spec: VN7-VN8.
 */
export function reciprocity(graph: ValueGraph): Reciprocity {
  const { gives, neighbours, from, to } = graph
  const [directed, undirected] = [gives.to.length, neighbours.to.length / 2]
  const mutual = directed - undirected
  const component = componentsOf({ consumersOf: gives })
  let returning = 0
  for (let exchange = 0; exchange < from.length; exchange += 1) if (component[from[exchange] ?? 0] === component[to[exchange] ?? 0]) returning += 1
  return { arc: shareOf(2 * mutual, directed), dyad: shareOf(mutual, undirected), loop: shareOf(returning, from.length) }
}
