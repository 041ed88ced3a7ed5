import type { Links } from './links.ts'

type Search = {
  /** vertices in the order in which they were met */
  readonly order: Int32Array
  /** `far` where not met */
  readonly distance: Int32Array
  /** shortest paths from the source, and on the way back (1 + dependency) ÷ paths: what a vertex hands back for each of them */
  readonly flow: Float64Array
  /** the ends of the links on shortest paths, in the order of their beginnings; those of the vertex at place p of `order` end at `ends[p]` */
  readonly onward: Int32Array
  readonly ends: Int32Array
}

/** Farther than any distance. */
const far = 0x3fffffff

/** Breadth first from a source, counting shortest paths and keeping the links that are on one; gives the number of vertices that were met. */
function countPaths({ start, to }: Links, { order, distance, flow, onward, ends }: Search, source: number): number {
  order[0] = source
  distance[source] = 0
  flow[source] = 1
  let met = 1
  let kept = 0
  for (let at = 0; at < met; at += 1) {
    const vertex = order[at] ?? 0
    const here = distance[vertex] ?? 0
    const ways = flow[vertex] ?? 0
    const end = start[vertex + 1] ?? 0
    for (let place = start[vertex] ?? 0; place < end; place += 1) {
      const neighbour = to[place] ?? 0
      const known = distance[neighbour] ?? 0
      if (known <= here) continue
      onward[kept] = neighbour
      kept += 1
      if (known === far) {
        distance[neighbour] = here + 1
        flow[neighbour] = ways
        order[met] = neighbour
        met += 1
      } else flow[neighbour] = (flow[neighbour] ?? 0) + ways
    }
    ends[at] = kept
  }
  return met
}

/** Adds up, farthest first, the share of shortest paths that each vertex carries, and forgets what was met. */
function gather({ order, distance, flow, onward, ends }: Search, met: number, sum: Float64Array): void {
  let end = ends[met - 1] ?? 0
  for (let at = met - 1; at > 0; at -= 1) {
    const vertex = order[at] ?? 0
    const ways = flow[vertex] ?? 0
    const first = ends[at - 1] ?? 0
    let behind = 0
    for (let place = first; place < end; place += 1) behind += flow[onward[place] ?? 0] ?? 0
    sum[vertex] = (sum[vertex] ?? 0) + ways * behind
    flow[vertex] = behind + 1 / ways
    distance[vertex] = far
    end = first
  }
  distance[order[0] ?? 0] = far
}

/**
 * What passes through whom: for each vertex the sum over ordered pairs of two others of (shortest paths through it ÷ shortest paths).
 * For undirected links halve it: each pair is met from both its ends.
 *
 * @returns by vertex, 0 to (n−1)(n−2)
 * Cost O(n·m) time, O(n + m) memory. Source: Brandes 2001. Spec: VN16-VN17.
 */
export function betweennessOf(links: Links): Float64Array {
  const size = links.start.length - 1
  const sum = new Float64Array(size)
  const search: Search = {
    order: new Int32Array(size),
    distance: new Int32Array(size).fill(far),
    flow: new Float64Array(size),
    onward: new Int32Array(links.to.length),
    ends: new Int32Array(size),
  }
  for (let source = 0; source < size; source += 1) gather(search, countPaths(links, search, source), sum)
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
