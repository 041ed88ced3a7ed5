import { chainChanges } from '../compare/changes.ts'
import { type Box, distance, type Point } from '../geometry.ts'
import type { AreaInput, ChainInput } from '../input.ts'
import type { ChainCard, ChainEdge, ChainGroup, ChainLane, ChainPlacement, ChainRing, ChainScene, EdgeShape, TextBlock } from '../scene.ts'
import { textWidth } from '../text.ts'
import { type ToneOf, tonesOf } from '../tone.ts'
import { cardBox, cardOf, groupOf, laneOf } from './cards.ts'
import { placeLabels, ringOf } from './labels.ts'
import { lineOf } from './lines.ts'
import { type ChainPlan, planChain } from './plan.ts'

type Tones = ReadonlyMap<string, ToneOf>

const noTone: ToneOf = { tone: 'slate', letter: '·' }
const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 }

function toneOf({ graph }: ChainPlan, tones: Tones, band: number): ToneOf['tone'] {
  return (tones.get(graph.bands[band]?.areaId ?? '') ?? noTone).tone
}

function boxesOf({ graph, frame, layer, grid, ports }: ChainPlan): Box[] {
  return graph.items.map((item, card) => cardBox(frame, item, layer[card] ?? 0, grid.lineOf[card] ?? 0, ports.most[card] ?? 0))
}

function cardsOf(plan: ChainPlan, tones: Tones, boxes: readonly Box[]): ChainCard[] {
  const { graph, layer, rings } = plan
  const ringSize = new Map(rings.members.flatMap((members) => members.map((card) => [card, members.length] as const)))
  return graph.items.flatMap((item, card): ChainCard[] => {
    if (item.kind === 'fold') return []
    const nodeId = graph.bands[item.band]?.nodeId ?? ''
    const place = {
      box: boxes[card] ?? nowhere,
      layer: layer[card] ?? 0,
      tone: toneOf(plan, tones, item.band),
      nodeId,
      ringSize: ringSize.get(card) ?? null,
    }
    return [cardOf(item, place)]
  })
}

function groupsOf(plan: ChainPlan, tones: Tones): ChainGroup[] {
  const { graph, frame, seating, grid, parted, layer, hasBoxes } = plan
  if (!hasBoxes) return []
  const members = Map.groupBy(graph.items.keys(), (card) => graph.items[card]?.band ?? 0)
  return seating.bands.map((seated) => {
    const own = members.get(seated.band) ?? []
    const firstLine = (grid.streetOf[seated.shelf] ?? 0) + 1
    const gaps = grid.gaps.filter((gap, index) => gap.band === seated.band && parted.has(index))
    const lastLineIn = (first: number, last: number) => {
      const inside = own.filter((card) => (layer[card] ?? 0) >= first && (layer[card] ?? 0) <= last)
      return Math.max(firstLine, ...inside.map((card) => grid.lineOf[card] ?? 0))
    }
    return groupOf({ graph, frame, seated, firstLine, tone: toneOf(plan, tones, seated.band), gaps, lastLineIn })
  })
}

function shapesOf({ graph, frame, grid, lanes, ways, ports }: ChainPlan, boxes: readonly Box[]): EdgeShape[] {
  return graph.links.map((link, index) => {
    const [from, to] = [boxes[link.from] ?? nowhere, boxes[link.to] ?? nowhere]
    return lineOf({ frame, grid, lanes, ways }, index, from, to, { leaving: ports.leaving[index] ?? 0, arriving: ports.arriving[index] ?? 0 })
  })
}

function lanesOf(areas: readonly AreaInput[], { frame }: ChainPlan, tones: Tones): ChainLane[] {
  return areas.map((area, index) => laneOf(area, frame.laneBoxes[index] ?? nowhere, tones.get(area.id) ?? noTone))
}

function ringsOf({ graph, rings, hasBoxes }: ChainPlan, boxes: readonly Box[], fixed: readonly Box[]): ChainRing[] {
  if (!hasBoxes) return []
  return rings.members.map((members) => {
    const ids = members.map((card) => graph.items[card]?.id ?? '')
    const own = members.flatMap((card) => boxes[card] ?? [])
    return ringOf(ids, own, fixed)
  })
}

/**
 * The picture of who waits for whom: suppliers left of consumers, lanes by area, each node one band, links in channels and
 * streets of their own so that none runs through a card or a foreign band.
 *
 * @param input    cards and needs in document order; the same input gives the same scene
 * @param previous the placement of an earlier scene: then little moves
 * @returns plain data in pixels; what is not drawn is counted in `hidden`
 * Cost O(links · log points) for the ways and O(n²) in the fullest channel. Spec: LC1-LC15.
 */
export function layoutChain(input: ChainInput, previous: ChainPlacement | null = null): ChainScene {
  const plan = planChain(input, previous)
  const tones = tonesOf(input.areas)
  const boxes = boxesOf(plan)
  const [cards, groups, shapes] = [cardsOf(plan, tones, boxes), groupsOf(plan, tones), shapesOf(plan, boxes)]
  const fixed = [...cards.map(({ box }) => box), ...groups.flatMap(({ parts }) => parts.map(({ title, box }) => titleBox(title, box)))]
  const wishes = shapes.map((shape, index) => ({ shape, words: plan.graph.links[index]?.words ?? '' }))
  const labels = placeLabels(wishes, fixed, shapes)
  const missing = labels.filter((label, index) => label === null && wishes[index]?.words !== '').length
  const edges = shapes.map((shape, index) => edgeOf(plan, index, shape, labels[index] ?? null))
  return {
    kind: 'chain',
    level: input.level,
    view: { x: 0, y: 0, width: plan.frame.width, height: plan.frame.height },
    lanes: lanesOf(input.areas, plan, tones),
    groups,
    cards,
    edges,
    rings: ringsOf(plan, boxes, fixed),
    hidden: { ...plan.graph.hidden, labels: missing },
    placement: placementOf(plan),
    ...(input.changes ? { changes: chainChanges(input.changes, { groups, cards, edges }) } : {}),
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

function edgeOf({ graph, rings }: ChainPlan, index: number, shape: EdgeShape, label: ChainEdge['label']): ChainEdge {
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

function placementOf({ graph, layer, seating }: ChainPlan): ChainPlacement {
  return {
    layerOfCard: Object.fromEntries(graph.items.map(({ id }, card) => [id, layer[card] ?? 0])),
    rowOfCard: Object.fromEntries(graph.items.map(({ id }, card) => [id, seating.rowOf[card] ?? 0])),
    shelfOfGroup: Object.fromEntries(seating.bands.map(({ band, shelf }) => [graph.bands[band]?.nodeId ?? '', shelf])),
  }
}
