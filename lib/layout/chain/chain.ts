import { type Box, distance, type Point } from '../geometry.ts'
import type { ChainInput } from '../input.ts'
import type { ChainCard, ChainEdge, ChainPlacement, ChainScene, TextBlock } from '../scene.ts'
import { textWidth } from '../text.ts'
import { tonesOf } from '../tone.ts'
import { cardBox, cardOf, groupOf, laneOf } from './cards.ts'
import { frameOf } from './frame.ts'
import { type Graph, graphOf } from './graph.ts'
import { gridOf } from './grid.ts'
import { labelWidth, placeLabels, ringOf } from './labels.ts'
import { assignLanes, piecesOf } from './lanes.ts'
import { layersOf } from './layers.ts'
import { lineOf } from './lines.ts'
import { toNodeLevel } from './node-level.ts'
import { seat } from './order.ts'
import { placePorts } from './ports.ts'
import { findRings, type Rings } from './rings.ts'
import { netsOf, routeLinks, type Way } from './route.ts'
import { bandPadding } from './sizes.ts'

const nothingBefore: ChainPlacement = { layerOfCard: {}, rowOfCard: {}, shelfOfGroup: {} }

/** The width that labels ask of the channels: that of the longest label on the longest upright piece of its way. */
function labelRooms(graph: Graph, ways: readonly Way[], channels: number, hasBoxes: boolean): number[] {
  const room = Array.from({ length: channels }, () => 0)
  ways.forEach((way, index) => {
    const words = graph.links[index]?.words ?? ''
    if (words === '') return
    const upright = piecesOf(way, channels).filter(({ isUpright }) => isUpright)
    const longest = upright.sort((a, b) => Math.abs(b.toLine - b.line) - Math.abs(a.toLine - a.line))[0]
    const channel = longest?.channel ?? (way.points[0] ?? 0) % channels
    room[channel] = Math.max(room[channel] ?? 0, labelWidth(words) + 26 - (hasBoxes ? 2 * bandPadding : 0))
  })
  return room
}

type Bundles = { readonly countOf: ReadonlyMap<string, number>; readonly idsOf: ReadonlyMap<string, readonly string[]> }

function withCounts(graph: Graph, bundles: Bundles | null): Graph {
  if (!bundles) return graph
  const links = graph.links.map((link) => {
    const count = bundles.countOf.get(link.id) ?? 1
    const words = [count > 1 ? `${count}` : '', link.words].filter((part) => part !== '').join(' · ')
    return { ...link, dependencyIds: bundles.idsOf.get(link.id) ?? link.dependencyIds, words }
  })
  return { ...graph, links }
}

function ringSizes(rings: Rings, count: number): (number | null)[] {
  const sizes = Array.from({ length: count }, (): number | null => null)
  for (const members of rings.members) for (const card of members) sizes[card] = members.length
  return sizes
}

/**
 * The picture of who waits for whom: suppliers left of consumers, lanes by area, each node one band, links in channels and
 * streets of their own so that none runs through a card or a foreign band.
 *
 * @param input    cards and needs in document order; the same input gives the same scene
 * @param previous the placement of an earlier scene: then little moves
 * @returns plain data in pixels; what is not drawn is counted in `hidden`
 * Cost O(links · log points) for the ways and O(n²) in the fullest channel. Spec: LC1-LC16.
 */
export function layoutChain(input: ChainInput, previous: ChainPlacement | null = null): ChainScene {
  const bundles = input.level === 'node' ? toNodeLevel(input) : null
  const graph = withCounts(graphOf(bundles?.input ?? input), bundles)
  const before = previous ?? nothingBefore
  const hasBoxes = input.level === 'key-result'
  const rings = findRings(graph.items.length, graph.links)
  const layer = layersOf(graph, rings.isBack, before.layerOfCard)
  const seating = seat({ graph, layer, previous: before })
  const grid = gridOf(graph, layer, seating)
  const { ways, parted } = routeLinks(graph, layer, grid, netsOf(graph.links, rings.isBack))
  const lanes = assignLanes(ways, grid.channels, grid.isStreet)
  const ports = placePorts(graph, grid, ways, lanes)
  const labelRoom = labelRooms(graph, ways, grid.channels, hasBoxes)
  const frame = frameOf({ graph, layer, seating, grid, lanes, ports: ports.most, labelRoom, hasBoxes })
  const tones = tonesOf(input.areas)
  const toneOf = (band: number) => tones.get(graph.bands[band]?.areaId ?? '')?.tone ?? 'slate'
  const boxes = graph.items.map((item, card) => cardBox(frame, item, layer[card] ?? 0, grid.lineOf[card] ?? 0, ports.most[card] ?? 0))
  const sizes = ringSizes(rings, graph.items.length)
  const cards = graph.items.flatMap((item, card): ChainCard[] => {
    const place = {
      box: boxes[card] ?? { x: 0, y: 0, width: 0, height: 0 },
      layer: layer[card] ?? 0,
      tone: toneOf(item.band),
      nodeId: graph.bands[item.band]?.nodeId ?? '',
      ringSize: sizes[card] ?? null,
    }
    return item.kind === 'fold' ? [] : [cardOf(item, place)]
  })
  const cardsOf = Map.groupBy(graph.items.keys(), (card) => graph.items[card]?.band ?? 0)
  const groups = !hasBoxes
    ? []
    : seating.bands.map((seated) => {
        const own = cardsOf.get(seated.band) ?? []
        const firstLine = (grid.streetOf[seated.shelf] ?? 0) + 1
        const gaps = grid.gaps.filter((gap, index) => gap.band === seated.band && parted.has(index))
        const lastLineIn = (first: number, last: number) => {
          const lines = own.filter((card) => (layer[card] ?? 0) >= first && (layer[card] ?? 0) <= last).map((card) => grid.lineOf[card] ?? 0)
          return Math.max(firstLine, ...lines)
        }
        return groupOf({ graph, frame, seated, firstLine, tone: toneOf(seated.band), gaps, lastLineIn })
      })
  const shapes = ways.map((_, index) => {
    const link = graph.links[index]
    const [from, to] = [boxes[link?.from ?? 0], boxes[link?.to ?? 0]]
    if (!from || !to) throw new Error('a link has no card')
    return lineOf({ frame, grid, lanes, ways }, index, from, to, { leaving: ports.leaving[index] ?? 0, arriving: ports.arriving[index] ?? 0 })
  })
  const fixed: Box[] = [...cards.map(({ box }) => box), ...groups.flatMap(({ parts }) => parts.map(({ title, box }) => titleBox(title, box)))]
  const labels = placeLabels(
    shapes.map((shape, index) => ({ shape, words: graph.links[index]?.words ?? '' })),
    fixed,
    shapes,
  )
  const edges = shapes.map((shape, index): ChainEdge => edgeOf(graph, rings, index, shape, labels[index] ?? null))
  const ringScenes = hasBoxes
    ? rings.members.map((members) =>
        ringOf(
          members.map((card) => graph.items[card]?.id ?? ''),
          members.flatMap((card) => boxes[card] ?? []),
          fixed,
        ),
      )
    : []
  return {
    kind: 'chain',
    level: input.level,
    view: { x: 0, y: 0, width: frame.width, height: frame.height },
    lanes: input.areas.map((area, index) =>
      laneOf(area, frame.laneBoxes[index] ?? { x: 0, y: 0, width: 0, height: 0 }, tones.get(area.id) ?? { tone: 'slate', letter: '·' }),
    ),
    groups,
    cards,
    edges,
    rings: ringScenes,
    hidden: {
      cards: graph.hidden.cards,
      needs: graph.hidden.needs,
      labels: labels.filter((label, index) => label === null && (graph.links[index]?.words ?? '') !== '').length,
    },
    placement: placementOf(graph, layer, seating),
  }
}

function titleBox(title: TextBlock, box: Box): Box {
  return { x: box.x, y: box.y, width: Math.min(box.width, 18 + textWidth(title.lines[0]?.text ?? '', title.size, title.weight)), height: 22 }
}

/** The middle of a line's longest piece, where its tick stands. */
function tickOn(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }))
  const longest = pieces.reduce((a, b) => (distance(b.from, b.to) > distance(a.from, a.to) ? b : a))
  return { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 }
}

function edgeOf(
  graph: Graph,
  rings: Rings,
  index: number,
  shape: Pick<ChainEdge, 'path' | 'points' | 'head' | 'headBox'>,
  label: ChainEdge['label'],
): ChainEdge {
  const link = graph.links[index]
  if (!link) throw new Error('a line has no link')
  return {
    ...shape,
    id: link.id,
    dependencyIds: link.dependencyIds,
    fromId: graph.items[link.from]?.id ?? '',
    toId: graph.items[link.to]?.id ?? '',
    style: link.style,
    isBackwards: link.isBackwards,
    isBackEdge: rings.isBack[index] === 1,
    count: link.dependencyIds.length,
    label,
    tick: link.isSettled ? tickOn(shape.points) : null,
  }
}

function placementOf(graph: Graph, layer: Int32Array, seating: ReturnType<typeof seat>): ChainPlacement {
  return {
    layerOfCard: Object.fromEntries(graph.items.map(({ id }, card) => [id, layer[card] ?? 0])),
    rowOfCard: Object.fromEntries(graph.items.map(({ id }, card) => [id, seating.rowOf[card] ?? 0])),
    shelfOfGroup: Object.fromEntries(seating.bands.map(({ band, shelf }) => [graph.bands[band]?.nodeId ?? '', shelf])),
  }
}
