import type { Links } from './links.ts'

/** Room to find largest pieces along many orders of one graph. */
export type Pieces = { readonly links: Links; readonly root: Int32Array; readonly size: Int32Array }

/** Cost O(n). */
export function piecesOf(links: Links): Pieces {
  const vertices = links.start.length - 1
  return { links, root: new Int32Array(vertices), size: new Int32Array(vertices) }
}

function rootOf(root: Int32Array, vertex: number): number {
  let at = vertex
  for (let above = root[at] ?? at; above !== at; above = root[at] ?? at) {
    root[at] = root[above] ?? above
    at = root[at] ?? above
  }
  return at
}

/** Joins two pieces; gives the size of the joined one. */
function join({ root, size }: Pieces, a: number, b: number): number {
  const [one, other] = [rootOf(root, a), rootOf(root, b)]
  if (one === other) return size[one] ?? 0
  const [kept, gone] = (size[one] ?? 0) < (size[other] ?? 0) ? [other, one] : [one, other]
  root[gone] = kept
  size[kept] = (size[kept] ?? 0) + (size[gone] ?? 0)
  return size[kept] ?? 0
}

/**
 * How large the largest piece still is after each removal, found from the end: what was removed last comes back first, and pieces only grow.
 *
 * @param order all vertices, in the order in which they go
 * @param largest is filled: at q − 1 the largest piece after q removals, in vertices; the last one is 0
 * @returns the largest piece before any removal
 * Cost O((n + m)·α(n)). Source: Newman and Ziff 2001 (percolation by union-find).
 */
export function largestAlong(pieces: Pieces, order: Int32Array, largest: Int32Array): number {
  const { links, root, size } = pieces
  root.fill(-1)
  let most = 0
  for (let step = order.length - 1; step >= 0; step -= 1) {
    largest[step] = most
    const vertex = order[step] ?? 0
    root[vertex] = vertex
    size[vertex] = 1
    most = Math.max(most, 1)
    const end = links.start[vertex + 1] ?? 0
    for (let place = links.start[vertex] ?? 0; place < end; place += 1) {
      const neighbour = links.to[place] ?? 0
      if (root[neighbour] !== -1) most = Math.max(most, join(pieces, vertex, neighbour))
    }
  }
  return most
}
