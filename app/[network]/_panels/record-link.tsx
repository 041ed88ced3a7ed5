'use client'

import type { ReactNode } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { type SelectionKind, useView } from '../../../lib/client/view.ts'
import type { DependencyAssessment, DisplayStatus } from '../../../lib/domain/okr/assessment.ts'
import { find, get } from '../../../lib/domain/snapshot.ts'
import { needInWords } from '../../components/graph/words.ts'
import { TalkMark } from '../../components/talk/talk-mark.tsx'
import { StatusBadge } from '../../components/ui/status-badge.tsx'
import panel from './panel.module.css'
import styles from './record-link.module.css'

type LinkProps = {
  readonly kind: SelectionKind
  readonly id: string
  readonly children: ReactNode
  readonly status?: DisplayStatus | null
  readonly detail?: ReactNode
}

const subjectByKind = {
  node: 'node',
  area: 'area',
  objective: 'objective',
  kr: 'keyResult',
  need: 'dependency',
  exchange: 'exchange',
  goal: 'goal',
} as const

/** Opens another record in the panel. */
export function RecordLink({ kind, id, children, status, detail }: LinkProps) {
  const { select } = useView()
  return (
    <button type="button" className={styles['link']} onClick={() => select(kind, id)}>
      {status && <StatusBadge status={status} />}
      <span>
        {children}
        {detail && <small>{detail}</small>}
      </span>
      {kind !== 'person' && kind !== 'health' && <TalkMark subject={subjectByKind[kind]} id={id} />}
    </button>
  )
}

/** The node, key result and objective words that say where a key result lives. */
function placeOf(snapshot: ReturnType<typeof useNetwork>['snapshot'], keyResultId: string): string {
  const objective = find(snapshot, 'objective', find(snapshot, 'keyResult', keyResultId)?.objectiveId ?? null)
  return find(snapshot, 'node', objective?.nodeId ?? null)?.name ?? ''
}

export function KeyResultLink({ id }: { id: string }) {
  const { snapshot, assessment } = useNetwork()
  return (
    <RecordLink kind="kr" id={id} status={assessment.keyResults.get(id)?.display ?? null} detail={placeOf(snapshot, id)}>
      {get(snapshot, 'keyResult', id).title}
    </RecordLink>
  )
}

function isBad({ marks, condition }: DependencyAssessment): boolean {
  return marks.length > 0 || condition === 'declined' || condition === 'revoked'
}

/** A need in a list, from one of its sides: the other side, what, and how it stands. */
export function NeedLink({ need, side }: { need: DependencyAssessment; side: 'consumer' | 'supplier' }) {
  const { snapshot, assessment } = useNetwork()
  const otherKeyResult = side === 'consumer' ? need.supplierKeyResultId : need.consumerKeyResultId
  const otherNode = find(snapshot, 'node', side === 'consumer' ? need.supplierNodeId : need.consumerNodeId)?.name ?? ''
  const what = get(snapshot, 'dependency', need.id).what
  const title = find(snapshot, 'keyResult', otherKeyResult)?.title
  const status = otherKeyResult ? (assessment.keyResults.get(otherKeyResult)?.display ?? null) : null
  return (
    <RecordLink
      kind="need"
      id={need.id}
      status={status}
      detail={
        <>
          {[otherNode, title && what !== title ? what : ''].filter(Boolean).join(' · ')}{' '}
          <span className={isBad(need) ? styles['bad'] : undefined}>{needInWords(need)}</span>
        </>
      }
    >
      {title ?? (what || otherNode)}
    </RecordLink>
  )
}

type NeedListProps = { readonly needs: readonly DependencyAssessment[]; readonly side: 'consumer' | 'supplier'; readonly empty: string }

export function NeedList({ needs, side, empty }: NeedListProps) {
  if (needs.length === 0) return <p className={panel['quiet']}>{empty}</p>
  return (
    <ul className={panel['list']}>
      {needs.map((need) => (
        <li key={need.id}>
          <NeedLink need={need} side={side} />
        </li>
      ))}
    </ul>
  )
}
