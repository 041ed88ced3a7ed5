import { type DisplayStatus, displayStatuses } from '../../../lib/domain/okr/assessment.ts'
import { StatusBadge, statusWords } from '../ui/status-badge.tsx'
import styles from './legend.module.css'

/** The rows of a legend that map and chain share: each status with its shape, and the tick of today. */
export function LegendStatuses() {
  return (
    <>
      {displayStatuses.map((status: DisplayStatus) => (
        <li key={status}>
          <span className={styles['glyph']}>
            <StatusBadge status={status} size={14} />
          </span>
          <span aria-hidden="true">{statusWords[status]}</span>
        </li>
      ))}
      <li>
        <i className={styles['tick']} /> expected today
      </li>
    </>
  )
}
