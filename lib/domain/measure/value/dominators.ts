import type { Links } from './links.ts'

/** What one search from a source needs; made once and used for every source. */
export type DominatorSearch = {
  readonly gives: Links
  readonly receives: Links
  /** reached vertices, each after all that dominate it; the source first */
  readonly order: Int32Array
  /** the place of a vertex in `order`; −1 where it is not reached */
  readonly placeOf: Int32Array
  /** by place: the place of the nearest vertex through which every way from the source goes */
  readonly dominator: Int32Array
  readonly stack: Int32Array
  readonly next: Int32Array
}

/** Room for searches in a graph. Cost O(n). */
export function dominatorSearch(gives: Links, receives: Links): DominatorSearch {
  const array = () => new Int32Array(gives.start.length - 1)
  return { gives, receives, order: array(), placeOf: array(), dominator: array(), stack: array(), next: array() }
}

/** Depth first from the source; gives how many were reached, and leaves them in `order` from the last one finished to the first. */
function reversePostorder({ gives, order, placeOf, stack, next }: DominatorSearch, source: number): number {
  placeOf.fill(-1)
  let [depth, free] = [0, order.length]
  stack[0] = source
  placeOf[source] = 0
  next[source] = gives.start[source] ?? 0
  while (depth >= 0) {
    const vertex = stack[depth] ?? 0
    const place = next[vertex] ?? 0
    if (place < (gives.start[vertex + 1] ?? 0)) {
      next[vertex] = place + 1
      const neighbour = gives.to[place] ?? 0
      if (placeOf[neighbour] !== -1) continue
      placeOf[neighbour] = 0
      next[neighbour] = gives.start[neighbour] ?? 0
      depth += 1
      stack[depth] = neighbour
    } else {
      free -= 1
      order[free] = vertex
      depth -= 1
    }
  }
  const reached = order.length - free
  order.copyWithin(0, free)
  for (let place = 0; place < reached; place += 1) placeOf[order[place] ?? 0] = place
  return reached
}

/** The nearest place that dominates both. */
function meeting(dominator: Int32Array, one: number, other: number): number {
  let [a, b] = [one, other]
  while (a !== b)
    if (a > b) a = dominator[a] ?? 0
    else b = dominator[b] ?? 0
  return a
}

/** One round over all reached vertices; says whether a dominator has moved. */
function improve({ receives, order, placeOf, dominator }: DominatorSearch, reached: number): boolean {
  let hasMoved = false
  for (let place = 1; place < reached; place += 1) {
    const vertex = order[place] ?? 0
    let nearest = -1
    const end = receives.start[vertex + 1] ?? 0
    for (let at = receives.start[vertex] ?? 0; at < end; at += 1) {
      const giver = placeOf[receives.to[at] ?? 0] ?? -1
      if (giver === -1 || dominator[giver] === -1) continue
      nearest = nearest === -1 ? giver : meeting(dominator, giver, nearest)
      if (nearest === 0) break
    }
    if (dominator[place] === nearest) continue
    dominator[place] = nearest
    hasMoved = true
  }
  return hasMoved
}

/**
 * The dominators of all vertices that a source reaches: a vertex dominates another where every way from the source goes through it.
 *
 * @returns how many are reached, the source included; `order` and `dominator` hold the tree by places
 * Cost O(m) a round; two or three rounds but for graphs that are deep and full of rings. Source: Cooper, Harvey and Kennedy 2001.
 */
export function findDominators(search: DominatorSearch, source: number): number {
  const reached = reversePostorder(search, source)
  search.dominator.fill(-1)
  search.dominator[0] = 0
  while (improve(search, reached));
  return reached
}
