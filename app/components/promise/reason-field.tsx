'use client'
import { useId } from 'react'
import styles from './promise.module.css'

type Props = { readonly isNeeded: boolean; readonly isWrong: boolean; readonly value: string; readonly onChange: (value: string) => void }

/** Why: the other side reads it. Shift and Enter make a new line. */
export function ReasonField({ isNeeded, isWrong, value, onChange }: Props) {
  const id = useId()
  return (
    <div className={styles['reason']}>
      <label htmlFor={id}>{isNeeded ? 'Why' : 'A few words (optional)'}</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        placeholder={isNeeded ? 'The other side reads it' : undefined}
        aria-invalid={isWrong || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
