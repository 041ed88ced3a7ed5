import type { Links } from './links.ts'

/** How far vertices are from each other, counted in links, over ordered pairs of two different vertices. */
export type Distances = {
  /** pairs of which the second can be reached from the first */
  readonly reachable: number
  /** n(n−1): pairs at all */
  readonly pairs: number
  /** distances of the reachable pairs, added up */
  readonly total: number
  /** the longest of them; 0 where no pair is reachable */
  readonly longest: number
  /** by vertex: how many others it reaches, and how many reach it */
  readonly reaches: Int32Array
  readonly reachedBy: Int32Array
}

type Sweep = { -readonly [K in keyof Distances]: Distances[K] }

/** How many bits of a 32-bit word are set. Source: Warren, Hacker's Delight, 5-1. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Hands the wave of each vertex on to its neighbours. */
function spread({ start, to }: Links, wave: Int32Array, next: Int32Array): void {
  for (let vertex = 0; vertex < wave.length; vertex += 1) {
    const bits = wave[vertex] ?? 0
    if (bits === 0) continue
    const end = start[vertex + 1] ?? 0
    for (let place = start[vertex] ?? 0; place < end; place += 1) {
      const neighbour = to[place] ?? 0
      next[neighbour] = (next[neighbour] ?? 0) | bits
    }
  }
}

/** Keeps what is new of the wave; false where nothing is. */
function arrive(sweep: Sweep, { seen, wave, next }: Batch, distance: number): boolean {
  let count = 0
  for (let vertex = 0; vertex < seen.length; vertex += 1) {
    const fresh = (next[vertex] ?? 0) & ~(seen[vertex] ?? 0)
    wave[vertex] = fresh
    next[vertex] = 0
    if (fresh === 0) continue
    seen[vertex] = (seen[vertex] ?? 0) | fresh
    const arrived = bitsIn(fresh)
    count += arrived
    sweep.reachedBy[vertex] = (sweep.reachedBy[vertex] ?? 0) + arrived
  }
  sweep.reachable += count
  sweep.total += count * distance
  if (count > 0) sweep.longest = Math.max(sweep.longest, distance)
  return count > 0
}

type Batch = { readonly seen: Int32Array; readonly wave: Int32Array; readonly next: Int32Array }

/** Counts for each source of a batch what has seen it, without itself. */
function countReached({ reaches }: Sweep, { seen }: Batch, first: number, sources: number): void {
  for (const bits of seen)
    for (let source = 0; source < sources; source += 1) reaches[first + source] = (reaches[first + source] ?? 0) + ((bits >>> source) & 1)
  for (let source = 0; source < sources; source += 1) reaches[first + source] = (reaches[first + source] ?? 0) - 1
}

/**
 * Distances between all pairs, breadth first from 32 sources at a time: bit s of a vertex's word says that source s has arrived.
 *
 * Cost O(n/32 · longest · (n + m)). Source: Then et al. 2014 (multi-source breadth-first search). Spec: VN12-VN13.
 */
export function distancesOf(links: Links): Distances {
  const size = links.start.length - 1
  const sweep: Sweep = {
    reachable: 0,
    pairs: size * (size - 1),
    total: 0,
    longest: 0,
    reaches: new Int32Array(size),
    reachedBy: new Int32Array(size),
  }
  const batch: Batch = { seen: new Int32Array(size), wave: new Int32Array(size), next: new Int32Array(size) }
  for (let first = 0; first < size; first += 32) {
    const sources = Math.min(32, size - first)
    for (const words of [batch.seen, batch.wave]) {
      words.fill(0)
      for (let source = 0; source < sources; source += 1) words[first + source] = 1 << source
    }
    let distance = 0
    do {
      distance += 1
      spread(links, batch.wave, batch.next)
    } while (arrive(sweep, batch, distance))
    countReached(sweep, batch, first, sources)
  }
  return sweep
}

/**
 * The mean distance between nodes: how many hands something passes through.
 *
 * @returns null where some pair is unreachable, or there are fewer than two nodes; `meanReachableDistance` is over the others
 * Cost O(1). Source: Allee 2008 (agility). Spec: VN12.
 */
export function meanDistance({ reachable, pairs, total }: Distances): number | null {
  return reachable < pairs || pairs === 0 ? null : total / pairs
}

/** The mean distance over reachable pairs only; null where there is none. Cost O(1). Spec: VN13. */
export function meanReachableDistance({ reachable, total }: Distances): number | null {
  return reachable === 0 ? null : total / reachable
}

/** The longest distance; null where some pair is unreachable, or there are fewer than two nodes. Cost O(1). Spec: VN12. */
export function diameter({ reachable, pairs, longest }: Distances): number | null {
  return reachable < pairs || pairs === 0 ? null : longest
}
