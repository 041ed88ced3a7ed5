import type { Box, Point } from '../geometry.ts'
import { centreOf, distance, grow, overlap } from '../geometry.ts'
import { type MapExchangeInput, type MapInput, type MapNeedInput, needStyles } from '../input.ts'
import type { MapExchange, MapNeed } from '../scene.ts'
import { type Candidate, type Curve, curvesFor } from './curve.ts'
import { pillAt, placeLabel, pointAt, type Surroundings } from './label.ts'
import { crossings, extentOf, type Obstacles } from './obstacles.ts'

/** Above this number of nodes only the strongest edges are drawn. */
export const readableNodes = 24
/** How many are drawn then. */
export const strongestExchanges = 30
export const worstNeeds = 15
const unratedWidth = 1.5

/** Strength of an exchange: what the receiver says, else the giver; unrated ones come after rated ones. */
function strengthOf(exchange: MapExchangeInput): number {
  return exchange.valueByReceiver ?? (exchange.valueBySender === null ? -3 : exchange.valueBySender - 0.5)
}

function widthOf({ valueByReceiver }: MapExchangeInput): number {
  return valueByReceiver === null ? unratedWidth : 1.2 + (Math.max(0, valueByReceiver) / 5) * 1.6
}

type Choice<T> = { readonly limit: number; readonly weight: (edge: T) => number; readonly isChanged: (edge: T) => boolean }

/** Up to a limit the strongest; and what changed, in any case. */
function strongest<T>(edges: readonly T[], { limit, weight, isChanged }: Choice<T>): T[] {
  if (edges.length <= limit) return [...edges]
  const ranked = edges.map((edge, index) => ({ edge, index, weight: weight(edge) })).sort((a, b) => b.weight - a.weight || a.index - b.index)
  const kept = new Set([...ranked.slice(0, limit).map(({ edge }) => edge), ...edges.filter(isChanged)])
  return edges.filter((edge) => kept.has(edge))
}

/** The exchanges and needs that are drawn: between two different nodes of the map, and above 24 nodes the strongest. Cost O(n log n). */
export function chooseEdges(input: MapInput): { exchanges: MapExchangeInput[]; needs: MapNeedInput[] } {
  const { options = {}, changes = {} } = input
  const known = new Set(input.nodes.map(({ id }) => id))
  const isMany = input.nodes.length > readableNodes && !options.allExchanges
  const exchanges =
    options.showExchanges === false ? [] : input.exchanges.filter(({ fromId, toId }) => fromId !== toId && known.has(fromId) && known.has(toId))
  const needs =
    options.showNeeds === false
      ? []
      : input.needs.filter(({ supplierId, consumerId }) => supplierId !== consumerId && known.has(supplierId) && known.has(consumerId))
  const urgency = (need: MapNeedInput) => (needStyles.length - needStyles.indexOf(need.worst)) * 1_000 + need.count
  return {
    exchanges: strongest(exchanges, {
      limit: isMany ? strongestExchanges : Infinity,
      weight: strengthOf,
      isChanged: ({ id }) => changes[`exchange:${id}`] !== undefined,
    }),
    needs: strongest(needs, {
      limit: isMany ? worstNeeds : Infinity,
      weight: urgency,
      isChanged: ({ dependencyIds = [] }) => dependencyIds.some((id) => changes[`dependency:${id}`] !== undefined),
    }),
  }
}

type Line = { readonly curve: Curve; readonly extent: Box }

type Pair = { readonly fromId: string; readonly toId: string }

/** Short lines choose first: they have the fewest ways. */
function shortestFirst(pairs: readonly Pair[], boxOf: ReadonlyMap<string, Box>): number[] {
  const lengths = pairs.map(({ fromId, toId }) => {
    const [from, to] = [boxOf.get(fromId), boxOf.get(toId)]
    return from && to ? distance(centreOf(from), centreOf(to)) : 0
  })
  return pairs.map((_, index) => index).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b)
}

/** Draws lines one after the other; each takes, of its possible ways, the one with the fewest crossings and the gentlest bow. */
export function drawLines(pairs: readonly Pair[], boxOf: ReadonlyMap<string, Box>, obstacles: Obstacles): (Curve | null)[] {
  const drawn: Line[] = []
  const ranks = new Map<string, number>()
  const directions = new Set(pairs.map(({ fromId, toId }) => `${fromId}\u0000${toId}`))
  const curves = pairs.map((): Curve | null => null)
  for (const index of shortestFirst(pairs, boxOf)) {
    const { fromId = '', toId = '' } = pairs[index] ?? {}
    const [from, to] = [boxOf.get(fromId), boxOf.get(toId)]
    if (!from || !to) continue
    const key = `${fromId}\u0000${toId}`
    const rank = ranks.get(key) ?? 0
    ranks.set(key, rank + 1)
    const curve = bestOf(curvesFor({ from, to, rank, turn: drawn.length, hasReturn: directions.has(`${toId}\u0000${fromId}`) }, obstacles), drawn)
    if (curve) drawn.push({ curve, extent: extentOf(curve.points) })
    curves[index] = curve
  }
  return curves
}

const step = 3
const hugDistance = 10

/** How many points of one line run right beside another. */
function hugs(first: readonly Point[], second: readonly Point[]): number {
  let near = 0
  for (let i = 1; i < first.length; i += step) {
    const a = first[i]
    if (a && second.some((b) => Math.abs(a.x - b.x) < hugDistance && Math.abs(a.y - b.y) < hugDistance)) near += 1
  }
  return near
}

function headsMeet(a: Box, b: Box): boolean {
  return overlap(grow(a, 3), b)
}

function bestOf(candidates: Iterable<Candidate>, drawn: readonly Line[]): Curve | null {
  let best: Candidate | null = null
  for (const { curve, cost: own } of candidates) {
    if (best && own >= best.cost) break
    let cost = own
    const extent = grow(extentOf(curve.points), hugDistance)
    for (const { curve: other, extent: otherExtent } of drawn) {
      if (best && cost >= best.cost) break
      if (!overlap(extent, otherExtent)) continue
      cost += crossings(curve.points, other.points) * 20 + hugs(curve.points, other.points) * 16 + (headsMeet(curve.headBox, other.headBox) ? 30 : 0)
    }
    if (!best || cost < best.cost) best = { curve, cost }
  }
  return best?.curve ?? null
}

type Labelled = { readonly curve: Curve; readonly words: string }

/** Places the labels of all lines, those with the most room first; `null` where none is free. */
export function placeLabels(lines: readonly Labelled[], fixed: readonly Box[]) {
  const around: { -readonly [K in keyof Surroundings]: Surroundings[K] } = {
    boxes: fixed,
    heads: lines.map(({ curve }) => grow(curve.headBox, 2)),
    labels: [],
    lines: lines.map(({ curve }) => curve.points),
  }
  return lines.map(({ curve, words }) => {
    const onFocus = pillAt(pointAt(curve.points, 0.5), words)
    const label = words === '' ? null : placeLabel(curve.points, words, around)
    if (label) around.labels = [...around.labels, label.box]
    return { label, onFocus }
  })
}

/** An exchange with its line and label. Cost O(1). */
export function exchangeOf(
  edge: MapExchangeInput,
  curve: Curve,
  label: MapExchange['label'],
  labelOnFocus: MapExchange['labelOnFocus'],
): MapExchange {
  return {
    ...curve,
    id: edge.id,
    fromId: edge.fromId,
    toId: edge.toId,
    kind: edge.kind,
    width: widthOf(edge),
    deliverable: edge.deliverable,
    label,
    labelOnFocus,
  }
}

/** A bundle of needs with its line and count. Cost O(1). */
export function needOf(edge: MapNeedInput, curve: Curve, label: MapNeed['label'], labelOnFocus: MapNeed['labelOnFocus']): MapNeed {
  return {
    ...curve,
    id: `${edge.supplierId}>${edge.consumerId}`,
    supplierId: edge.supplierId,
    consumerId: edge.consumerId,
    count: edge.count,
    worst: edge.worst,
    label,
    labelOnFocus,
  }
}
