'use client'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { messageOf } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { networkOf } from '../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../lib/domain/time.ts'
import { shortDay } from '../graph/words.ts'
import { entrySentence } from './entry-sentence.ts'
import { momentOf, timeReader } from './moment.ts'
import { readHistory } from './read.ts'
import styles from './record-history.module.css'
import type { HistoryEntry } from './types.ts'
import { usePacedRevision } from './use-paced-revision.ts'
import { actorOf } from './who-words.ts'

const most = 5

/** The last changes of one record, read when somebody asks for them; the history has all. */
export function RecordHistory({ id }: { readonly id: string }) {
  const { isPast } = useNetwork()
  const [isOpen, setOpen] = useState(false)
  if (isPast) return null
  return (
    <details className={styles['history']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {isOpen && <Last key={id} id={id} />}
    </details>
  )
}

function Last({ id }: { readonly id: string }) {
  const { slug } = useNetwork()
  const [page, setPage] = useState<{ readonly entries: readonly HistoryEntry[]; readonly next: number | null } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const revision = usePacedRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision reads again
  useEffect(() => {
    let isOver = false
    readHistory(slug, { record: id, limit: most }).then(
      (answer) => !isOver && setPage(answer),
      (error: unknown) => !isOver && setFailure(messageOf(error)),
    )
    return () => {
      isOver = true
    }
  }, [slug, id, revision])
  if (!page) return <p className={styles['quiet']}>{failure ?? 'Reading …'}</p>
  return (
    <>
      <ol>
        {page.entries.map((entry) => (
          <Line key={entry.revision} entry={entry} id={id} />
        ))}
      </ol>
      <p>
        <Link href={`/${slug}/history?record=${encodeURIComponent(id)}`} prefetch={false}>
          {page.next === null ? 'See what differed each time' : 'All changes of this'}
        </Link>
      </p>
    </>
  )
}

function Line({ entry, id }: { readonly entry: HistoryEntry; readonly id: string }) {
  const { snapshot, slug, today } = useNetwork()
  const { timeZone } = networkOf(snapshot)
  const day = dayIn(timeZone, entry.at)
  const when = day === today ? timeReader(timeZone)(entry.at) : shortDay(day, today)
  return (
    <li>
      <Link href={`/${slug}/history?record=${encodeURIComponent(id)}&open=${momentOf(entry.revision)}`} prefetch={false}>
        {entrySentence(snapshot, entry)}
      </Link>
      <small>
        {actorOf(snapshot, entry.actor).name}, <time dateTime={entry.at}>{when}</time>
      </small>
    </li>
  )
}
