import type { Links } from './links.ts'

type Search = {
  /** vertices in the order in which they were met */
  readonly order: Int32Array
  /** −1 where not met */
  readonly distance: Int32Array
  /** shortest paths from the source */
  readonly paths: Float64Array
  /** (1 + dependency) ÷ paths: what a vertex hands back for each shortest path to it */
  readonly handedBack: Float64Array
}

/** Breadth first from a source, counting shortest paths; gives the number of vertices that were met. */
function countPaths({ start, to }: Links, { order, distance, paths }: Search, source: number): number {
  distance.fill(-1)
  paths.fill(0)
  order[0] = source
  distance[source] = 0
  paths[source] = 1
  let met = 1
  for (let at = 0; at < met; at += 1) {
    const vertex = order[at] ?? 0
    const [next, ways, end] = [(distance[vertex] ?? 0) + 1, paths[vertex] ?? 0, start[vertex + 1] ?? 0]
    for (let place = start[vertex] ?? 0; place < end; place += 1) {
      const neighbour = to[place] ?? 0
      const known = distance[neighbour] ?? 0
      if (known === -1) {
        distance[neighbour] = next
        paths[neighbour] = ways
        order[met] = neighbour
        met += 1
      } else if (known === next) paths[neighbour] = (paths[neighbour] ?? 0) + ways
    }
  }
  return met
}

/** Adds up, farthest first, the share of shortest paths that each vertex carries. */
function gather({ start, to }: Links, { order, distance, paths, handedBack }: Search, met: number, sum: Float64Array): void {
  for (let at = met - 1; at > 0; at -= 1) {
    const vertex = order[at] ?? 0
    const [next, ways, end] = [(distance[vertex] ?? 0) + 1, paths[vertex] ?? 0, start[vertex + 1] ?? 0]
    let behind = 0
    for (let place = start[vertex] ?? 0; place < end; place += 1) {
      const neighbour = to[place] ?? 0
      if (distance[neighbour] === next) behind += handedBack[neighbour] ?? 0
    }
    const dependency = ways * behind
    sum[vertex] = (sum[vertex] ?? 0) + dependency
    handedBack[vertex] = (1 + dependency) / ways
  }
}

/**
 * What passes through whom: for each vertex the sum over ordered pairs of two others of (shortest paths through it ÷ shortest paths).
 * For undirected links halve it: each pair is met from both its ends.
 *
 * @returns by vertex, 0 to (n−1)(n−2)
 * Cost O(n·m) time, O(n) memory. Source: Brandes 2001. Spec: VN16-VN17.
 */
export function betweennessOf(links: Links): Float64Array {
  const size = links.start.length - 1
  const sum = new Float64Array(size)
  const search: Search = {
    order: new Int32Array(size),
    distance: new Int32Array(size),
    paths: new Float64Array(size),
    handedBack: new Float64Array(size),
  }
  for (let source = 0; source < size; source += 1) gather(links, search, countPaths(links, search, source), sum)
  return sum
}

/** Betweenness of undirected links, each pair counted once. Cost O(n·m). Source: Brandes 2001. Spec: VN16. */
export function undirectedBetweennessOf(links: Links): Float64Array {
  return betweennessOf(links).map((value) => value / 2)
}

/**
 * Betweenness as a share of the pairs of two others: (n−1)(n−2) of them, or half as many where undirected.
 *
 * @returns by vertex, 0 to 1; null below three vertices
 * Cost O(n). Source: Freeman 1977. Spec: VN17.
 */
export function normedBetweenness(raw: Float64Array, isDirected: boolean): (number | null)[] {
  const pairs = ((raw.length - 1) * (raw.length - 2)) / (isDirected ? 1 : 2)
  return Array.from(raw, (value) => (raw.length < 3 ? null : value / pairs))
}
