'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { mapInput } from '../../../../lib/client/scene-input/map.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import { mapJob } from '../../../components/graph/map-job.ts'
import { Marks } from '../../../components/graph/marks.tsx'
import { useScene } from '../../../components/graph/use-scene.ts'
import styles from './map-ground.module.css'

const options = { showExchanges: true, showNeeds: false, allExchanges: false } as const
const plain = () => 'plain' as const

/** The map behind what is said of the plan: it says whose plan this is, and is neither read nor touched here. */
export function MapGround() {
  const { snapshot, assessment } = useNetwork()
  const input = useMemo(() => mapInput(snapshot, assessment, options), [snapshot, assessment])
  const { scene } = useScene(input, mapJob)
  const marks = useMemo(() => (scene ? drawScene(scene) : []), [scene])
  if (!scene) return null
  const { x, y, width, height } = scene.view
  return (
    <svg
      className={styles['ground']}
      viewBox={`${x} ${y} ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <Marks marks={marks} emphasisOf={plain} />
    </svg>
  )
}
