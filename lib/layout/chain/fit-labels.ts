import { type Box, grow, overlap } from '../geometry.ts'
import type { NeedStyle } from '../input.ts'
import { zoomAt } from '../map/fit-labels.ts'
import { pillAt } from '../map/label.ts'
import type { ChainEdge, ChainScene, EdgeLabel } from '../scene.ts'
import { textWidth } from '../text.ts'
import { placesAlong } from './labels.ts'

/** A label is never written larger than this, in shares of its size in the scene; further out there are none. */
const largestZoom = 2.2
const weight = 600

/** What is written where the whole label has no room. */
const shortWords: Partial<Record<NeedStyle, string>> = { late: 'late', overdue: 'overdue', broken: 'refused' }

function wordings({ label, style }: ChainEdge): string[] {
  const full = label?.text.full ?? ''
  return [full, shortWords[style] ?? full].filter((words, at, all) => words !== '' && all.indexOf(words) === at)
}

function bandTitles({ groups, lanes }: ChainScene, zoom: number): Box[] {
  const parts = groups.flatMap((group) => group.parts)
  return [...parts.map(({ box, title }) => ({ box, title })), ...lanes.map(({ box, title }) => ({ box, title }))].flatMap(({ box, title }) => {
    const words = title.lines[0]?.text ?? ''
    const width = textWidth(words, 13 * zoom, 650) + 16
    return words === '' ? [] : [{ x: box.x, y: box.y, width: Math.min(box.width, width), height: 24 }]
  })
}

const urgent: ReadonlySet<NeedStyle> = new Set(['late', 'overdue', 'broken'])

/**
 * The labels of a chain for the scale at which it is drawn: each keeps at least 12 pixels and lies on no card, name, arrow head or other
 * label; where there is no such place it is written shorter, else left out. Labels of needs in trouble come first.
 *
 * @param scale pixels of the screen for one of the scene, above 0
 * @param ids   lines that may have a label; null is all
 * @returns label by line id
 * Cost O(labels · (cards + labels)).
 */
export function fitChainLabels(scene: ChainScene, scale: number, ids: ReadonlySet<string> | null = null): Map<string, EdgeLabel> {
  const zoom = zoomAt(scale)
  const found = new Map<string, EdgeLabel>()
  if (zoom > largestZoom) return found
  const taken: Box[] = [
    ...scene.cards.map(({ box }) => box),
    ...bandTitles(scene, zoom),
    ...scene.edges.map(({ headBox }) => headBox),
    ...scene.rings.map(({ label }) => grow(label.box, 4)),
  ]
  const wanted = scene.edges.filter(({ id, label }) => label !== null && (ids === null || ids.has(id)))
  for (const edge of wanted.sort((a, b) => Number(urgent.has(b.style)) - Number(urgent.has(a.style)))) {
    const label = placeIn(edge, taken, zoom)
    if (!label) continue
    taken.push(label.box)
    found.set(edge.id, label)
  }
  return found
}

function placeIn(edge: ChainEdge, taken: readonly Box[], zoom: number): EdgeLabel | null {
  for (const words of wordings(edge)) {
    const { width } = pillAt({ x: 0, y: 0 }, words, { weight, zoom }).box
    for (const place of placesAlong(edge.points, width)) {
      const label = pillAt(place, words, { weight, zoom })
      const room = grow(label.box, 2)
      if (!taken.some((box) => overlap(room, box))) return label
    }
  }
  return null
}

/** A chain with other labels than those it was laid out with. Cost O(lines). */
export function withChainLabels(scene: ChainScene, labels: ReadonlyMap<string, EdgeLabel>): ChainScene {
  return { ...scene, edges: scene.edges.map((edge) => ({ ...edge, label: labels.get(edge.id) ?? null })) }
}
