'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { placeOfDay } from '../../../../lib/layout/timeline/days.ts'
import type { TimelineScene } from '../../../../lib/layout/timeline/scene.ts'
import { shortDay } from '../../../components/graph/words.ts'
import styles from './ghost.module.css'
import type { Proposing } from './use-proposal.ts'

/** Where a promise was, and where it is proposed to be. */
export function Ghost({ scene, proposing: { proposal } }: { readonly scene: TimelineScene; readonly proposing: Proposing }) {
  const { today } = useNetwork()
  const row = scene.rows.find(({ id }) => id === proposal?.id)
  if (!proposal || !row) return null
  const [from, to] = [placeOfDay(scene, proposal.was), placeOfDay(scene, proposal.day)]
  const y = row.box.y + row.box.height * 0.7
  const r = 8
  const words = `${shortDay(proposal.was, today)} → ${shortDay(proposal.day, today)}`
  const isAtRight = Math.max(from, to) < scene.plot.x + scene.plot.width - 150
  return (
    <g className={styles['ghost']}>
      <path d={`M${from} ${y}H${to}`} />
      <path d={`M${to} ${y - r}L${to + r} ${y}L${to} ${y + r}L${to - r} ${y}Z`} />
      <text x={isAtRight ? Math.max(from, to) + 13 : Math.min(from, to) - 13} y={y + 4} textAnchor={isAtRight ? 'start' : 'end'}>
        {words}
      </text>
    </g>
  )
}
