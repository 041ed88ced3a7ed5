/** Something between two vertices, whichever way; several between the same two add up. */
export type Tie = { readonly a: number; readonly b: number; readonly weight: number }

/** Vertices with what joins them; what became of a cluster of an earlier round is in `own`. */
type Level = { readonly links: readonly ReadonlyMap<number, number>[]; readonly own: Float64Array; readonly total: number }

/** A gain below this is rounding. */
const leastGain = 1e-12

function levelFrom(size: number, ties: readonly Tie[]): Level {
  const links = Array.from({ length: size }, () => new Map<number, number>())
  const own = new Float64Array(size)
  let total = 0
  for (const { a, b, weight } of ties) {
    total += weight
    if (a === b) own[a] = (own[a] ?? 0) + weight
    else {
      links[a]?.set(b, (links[a]?.get(b) ?? 0) + weight)
      links[b]?.set(a, (links[b]?.get(a) ?? 0) + weight)
    }
  }
  return { links, own, total }
}

type Groups = { readonly of: Int32Array; readonly degree: Float64Array; readonly sum: Float64Array }

/** The group next door, or its own, in which a vertex adds most; the own one, then the lowest number, on a tie. */
function bestGroup({ links, total }: Level, { of, degree, sum }: Groups, vertex: number): number {
  const own = of[vertex] ?? 0
  const weightTo = new Map([[own, 0]])
  for (const [neighbour, weight] of links[vertex] ?? []) weightTo.set(of[neighbour] ?? 0, (weightTo.get(of[neighbour] ?? 0) ?? 0) + weight)
  const gainIn = (group: number, weight: number) => weight - ((degree[vertex] ?? 0) * (sum[group] ?? 0)) / (2 * total)
  let [best, most] = [own, gainIn(own, weightTo.get(own) ?? 0)]
  for (const group of [...weightTo.keys()].sort((a, b) => a - b)) {
    const gain = gainIn(group, weightTo.get(group) ?? 0)
    if (gain > most + leastGain) [best, most] = [group, gain]
  }
  return best
}

/** Moves each vertex to where it adds most until nobody moves. */
function settle(level: Level): Int32Array {
  const size = level.links.length
  const degree = Float64Array.from(level.links, (links, vertex) => {
    let sum = 2 * (level.own[vertex] ?? 0)
    for (const weight of links.values()) sum += weight
    return sum
  })
  const groups: Groups = { of: Int32Array.from({ length: size }, (_, at) => at), degree, sum: degree.slice() }
  for (let hasMoved = level.total > 0; hasMoved; ) {
    hasMoved = false
    for (let vertex = 0; vertex < size; vertex += 1) {
      const from = groups.of[vertex] ?? 0
      groups.sum[from] = (groups.sum[from] ?? 0) - (degree[vertex] ?? 0)
      const to = bestGroup(level, groups, vertex)
      groups.sum[to] = (groups.sum[to] ?? 0) + (degree[vertex] ?? 0)
      groups.of[vertex] = to
      if (to !== from) hasMoved = true
    }
  }
  return numbered(groups.of)
}

/** The same groups with numbers from 0 by their first vertex. */
function numbered(of: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  return of.map((group) => {
    const known = numbers.get(group) ?? numbers.size
    numbers.set(group, known)
    return known
  })
}

function merged({ links, own }: Level, of: Int32Array): Tie[] {
  const ties = Array.from(own, (weight, vertex): Tie => ({ a: of[vertex] ?? 0, b: of[vertex] ?? 0, weight })).filter(({ weight }) => weight > 0)
  for (const [vertex, neighbours] of links.entries())
    for (const [neighbour, weight] of neighbours) if (vertex < neighbour) ties.push({ a: of[vertex] ?? 0, b: of[neighbour] ?? 0, weight })
  return ties
}

/**
 * Groups of vertices that have more to do with each other than with the rest: greedy modularity in rounds, without dice, so
 * the same input gives the same groups. It is a picture to talk about, not a finding: other groups may be as good.
 *
 * @param ties with weights above 0
 * @returns a number from 0 for each vertex, in the order of the first vertex of each group
 * Cost O(rounds · ties), usually few rounds. Source: Blondel et al. 2008 (Louvain), vertices in document order. Spec: OR14.
 */
export function clustersOf(size: number, ties: readonly Tie[]): Int32Array {
  let level = levelFrom(size, ties)
  let of = Int32Array.from({ length: size }, (_, at) => at)
  for (;;) {
    const groups = settle(level)
    const count = new Set(groups).size
    of = of.map((group) => groups[group] ?? 0)
    if (count === level.links.length) return of
    level = levelFrom(count, merged(level, groups))
  }
}
