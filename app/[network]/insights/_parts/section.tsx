'use client'
import type { ReactNode } from 'react'
import insights from './insights.module.css'
import { useIsMeasuring } from './is-measuring.ts'
import styles from './section.module.css'

type Props = { readonly title: string; readonly says?: ReactNode; readonly children: ReactNode; readonly tools?: ReactNode }

/** One question of a theme: what it asks, how to read the picture, the picture. */
export function Section({ title, says, tools, children }: Props) {
  return (
    <section className={styles['section']} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {tools}
      </header>
      {says && <p className={insights['says']}>{says}</p>}
      {children}
    </section>
  )
}

/** Bars before they are known, or where there is nothing to count yet: as high as so many. */
export function RowsGhost({ rows = 4, isBusy = true }: { readonly rows?: number; readonly isBusy?: boolean }) {
  const isMeasuring = useIsMeasuring()
  return (
    <div className={styles['rowsGhost']} aria-busy={(isBusy && isMeasuring) || undefined}>
      {Array.from({ length: rows }, (_, at) => (
        <i key={`${at + 1} of ${rows}`} />
      ))}
    </div>
  )
}
