import { type Box, boxAround, grow } from '../geometry.ts'
import { isTroubled } from '../input.ts'
import type { EdgeLabel, MapArea, MapScene } from '../scene.ts'
import { textWidth } from '../text.ts'
import { placeLabel, type Surroundings } from './label.ts'

/** A label is never written larger than this, in shares of its size in the scene; further out there are none. */
const largestZoom = 2.1
const badgeReach = 15

/** How much larger than laid out words are written at a scale, so that they keep 12 pixels. Cost O(1). */
export function zoomAt(scale: number): number {
  return Math.max(1, 1 / scale)
}

function titleBox({ title }: MapArea, zoom: number): Box {
  const [line] = title.lines
  const width = textWidth(line?.text ?? '', title.size, title.weight) * zoom
  const x = line?.x ?? 0
  const left = title.anchor === 'start' ? x : title.anchor === 'end' ? x - width : x - width / 2
  return { x: left, y: (line?.y ?? 0) - title.size * zoom, width, height: title.size * zoom * 1.4 }
}

/** A card with the badge that stands on its corner where the card is drawn small. */
function cardBoxes(box: Box, zoom: number): Box[] {
  const reach = badgeReach * zoom
  return zoom > 1 ? [box, { x: box.x - reach, y: box.y - reach * 0.85, width: reach, height: reach }] : [box]
}

type Line = { readonly id: string; readonly points: MapScene['exchanges'][number]['points']; readonly words: string; readonly weight: number }

function linesOf({ exchanges, needs }: MapScene): Line[] {
  return [
    ...needs.map(({ id, points, labelOnFocus, worst }) => ({ id, points, words: labelOnFocus.text.full, weight: isTroubled(worst) ? 100 : 0 })),
    ...exchanges.map(({ id, points, deliverable, width }) => ({ id, points, words: deliverable, weight: width })),
  ]
}

/**
 * The labels of a map for the scale at which it is drawn: each keeps at least 12 pixels and lies on no card, badge, area name, core,
 * arrow head or other label; where there is no such place it is left out.
 *
 * @param scale pixels of the screen for one of the scene, above 0
 * @param ids   lines that may have a label; null is all
 * @returns label by line id; none below a scale of about a half
 * Cost O(lines · (nodes + lines)).
 */
export function fitMapLabels(scene: MapScene, scale: number, ids: ReadonlySet<string> | null = null): Map<string, EdgeLabel> {
  const zoom = zoomAt(scale)
  const found = new Map<string, EdgeLabel>()
  if (zoom > largestZoom) return found
  const { centre, radius } = scene.core
  const around: { -readonly [K in keyof Surroundings]: Surroundings[K] } = {
    boxes: [
      ...scene.nodes.flatMap(({ box }) => cardBoxes(box, zoom)),
      boxAround(centre, 2 * radius + 12, 2 * radius + 12),
      ...scene.areas.map((area) => titleBox(area, zoom)),
    ],
    heads: [...scene.exchanges, ...scene.needs].map(({ headBox }) => grow(headBox, 2)),
    labels: [],
    lines: [...scene.exchanges, ...scene.needs].map(({ points }) => points),
  }
  const wanted = linesOf(scene).filter(({ id, words }) => words !== '' && (ids === null || ids.has(id)))
  for (const { id, points, words } of wanted.sort((a, b) => b.weight - a.weight)) {
    const label = placeLabel(points, words, around, { zoom })
    if (!label) continue
    around.labels = [...around.labels, label.box]
    found.set(id, label)
  }
  return found
}

/** A map with other labels than those it was laid out with. Cost O(lines). */
export function withLabels(scene: MapScene, labels: ReadonlyMap<string, EdgeLabel>): MapScene {
  const labelled = <L extends { readonly id: string }>(line: L) => ({ ...line, label: labels.get(line.id) ?? null })
  return { ...scene, exchanges: scene.exchanges.map(labelled), needs: scene.needs.map(labelled) }
}
