import { incoming, linksOf, outgoing } from './adjacency.ts'
import { measureBands, type SeatedBand, type Seating, type Shelf, shelve } from './bands.ts'
import type { Graph } from './graph.ts'

/** Rows that a shelf counts for beside those of its cards: its title and the way above it. */
const shelfOverhead = 0.7
const sweeps = 14
const exchangeLimit = 70
/** rows that a wall in the way of a link counts for */
const wallPenalty = 1.5
const lastBit = 30

type State = { readonly bands: SeatedBand[]; readonly shelves: Shelf[]; readonly rowOf: Int32Array; readonly y: Float64Array; cost: number }

export type OrderInput = {
  readonly graph: Graph
  readonly layer: Int32Array
  /** shelf of each node and row of each card in an earlier drawing, by id */
  readonly previous: { readonly shelfOfGroup: Readonly<Record<string, number>>; readonly rowOfCard: Readonly<Record<string, number>> }
}

/**
 * Seats bands on shelves and cards in rows so that links are short and cross little: sweeps by barycentre from the order of
 * the document, or from an earlier drawing, then exchanges of neighbours; the best seating seen is kept.
 *
 * Cost O(sweeps · (links + cards · log cards)), and for up to 70 bands O(bands · links) for the exchanges.
 * Source: Sugiyama, Tagawa and Toda 1981. Spec: LC6, LC7.
 */
export function seat({ graph, layer, previous }: OrderInput): Seating {
  const links = { out: outgoing(graph.items.length, graph.links), into: incoming(graph.items.length, graph.links) }
  const cards = Map.groupBy(graph.items.keys(), (card) => graph.items[card]?.band ?? 0)
  const shelfBefore = (band: SeatedBand) => previous.shelfOfGroup[graph.bands[band.band]?.nodeId ?? '']
  const start = measureBands(graph, layer)
  const isKnown = start.length > 0 && start.filter((band) => shelfBefore(band) !== undefined).length >= 0.8 * start.length
  const first = isKnown ? withNewcomers(start, shelfBefore) : start

  const closedBy = new Map([...cards].map(([band, members]) => [band, closedChannels(members.map((card) => layer[card] ?? 0))]))
  const between = graph.links.map(({ from, to }) => channelsBetween(layer[from] ?? 0, layer[to] ?? 0))

  function stateOf(bands: readonly SeatedBand[], like: State | null): State {
    const own = bands.map((band) => ({ ...band }))
    const shelves = shelve(own, graph.laneCount)
    const rowOf = new Int32Array(graph.items.length)
    const y = new Float64Array(graph.items.length)
    const tops = topsOf(shelves)
    for (const band of own) seatRows(band, rowOf, like)
    for (const band of own) for (const card of cards.get(band.band) ?? []) y[card] = (tops[band.shelf] ?? 0) + (rowOf[card] ?? 0)
    return { bands: own, shelves, rowOf, y, cost: costOf(y) + wallPenalty * wallsOf(own, shelves.length) }
  }

  /** Rows of a band's cards, column by column: in the order of their neighbours, level with a neighbour in the band where possible. */
  function seatRows(band: SeatedBand, rowOf: Int32Array, like: State | null): void {
    const members = cards.get(band.band) ?? []
    for (let column = band.first; column <= band.last; column += 1) {
      const own = members.filter((card) => layer[card] === column)
      const wish = new Map(own.map((card) => [card, wishedRow(card, like)]))
      own.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a - b)
      let next = 0
      own.forEach((card, at) => {
        const level = levelWith(card, band, rowOf, column)
        const latest = band.rows - (own.length - at)
        const row = Math.max(next, Math.min(level ?? next, latest))
        rowOf[card] = row
        next = row + 1
      })
    }
  }

  function wishedRow(card: number, like: State | null): number {
    if (isKnown) {
      const before = previous.rowOfCard[graph.items[card]?.id ?? '']
      if (before !== undefined) return before
    }
    return like ? (barycentre(card, like.y) ?? like.y[card] ?? card) : card / 1e6
  }

  function levelWith(card: number, band: SeatedBand, rowOf: Int32Array, column: number): number | null {
    for (const index of linksOf(links.into, card)) {
      const from = graph.links[index]?.from ?? -1
      if (graph.items[from]?.band === band.band && (layer[from] ?? 0) < column) return rowOf[from] ?? 0
    }
    return null
  }

  function barycentre(card: number, y: Float64Array): number | null {
    let [sum, count] = [0, 0]
    for (const index of linksOf(links.into, card)) {
      sum += y[graph.links[index]?.from ?? 0] ?? 0
      count += 1
    }
    for (const index of linksOf(links.out, card)) {
      sum += y[graph.links[index]?.to ?? 0] ?? 0
      count += 1
    }
    return count === 0 ? null : sum / count
  }

  function costOf(y: Float64Array): number {
    let cost = 0
    for (const { from, to } of graph.links) {
      const rise = Math.abs((y[from] ?? 0) - (y[to] ?? 0))
      cost += rise + (rise > 0.01 ? 0.8 : 0)
    }
    return cost + (graph.links.length <= 160 ? crossingsOf(y) * 0.5 : 0)
  }

  /** How many shelves stand in the way of links: those on which bands close all channels between supplier and consumer. */
  function wallsOf(bands: readonly SeatedBand[], shelfCount: number): number {
    if (graph.links.length > 700) return 0
    const closed = new Int32Array(shelfCount)
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

  function crossingsOf(y: Float64Array): number {
    let count = 0
    const list = graph.links
    for (let i = 0; i < list.length; i += 1) {
      const a = list[i]
      if (!a) continue
      for (let j = i + 1; j < list.length; j += 1) {
        const b = list[j]
        if (!b || (layer[a.to] ?? 0) <= (layer[b.from] ?? 0) || (layer[b.to] ?? 0) <= (layer[a.from] ?? 0)) continue
        if (((y[a.from] ?? 0) - (y[b.from] ?? 0)) * ((y[a.to] ?? 0) - (y[b.to] ?? 0)) < 0) count += 1
      }
    }
    return count
  }

  function sweep(state: State): State {
    const wish = new Map(
      state.bands.map((band) => {
        const values = (cards.get(band.band) ?? []).map((card) => barycentre(card, state.y)).filter((value) => value !== null)
        return [band.band, values.length === 0 ? Infinity : values.reduce((a, b) => a + b, 0) / values.length]
      }),
    )
    const ordered = [...state.bands].sort((a, b) => compare(wish.get(a.band) ?? 0, wish.get(b.band) ?? 0) || a.shelf - b.shelf || a.band - b.band)
    return stateOf(ordered, state)
  }

  function exchange(from: State): State {
    let best = from
    for (let round = 0; round < 3; round += 1) {
      const before = best.cost
      for (let at = 0; at + 1 < best.bands.length; at += 1) {
        const lane = best.bands[at]?.lane
        const other = best.bands.findIndex((band, index) => index > at && band.lane === lane)
        if (other < 0) continue
        const swapped = best.bands.with(at, best.bands[other] ?? best.bands[at] ?? unreachable()).with(other, best.bands[at] ?? unreachable())
        const next = stateOf(swapped, best)
        if (next.cost < best.cost - 1e-9) best = next
      }
      if (best.cost >= before - 1e-9) break
    }
    return best
  }

  let best = stateOf(first, null)
  if (!isKnown) {
    let state = best
    for (let round = 0; round < sweeps; round += 1) {
      state = sweep(state)
      if (state.cost < best.cost) best = state
    }
    if (start.length <= exchangeLimit) best = exchange(best)
  }
  return { bands: best.bands, rowOf: best.rowOf, shelves: best.shelves }
}

/** Channels that a band closes, as bits: those between two neighbouring columns that it both uses. */
function closedChannels(columns: readonly number[]): number {
  const used = new Set(columns)
  let bits = 0
  for (const column of used) if (column < lastBit && used.has(column - 1)) bits |= 1 << column
  return bits
}

/** Channels through which a link can go without running back, as bits. */
function channelsBetween(from: number, to: number): number {
  let bits = 0
  for (let channel = from + 1; channel <= Math.min(to, lastBit); channel += 1) bits |= 1 << channel
  return bits
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function unreachable(): never {
  throw new Error('an index that was just found is gone')
}

function topsOf(shelves: readonly Shelf[]): number[] {
  let top = 0
  return shelves.map(({ rows }) => {
    const own = top
    top += rows + shelfOverhead
    return own
  })
}

/** The order of an earlier drawing; bands that are new go behind those of their lane. */
function withNewcomers(bands: readonly SeatedBand[], shelfBefore: (band: SeatedBand) => number | undefined): SeatedBand[] {
  return [...bands].sort((a, b) => compare(shelfBefore(a) ?? Infinity, shelfBefore(b) ?? Infinity) || a.first - b.first || a.band - b.band)
}
