import { type Adjacency, incoming, linksOf, outgoing } from './adjacency.ts'
import { measureBands, type SeatedBand, type Seating, type Shelf, shelve } from './bands.ts'
import type { Graph } from './graph.ts'
import { type CostModel, costModelOf, costOf } from './seating-cost.ts'

/** Rows that a shelf counts for beside those of its cards: its title and the way above it. */
const shelfOverhead = 0.7
const sweeps = 14
const exchangeRounds = 3
/** above so many bands no neighbours are exchanged */
const exchangeUpTo = 70
/** so much of a drawing must be known for it to be kept */
const knownShare = 0.8

type State = { readonly bands: SeatedBand[]; readonly shelves: Shelf[]; readonly rowOf: Int32Array; readonly y: Float64Array; readonly cost: number }

export type OrderInput = {
  readonly graph: Graph
  readonly layer: Int32Array
  /** shelf of each node and row of each card in an earlier drawing, by id */
  readonly previous: { readonly shelfOfGroup: Readonly<Record<string, number>>; readonly rowOfCard: Readonly<Record<string, number>> }
}

/** All that seating looks at. */
type Plan = OrderInput & {
  readonly out: Adjacency
  readonly into: Adjacency
  readonly cards: ReadonlyMap<number, readonly number[]>
  readonly model: CostModel
  readonly isKnown: boolean
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function shelfBefore({ graph, previous }: OrderInput, { band }: SeatedBand): number | undefined {
  return previous.shelfOfGroup[graph.bands[band]?.nodeId ?? '']
}

/** Mean row of the cards that a card is tied to; null where there is none. */
function barycentre({ graph, out, into }: Plan, card: number, y: Float64Array): number | null {
  const [needs, gives] = [linksOf(into, card), linksOf(out, card)]
  let sum = 0
  for (const index of needs) sum += y[graph.links[index]?.from ?? 0] ?? 0
  for (const index of gives) sum += y[graph.links[index]?.to ?? 0] ?? 0
  const count = needs.length + gives.length
  return count === 0 ? null : sum / count
}

/** What decides the order of cards in a column: the row before, else that of their neighbours, else the order of the document. */
function wishedRow(plan: Plan, card: number, like: State | null): number {
  const before = plan.isKnown ? plan.previous.rowOfCard[plan.graph.items[card]?.id ?? ''] : undefined
  if (before !== undefined) return before
  return like ? (barycentre(plan, card, like.y) ?? like.y[card] ?? card) : card / 1e6
}

/** The row of a supplier further left in the same band; null where there is none. */
function levelWith({ graph, layer, into }: Plan, card: number, rowOf: Int32Array): number | null {
  for (const index of linksOf(into, card)) {
    const from = graph.links[index]?.from ?? -1
    if (graph.items[from]?.band === graph.items[card]?.band && (layer[from] ?? 0) < (layer[card] ?? 0)) return rowOf[from] ?? 0
  }
  return null
}

/** Rows of a band's cards, column by column: in the order of their wishes, level with a supplier in the band where possible. */
function seatRows(plan: Plan, band: SeatedBand, rowOf: Int32Array, like: State | null): void {
  const members = plan.cards.get(band.band) ?? []
  for (let column = band.first; column <= band.last; column += 1) {
    const own = members.filter((card) => plan.layer[card] === column)
    const wish = new Map(own.map((card) => [card, wishedRow(plan, card, like)]))
    own.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a - b)
    let next = 0
    own.forEach((card, at) => {
      const latest = band.rows - (own.length - at)
      const row = Math.max(next, Math.min(levelWith(plan, card, rowOf) ?? next, latest))
      rowOf[card] = row
      next = row + 1
    })
  }
}

function topsOf(shelves: readonly Shelf[]): number[] {
  let top = 0
  return shelves.map(({ rows }) => {
    const own = top
    top += rows + shelfOverhead
    return own
  })
}

/** Seats bands in an order; cards look at the rows of the state before. */
function stateOf(plan: Plan, bands: readonly SeatedBand[], like: State | null): State {
  const count = plan.graph.items.length
  const own = bands.map((band) => ({ ...band }))
  const shelves = shelve(own, plan.graph.laneCount)
  const [rowOf, y, tops] = [new Int32Array(count), new Float64Array(count), topsOf(shelves)]
  for (const band of own) seatRows(plan, band, rowOf, like)
  for (const band of own) for (const card of plan.cards.get(band.band) ?? []) y[card] = (tops[band.shelf] ?? 0) + (rowOf[card] ?? 0)
  return { bands: own, shelves, rowOf, y, cost: costOf(plan.model, own, y) }
}

/** Orders bands by the mean row of what they are tied to. */
function sweep(plan: Plan, state: State): State {
  const wish = new Map(
    state.bands.map(({ band }) => {
      const values = (plan.cards.get(band) ?? []).map((card) => barycentre(plan, card, state.y)).filter((value) => value !== null)
      return [band, values.length === 0 ? Infinity : values.reduce((a, b) => a + b, 0) / values.length]
    }),
  )
  const ordered = [...state.bands].sort((a, b) => compare(wish.get(a.band) ?? 0, wish.get(b.band) ?? 0) || a.shelf - b.shelf || a.band - b.band)
  return stateOf(plan, ordered, state)
}

/** Exchanges neighbouring bands of a lane as long as that makes the seating better. */
function exchange(plan: Plan, from: State): State {
  let best = from
  for (let round = 0; round < exchangeRounds; round += 1) {
    const before = best.cost
    for (let at = 0; at + 1 < best.bands.length; at += 1) {
      const here = best.bands[at]
      const other = best.bands.findIndex((band, index) => index > at && band.lane === here?.lane)
      const there = best.bands[other]
      if (!here || !there) continue
      const next = stateOf(plan, best.bands.with(at, there).with(other, here), best)
      if (next.cost < best.cost - 1e-9) best = next
    }
    if (best.cost >= before - 1e-9) break
  }
  return best
}

function improve(plan: Plan, first: State): State {
  let [best, state] = [first, first]
  for (let round = 0; round < sweeps; round += 1) {
    state = sweep(plan, state)
    if (state.cost < best.cost) best = state
  }
  return first.bands.length <= exchangeUpTo ? exchange(plan, best) : best
}

/** The order of an earlier drawing; bands that are new go behind those of their lane. */
function asBefore(input: OrderInput, bands: readonly SeatedBand[]): SeatedBand[] {
  const shelf = (band: SeatedBand) => shelfBefore(input, band) ?? Infinity
  return [...bands].sort((a, b) => compare(shelf(a), shelf(b)) || a.first - b.first || a.band - b.band)
}

/**
 * Seats bands on shelves and cards in rows so that links are short and cross little: sweeps by barycentre from the order of
 * the document, then exchanges of neighbours, and the best seating seen is kept; or, where an earlier drawing is known, its order.
 *
 * Cost O(sweeps · (links + cards · log cards)), and for up to 70 bands O(bands · links) for the exchanges.
 * Source: Sugiyama, Tagawa and Toda 1981. Spec: LC3, LC8, LC13.
 */
export function seat(input: OrderInput): Seating {
  const { graph, layer } = input
  const cards = Map.groupBy(graph.items.keys(), (card) => graph.items[card]?.band ?? 0)
  const bands = measureBands(graph, layer)
  const isKnown = bands.length > 0 && bands.filter((band) => shelfBefore(input, band) !== undefined).length >= knownShare * bands.length
  const ends = { out: outgoing(graph.items.length, graph.links), into: incoming(graph.items.length, graph.links) }
  const plan: Plan = { ...input, ...ends, cards, model: costModelOf(graph, layer, cards), isKnown }
  const first = stateOf(plan, isKnown ? asBefore(input, bands) : bands, null)
  return isKnown ? first : improve(plan, first)
}
