'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted, stateWords } from '../../../components/graph/words.ts'
import list from '../../../components/ui/press-list.module.css'
import styles from './undated.module.css'

export const undatedId = 'timeline-undated'

/** Promises without any day: told apart, because no line of time can hold them. */
export function Undated({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  if (entries.length === 0) return null
  const node = (id: string | null) => find(snapshot, 'node', id)?.name ?? 'nobody yet'
  return (
    <section id={undatedId} className={styles['undated']} aria-labelledby={`${undatedId}-title`}>
      <h2 id={`${undatedId}-title`}>{counted(entries.length, 'promise')} without a date</h2>
      <p>Nobody said when they are needed or promised. Open one to say it.</p>
      <ul className={list['presses']}>
        {entries.map(({ id, what, giverNodeId, takerNodeId, state }) => (
          <li key={id}>
            <button type="button" data-record={id} onClick={() => select('need', id)}>
              <strong>{what || 'A need without a name'}</strong>
              <span>
                {node(giverNodeId)} → {node(takerNodeId)} · {stateWords[state]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
