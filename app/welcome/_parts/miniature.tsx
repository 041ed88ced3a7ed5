'use client'
import { useEffect, useState } from 'react'
import type { TemplateKey } from '../../../lib/domain/template/choice.ts'
import type { MapScene } from '../../../lib/layout/scene.ts'
import { StatusShape } from '../../components/ui/status-badge.tsx'
import styles from './miniature.module.css'

const viewBox = { width: 1600, height: 900 }

/** A template's map, drawn small: areas, nodes and what they give each other. */
export function Miniature({ template, today }: { readonly template: TemplateKey; readonly today: string }) {
  const [scene, setScene] = useState<MapScene | null>(null)
  useEffect(() => {
    let isLeft = false
    void import('./sketch-of.ts').then(({ sketchOf }) => !isLeft && setScene(sketchOf(template, today, 'Your network')))
    return () => {
      isLeft = true
    }
  }, [template, today])
  const { x, y, width, height } = scene?.view ?? { x: 0, y: 0, ...viewBox }
  return (
    <svg className={styles['mini']} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true" focusable="false">
      {scene?.areas.map((area) => (
        <path key={area.id} d={area.path} fill={`var(--${area.tone}-t)`} />
      ))}
      {scene?.exchanges.map((exchange) => (
        <path key={exchange.id} d={exchange.path} className={styles['edge']} strokeDasharray={exchange.kind === 'intangible' ? '14 12' : undefined} />
      ))}
      {scene && <circle cx={scene.core.centre.x} cy={scene.core.centre.y} r={scene.core.radius} className={styles['core']} />}
      {scene?.core.arcs.map((arc) => (
        <path
          key={arc.areaId}
          d={arc.value ?? arc.track}
          fill="none"
          stroke={`var(--${arc.tone})`}
          strokeWidth={scene.core.arcWidth}
          opacity={arc.value ? 1 : 0.35}
        />
      ))}
      {scene?.nodes.map(({ id, tone, box, badge }) => (
        <g key={id}>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="18" className={styles['node']} stroke={`var(--${tone})`} />
          <rect x={box.x + 58} y={box.y + box.height / 2 - 8} width={box.width - 86} height="16" rx="8" fill={`var(--${tone})`} opacity="0.55" />
          <g transform={`translate(${box.x + 16} ${box.y + box.height / 2 - 16}) scale(2)`}>
            {badge.status === 'not-started' || badge.status === 'unknown' ? (
              <circle cx="8" cy="8" r="5" fill={`var(--${tone})`} opacity="0.55" />
            ) : (
              <StatusShape status={badge.status} />
            )}
          </g>
        </g>
      ))}
    </svg>
  )
}
