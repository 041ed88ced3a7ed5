'use client'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Fix, FixGiven } from '../../../../../lib/domain/ritual/plan/fit/finding.ts'
import { listOf } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Select, TextField } from '../../../../components/ui/field.tsx'
import styles from './fit.module.css'

type Props = { readonly fix: Fix; readonly onApply: (given: FixGiven) => void; readonly onCancel: () => void }

/** What a fix has to be told, filled in with what one would say first: Enter takes it as it stands. */
export function FixForm({ fix, onApply, onCancel }: Props) {
  const { snapshot, today } = useNetwork()
  const form = useRef<HTMLFormElement>(null)
  const [given, setGiven] = useState(fix.suggested)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const isComplete = fix.asks.every((part) => given[part] !== null && given[part]?.trim() !== '')
  const apply = (event?: FormEvent) => {
    event?.preventDefault()
    if (isComplete) onApply(given)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) apply()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const people = listOf(snapshot, 'person').map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form ref={form} className={styles['form']} aria-label={fix.label} data-scope="text" onSubmit={apply} onKeyDown={onKeyDown}>
      {fix.asks.includes('ownerId') && (
        <Select
          label="Who"
          value={given.ownerId ?? ''}
          options={[{ value: '', label: 'Choose somebody' }, ...people]}
          onChoose={(ownerId) => setGiven({ ...given, ownerId: ownerId === '' ? null : ownerId })}
        />
      )}
      {fix.asks.includes('dueOn') && (
        <TextField
          label="By when"
          type="date"
          min={today}
          value={given.dueOn ?? ''}
          onChange={(event) => setGiven({ ...given, dueOn: event.currentTarget.value || null })}
        />
      )}
      {fix.asks.includes('text') && (
        <TextField
          label="Why"
          value={given.text ?? ''}
          maxLength={400}
          onChange={(event) => setGiven({ ...given, text: event.currentTarget.value })}
        />
      )}
      <div className={styles['formFoot']}>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" tone="primary" type="submit" disabled={!isComplete}>
          {fix.label}
        </Button>
      </div>
    </form>
  )
}
