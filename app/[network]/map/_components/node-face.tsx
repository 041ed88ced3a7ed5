'use client'

import { memo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { referring } from '../../../../lib/domain/snapshot.ts'
import { nodeSize } from '../../../../lib/layout/map/places.ts'
import { WordLines } from '../../../components/graph/word-lines.tsx'
import { percent, valueInWords } from '../../../components/graph/words.ts'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import styles from './node-face.module.css'

/** How much of a node there is room for, by the scale of the drawing; several levels of names, because labels get scarcer. */
export const mapLevels = [
  { from: 0, detail: 'dot' },
  { from: 0.45, detail: 'name' },
  { from: 0.52, detail: 'name' },
  { from: 0.58, detail: 'name' },
  { from: 0.65, detail: 'name' },
  { from: 0.74, detail: 'name' },
  { from: 0.84, detail: 'name' },
  { from: 0.95, detail: 'card' },
  { from: 1.7, detail: 'objectives' },
  { from: 2.9, detail: 'results' },
] as const

export type Detail = (typeof mapLevels)[number]['detail']

type FaceProps = {
  readonly id: string
  readonly name: string
  readonly detail: Detail
  /** the least scale at which this is shown */
  readonly scale: number
}

/** What a small card keeps free beside its name, in pixels of the screen. */
const sideRoom = 9

function NodeFaceView({ id, name, detail, scale }: FaceProps) {
  const { assessment } = useNetwork()
  const facts = assessment.nodes.get(id)
  if (detail === 'card') return null
  if (detail === 'objectives' || detail === 'results') return <NodeObjectives id={id} name={name} isFull={detail === 'results'} />
  return (
    <span className={styles['small']} data-detail={detail}>
      <StatusBadge status={facts?.worst ?? 'not-started'} />
      {detail === 'name' && <WordLines text={name} width={nodeSize.width * scale - sideRoom} most={2} />}
    </span>
  )
}

/** What a node shows where its card is too small or large enough for more. */
export const NodeFace = memo(NodeFaceView)

function NodeObjectives({ id, name, isFull }: { id: string; name: string; isFull: boolean }) {
  const { snapshot, assessment, cycle } = useNetwork()
  const objectives = referring(snapshot, 'objective', 'nodeId', id).filter(({ cycleId }) => !cycle || cycleId === cycle.id)
  return (
    <span className={styles['large']}>
      <strong>
        <StatusBadge status={assessment.nodes.get(id)?.worst ?? 'not-started'} /> {name}
      </strong>
      {objectives.length === 0 && <span className={styles['line']}>no objective in this cycle</span>}
      {objectives.map((objective) => (
        <span key={objective.id} className={styles['group']}>
          <span className={styles['line']}>
            <span>{objective.title}</span>
            <span>{percent(assessment.objectives.get(objective.id)?.progress.share ?? null)}</span>
          </span>
          {isFull &&
            referring(snapshot, 'keyResult', 'objectiveId', objective.id).map((keyResult) => {
              const facts = assessment.keyResults.get(keyResult.id)
              return (
                <span key={keyResult.id} className={styles['line']} data-result="">
                  <span>
                    <StatusBadge status={facts?.display ?? 'unknown'} size={12} /> {keyResult.title}
                  </span>
                  <span>
                    {valueInWords(keyResult.metric)}{' '}
                    {facts?.sparkline.some((week) => week !== null) && (
                      <Sparkline values={facts.sparkline} width={40} height={10} label="Last eight weeks" />
                    )}
                  </span>
                </span>
              )
            })}
        </span>
      ))}
    </span>
  )
}
