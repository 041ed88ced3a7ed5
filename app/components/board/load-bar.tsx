import { type Tally, total } from './board-model.ts'
import styles from './load-bar.module.css'

const parts = ['promised', 'open', 'trouble'] as const

/** How much a giver is asked for, against the one that is asked for most: what is promised, open and in trouble. */
export function LoadBar({ tally, most }: { readonly tally: Tally; readonly most: number }) {
  return (
    <span className={styles['load']}>
      <b>{total(tally)}</b>
      <span aria-hidden="true">
        {parts.map((part) => (
          <i key={part} data-class={part} style={{ width: `${(tally[part] / most) * 100}%` }} />
        ))}
      </span>
    </span>
  )
}
