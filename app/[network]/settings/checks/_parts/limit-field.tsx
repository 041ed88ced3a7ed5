'use client'
import { useState } from 'react'
import type { Limit } from '../../../../../lib/domain/checks/rule.ts'
import { Button } from '../../../../components/ui/button.tsx'
import styles from './checks.module.css'

type Props = {
  readonly name: string
  readonly limit: Limit
  /** what the network has set; null is as it comes */
  readonly value: number | null
  readonly may: boolean
  readonly set: (value: number | null) => void
}

/** The number at which a rule begins to speak, with its unit; what is not within the bounds is not taken. */
export function LimitField({ name, limit: { usual, least, most, unit }, value, may, set }: Props) {
  const [text, setText] = useState(String(value ?? usual))
  const number = Number(text)
  const isTaken = text.trim() !== '' && Number.isFinite(number) && number >= least && number <= most
  const commit = () => {
    if (!isTaken) return setText(String(value ?? usual))
    if (number !== (value ?? usual)) set(number === usual ? null : number)
  }
  return (
    <div>
      <input
        type="number"
        aria-label={`${name}: ${unit}, from ${least} to ${most}`}
        aria-invalid={!isTaken || undefined}
        min={least}
        max={most}
        value={text}
        disabled={!may}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
      <span className={styles['unit']}>{unit}</span>
      {value !== null && (
        <span className={styles['usual']}>
          as it comes: {usual}
          {may && (
            <Button size="small" tone="quiet" aria-label={`${name}: as it comes, ${usual}`} onClick={() => set(null)}>
              As it comes
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
