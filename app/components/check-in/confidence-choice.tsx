'use client'
import type { KeyboardEvent } from 'react'
import { classNames } from '../ui/class-names.ts'
import styles from './check-in-line.module.css'

const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

type Props = { readonly value: number | null; readonly onChange: (value: number) => void }

/** Confidence by number keys, arrows or a press; 10 by pressing 1 and 0, or the arrow after 9. */
export function ConfidenceChoice({ value, onChange }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key)) return
    event.preventDefault()
    onChange(event.key === '0' && value === 1 ? 10 : Number(event.key))
  }
  return (
    <fieldset className={styles['confidence']} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">Confidence from 0 to 10</legend>
      {tenths.map((tenth) => (
        <label key={tenth} className={classNames(styles['tenth'], value === tenth && styles['chosen'])}>
          <input type="radio" name="confidence" className="visually-hidden" checked={value === tenth} onChange={() => onChange(tenth)} />
          {tenth}
        </label>
      ))}
    </fieldset>
  )
}
