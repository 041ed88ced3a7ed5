import { memo } from 'react'
import type { ChainScene } from '../../../../lib/layout/scene.ts'
import styles from './band-titles.module.css'

type TitlesProps = { readonly scene: ChainScene; readonly hasBands: boolean }

function BandTitlesView({ scene, hasBands }: TitlesProps) {
  return (
    <div aria-hidden="true">
      {scene.lanes.map(({ areaId, tone, box, title }) => (
        <span
          key={areaId}
          data-sticky={box.x}
          className={`${styles['lane']} sticky`}
          style={{ left: box.x + 14, top: box.y + 6, color: `var(--${tone})` }}
        >
          {title.full}
        </span>
      ))}
      {hasBands &&
        scene.groups.map(({ nodeId, tone, box, name }) => (
          <span key={nodeId} className={styles['band']} style={{ left: box.x, top: box.y, width: box.width, color: `var(--${tone})` }}>
            {name}
          </span>
        ))}
    </div>
  )
}

/** Names of lanes, which stay in sight, and of nodes at a size that can be read from far out; cut where the box is too narrow. */
export const BandTitles = memo(BandTitlesView)
