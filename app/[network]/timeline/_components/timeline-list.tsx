'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { isTroubledEntry } from '../../../../lib/client/scene-input/timeline.ts'
import { useView } from '../../../../lib/client/view.ts'
import { byDay, orderDay, type TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { monthName, shortDay } from '../../../components/graph/words.ts'
import list from '../../../components/ui/press-list.module.css'
import { MarkGlyph } from './mark-glyph.tsx'
import styles from './timeline-list.module.css'
import { standingInWords } from './timeline-words.ts'

/** The same promises where there is no room for a plot: by day, with the same marks. */
export function TimelineList({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { today } = useNetwork()
  const sorted = entries.toSorted(byDay)
  const months = Map.groupBy(sorted, (entry) => (orderDay(entry) ?? '').slice(0, 7))
  return (
    <div className={styles['list']}>
      {[...months].map(([month, held]) => (
        <section key={month} aria-label={monthName(`${month}-01`)}>
          <h2>{monthName(`${month}-01`)}</h2>
          <ol className={list['framed']}>
            {held.map((entry) => (
              <Item key={entry.id} entry={entry} today={today} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Item({ entry, today }: { readonly entry: TimelineEntry; readonly today: string }) {
  const { snapshot } = useNetwork()
  const { select, selection } = useView()
  const node = (id: string | null) => find(snapshot, 'node', id)?.name ?? 'nobody yet'
  const isTroubled = isTroubledEntry(entry)
  const isKept = (entry.state === 'delivered' || entry.state === 'accepted') && entry.deliveredOn === null && entry.acceptedOn === null
  const isLate = entry.lateDays + entry.overdueDays > 0
  return (
    <li>
      <button type="button" data-record={entry.id} aria-expanded={selection?.id === entry.id} onClick={() => select('need', entry.id)}>
        <strong>{entry.what || 'A need without a name'}</strong>
        <span className={styles['sides']}>
          {node(entry.giverNodeId)} → {node(entry.takerNodeId)}
        </span>
        <span className={styles['days']}>
          {entry.neededOn && <Mark kind="needed" day={shortDay(entry.neededOn, today)} word="needed" />}
          {entry.promisedOn && (
            <Mark kind={isKept ? 'kept' : 'promised'} day={shortDay(entry.promisedOn, today)} word="promised" isLate={entry.lateDays > 0} />
          )}
          {entry.proposedOn && <Mark kind="proposed" day={shortDay(entry.proposedOn, today)} word="proposed" />}
          {entry.acceptedOn ? (
            <Mark kind="accepted" day={shortDay(entry.acceptedOn, today)} word="accepted" />
          ) : (
            entry.deliveredOn && <Mark kind="delivered" day={shortDay(entry.deliveredOn, today)} word="delivered" />
          )}
        </span>
        <span className={isTroubled ? styles['trouble'] : styles['sides']}>
          {isLate && <MarkGlyph kind="now" />}
          {standingInWords(entry)}
        </span>
      </button>
    </li>
  )
}

type MarkProps = {
  readonly kind: 'needed' | 'promised' | 'kept' | 'proposed' | 'delivered' | 'accepted'
  readonly day: string
  readonly word: string
  readonly isLate?: boolean
}

function Mark({ kind, day, word, isLate = false }: MarkProps) {
  return (
    <span>
      <MarkGlyph kind={kind} isLate={isLate} /> {word} {day}
    </span>
  )
}
