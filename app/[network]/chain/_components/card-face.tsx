import { memo } from 'react'
import type { ChainCard } from '../../../../lib/layout/scene.ts'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import styles from './card-face.module.css'

function CardFaceView({ card, level }: { card: ChainCard; level: number }) {
  if (level === 0 || level >= 2) return null
  return (
    <span className={styles['face']}>
      {card.badge && <StatusBadge status={card.badge.status} />}
      <span>{card.title.full}</span>
    </span>
  )
}

/** What a card shows where it is too small for all it has. */
export const CardFace = memo(CardFaceView)
