'use client'
import { type FormEvent, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { call } from '../../../lib/domain/command/call.ts'
import type { Exchange } from '../../../lib/domain/entity.ts'
import { type Health, healths } from '../../../lib/domain/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { HealthMark } from './health-mark.tsx'
import styles from './look-form.module.css'

type Props = {
  readonly exchange: Exchange
  readonly chosen: Health
  readonly onChoose: (health: Health) => void
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** A look at a relationship: better, same or worse is chosen already, a sentence may follow, Enter keeps it. */
export function LookForm({ exchange, chosen, onChoose, onDone, onCancel }: Props) {
  const mutate = useMutate()
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const look = call('exchangeCheck.create', { id: freshId('exchangeCheck'), exchangeId: exchange.id, health: chosen, note: note.trim() || null })
    // the look shows at once, so the next key is meant for the list and not for a form that waits for the server
    onDone()
    void mutate([look], { toast: `“${exchange.deliverable}” goes ${chosen === 'same' ? 'the same' : chosen}` })
  }
  return (
    <form
      className={styles['lookForm']}
      aria-label={`How “${exchange.deliverable}” goes`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <HealthButtons chosen={chosen} onChoose={onChoose} />
      <TextField
        label="In a sentence, if you like"
        value={note}
        autoFocus
        maxLength={1_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles['buttons']}>
        <Button type="submit" tone="primary" size="small">
          Keep <KeyHint keys="Enter" />
        </Button>
        <Button size="small" tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

type ButtonsProps = { readonly chosen: Health | null; readonly onChoose: (health: Health) => void; readonly hasKeys?: boolean }

/** Better, same, worse: by shape and word. */
export function HealthButtons({ chosen, onChoose, hasKeys = false }: ButtonsProps) {
  return (
    <fieldset className={styles['healths']} aria-label="Since the last look it goes">
      {healths.map((health, at) => (
        <button key={health} type="button" aria-pressed={health === chosen} onClick={() => onChoose(health)}>
          <HealthMark health={health} /> {hasKeys && <KeyHint keys={`${at + 1}`} />}
        </button>
      ))}
    </fieldset>
  )
}
