'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { type Ask, openAsks } from '../../../lib/domain/ritual/open-asks.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { counted } from '../graph/words.ts'
import { NeedLine } from '../ritual/need-line.tsx'
import styles from './side.module.css'

/** How long it has waited, and for whom. */
function noteOf({ ageDays, whoseMove }: Ask): string {
  const age = ageDays === null ? null : ageDays === 0 ? 'since today' : `for ${counted(ageDays, 'day')}`
  return [age, whoseMove === 'consumer' ? 'the asker’s move' : null].filter(Boolean).join(', ')
}

/** What nobody has answered yet, oldest first. */
export function Unanswered() {
  const { snapshot, assessment } = useNetwork()
  const { view } = useView()
  const asks = useMemo(() => openAsks(snapshot, assessment).unanswered, [snapshot, assessment])
  const areaOf = (nodeId: string | null) => find(snapshot, 'node', nodeId)?.areaId ?? ''
  const shown = asks.filter(
    ({ supplierNodeId, consumerNodeId }) =>
      view.area.length === 0 || view.area.includes(areaOf(supplierNodeId)) || view.area.includes(areaOf(consumerNodeId)),
  )
  return (
    <section className={styles['section']} aria-label="Asks without an answer">
      <h2>
        Asks without an answer <span className={styles['count']}>{shown.length}</span>
      </h2>
      {shown.length === 0 ? (
        <p className={styles['quiet']}>Every ask has an answer.</p>
      ) : (
        <ul>
          {shown.map((ask) => (
            <li key={ask.dependencyId}>
              <NeedLine needId={ask.dependencyId} extra={noteOf(ask)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
