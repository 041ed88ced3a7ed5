'use client'
import { useState } from 'react'
import type { Span } from './slider-marks.ts'
import styles from './time-bar.module.css'

type Props = { readonly label: string; readonly value: string; readonly span: Span; readonly onDay: (day: string) => void }

/** A day to type or to choose; what is half typed, or outside of the network's time, waits. */
export function DayField({ label, value, span, onDay }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = (day: string) => {
    const isDay = day !== '' && day >= span.first && day <= span.last
    setTyped(isDay ? null : day)
    if (isDay) onDay(day)
  }
  return (
    <input
      type="date"
      className={styles['date']}
      aria-label={label}
      min={span.first}
      max={span.last}
      value={typed ?? value}
      aria-invalid={typed !== null && typed !== ''}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  )
}
