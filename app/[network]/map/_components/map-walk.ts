import type { SelectionKind } from '../../../../lib/client/view.ts'
import type { Box } from '../../../../lib/layout/geometry.ts'
import type { MapArea, MapScene } from '../../../../lib/layout/scene.ts'
import { textWidth } from '../../../../lib/layout/text.ts'
import type { Walk, WalkItem } from '../../../components/graph/walk.ts'

export const coreId = 'core'
const areaPrefix = 'area:'

/** How an area's name is called among the items of a map, so that it cannot be taken for a node. */
export function areaItemId(areaId: string): string {
  return `${areaPrefix}${areaId}`
}

/** The record behind an item of the map; the core has none of its own. */
export function recordOf(itemId: string): { kind: SelectionKind; id: string } | null {
  if (itemId === coreId) return null
  return itemId.startsWith(areaPrefix) ? { kind: 'area', id: itemId.slice(areaPrefix.length) } : { kind: 'node', id: itemId }
}

/** Where an area's name is written. */
function titleBox({ title }: MapArea): Box {
  const [line] = title.lines
  const width = textWidth(line?.text ?? '', title.size) * 1.1
  const x = line?.x ?? 0
  const left = title.anchor === 'start' ? x : title.anchor === 'end' ? x - width : x - width / 2
  return { x: left - 4, y: (line?.y ?? 0) - title.size - 2, width: width + 8, height: title.size + 10 }
}

/** What keys can reach on a map: the core first, then area by area its name and its nodes. */
export function mapWalk(scene: MapScene, lines: Walk['edges']): Walk {
  const { centre, radius } = scene.core
  const core: WalkItem = { id: coreId, x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius, group: null, layer: null }
  const items = scene.areas.flatMap((area): WalkItem[] => [
    { id: areaItemId(area.id), ...titleBox(area), group: area.id, layer: null },
    ...scene.nodes.filter(({ areaId }) => areaId === area.id).map(({ id, box }) => ({ id, ...box, group: area.id, layer: null })),
  ])
  const all = [core, ...items]
  return { items: new Map(all.map((item) => [item.id, item])), order: all.map(({ id }) => id), edges: lines, arrows: 'place' }
}
