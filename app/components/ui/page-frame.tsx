import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './page-frame.module.css'

type Props = {
  /** what the page says, in a sentence or in its name */
  readonly title: ReactNode
  /** how many things wait on it */
  readonly count?: number
  /** what narrows it, its switches, its keys */
  readonly tools?: ReactNode
  /** the scope of its own keys */
  readonly scope?: string
  /** a `PageBody`, or what scrolls by itself */
  readonly children: ReactNode
}

/** A page of a network: one row with what it says and its tools, and below it what scrolls. */
export function PageFrame({ title, count, tools, scope, children }: Props) {
  return (
    <div className={styles['page']} data-scope={scope} data-home-scope={scope}>
      <div className={styles['bar']}>
        <h1>
          {title}
          {count !== undefined && <span className={styles['count']}> {count}</span>}
        </h1>
        {tools && <div className={styles['tools']}>{tools}</div>}
      </div>
      {children}
    </div>
  )
}

/** What scrolls under the row of a page. */
export function PageBody({ className, children }: { readonly className?: string | undefined; readonly children: ReactNode }) {
  return <div className={classNames(styles['body'], className)}>{children}</div>
}
