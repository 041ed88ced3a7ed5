import { memo } from 'react'
import { cssOf } from '../../../../lib/layout/colour.ts'
import type { ChainScene } from '../../../../lib/layout/scene.ts'
import { wrapWholeWords } from '../../../../lib/layout/text.ts'
import styles from './band-titles.module.css'

type TitlesProps = { readonly scene: ChainScene; readonly hasBands: boolean; readonly scale: number }

const style = { size: 12, weight: 650 }
/** what a box keeps free beside its name, in pixels of the screen */
const sideRoom = 10

function BandTitlesView({ scene, hasBands, scale }: TitlesProps) {
  return (
    <div aria-hidden="true">
      {scene.lanes.map(({ areaId, tone, box, title }) => (
        <span key={areaId} data-sticky={box.x} className={`${styles['lane']} sticky`} style={{ left: box.x + 12, top: box.y, color: cssOf(tone) }}>
          {title.full}
        </span>
      ))}
      {hasBands &&
        scene.groups.flatMap(({ nodeId, tone, name, parts }) =>
          parts
            .filter(({ title }) => title.lines.length > 0)
            .map(({ box }) => (
              <span key={`${nodeId}:${box.x}`} className={styles['band']} style={{ left: box.x, top: box.y, width: box.width, color: cssOf(tone) }}>
                {wrapWholeWords(name, box.width * scale - sideRoom, 1, style).lines[0]}
              </span>
            )),
        )}
    </div>
  )
}

/** Names of lanes, which stay in sight, and of nodes at a size that can be read from far out; cut where the box is too narrow. */
export const BandTitles = memo(BandTitlesView)
