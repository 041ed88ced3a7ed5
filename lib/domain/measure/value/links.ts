/** The neighbours of every vertex in one direction, each once, in ascending order: those of vertex v are `to[start[v] … start[v+1]−1]`. */
export type Links = {
  readonly start: Int32Array
  readonly to: Int32Array
  /** how many parallel exchanges a link stands for */
  readonly weight: Float64Array
}

/** The keys from·n + to of all arcs, sorted; both ways where undirected. Exact below 2^53, so for up to 90 million vertices. */
function sortedKeys({ vertices, from, to }: Arcs, isUndirected: boolean): Float64Array {
  const arcs = from.length
  const keys = new Float64Array(isUndirected ? 2 * arcs : arcs)
  for (let arc = 0; arc < arcs; arc += 1) {
    const [giver, receiver] = [from[arc] ?? 0, to[arc] ?? 0]
    keys[arc] = giver * vertices + receiver
    if (isUndirected) keys[arcs + arc] = receiver * vertices + giver
  }
  return keys.sort()
}

type Arcs = { readonly vertices: number; readonly from: Int32Array; readonly to: Int32Array }

function distinct(keys: Float64Array): number {
  let count = 0
  for (let at = 0; at < keys.length; at += 1) if (at === 0 || keys[at] !== keys[at - 1]) count += 1
  return count
}

/**
 * The links between vertices as compact rows (CSR). Parallel arcs make one link, whose weight counts them.
 *
 * @param arcs ends of each arc as vertices; no arc joins a vertex with itself
 * @param isUndirected whether each arc is a link in both directions
 * Cost O(m log m).
 */
export function linksOf(arcs: Arcs, isUndirected: boolean): Links {
  const { vertices } = arcs
  const keys = sortedKeys(arcs, isUndirected)
  const count = distinct(keys)
  const links: Links = { start: new Int32Array(vertices + 1), to: new Int32Array(count), weight: new Float64Array(count) }
  let place = -1
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0
    if (at === 0 || key !== keys[at - 1]) {
      place += 1
      const origin = Math.floor(key / vertices)
      links.to[place] = key - origin * vertices
      links.start[origin + 1] = place + 1
    }
    links.weight[place] = (links.weight[place] ?? 0) + 1
  }
  for (let vertex = 0; vertex < vertices; vertex += 1) links.start[vertex + 1] = Math.max(links.start[vertex + 1] ?? 0, links.start[vertex] ?? 0)
  return links
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
