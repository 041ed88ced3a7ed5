import type { ReactNode } from 'react'
import styles from './figure.module.css'

type Props = { readonly name: string; readonly value: string; readonly children: ReactNode; readonly action?: ReactNode }

/** A number that cannot be there yet: what is missing, and what to do. */
export function NextStep({ name, value, children, action }: Props) {
  return (
    <div className={styles['figure']} data-large="" data-unknown="">
      <h3>{name}</h3>
      <p className={styles['value']}>{value}</p>
      <p className={styles['reading']}>{children}</p>
      {action && <div className={styles['doings']}>{action}</div>}
    </div>
  )
}
