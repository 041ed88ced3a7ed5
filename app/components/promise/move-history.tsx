'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { PromiseMove } from '../../../lib/domain/entity.ts'
import { moveWords } from '../../../lib/domain/promise/moves.ts'
import { find, networkOf, referring } from '../../../lib/domain/snapshot.ts'
import { compareInstants, dayIn, daysBetween } from '../../../lib/domain/time.ts'
import { shortDay } from '../graph/words.ts'
import styles from './promise.module.css'
import { PromiseMark } from './promise-mark.tsx'

/** “today”, “yesterday”, “5 days ago”. */
export function ageWords(days: number): string {
  if (days <= 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** Everything that both sides did with a promise, the latest first: who, what, why, and how long ago. */
export function MoveHistory({ dependencyId }: { readonly dependencyId: string }) {
  const { snapshot } = useNetwork()
  const moves = useMemo(
    () => referring(snapshot, 'promiseMove', 'dependencyId', dependencyId).toSorted((a, b) => compareInstants(b.at, a.at) || b.rank - a.rank),
    [snapshot, dependencyId],
  )
  if (moves.length === 0) return <p className={styles['quiet']}>Nothing has been recorded yet: it came as it stands.</p>
  return (
    <ol className={styles['history']}>
      {moves.map((move) => (
        <HistoryLine key={move.id} move={move} />
      ))}
    </ol>
  )
}

function HistoryLine({ move }: { readonly move: PromiseMove }) {
  const { snapshot, today } = useNetwork()
  const day = dayIn(networkOf(snapshot).timeZone, move.at)
  const name = find(snapshot, 'person', move.personId)?.name
  const side = move.side === 'supplier' ? 'the giving side' : 'the asking side'
  const { terms } = move
  return (
    <li>
      <PromiseMark state={move.to} />
      <div>
        <p>
          <strong>{name ?? side}</strong> {moveWords[move.move].done}
          {terms?.on && <>: {shortDay(terms.on, today)}</>}
          {move.answerBy && <> by {shortDay(move.answerBy, today)}</>}
        </p>
        {terms?.what && <p className={styles['quiet']}>What: {terms.what}</p>}
        {terms?.condition && <p className={styles['quiet']}>How we know: {terms.condition}</p>}
        {move.reason && <blockquote>{move.reason}</blockquote>}
        <time dateTime={move.at} title={move.at} className={styles['quiet']}>
          {shortDay(day, today)}, {ageWords(daysBetween(day, today))}
        </time>
      </div>
    </li>
  )
}
