import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = { readonly title: string; readonly children?: ReactNode; readonly ghost?: ReactNode; readonly action?: ReactNode }

/** What a view shows before there is anything in it: a ghost of itself and the first thing to do. */
export function EmptyState({ title, children, ghost, action }: Props) {
  return (
    <div className={styles['empty']}>
      {ghost && (
        <div className={styles['ghost']} aria-hidden="true">
          {ghost}
        </div>
      )}
      <h2>{title}</h2>
      {children && <div className={styles['text']}>{children}</div>}
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
