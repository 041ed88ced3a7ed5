'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { find, networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { listed } from '../../../components/graph/words.ts'
import { entrySentence } from '../../../components/history/entry-sentence.ts'
import { dayHeading, timeReader } from '../../../components/history/moment.ts'
import { marksOf, markWords, reasonsByRevision, reasonWords } from '../../../components/history/reasons.ts'
import type { HistoryEntry } from '../../../components/history/types.ts'
import { actorOf } from '../../../components/history/who-words.ts'
import styles from './detail.module.css'
import { addressOf } from './filter.ts'

/** What a change set was: the sentence, who and when, whose nodes it touched, what it took back, why, and its name. */
export function ChangeHead({ entry }: { readonly entry: HistoryEntry }) {
  const { snapshot, slug, today } = useNetwork()
  const { timeZone } = networkOf(snapshot)
  const { personId, name, by } = actorOf(snapshot, entry.actor)
  const reason = reasonsByRevision(snapshot).get(entry.revision)
  const names = marksOf(snapshot).filter(({ revision }) => revision === entry.revision)
  const others = entry.othersNodeIds.flatMap((id) => find(snapshot, 'node', id)?.name ?? [])
  return (
    <header className={styles['head']}>
      <h2>{entrySentence(snapshot, entry)}</h2>
      <p className={styles['quiet']}>
        {personId === null ? name : <Link href={`/${slug}/history${addressOf({ who: personId })}`}>{name}</Link>}
        {by !== '' && ` ${by}`},{' '}
        <time dateTime={entry.at}>{`${dayHeading(dayIn(timeZone, entry.at), today)}, ${timeReader(timeZone)(entry.at)}`}</time>
      </p>
      {entry.othersNodeIds.length > 0 && (
        <p className={styles['quiet']}>
          It touched {others.length > 0 ? listed(others) : 'a node'}, in which {personId === null ? 'nobody acted' : `${name} takes no part`}.
        </p>
      )}
      {names.map((mark) => (
        <p key={mark.id} className={styles['named']}>
          “{mark.name}”, {markWords[mark.kind]}
          {mark.note && <span className={styles['quiet']}> · {mark.note}</span>}
        </p>
      ))}
      {reason && (
        <p className={styles['why']}>
          <strong>{reasonWords[reason.kind]}</strong>
          {reason.text && `: ${reason.text}`}
        </p>
      )}
    </header>
  )
}
