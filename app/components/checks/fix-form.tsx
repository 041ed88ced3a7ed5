'use client'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { CheckFix, CheckGiven } from '../../../lib/domain/checks/rule.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import styles from './fix-form.module.css'

type Asking = Pick<CheckFix, 'id' | 'label' | 'asks' | 'suggested'>
type Props = { readonly fix: Asking; readonly onApply: (given: CheckGiven) => void; readonly onCancel: () => void }
type Part = keyof CheckGiven

const usualLabels: Readonly<Record<Part, string>> = { ownerId: 'Who', dueOn: 'By when', text: 'Why', value: 'Number' }

/** What a part is called where the usual word would not fit, by the fix that asks. */
const ownLabels: Readonly<Record<string, Partial<Readonly<Record<Part, string>>>>> = {
  accept: { text: 'Because', ownerId: 'Who answers for it', dueOn: 'Look again on' },
  add: { text: 'In words' },
  title: { text: 'The key result, as an outcome' },
  what: { text: 'What is given' },
  condition: { text: 'How one knows' },
  rate: { value: 'From −2 (costs them) to 5' },
  set: { value: 'Today' },
}

function labelOf({ id }: Asking, part: Part): string {
  return ownLabels[id]?.[part] ?? usualLabels[part]
}

function isGiven(value: CheckGiven[Part]): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : (value ?? '').trim() !== ''
}

/** What a fix has to be told, filled in with what one would say first: Enter takes it as it stands. */
export function FixForm({ fix, onApply, onCancel }: Props) {
  const { snapshot } = useNetwork()
  const form = useRef<HTMLFormElement>(null)
  const [given, setGiven] = useState(fix.suggested)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const people = listOf(snapshot, 'person').map(({ id, name }) => ({ value: id, label: name }))
  // where nobody is in the network yet, nobody can be named
  const asked = fix.asks.filter((part) => part !== 'ownerId' || people.length > 0 || fix.id !== 'accept')
  const isComplete = asked.every((part) => isGiven(given[part]))
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
  return (
    <form ref={form} className={styles['form']} aria-label={fix.label} data-scope="text" onSubmit={apply} onKeyDown={onKeyDown}>
      {asked.map((part) => (
        <PartField
          key={part}
          part={part}
          label={labelOf(fix, part)}
          given={given}
          people={people}
          isRating={fix.id === 'rate'}
          set={(patch) => setGiven({ ...given, ...patch })}
        />
      ))}
      <div className={styles['foot']}>
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

type PartProps = {
  readonly part: Part
  readonly label: string
  readonly given: CheckGiven
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly isRating: boolean
  readonly set: (patch: Partial<CheckGiven>) => void
}

/** One thing that is asked for. */
function PartField({ part, label, given, people, isRating, set }: PartProps) {
  const { today } = useNetwork()
  switch (part) {
    case 'ownerId':
      return (
        <Select
          label={label}
          value={given.ownerId ?? ''}
          options={[{ value: '', label: 'Choose somebody' }, ...people]}
          onChoose={(id) => set({ ownerId: id === '' ? null : id })}
        />
      )
    case 'dueOn':
      return (
        <TextField
          label={label}
          type="date"
          min={today}
          value={given.dueOn ?? ''}
          onChange={({ currentTarget }) => set({ dueOn: currentTarget.value || null })}
        />
      )
    case 'text':
      return <TextField label={label} value={given.text ?? ''} maxLength={400} onChange={({ currentTarget }) => set({ text: currentTarget.value })} />
    case 'value':
      return <NumberPart label={label} isRating={isRating} set={set} />
  }
}

type NumberProps = { readonly label: string; readonly isRating: boolean; readonly set: PartProps['set'] }

function NumberPart({ label, isRating, set }: NumberProps) {
  const range = isRating ? { min: -2, max: 5, step: 1 } : { step: 'any' }
  return (
    <TextField
      label={label}
      type="number"
      {...range}
      onChange={({ currentTarget }) => set({ value: currentTarget.value === '' ? null : currentTarget.valueAsNumber })}
    />
  )
}
