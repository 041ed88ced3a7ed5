'use client'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useQuickAddContext } from '../../../lib/client/quick-line.ts'
import { readDay } from '../../../lib/domain/quick-add/due.ts'
import { needCall, proposedDay } from '../needs/need-call.ts'
import { suppliersFor } from '../needs/suppliers.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/field.tsx'
import { Picker } from '../ui/picker.tsx'
import styles from './guide.module.css'

type Props = { readonly keyResultId: string; readonly onDone: (needId: string | null) => void }

/** Whom one needs, the likely ones first; what; and by when, proposed. */
export function NeedStep({ keyResultId, onDone }: Props) {
  const { snapshot, assessment, today } = useNetwork()
  const mutate = useMutate()
  const context = useQuickAddContext()
  const options = useMemo(() => suppliersFor(snapshot, assessment, keyResultId), [snapshot, assessment, keyResultId])
  const [supplier, setSupplier] = useState<string | null>(null)
  const [what, setWhat] = useState('')
  const dueOn = assessment.keyResults.get(keyResultId)?.dueOn ?? null
  const [typedWhen, setWhen] = useState<string | null>(null)
  const when = typedWhen ?? proposedDay(dueOn, today) ?? ''
  const field = useRef<HTMLInputElement>(null)
  const chosen = options.find(({ id }) => id === supplier)
  useEffect(() => {
    if (supplier !== null) field.current?.focus()
  }, [supplier])
  const day = when.trim() === '' ? null : readDay(when, context)
  const isMisread = when.trim() !== '' && day === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (supplier === null || isMisread) return
    const need = needCall({ keyResultId, supplier, what: what.trim(), on: day, condition: '' })
    void mutate([need.call])
    onDone(need.id)
  }
  if (!chosen)
    return (
      <div className={styles['stack']}>
        <Picker
          label="Whom do you need?"
          placeholder="A group of activities or a key result"
          isFocused
          options={options}
          onChoose={setSupplier}
          limit={3}
          emptyText="There is nobody else yet. You can ask later."
        />
        <Button tone="quiet" onClick={() => onDone(null)}>
          Nothing for now
        </Button>
      </div>
    )
  return (
    <form className={styles['stack']} onSubmit={submit}>
      <p className={styles['from']}>
        from
        <Chip tone="accent" onRemove={() => setSupplier(null)} removeLabel="Choose somebody else">
          {chosen.label}
        </Chip>
      </p>
      <TextField
        ref={field}
        label="What do you need?"
        placeholder="SSO live for all clients"
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextField
        label="By when?"
        value={when}
        error={isMisread ? 'Write it like 31 Mar or 2027-03-31.' : null}
        hint="Proposed: two weeks before your own date"
        onChange={(event) => setWhen(event.currentTarget.value)}
      />
      <Button type="submit" tone="primary">
        Ask, and see the chain
      </Button>
    </form>
  )
}
