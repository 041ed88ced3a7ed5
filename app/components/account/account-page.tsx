import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import styles from './account-page.module.css'

/** Two threads that cross: the sign of the program. */
export function Brand() {
  return (
    <span className={styles['brand']}>
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <g fill="none" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="round">
          <path d="M5 11c5 0 5 10 11 10s6-10 11-10" />
          <path d="M5 21c5 0 5-10 11-10s6 10 11 10" opacity=".62" />
        </g>
      </svg>
      Weft
    </span>
  )
}

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly below?: ReactNode
  readonly isWide?: boolean
  /** where there is nothing more to do, what stands over the words; they are in the middle of the page then */
  readonly sign?: ReactNode
  readonly children?: ReactNode
}

/** A page before or beside the networks: one card, one thing to do. */
export function AccountPage({ title, lead, below, isWide = false, sign, children }: Props) {
  return (
    <main className={styles['page']}>
      <Brand />
      <div className={classNames(styles['card'], isWide && styles['wide'], sign !== undefined && styles['end'])}>
        {sign && (
          <div className={styles['sign']} aria-hidden="true">
            {sign}
          </div>
        )}
        <h1>{title}</h1>
        {lead && <div className={styles['lead']}>{lead}</div>}
        {children && <div className={styles['content']}>{children}</div>}
      </div>
      {below && <div className={styles['below']}>{below}</div>}
    </main>
  )
}
