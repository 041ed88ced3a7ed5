import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './ui-icon.tsx'

type Props = {
  readonly children: ReactNode
  readonly tone?: 'plain' | 'accent' | 'warning'
  readonly onRemove?: () => void
  readonly removeLabel?: string
  readonly title?: string
}

/** A small fact, such as one part of what was typed or one filter. */
export function Chip({ children, tone = 'plain', onRemove, removeLabel = 'Remove', title }: Props) {
  return (
    <span className={classNames(styles['chip'], styles[tone])} title={title}>
      {children}
      {onRemove && (
        <button type="button" className={styles['remove']} aria-label={removeLabel} onClick={onRemove}>
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}
