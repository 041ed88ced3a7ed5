'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Reason } from '../../../../lib/domain/entity.ts'
import { entrySentence } from '../../../components/history/entry-sentence.ts'
import type { HistoryEntry } from '../../../components/history/types.ts'
import { actorOf } from '../../../components/history/who-words.ts'
import { Counts, EntryMarks } from './entry-marks.tsx'
import styles from './list.module.css'

type Props = {
  readonly entry: HistoryEntry
  readonly time: string
  readonly reason: Reason | undefined
  readonly isNamed: boolean
  readonly isOpen: boolean
  readonly isTabStop: boolean
  readonly press: (isByKey: boolean) => void
  readonly step: (by: number) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** One change as one line: when, who, what, and what else is to be known of it. */
export function ChangeRow({ entry, time, reason, isNamed, isOpen, isTabStop, press, step }: Props) {
  const { snapshot } = useNetwork()
  const { name, by } = actorOf(snapshot, entry.actor)
  return (
    <button
      type="button"
      data-revision={entry.revision}
      className={styles['row']}
      aria-current={isOpen || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={({ detail }) => press(detail === 0)}
      onKeyDown={(event) => {
        const by = steps[event.key]
        if (!by) return
        event.preventDefault()
        step(by)
      }}
    >
      <time dateTime={entry.at} className={styles['time']}>
        {time}
      </time>
      <span className={styles['who']}>
        {name}
        {by !== '' && <small> {by}</small>}
      </span>
      <span className={styles['sentence']}>
        {entry.isStructural && (
          <span className={styles['structure']} title="It changed the structure of the network">
            <span aria-hidden="true">◇</span>
            <span className="visually-hidden">structure: </span>
          </span>
        )}
        {entrySentence(snapshot, entry)}
      </span>
      <Counts counts={entry.counts} />
      <EntryMarks entry={entry} reason={reason} isNamed={isNamed} />
    </button>
  )
}
