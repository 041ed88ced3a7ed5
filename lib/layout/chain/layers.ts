import { incoming, linksOf, outgoing } from './adjacency.ts'
import type { Graph } from './graph.ts'
import { settleLoose } from './settle.ts'

/** Cards so that each comes after all its suppliers; links that run backwards are left out. Cost O(cards + links). */
function supplierFirst(graph: Graph, isBack: Uint8Array): Int32Array {
  const { items, links } = graph
  const out = outgoing(items.length, links)
  const waiting = new Int32Array(items.length)
  links.forEach(({ to }, index) => {
    if (!isBack[index]) waiting[to] = (waiting[to] ?? 0) + 1
  })
  const order = new Int32Array(items.length)
  let size = 0
  for (let card = 0; card < items.length; card += 1) if (waiting[card] === 0) order[size++] = card
  for (let at = 0; at < size; at += 1) {
    for (const index of linksOf(out, order[at] ?? 0)) {
      const to = links[index]?.to ?? 0
      if (isBack[index]) continue
      waiting[to] = (waiting[to] ?? 0) - 1
      if (waiting[to] === 0) order[size++] = to
    }
  }
  return order
}

type Room = { readonly low: number; readonly high: number }

const columnPixels = 245
const rowPixels = 86
const bandPixels = 52
/** height by width of a drawing that fits a screen */
const wantedRatio = 0.62
const mostColumns = 10

/**
 * How many cards of a band may stand in one column before the next column is used: so that the drawing comes nearest to
 * the shape of a screen.
 */
function columnLimit(graph: Graph, layer: Int32Array): number {
  const longest = layer.reduce((a, b) => Math.max(a, b), 0) + 1
  const fullest = new Map<number, Map<number, number>>()
  graph.items.forEach(({ band, kind }, card) => {
    if (kind === 'fold') return
    const columns = fullest.get(band) ?? new Map<number, number>()
    columns.set(layer[card] ?? 0, (columns.get(layer[card] ?? 0) ?? 0) + 1)
    fullest.set(band, columns)
  })
  const crowds = [...fullest.values()].map((columns) => Math.max(...columns.values()))
  const score = (limit: number) => {
    const columns = Math.min(
      mostColumns,
      crowds.reduce((most, crowd) => Math.max(most, longest - 1 + Math.ceil(crowd / limit)), longest),
    )
    const height = crowds.reduce(
      (sum, crowd) => sum + bandPixels + rowPixels * Math.min(crowd, Math.max(limit, Math.ceil(crowd / (mostColumns - 1)))),
      0,
    )
    return Math.abs(Math.log(height / (columns * columnPixels) / wantedRatio))
  }
  const most = Math.max(1, ...crowds)
  return Array.from({ length: most }, (_, index) => index + 1).reduce((best, limit) => (score(limit) < score(best) - 0.02 ? limit : best), 1)
}

/**
 * The column of each card: right of all its suppliers (longest path), suppliers pulled right up to their first consumer, and
 * bands with many cards in one column spread over the next columns where nothing speaks against it.
 *
 * @param previous columns of an earlier drawing by card id: a card does not move left of its column
 * @returns column per card, from 0 without empty ones
 * Cost O(cards + links) per sweep, few sweeps. Spec: LC1, LC2.
 */
export function layersOf(graph: Graph, isBack: Uint8Array, previous: Readonly<Record<string, number>>): Int32Array {
  const { items, links } = graph
  const order = supplierFirst(graph, isBack)
  const [out, into] = [outgoing(items.length, links), incoming(items.length, links)]
  const layer = new Int32Array(items.length)
  for (const card of order) layer[card] = Math.max(previous[items[card]?.id ?? ''] ?? 0, lowest(card))
  function lowest(card: number): number {
    let low = 0
    for (const index of linksOf(into, card)) if (!isBack[index]) low = Math.max(low, (layer[links[index]?.from ?? 0] ?? 0) + 1)
    return low
  }
  function roomOf(card: number): Room {
    let high = Number.MAX_SAFE_INTEGER
    for (const index of linksOf(out, card)) if (!isBack[index]) high = Math.min(high, (layer[links[index]?.to ?? 0] ?? 0) - 1)
    return { low: lowest(card), high }
  }
  function pull(): void {
    for (let at = order.length - 1; at >= 0; at -= 1) {
      const card = order[at] ?? 0
      const { high } = roomOf(card)
      const [gives, needs] = [linksOf(out, card).length, linksOf(into, card).length]
      if (previous[items[card]?.id ?? ''] === undefined && gives > needs && high < Number.MAX_SAFE_INTEGER)
        layer[card] = Math.max(layer[card] ?? 0, high)
    }
  }
  pull()
  spreadBands(graph, layer, order, roomOf, previous)
  const tied = Uint8Array.from(items, (_, card) => (linksOf(out, card).length + linksOf(into, card).length > 0 ? 1 : 0))
  settleLoose(graph, layer, tied, previous)
  return withoutGaps(layer)
}

function spreadBands(
  graph: Graph,
  layer: Int32Array,
  order: Int32Array,
  roomOf: (card: number) => Room,
  previous: Readonly<Record<string, number>>,
): void {
  const limit = columnLimit(graph, layer)
  const last = Math.max(
    mostColumns - 1,
    layer.reduce((a, b) => Math.max(a, b), 0),
  )
  const used = new Map<string, number>()
  const sizes = Map.groupBy(graph.items, ({ band }) => band)
  for (const card of order) {
    const item = graph.items[card]
    if (!item || item.kind === 'fold') continue
    const { high } = roomOf(card)
    let column = layer[card] ?? 0
    const isKept = previous[item.id] !== undefined
    const even = Math.max(limit, Math.ceil((sizes.get(item.band)?.length ?? 0) / last))
    while (!isKept && (used.get(`${item.band}:${column}`) ?? 0) >= even && column < Math.min(high, last)) column += 1
    layer[card] = column
    used.set(`${item.band}:${column}`, (used.get(`${item.band}:${column}`) ?? 0) + 1)
  }
}

function withoutGaps(layer: Int32Array): Int32Array {
  const used = [...new Set(layer)].sort((a, b) => a - b)
  const rank = new Map(used.map((value, index) => [value, index]))
  return layer.map((value) => rank.get(value) ?? 0)
}
