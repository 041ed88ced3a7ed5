'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { answerCalls, type PromiseAnswer, promiseRows } from '../../../../lib/domain/ritual/check/promises.ts'
import { Button } from '../../../components/ui/button.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { PromiseCard } from './promise-card.tsx'

function keyOf({ side, dependencyId }: Pick<PromiseAnswer, 'side' | 'dependencyId'>): string {
  return `${side} ${dependencyId}`
}

/** Promises given and taken: each is answered by one press, and both sides’ answers are held against each other. */
export function PromisesStep({ ritual, node, isOurs, next }: StepProps) {
  const { snapshot, assessment, who, today } = useNetwork()
  const mutate = useMutate()
  const rows = useMemo(() => promiseRows(snapshot, assessment, ritual), [snapshot, assessment, ritual])
  const [chosen, choose] = useState<string | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const found = rows.findIndex((row) => keyOf(row) === chosen)
  const open = rows.findIndex(({ answer }) => answer === null)
  const at = found >= 0 ? found : open
  const current = rows[at] ?? null
  const answer = (said: PromiseAnswer) => {
    void mutate(answerCalls(snapshot, said, { ritual, who, today, newId: freshId }))
    setAsking(null)
    const other = rows.find((row) => row.answer === null && keyOf(row) !== keyOf(said))
    choose(other ? keyOf(other) : null)
  }
  const say = (word: PromiseAnswer['word']) => {
    if (!current) return
    if (word === 'late') return setAsking(keyOf(current))
    answer({ ...current, word, on: null, note: '' })
  }
  const go = (by: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (row) choose(keyOf(row))
  }
  const isActing = isOurs && current !== null
  useAction(checkActions.yes, () => say('yes'), { enabled: isActing })
  useAction(checkActions.late, () => say('late'), { enabled: isActing })
  useAction(checkActions.blocked, () => say('blocked'), { enabled: isActing })
  useAction(checkActions.later, () => go(1), { enabled: rows.length > 1 })
  useAction(checkActions.earlier, () => go(-1), { enabled: rows.length > 1 })
  useAction(checkActions.next, next)
  const left = rows.filter((row) => row.answer === null).length
  return (
    <>
      {rows.length === 0 && (
        <section className={styles['none']}>
          <p>No promise between {node.name} and others is in force in this cycle. What you need from others can be asked for in a moment.</p>
        </section>
      )}
      {(['supplier', 'consumer'] as const).map((side) => {
        const own = rows.filter((row) => row.side === side)
        if (own.length === 0) return null
        return (
          <section key={side} aria-label={side === 'supplier' ? 'We gave' : 'We took'}>
            <h2>{side === 'supplier' ? 'We gave' : 'We took'}</h2>
            <ul className={styles['rows']}>
              {own.map((row) => (
                <li key={row.dependencyId} data-current={(current !== null && keyOf(current) === keyOf(row)) || undefined}>
                  <PromiseCard
                    ritualId={ritual.id}
                    row={row}
                    isOurs={isOurs}
                    isAskingDay={asking === keyOf(row)}
                    askDay={(isAsking) => setAsking(isAsking ? keyOf(row) : null)}
                    answer={answer}
                  />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <footer className={styles['foot']}>
        <Button tone={left === 0 ? 'primary' : 'plain'} onClick={next}>
          {left === 0 ? 'Go on to the statements' : `Go on, ${left} not answered`}
        </Button>
      </footer>
    </>
  )
}
