'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './timeline-empty.module.css'

/** The timeline before there is a promise: its ghost, and the first ask one press away. */
export function TimelineEmpty() {
  const { snapshot, assessment, cycle, slug } = useNetwork()
  const first = listOf(snapshot, 'keyResult').find(({ id }) => !cycle || assessment.keyResults.get(id)?.cycleId === cycle.id)
  return (
    <div className={styles['empty']}>
      <h1 className="visually-hidden">Timeline</h1>
      <EmptyState
        title="The timeline shows what is promised, against the day it is needed"
        ghost={<GhostLines />}
        action={
          first ? (
            <Button tone="primary" onClick={() => askNeed({ consumerKeyResultId: first.id })}>
              Ask for what “{first.title}” needs
            </Button>
          ) : (
            <Link href={`/${slug}/outline`}>Write the first key result in the outline</Link>
          )
        }
      >
        {first
          ? `Nobody has asked for anything${cycle ? ` in ${cycle.name}` : ''} yet.`
          : 'There is no key result in this cycle yet. What it needs from others comes after it.'}
      </EmptyState>
    </div>
  )
}

function GhostLines() {
  return (
    <svg width="360" height="96" viewBox="0 0 360 96" fill="none" stroke="var(--border)" strokeWidth="1.500" aria-hidden="true">
      <path d="M120 8v80" strokeOpacity="0.4" />
      <path d="M240 8v80" stroke="var(--focus)" strokeWidth="2" />
      <path d="M20 30h150M60 58h100M90 84h190" strokeDasharray="6 4" />
      <circle cx="170" cy="30" r="6" />
      <circle cx="160" cy="58" r="6" />
      <circle cx="280" cy="84" r="6" />
      <path d="M200 16h14l-7 11zM172 44h14l-7 11zM250 70h14l-7 11z" />
    </svg>
  )
}
