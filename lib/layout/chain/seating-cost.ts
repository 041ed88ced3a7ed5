import type { SeatedBand } from './bands.ts'
import type { Graph } from './graph.ts'

/** What the cost of a seating is reckoned from; made once for a graph and its columns. */
export type CostModel = {
  readonly graph: Graph
  readonly layer: Int32Array
  /** channels that each band closes, as bits */
  readonly closedBy: ReadonlyMap<number, number>
  /** channels through which each link can go without running back, as bits */
  readonly between: readonly number[]
}

/** rows that a wall in the way of a link counts for */
const wallPenalty = 1.5
const bendPenalty = 0.8
const crossingPenalty = 0.5
/** above so many links their crossings, and above so many their walls, are no longer counted */
const countCrossingsUpTo = 160
const countWallsUpTo = 700
const lastBit = 30

/** Channels that a band closes: those between two neighbouring columns that it both uses. */
function closedChannels(columns: readonly number[]): number {
  const used = new Set(columns)
  let bits = 0
  for (const column of used) if (column < lastBit && used.has(column - 1)) bits |= 1 << column
  return bits
}

function channelsBetween(from: number, to: number): number {
  let bits = 0
  for (let channel = from + 1; channel <= Math.min(to, lastBit); channel += 1) bits |= 1 << channel
  return bits
}

/** Prepares the cost of seatings. Cost O(cards + links). */
export function costModelOf(graph: Graph, layer: Int32Array, cards: ReadonlyMap<number, readonly number[]>): CostModel {
  const closedBy = new Map([...cards].map(([band, members]) => [band, closedChannels(members.map((card) => layer[card] ?? 0))]))
  return { graph, layer, closedBy, between: graph.links.map(({ from, to }) => channelsBetween(layer[from] ?? 0, layer[to] ?? 0)) }
}

/** How many shelves stand in the way of links: those on which bands close all channels between supplier and consumer. */
function wallsOf({ graph, closedBy, between }: CostModel, bands: readonly SeatedBand[]): number {
  if (graph.links.length > countWallsUpTo) return 0
  const closed = new Int32Array(bands.length + 1)
  const shelfOf = new Int32Array(graph.bands.length)
  for (const { band, shelf } of bands) {
    closed[shelf] = (closed[shelf] ?? 0) | (closedBy.get(band) ?? 0)
    shelfOf[band] = shelf
  }
  let walls = 0
  graph.links.forEach(({ from, to }, index) => {
    const [a, b] = [shelfOf[graph.items[from]?.band ?? 0] ?? 0, shelfOf[graph.items[to]?.band ?? 0] ?? 0]
    const channels = between[index] ?? 0
    for (let shelf = Math.min(a, b) + 1; shelf < Math.max(a, b); shelf += 1) if ((channels & ~(closed[shelf] ?? 0)) === 0) walls += 1
  })
  return walls
}

/** Pairs of links over the same columns that change sides. */
function crossingsOf({ graph, layer }: CostModel, y: Float64Array): number {
  if (graph.links.length > countCrossingsUpTo) return 0
  let count = 0
  graph.links.forEach((a, index) => {
    for (let at = index + 1; at < graph.links.length; at += 1) {
      const b = graph.links[at]
      if (!b || (layer[a.to] ?? 0) <= (layer[b.from] ?? 0) || (layer[b.to] ?? 0) <= (layer[a.from] ?? 0)) continue
      if (((y[a.from] ?? 0) - (y[b.from] ?? 0)) * ((y[a.to] ?? 0) - (y[b.to] ?? 0)) < 0) count += 1
    }
  })
  return count
}

/**
 * The cost of a seating: rows that links climb, bends, crossings and walls.
 *
 * @param y row of each card from the top of the drawing
 * Cost O(links · shelves), and O(links²) for few links.
 */
export function costOf(model: CostModel, bands: readonly SeatedBand[], y: Float64Array): number {
  const climbs = model.graph.links.reduce((sum, { from, to }) => {
    const rise = Math.abs((y[from] ?? 0) - (y[to] ?? 0))
    return sum + rise + (rise > 0.01 ? bendPenalty : 0)
  }, 0)
  return climbs + crossingPenalty * crossingsOf(model, y) + wallPenalty * wallsOf(model, bands)
}
