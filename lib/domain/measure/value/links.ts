/** The neighbours of every vertex in one direction, each once, in ascending order: those of vertex v are `to[start[v] … start[v+1]−1]`. */
export type Links = {
  readonly start: Int32Array
  readonly to: Int32Array
  /** how many parallel exchanges a link stands for */
  readonly weight: Float64Array
}

type Arcs = { readonly vertices: number; readonly from: Int32Array; readonly to: Int32Array }

/** The arcs, and each the other way round as well. */
function bothWays({ vertices, from, to }: Arcs): Arcs {
  const [givers, receivers] = [new Int32Array(2 * from.length), new Int32Array(2 * from.length)]
  givers.set(from)
  givers.set(to, from.length)
  receivers.set(to)
  receivers.set(from, from.length)
  return { vertices, from: givers, to: receivers }
}

/** An order of arcs sorted by one of their ends; arcs with the same end keep their order (counting sort). */
function sortedBy(ends: Int32Array, order: Int32Array, vertices: number): Int32Array {
  const free = new Int32Array(vertices + 1)
  for (const end of ends) free[end + 1] = (free[end + 1] ?? 0) + 1
  for (let vertex = 0; vertex < vertices; vertex += 1) free[vertex + 1] = (free[vertex + 1] ?? 0) + (free[vertex] ?? 0)
  const sorted = new Int32Array(order.length)
  for (const arc of order) {
    const end = ends[arc] ?? 0
    sorted[free[end] ?? 0] = arc
    free[end] = (free[end] ?? 0) + 1
  }
  return sorted
}

/** Rows from arcs that are sorted by giver and then by receiver. */
function rowsOf({ vertices, from, to }: Arcs, sorted: Int32Array): Links {
  const [start, ends, weight] = [new Int32Array(vertices + 1), new Int32Array(sorted.length), new Float64Array(sorted.length)]
  let [count, giver, receiver] = [0, -1, -1]
  for (const arc of sorted) {
    if (from[arc] !== giver || to[arc] !== receiver) {
      giver = from[arc] ?? 0
      receiver = to[arc] ?? 0
      ends[count] = receiver
      count += 1
      start[giver + 1] = count
    }
    weight[count - 1] = (weight[count - 1] ?? 0) + 1
  }
  for (let vertex = 0; vertex < vertices; vertex += 1) start[vertex + 1] = Math.max(start[vertex + 1] ?? 0, start[vertex] ?? 0)
  return { start, to: ends.slice(0, count), weight: weight.slice(0, count) }
}

/**
 * The links between vertices as compact rows (CSR). Parallel arcs make one link, whose weight counts them.
 *
 * @param given ends of each arc as vertices; no arc joins a vertex with itself
 * @param isUndirected whether each arc is a link in both directions
 * Cost O(n + m).
 */
export function linksOf(given: Arcs, isUndirected: boolean): Links {
  const arcs = isUndirected ? bothWays(given) : given
  const order = Int32Array.from({ length: arcs.from.length }, (_, arc) => arc)
  const sorted = sortedBy(arcs.from, sortedBy(arcs.to, order, arcs.vertices), arcs.vertices)
  return rowsOf(arcs, sorted)
}

/** How many links a vertex has. Cost O(1). */
export function degreeOf({ start }: Links, vertex: number): number {
  return (start[vertex + 1] ?? 0) - (start[vertex] ?? 0)
}

/** Calls `visit` with each neighbour of a vertex and the weight of the link. Cost O(links of the vertex). */
export function eachLink({ start, to, weight }: Links, vertex: number, visit: (neighbour: number, weight: number) => void): void {
  const end = start[vertex + 1] ?? 0
  for (let place = start[vertex] ?? 0; place < end; place += 1) visit(to[place] ?? 0, weight[place] ?? 0)
}
