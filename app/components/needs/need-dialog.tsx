'use client'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useQuickAddContext } from '../../../lib/client/quick-line.ts'
import { readDay } from '../../../lib/domain/quick-add/due.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { shortDay } from '../graph/words.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { Picker } from '../ui/picker.tsx'
import { needCall, proposedDay } from './need-call.ts'
import styles from './need-dialog.module.css'
import { suppliersFor } from './suppliers.ts'

type Props = { readonly keyResultId: string; readonly onClose: () => void; readonly onMade?: (needId: string) => void }

/** Whom a key result needs, what, by when, and how we know: five key presses with the proposals. */
export function NeedDialog({ keyResultId, onClose, onMade }: Props) {
  const { snapshot, assessment, today } = useNetwork()
  const context = useQuickAddContext()
  const mutate = useMutate()
  const options = useMemo(() => suppliersFor(snapshot, assessment, keyResultId), [snapshot, assessment, keyResultId])
  const [supplier, setSupplier] = useState<string | null>(null)
  const [what, setWhat] = useState('')
  const [when, setWhen] = useState(() => proposedDay(assessment.keyResults.get(keyResultId)?.dueOn ?? null, today) ?? '')
  const [condition, setCondition] = useState('')
  const [error, setError] = useState<string | null>(null)
  const whatField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (supplier !== null) whatField.current?.focus()
  }, [supplier])
  const day = when.trim() === '' ? null : readDay(when, context)
  const chosen = options.find(({ id }) => id === supplier)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (supplier === null) return setError('Choose whom you need.')
    if (when.trim() !== '' && day === null) return setError('Write the day like 31 Mar, fri or 2027-03-31.')
    const need = needCall({ keyResultId, supplier, what: what.trim(), neededOn: day, condition: condition.trim() })
    void mutate([need.call], { toast: `Asked ${chosen?.label ?? ''}` })
    onMade?.(need.id)
    onClose()
  }
  return (
    <Dialog open size="small" title={`“${find(snapshot, 'keyResult', keyResultId)?.title ?? ''}” needs…`} onClose={onClose}>
      <form className={styles['form']} onSubmit={submit}>
        {chosen ? (
          <p className={styles['who']}>
            from
            <Chip tone="accent" onRemove={() => setSupplier(null)} removeLabel="Choose somebody else">
              {chosen.label}
            </Chip>
            <span className={styles['hint']}>{chosen.hint}</span>
          </p>
        ) : (
          <Picker
            label="Whom do you need?"
            placeholder="A node or a key result"
            isFocused
            options={options}
            onChoose={setSupplier}
            onCancel={onClose}
          />
        )}
        {chosen && (
          <>
            <TextField
              ref={whatField}
              label="What do you need?"
              placeholder="SSO live for all clients"
              value={what}
              onChange={(event) => setWhat(event.currentTarget.value)}
            />
            <TextField
              label="By when?"
              value={when}
              onChange={(event) => setWhen(event.currentTarget.value)}
              hint={
                when.trim() === ''
                  ? 'No date yet'
                  : day === null
                    ? 'This is no day yet'
                    : `${shortDay(day, today)}: proposed two weeks before your own date`
              }
            />
            <TextField
              label="How do we know that it is met?"
              placeholder="Optional"
              value={condition}
              onChange={(event) => setCondition(event.currentTarget.value)}
            />
            {error && (
              <p role="alert" className={styles['error']}>
                {error}
              </p>
            )}
            <div className={styles['foot']}>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" tone="primary">
                Ask
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  )
}
