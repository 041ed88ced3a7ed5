import type { Links } from './links.ts'

/** What holds a map together: vertices and links whose absence leaves more pieces than there were. In ascending order. */
export type CutPoints = {
  readonly vertices: readonly number[]
  /** each with its smaller end first */
  readonly bridges: readonly (readonly [number, number])[]
}

type Search = {
  readonly links: Links
  /** from 1 in the order of discovery; 0: not met */
  readonly met: Int32Array
  /** the earliest vertex that it or what lies behind it is linked to */
  readonly low: Int32Array
  readonly parent: Int32Array
  readonly place: Int32Array
  readonly isCut: Uint8Array
  readonly bridges: [number, number][]
  count: number
}

function meet(search: Search, vertex: number, parent: number): void {
  search.count += 1
  search.met[vertex] = search.count
  search.low[vertex] = search.count
  search.parent[vertex] = parent
  search.place[vertex] = search.links.start[vertex] ?? 0
}

/** Takes leave of a vertex: what lies behind it either has another way round its parent, or hangs on it. */
function leave({ met, low, isCut, bridges }: Search, vertex: number, parent: number, isRoot: boolean): void {
  const [behind, above] = [low[vertex] ?? 0, met[parent] ?? 0]
  low[parent] = Math.min(low[parent] ?? 0, behind)
  if (behind >= above && !isRoot) isCut[parent] = 1
  if (behind > above) bridges.push(vertex < parent ? [vertex, parent] : [parent, vertex])
}

function searchFrom(search: Search, root: number): void {
  const { links, met, low, parent, place } = search
  meet(search, root, -1)
  let branches = 0
  let vertex = root
  while (vertex !== -1) {
    const at = place[vertex] ?? 0
    const above = parent[vertex] ?? -1
    if (at === (links.start[vertex + 1] ?? 0)) {
      if (above !== -1) leave(search, vertex, above, above === root)
      vertex = above
      continue
    }
    place[vertex] = at + 1
    const next = links.to[at] ?? 0
    if (met[next] === 0) {
      if (vertex === root) branches += 1
      meet(search, next, vertex)
      vertex = next
    } else if (next !== above) low[vertex] = Math.min(low[vertex] ?? 0, met[next] ?? 0)
  }
  if (branches > 1) search.isCut[root] = 1
}

/**
 * Articulation points and bridges of undirected links, islands allowed: what raises the number of pieces when it goes.
 *
 * @param links simple, both ways
 * Cost O(n + m), without recursion. Source: Hopcroft and Tarjan 1973. Spec: VN18.
 */
export function cutPointsOf(links: Links): CutPoints {
  const size = links.start.length - 1
  const array = () => new Int32Array(size)
  const search: Search = { links, met: array(), low: array(), parent: array(), place: array(), isCut: new Uint8Array(size), bridges: [], count: 0 }
  for (let root = 0; root < size; root += 1) if (search.met[root] === 0) searchFrom(search, root)
  const vertices = Array.from(search.isCut.keys()).filter((vertex) => search.isCut[vertex] === 1)
  return { vertices, bridges: search.bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) }
}
