import { type Box, grow } from '../../../../lib/layout/geometry.ts'
import type { MapNode, MapScene } from '../../../../lib/layout/scene.ts'
import { spread } from './spread.ts'

/** As many names as a room takes in at once; fewer where the window is small. */
const [mostLabels, fewestLabels] = [9, 3]
/** The size of a label in pixels of a screen of 1920 × 1080, where the map is drawn at about this scale. */
const label = { width: 262, height: 130, scale: 0.9, smallest: 0.6 }

/** How large labels are in a window, and how many find room beside each other. */
export function labelling({ width, height }: Box, scale: number): { readonly size: number; readonly count: number } {
  const size = Math.max(label.smallest, Math.min(1, scale / label.scale))
  const room = (width * scale * height * scale) / (label.width * label.height * size * size)
  return { size, count: Math.max(fewestLabels, Math.min(mostLabels, Math.floor(room / 2.2))) }
}

/** Pixels between two cards. */
const gap = 5
/** A letter of the title of an area, in pixels. */
const letter = { width: 18, height: 38 }

/** The card of a node, over its middle. */
function cardAt({ x, y, width, height }: Box, unit: number): Box {
  const [wide, high] = [label.width * unit, label.height * unit]
  return { x: x + width / 2 - wide / 2, y: y + height / 2 - high / 2, width: wide, height: high }
}

/** What no card should lie on: the core, the titles of the areas, and the names of nodes that changed and have no card. */
function keptFree({ core, areas, nodes }: MapScene, scale: number, isSpoken: (node: MapNode) => boolean): Box[] {
  const { centre, radius } = core
  const titles = areas.flatMap(({ name, title }): Box[] => {
    const line = title.lines[0]
    if (!line) return []
    const [width, height] = [(name.length * letter.width) / scale, letter.height / scale]
    return [{ x: title.anchor === 'end' ? line.x - width : line.x, y: line.y - height * 0.8, width, height }]
  })
  return [
    { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius },
    ...titles,
    ...nodes.filter(isSpoken).map(({ box }) => box),
  ]
}

type Drawn = { readonly size: number; readonly scale: number; readonly isSpoken: (node: MapNode) => boolean }

/** Where the cards of nodes stand, in their order: near their nodes, apart from each other, and off other names as long as there is room. */
export function cardPlaces(scene: MapScene, nodes: readonly MapNode[], { size, scale, isSpoken }: Drawn): Box[] {
  const margin = gap / scale
  const cards = nodes.map(({ box }) => grow(cardAt(box, size / scale), margin))
  return spread(cards, grow(scene.view, -8), keptFree(scene, scale, isSpoken)).map((box) => grow(box, -margin))
}
