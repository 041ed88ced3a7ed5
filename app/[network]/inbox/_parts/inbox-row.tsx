'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { InboxItem } from '../../../../lib/domain/promise/inbox.ts'
import { counted } from '../../../components/graph/words.ts'
import { markOf, PromiseMark } from '../../../components/promise/promise-mark.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import styles from './inbox.module.css'

/** For how long it has waited; nothing where nobody knows. */
function ageOf({ ageDays }: InboxItem): string {
  if (ageDays === null) return ''
  return ageDays <= 0 ? 'today' : counted(ageDays, 'day')
}

/** When it is due, in days from today. */
function dueOf({ kind, dueInDays }: InboxItem): { readonly text: string; readonly isLate: boolean } {
  if (dueInDays === null) return { text: kind === 'checkIn' ? '' : 'no date', isLate: false }
  if (dueInDays < 0) return { text: `${counted(-dueInDays, 'day')} late`, isLate: true }
  return { text: dueInDays === 0 ? 'due today' : dueInDays === 1 ? 'due tomorrow' : `due in ${counted(dueInDays, 'day')}`, isLate: false }
}

function Mark({ item }: { readonly item: InboxItem }) {
  const { assessment } = useNetwork()
  const need = assessment.dependencies.get(item.dependencyId ?? '')
  const result = assessment.keyResults.get(item.keyResultId ?? '')
  if (need) return <PromiseMark state={markOf(need)} />
  return result ? (
    <span className={styles['status']}>
      <StatusBadge status={result.display} />
    </span>
  ) : null
}

type Props = {
  readonly item: InboxItem
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly press: (isByKey: boolean) => void
  readonly step: (by: number) => void
}

/** One thing that waits, as one line: what, for how long, by when. */
export function InboxRow({ item, isSelected, isTabStop, press, step }: Props) {
  const due = dueOf(item)
  return (
    <button
      type="button"
      data-item={item.id}
      data-record={item.dependencyId ?? item.keyResultId}
      className={styles['row']}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={({ detail }) => press(detail === 0)}
      onKeyDown={(event) => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (!by) return
        event.preventDefault()
        step(by)
      }}
    >
      <Mark item={item} />
      <span className={styles['sentence']} title={item.sentence}>
        {item.sentence}
      </span>
      <span className={styles['age']}>{ageOf(item)}</span>
      <span className={styles['due']} data-late={due.isLate || undefined}>
        {due.text}
      </span>
    </button>
  )
}
