import { grow } from '../geometry.ts'
import { isTroubled, type NeedStyle } from '../input.ts'
import type { MapCore, MapExchange, MapNeed, MapNode, MapScene } from '../scene.ts'
import { type Ink, tintOf } from '../tokens.ts'
import { drawBadge, drawBar, drawLabel } from './badge.ts'
import { drawChanged, drawSigns, drawStood } from './changed.ts'
import { group, type Mark, type Paint, path, rect, text } from './mark.ts'
import { needPaint } from './need.ts'

const tangible: Paint = { stroke: 'edge', cap: 'butt' }
const intangible: Paint = { stroke: 'edge', dash: '7 5', cap: 'butt' }

function drawExchange(edge: MapExchange): Mark {
  const paint = edge.kind === 'tangible' ? tangible : intangible
  return group('exchange', edge.id, [path(edge.path, { ...paint, strokeWidth: edge.width }), path(edge.head, { fill: 'edge' })])
}

function inkOf(style: NeedStyle): Ink {
  return needPaint(style).stroke ?? 'edge'
}

function drawNeed(edge: MapNeed): Mark {
  const paint = needPaint(edge.worst)
  return group('need', edge.id, [
    path(edge.path, { ...paint, strokeWidth: isTroubled(edge.worst) ? 2.2 : 1.2 }),
    path(edge.head, { fill: inkOf(edge.worst) }),
  ])
}

function drawNode(node: MapNode): Mark {
  const { box, tone } = node
  return group('node', node.id, [
    node.isOverloaded ? rect(grow(box, 3.5), 13, { stroke: tone, strokeWidth: 1.2 }) : null,
    rect(box, 10, { fill: 'bg', stroke: tone, strokeWidth: 1.5 }),
    ...drawBadge(node.badge),
    text(node.title, 'text'),
    ...node.counts.map((count) => text(count, 'text-2')),
    ...drawBar(node.bar, tone),
  ])
}

function drawCore(core: MapCore): Mark {
  const { centre, radius } = core
  const disc = rect({ x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }, radius, {
    fill: 'bg',
    stroke: 'border',
    strokeOpacity: 0.3,
    strokeWidth: 1,
  })
  const arcs = core.arcs.flatMap(({ tone, track, value, tick }) => [
    path(track, { stroke: 'raised', strokeWidth: core.arcWidth, cap: 'round' }),
    value ? path(value, { stroke: tone, strokeWidth: core.arcWidth, cap: 'round' }) : null,
    tick ? path(tick, { stroke: 'text', strokeWidth: 2.2 }) : null,
  ])
  return group('core', 'core', [disc, ...arcs, text(core.title, 'text'), text(core.caption, 'text-2')])
}

/** The labels of a map's lines. Cost O(lines). */
export function drawMapLabels({ exchanges, needs, changes }: Pick<MapScene, 'exchanges' | 'needs' | 'changes'>): Mark[] {
  const labels = [
    ...exchanges.map((edge) => (edge.label ? drawLabel(edge.label, edge.id, 'text-2', null) : null)),
    ...needs.map((edge) => (edge.label ? drawLabel(edge.label, edge.id, inkOf(edge.worst), inkOf(edge.worst)) : null)),
  ].filter((mark) => mark !== null)
  return changes ? drawChanged(labels, changes) : labels
}

/** The marks of a map, from the ground to the labels. Cost O(size of the scene). */
export function drawMap(scene: MapScene): Mark[] {
  const areas = scene.areas.map((area) =>
    group('area', area.id, [
      path(area.path, { fill: tintOf(area.tone), fillOpacity: 0.6 }),
      text(area.title, area.tone),
      text(area.caption, 'text-2'),
    ]),
  )
  const rings = scene.rings.map((ring) =>
    group('ring', ring.closeness, [path(ring.path, { stroke: 'border', strokeOpacity: 0.28, strokeWidth: 1, dash: '3 6' })]),
  )
  const ground = [...areas, ...rings]
  const items = [...scene.needs.map(drawNeed), ...scene.exchanges.map(drawExchange), drawCore(scene.core), ...scene.nodes.map(drawNode)]
  const { changes } = scene
  if (!changes) return [...ground, ...items, ...drawMapLabels(scene)]
  return [...ground, ...drawStood(scene.nodes), ...drawChanged(items, changes), ...drawMapLabels(scene), ...drawSigns(changes)]
}
