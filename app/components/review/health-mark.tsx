import type { Health } from '../../../lib/domain/vocabulary.ts'
import styles from './health-mark.module.css'

const shapes: Readonly<Record<Health, string>> = { better: 'M2 9 6 3l4 6Z', same: 'M2 4.200h8M2 7.800h8', worse: 'M2 3l4 6 4-6Z' }

/** How a relationship goes, by shape and word. */
export function HealthMark({ health }: { readonly health: Health }) {
  return (
    <span className={styles['health']} data-health={health}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[health]} />
      </svg>
      {health}
    </span>
  )
}
