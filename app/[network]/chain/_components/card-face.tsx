'use client'

import { memo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { referring } from '../../../../lib/domain/snapshot.ts'
import { latestFirst } from '../../../../lib/domain/time.ts'
import type { ChainCard } from '../../../../lib/layout/scene.ts'
import { WordLines } from '../../../components/graph/word-lines.tsx'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import styles from './card-face.module.css'

/** How much of a card there is room for, by the scale of the drawing. */
export const chainLevels = [
  { from: 0, detail: 'box' },
  { from: 0.36, detail: 'word' },
  { from: 0.46, detail: 'word' },
  { from: 0.52, detail: 'title' },
  { from: 0.58, detail: 'title' },
  { from: 0.65, detail: 'title' },
  { from: 0.73, detail: 'brief' },
  { from: 0.85, detail: 'brief' },
  { from: 0.98, detail: 'card' },
  { from: 1.7, detail: 'full' },
] as const

export type CardDetail = (typeof chainLevels)[number]['detail']

type FaceProps = {
  readonly card: ChainCard
  readonly detail: CardDetail
  /** the least scale at which this is shown */
  readonly scale: number
}

/** What a card keeps free beside its title, and what the badge takes of it, in pixels of the screen. */
const [sideRoom, badgeRoom] = [12, 17]

function CardFaceView({ card, detail, scale }: FaceProps) {
  if (detail === 'box' || detail === 'card') return null
  const hasBadge = card.badge !== null && detail !== 'word'
  const lines = detail === 'word' || (card.kind === 'stub' && scale < 0.65) ? 1 : detail === 'full' ? 3 : 2
  return (
    <span className={styles['face']} style={roomAbove(card)} data-detail={detail} data-kind={card.kind}>
      <span className={styles['title']}>
        {hasBadge && card.badge && <StatusBadge status={card.badge.status} />}
        <WordLines text={card.title.full} width={card.box.width * scale - sideRoom - (hasBadge ? badgeRoom : 0)} most={lines} />
      </span>
      {(detail === 'brief' || detail === 'full') && card.value && (
        <span className={styles['facts']}>
          <span>{card.value.full}</span>
          <span data-late={card.isLate || undefined}>{card.due?.full}</span>
        </span>
      )}
      {detail === 'full' && card.kind === 'key-result' && <More id={card.id} />}
    </span>
  )
}

/** The words stand above the bar; a card that is taller for its many lines keeps them in its middle. */
function roomAbove({ box, bar }: ChainCard) {
  if (!bar) return undefined
  const below = box.y + box.height - bar.track.y
  return { top: `calc(${below - 10}px + 2px * var(--inv))`, bottom: below + 1 }
}

/** What a card shows where it is too small for all it has, or large enough for more. */
export const CardFace = memo(CardFaceView)

function More({ id }: { id: string }) {
  const { snapshot, assessment } = useNetwork()
  const weeks = assessment.keyResults.get(id)?.sparkline ?? []
  const note = referring(snapshot, 'checkIn', 'keyResultId', id)
    .toSorted(latestFirst)
    .find((checkIn) => checkIn.note)?.note
  return (
    <span className={styles['more']}>
      {weeks.some((week) => week !== null) && <Sparkline values={weeks} width={70} height={12} label="Progress over the last eight weeks" />}
      {note && <span>{note}</span>}
    </span>
  )
}
