'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Reason } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { listed } from '../../../components/graph/words.ts'
import { reasonWords } from '../../../components/history/reasons.ts'
import type { HistoryEntry } from '../../../components/history/types.ts'
import styles from './list.module.css'

/** How much a change set added, changed and removed; by sign and word as well as by colour. */
export function Counts({ counts: { added, changed, removed } }: { readonly counts: HistoryEntry['counts'] }) {
  if (added + changed + removed < 2) return null
  const parts = [
    { sign: '+', count: added, word: 'added', tone: styles['added'] },
    { sign: '~', count: changed, word: 'changed', tone: styles['changed'] },
    { sign: '−', count: removed, word: 'removed', tone: styles['removed'] },
  ].filter(({ count }) => count > 0)
  return (
    <span className={styles['counts']} title={parts.map(({ count, word }) => `${count} ${word}`).join(', ')}>
      {parts.map(({ sign, count, word, tone }) => (
        <span key={word} className={tone}>
          <span aria-hidden="true">
            {sign}
            {count}
          </span>
          <span className="visually-hidden">
            {count} {word}{' '}
          </span>
        </span>
      ))}
    </span>
  )
}

/** The names of the nodes of others that a change touched; those that are gone are counted. */
function useOthers(ids: readonly string[]): string {
  const { snapshot } = useNetwork()
  const names = ids.flatMap((id) => find(snapshot, 'node', id)?.name ?? [])
  return names.length > 0 ? listed(names) : ''
}

type Props = { readonly entry: HistoryEntry; readonly reason: Reason | undefined; readonly isNamed: boolean }

/** What else is to be known of a change, beside its sentence: whose node, whether it is a moment with a name, and why. */
export function EntryMarks({ entry, reason, isNamed }: Props) {
  const others = useOthers(entry.othersNodeIds)
  return (
    <span className={styles['marks']}>
      {isNamed && <span className={styles['named']}>named</span>}
      {entry.othersNodeIds.length > 0 && (
        <span className={styles['mark']} title={others === '' ? 'It touched a node in which who made it takes no part' : `It touched ${others}`}>
          another’s node
        </span>
      )}
      {reason && (
        <span className={styles['reason']} title={reason.text ?? undefined}>
          {reasonWords[reason.kind]}
          {reason.text && <em>: {reason.text}</em>}
        </span>
      )}
    </span>
  )
}
