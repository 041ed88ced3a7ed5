import type { ReactNode } from 'react'
import styles from './settings-card.module.css'

type Props = {
  readonly id: string
  readonly title: string
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** One matter of the settings, of a network or of an account: its name, a word about it, and what is set. */
export function SettingsCard({ id, title, hint, children }: Props) {
  return (
    <section id={id} className={styles['card']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint && <div className={styles['hint']}>{hint}</div>}
      {children}
    </section>
  )
}
