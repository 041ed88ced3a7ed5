'use client'

import { memo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { referring } from '../../../../lib/domain/snapshot.ts'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { percent, valueInWords } from '../../../components/graph/words.ts'
import styles from './node-face.module.css'

/** Levels of detail of a node, by its width on the screen. */
export const detail = { dot: 0, name: 1, card: 2, objectives: 3, results: 4 } as const

/** Scales at which the next level begins: a card of 168 units is then as wide as that level needs. */
export const detailFrom = [0.24, 0.92, 1.7, 2.9] as const

type FaceProps = { readonly id: string; readonly name: string; readonly level: number }

function NodeFaceView({ id, name, level }: FaceProps) {
  const { assessment } = useNetwork()
  const facts = assessment.nodes.get(id)
  if (level === detail.card) return null
  if (level >= detail.objectives) return <NodeObjectives id={id} name={name} isFull={level >= detail.results} />
  return (
    <span className={styles['small']} data-level={level}>
      <StatusBadge status={facts?.worst ?? 'not-started'} />
      {level === detail.name && <span className={styles['name']}>{name}</span>}
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
                    {valueInWords(keyResult.metric)} {facts?.sparkline.some((week) => week !== null) && <Sparkline values={facts.sparkline} width={40} height={10} label="Last eight weeks" />}
                  </span>
                </span>
              )
            })}
        </span>
      ))}
    </span>
  )
}
