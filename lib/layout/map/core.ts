import type { AreaInput, MapInput } from '../input.ts'
import { arcPath } from '../path.ts'
import type { CoreArc, MapCore } from '../scene.ts'
import { textBlock, wrapText } from '../text.ts'
import type { ToneOf } from '../tone.ts'
import { coreRadius } from './places.ts'
import { middle, type Sector } from './sector.ts'

const arcWidth = 9
const arcRadius = coreRadius - 8
const gap = 0.09

/** An area's arc of the core: its whole length is all progress, a tick where it should be today. */
function arcOf(area: AreaInput, sector: Sector, tone: ToneOf | undefined): CoreArc {
  const [from, to] = [-sector.to + gap, -sector.from - gap]
  const at = (share: number) => from + (to - from) * Math.min(1, Math.max(0, share))
  const mark = area.expected === null ? null : at(area.expected)
  const outer = arcRadius + arcWidth / 2 + 2.5
  const inner = arcRadius - arcWidth / 2 - 2.5
  const tick =
    mark === null
      ? null
      : `M${middle.x + inner * Math.cos(mark)} ${middle.y + inner * Math.sin(mark)}L${middle.x + outer * Math.cos(mark)} ${middle.y + outer * Math.sin(mark)}`
  return {
    areaId: area.id,
    tone: tone?.tone ?? 'slate',
    track: arcPath(middle, arcRadius, from, to),
    value: area.progress ? arcPath(middle, arcRadius, from, at(area.progress)) : null,
    tick,
  }
}

/** The core: why the network exists, with an arc of progress for each area. Cost O(areas). */
export function layoutCore(input: MapInput, sectors: readonly Sector[], tones: ReadonlyMap<string, ToneOf>): MapCore {
  const style = { size: 13, weight: 700 }
  const width = 2 * coreRadius - 48
  const { lines } = wrapText(input.core.title, width, 3, style)
  const hasCaption = input.core.caption !== null
  const top = middle.y - ((lines.length - 1) * 18) / 2 + (hasCaption ? -9 : 5)
  const title = textBlock(input.core.title, { ...style, at: { x: middle.x, y: top }, width, maxLines: 3, lineHeight: 18, anchor: 'middle' })
  const caption = input.core.caption
    ? textBlock(input.core.caption, {
        size: 12,
        weight: 400,
        at: { x: middle.x, y: top + lines.length * 18 + 2 },
        width: width - 12,
        maxLines: 2,
        lineHeight: 14,
        anchor: 'middle',
      })
    : null
  const arcs = input.areas.flatMap((area, index) => {
    const sector = sectors[index]
    return sector ? [arcOf(area, sector, tones.get(area.id))] : []
  })
  return { centre: middle, radius: coreRadius, title, caption, arcs, arcWidth }
}
