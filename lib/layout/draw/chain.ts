import { type Point, round1 } from '../geometry.ts'
import type { ChainCard, ChainEdge, ChainGroup, ChainLane, ChainScene } from '../scene.ts'
import { type Ink, tintOf } from '../tokens.ts'
import { drawBadge, drawBar, drawLabel } from './badge.ts'
import { drawChanged, drawSigns } from './changed.ts'
import { group, type Mark, path, rect, text } from './mark.ts'
import { needPaint } from './need.ts'

function drawLane(lane: ChainLane): Mark {
  return group('lane', lane.areaId, [
    rect(lane.box, 14, { fill: tintOf(lane.tone), fillOpacity: 0.55 }),
    rect(lane.stripe, lane.stripe.width / 2, { fill: lane.tone }),
    text(lane.title, lane.tone),
  ])
}

function drawBand(band: ChainGroup): Mark {
  const fold = band.fold ? group('fold', band.nodeId, [text(band.fold.text, 'text-2')]) : null
  return group('band', band.nodeId, [
    ...band.bridges.map(({ from, to }) =>
      path(`M${from.x} ${from.y}L${to.x} ${to.y}`, { stroke: band.tone, strokeOpacity: 0.35, strokeWidth: 1, dash: '2 4' }),
    ),
    ...band.parts.flatMap(({ box, title }) => [
      rect(box, 12, { fill: 'bg', fillOpacity: 0.6, stroke: band.tone, strokeOpacity: 0.4, strokeWidth: 1 }),
      text(title, band.tone),
    ]),
    fold,
  ])
}

function drawCard(card: ChainCard): Mark {
  const outline =
    card.kind === 'stub'
      ? rect(card.box, 8, { fill: 'bg', fillOpacity: 0.7, stroke: 'border', strokeWidth: 1.2, dash: '4 3' })
      : rect(card.box, 8, {
          fill: 'bg',
          stroke: card.kind === 'node' ? card.tone : 'border',
          strokeOpacity: card.kind === 'node' ? 1 : 0.45,
          strokeWidth: card.kind === 'node' ? 1.5 : 1,
        })
  return group('card', card.id, [
    outline,
    ...(card.badge ? drawBadge(card.badge) : []),
    text(card.title, card.kind === 'stub' ? 'text-2' : 'text'),
    text(card.value, 'text-2'),
    text(card.due, card.isLate ? 'off-track' : 'text-2'),
    ...(card.bar ? drawBar(card.bar, card.tone) : []),
  ])
}

function inkOf(edge: ChainEdge): Ink {
  return needPaint(edge.style).stroke ?? 'edge'
}

/** A small tick on the line of what has been delivered. */
function drawTick({ x, y }: Point): Mark[] {
  const disc = rect({ x: x - 6, y: y - 6, width: 12, height: 12 }, 6, { fill: 'bg', stroke: 'edge', strokeOpacity: 0.6, strokeWidth: 0.8 })
  return [
    disc,
    path(`M${round1(x - 3)} ${round1(y)}L${round1(x - 0.7)} ${round1(y + 2.5)}L${round1(x + 3.2)} ${round1(y - 2.4)}`, {
      stroke: 'on-track',
      strokeWidth: 1.7,
      cap: 'round',
    }),
  ]
}

function drawEdge(edge: ChainEdge): Mark {
  return group('dependency', edge.id, [
    path(edge.path, needPaint(edge.style)),
    path(edge.head, { fill: inkOf(edge) }),
    ...(edge.tick ? drawTick(edge.tick) : []),
  ])
}

/** The labels of a chain's lines. Cost O(lines). */
export function drawChainLabels({ edges, changes }: Pick<ChainScene, 'edges' | 'changes'>): Mark[] {
  const labels = edges.flatMap((edge) =>
    edge.label ? [drawLabel(edge.label, edge.id, inkOf(edge) === 'off-track' ? 'off-track' : 'text-2', inkOf(edge))] : [],
  )
  return changes ? drawChanged(labels, changes) : labels
}

/** The marks of a chain, from the lanes to the labels. Cost O(size of the scene). */
export function drawChain(scene: ChainScene): Mark[] {
  const rings = scene.rings.map((ring) =>
    group('loop', ring.cardIds.join('+'), [path(ring.hull, { stroke: 'blocked', strokeWidth: 1.4, dash: '2 4', cap: 'round' })]),
  )
  const ringLabels = scene.rings.map((ring) => drawLabel(ring.label, ring.cardIds.join('+'), 'blocked', 'blocked'))
  const ground = [...scene.lanes.map(drawLane), ...scene.groups.map(drawBand), ...rings]
  const items = [...scene.edges.map(drawEdge), ...scene.cards.map(drawCard)]
  const { changes } = scene
  if (!changes) return [...ground, ...items, ...drawChainLabels(scene), ...ringLabels]
  return [...drawChanged(ground, changes), ...drawChanged(items, changes), ...drawChainLabels(scene), ...ringLabels, ...drawSigns(changes)]
}
