import { type PromiseClass, promiseClass } from '../../../../../lib/domain/okr/promise-class.ts'
import type { PromiseState } from '../../../../../lib/domain/vocabulary.ts'
import styles from './promises.module.css'

const parts: readonly { readonly kind: PromiseClass; readonly words: string }[] = [
  { kind: 'promised', words: 'promised' },
  { kind: 'open', words: 'waiting' },
  { kind: 'refused', words: 'refused' },
]

/** What is promised, waits and was refused, each as its part of one line; told in words, and apart by pattern as well as by colour. */
export function StateBar({ states }: { readonly states: readonly PromiseState[] }) {
  const counts = parts.map(({ kind, words }) => ({ kind, words, count: states.filter((state) => promiseClass(state) === kind).length }))
  const whole = counts.reduce((sum, { count }) => sum + count, 0)
  if (whole === 0) return null
  return (
    <div className={styles['bar']} role="img" aria-label={counts.map(({ count, words }) => `${count} ${words}`).join(', ')}>
      {counts.map(({ kind, count }) => (count === 0 ? null : <i key={kind} data-kind={kind} style={{ flexGrow: count }} />))}
    </div>
  )
}
