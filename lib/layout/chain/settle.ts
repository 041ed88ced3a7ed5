import type { Graph } from './graph.ts'

const looseColumns = 3

type Span = { first: number; last: number; readonly used: Map<number, number> }

function spansOf(graph: Graph, layer: Int32Array, tied: Uint8Array): Map<number, Span> {
  const spans = new Map<number, Span>()
  graph.items.forEach(({ band }, card) => {
    if (!tied[card]) return
    const column = layer[card] ?? 0
    const span = spans.get(band) ?? { first: column, last: column, used: new Map() }
    span.first = Math.min(span.first, column)
    span.last = Math.max(span.last, column)
    span.used.set(column, (span.used.get(column) ?? 0) + 1)
    spans.set(band, span)
  })
  return spans
}

/** The column for a loose card beside those of its band: where it adds no row, as near to the others as possible. */
function columnIn(span: Span, lastColumn: number): number {
  const rows = Math.max(1, ...span.used.values())
  const inside = [...span.used].filter(([, count]) => count < rows).sort(([a], [b]) => a - b)[0]
  if (inside) return inside[0]
  const width = span.last - span.first + 1
  if (width < looseColumns && span.last < lastColumn) return span.last + 1
  if (width < looseColumns && span.first > 0) return span.first - 1
  return [...span.used].sort(([a, m], [b, n]) => m - n || a - b)[0]?.[0] ?? span.first
}

/**
 * Gives cards that nothing is tied to a column near the other cards of their band, and bands that are folded whole columns
 * next to each other. Changes `layer` in place.
 *
 * @param tied 1 for each card that has a link
 * Cost O(cards · columns).
 */
export function settleLoose(graph: Graph, layer: Int32Array, tied: Uint8Array, previous: Readonly<Record<string, number>>): void {
  const spans = spansOf(graph, layer, tied)
  const lastColumn = Math.max(
    looseColumns,
    layer.reduce((most, column, card) => (tied[card] ? Math.max(most, column) : most), 0),
  )
  const foldsInLane = new Map<number, number>()
  graph.items.forEach((item, card) => {
    if (tied[card]) return
    if (item.kind === 'fold') {
      const lane = graph.bands[item.band]?.lane ?? 0
      const rank = foldsInLane.get(lane) ?? 0
      foldsInLane.set(lane, rank + 1)
      layer[card] = previous[item.id] ?? rank % (lastColumn + 1)
      return
    }
    const span = spans.get(item.band) ?? { first: 0, last: 0, used: new Map<number, number>() }
    const column = previous[item.id] ?? (span.used.size === 0 ? 0 : columnIn(span, lastColumn))
    layer[card] = column
    span.first = Math.min(span.first, column)
    span.last = Math.max(span.last, column)
    span.used.set(column, (span.used.get(column) ?? 0) + 1)
    spans.set(item.band, span)
  })
}
