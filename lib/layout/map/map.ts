import type { Closeness } from '../../domain/vocabulary.ts'
import { mapChanges } from '../compare/changes.ts'
import { placesWithGone } from '../compare/gone.ts'
import { type Box, boxAround, grow, type Point } from '../geometry.ts'
import type { MapInput, MapNeedInput, NeedStyle, NodePlace } from '../input.ts'
import { closedPath, ellipsePoints, polylinePath } from '../path.ts'
import type { MapArea, MapNeed, MapNode, MapRing, MapScene } from '../scene.ts'
import { textBlock } from '../text.ts'
import { tonesOf } from '../tone.ts'
import { layoutCore } from './core.ts'
import { chooseEdges, drawLines, exchangeOf, needOf, placeLabels } from './edges.ts'
import { layoutNode } from './node.ts'
import { coreRadius, levelFor, nodeSize, placeOf, ringRadius, unitEllipse } from './places.ts'
import { frameOf, inset, middle, outlineOf, type Sector, sectorsOf, titleBoxOf, titlePlaceOf } from './sector.ts'

const viewMargin = 12
const sectorGap = 8
const obstacleMargin = 7
const frameMargin = 10

function placeFor(node: NodePlace, sector: Sector | undefined): Point {
  if (node.position) return node.position
  return sector ? placeOf(sector, node.closeness ?? 'contributing', node.slot) : middle
}

function ringsOf(): MapRing[] {
  const visible: Closeness[] = ['core', 'contributing']
  return visible.map((closeness) => {
    const share = ringRadius[closeness]
    const points = ellipsePoints(middle, { x: unitEllipse.x * share, y: unitEllipse.y * share }, 0, 2 * Math.PI, 96)
    return { closeness, path: `${polylinePath(points)}Z` }
  })
}

function areaOf(input: MapInput, index: number, sector: Sector, frame: Box, tones: ReturnType<typeof tonesOf>): MapArea[] {
  const area = input.areas[index]
  if (!area) return []
  const { at, anchor } = titlePlaceOf(sector, frame)
  const { tone, letter } = tones.get(area.id) ?? { tone: 'slate' as const, letter: '·' }
  const nodeCount = input.nodes.filter(({ areaId }) => areaId === area.id).length
  return [
    {
      id: area.id,
      tone,
      letter,
      name: area.name,
      path: closedPath(inset(outlineOf(sector, frame), sectorGap / 2), 14),
      title: textBlock(area.name, { size: 17, weight: 700, at, width: 276, anchor }),
      caption: area.caption
        ? textBlock(area.caption, { size: 12, weight: 400, at: { x: at.x, y: at.y + 18 }, width: 276, anchor, maxLines: 2, lineHeight: 15 })
        : null,
      nodeCount,
    },
  ]
}

function nodesOf(input: MapInput, tones: ReturnType<typeof tonesOf>, placeAt: (node: NodePlace) => Point): MapNode[] {
  const places = input.changes ? placesWithGone(input.nodes, input.changes, placeAt) : null
  return input.nodes.map((node) => {
    const card = layoutNode(node, places?.get(node.id) ?? placeAt(node), tones.get(node.areaId)?.tone ?? 'slate')
    return node.stood ? { ...card, stood: boxAround(placeAt(node.stood), nodeSize.width, nodeSize.height) } : card
  })
}

const troubleWords: Partial<Record<NeedStyle, string>> = { broken: 'refused', late: 'late', overdue: 'overdue' }

/** Written where there is something to read: what somebody has to act on, and how many there are. */
function needWords({ count, worst }: MapNeedInput): string {
  const word = troubleWords[worst]
  return [count > 1 ? `${count}` : '', word ? (count > 1 ? ` · ${word}` : word) : ''].join('')
}

function withEdges(input: MapInput, nodes: readonly MapNode[], frame: Box, fixed: readonly Box[]) {
  const chosen = chooseEdges(input)
  const boxOf = new Map(nodes.map((node) => [node.id, node.box]))
  const core = boxAround(middle, 2 * coreRadius, 2 * coreRadius)
  const obstacles = { boxes: [...boxOf.values(), core], margin: obstacleMargin, frame: grow(frame, -frameMargin) }
  const pairs = [...chosen.exchanges, ...chosen.needs.map(({ supplierId, consumerId }) => ({ fromId: supplierId, toId: consumerId }))]
  const curves = drawLines(pairs, boxOf, obstacles)
  const lines = curves.map((curve, index) => {
    const exchange = chosen.exchanges[index]
    const need = chosen.needs[index - chosen.exchanges.length]
    return curve ? { curve, exchange, need, words: exchange ? exchange.deliverable : need ? needWords(need) : '' } : null
  })
  const drawn = lines.filter((line) => line !== null)
  const labels = placeLabels(drawn, [...boxOf.values(), core, ...fixed])
  return drawn.map((line, index) => ({ ...line, ...(labels[index] ?? { label: null, onFocus: null }) }))
}

/**
 * The picture of a value network: the core in the middle, areas as sectors, nodes by closeness, exchanges and needs.
 * A node's place depends on its area, closeness and slot (or its own position) and on the number of areas only, so that
 * adding, linking or deleting moves no other node.
 *
 * @param input nodes, exchanges and needs in document order; the same input gives the same scene
 * @returns plain data in a design space of 1600 × 900 pixels, larger where nodes need more places than it has
 * Cost O(edges · (nodes + edges)). Spec: LM1-LM14.
 */
export function layoutMap(input: MapInput): MapScene {
  const tones = tonesOf(input.areas)
  const sectors = sectorsOf(input.areas.length)
  const sectorOf = new Map(input.areas.map((area, index) => [area.id, sectors[index]]))
  const nodes = nodesOf(input, tones, (node) => placeFor(node, sectorOf.get(node.areaId)))
  const frame = frameOf(levelFor(nodes.map(({ box }) => box)))
  const fixed = sectors.map((sector) => titleBoxOf(titlePlaceOf(sector, frame)))
  const edges = withEdges(input, nodes, frame, fixed)
  const exchanges = edges.flatMap(({ exchange, curve, label, onFocus }) => (exchange && onFocus ? [exchangeOf(exchange, curve, label, onFocus)] : []))
  const needs = edges.flatMap(({ need, curve, label, onFocus }) => (need && onFocus ? [needOf(need, curve, label, onFocus)] : []))
  const areas = sectors.flatMap((sector, index) => areaOf(input, index, sector, frame, tones))
  const dependenciesOf = ({ id }: MapNeed) => input.needs.find((need) => `${need.supplierId}>${need.consumerId}` === id)?.dependencyIds ?? []
  return {
    kind: 'map',
    view: { x: frame.x - viewMargin, y: frame.y - viewMargin, width: frame.width + 2 * viewMargin, height: frame.height + 2 * viewMargin },
    areas,
    rings: ringsOf(),
    core: layoutCore(input, sectors, tones),
    exchanges,
    needs,
    nodes,
    hidden: {
      exchanges: input.exchanges.length - exchanges.length,
      needs: input.needs.length - needs.length,
      labels: exchanges.filter(({ label }) => label === null).length,
    },
    ...(input.changes ? { changes: mapChanges(input.changes, { areas, nodes, exchanges, needs, dependenciesOf }) } : {}),
  }
}
