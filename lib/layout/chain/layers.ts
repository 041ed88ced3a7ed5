import { incoming, linksOf, outgoing } from './adjacency.ts'
import type { Graph } from './graph.ts'

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

/** How many columns a drawing should have at least, so that it is wider than high. */
function wantedColumns(cards: number): number {
  return Math.max(1, Math.round(Math.sqrt(cards * 0.62)))
}

/** No band has more cards than this in one column where they can go to the next one. */
function columnLimit(cards: number): number {
  return Math.max(3, Math.ceil(cards / wantedColumns(cards) / 2.2))
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
      if (previous[items[card]?.id ?? ''] === undefined && gives > needs && high < Number.MAX_SAFE_INTEGER) layer[card] = Math.max(layer[card] ?? 0, high)
    }
  }
  pull()
  spreadBands(graph, layer, order, roomOf, previous)
  return withoutGaps(layer)
}

function spreadBands(graph: Graph, layer: Int32Array, order: Int32Array, roomOf: (card: number) => Room, previous: Readonly<Record<string, number>>): void {
  const cards = graph.items.length
  const limit = columnLimit(cards)
  const last = Math.max(wantedColumns(cards) - 1, layer.reduce((a, b) => Math.max(a, b), 0))
  const used = new Map<string, number>()
  for (const card of order) {
    const item = graph.items[card]
    if (!item) continue
    const { high } = roomOf(card)
    let column = layer[card] ?? 0
    const isKept = previous[item.id] !== undefined
    while (!isKept && (used.get(`${item.band}:${column}`) ?? 0) >= limit && column < Math.min(high, last)) column += 1
    layer[card] = column
    used.set(`${item.band}:${column}`, (used.get(`${item.band}:${column}`) ?? 0) + 1)
  }
}

function withoutGaps(layer: Int32Array): Int32Array {
  const used = [...new Set(layer)].sort((a, b) => a - b)
  const rank = new Map(used.map((value, index) => [value, index]))
  return layer.map((value) => rank.get(value) ?? 0)
}
