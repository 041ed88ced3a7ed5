'use client'
import { type Ref, useState } from 'react'
import { useQuickAddContext } from '../../../lib/client/quick-line.ts'
import { readDay } from '../../../lib/domain/quick-add/due.ts'
import { TextField } from '../ui/field.tsx'
import styles from './ask-dialog.module.css'
import { dayText, fullDay, splitDay } from './day-text.ts'

/** What is typed about a promise that is about to be asked for or offered. */
export type PromiseDraft = {
  readonly text: string
  /** as typed; null while the proposed day stands */
  readonly when: string | null
  readonly condition: string
  readonly strength: number
}

export const emptyDraft: PromiseDraft = { text: '', when: null, condition: '', strength: 1 }

/** What the draft says in the end. A day that was typed with the words counts, unless the field for it says otherwise. */
export function usePromiseDraft(proposed: string | null) {
  const context = useQuickAddContext()
  const [draft, setDraft] = useState(emptyDraft)
  const said = splitDay(draft.text, context)
  const takesDay = draft.when === null && said.day !== null
  const when = draft.when ?? dayText(takesDay ? said.day : proposed, context)
  const day = when.trim() === '' ? null : readDay(when, context)
  return {
    draft,
    change: (part: Partial<PromiseDraft>) => setDraft((before) => ({ ...before, ...part })),
    when,
    day,
    isMisread: when.trim() !== '' && day === null,
    isProposed: draft.when === null && !takesDay && proposed !== null,
    what: takesDay ? said.what : draft.text.trim(),
  }
}

type Props = {
  readonly of: ReturnType<typeof usePromiseDraft>
  readonly whatRef: Ref<HTMLInputElement>
  readonly whatLabel: string
  readonly whatPlaceholder: string
  readonly whenLabel: string
  /** how the proposed day came about */
  readonly proposal: string
}

/** What, by when, and how we know. */
export function PromiseFields({ of, whatRef, whatLabel, whatPlaceholder, whenLabel, proposal }: Props) {
  const { draft, change, when, day, isMisread, isProposed } = of
  return (
    <>
      <TextField
        ref={whatRef}
        label={whatLabel}
        placeholder={whatPlaceholder}
        value={draft.text}
        maxLength={500}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TextField
        label={whenLabel}
        placeholder="fri, 31 mar, in 2 weeks"
        value={when}
        error={isMisread ? 'Write the day like fri, 31 mar, in 2 weeks or 2027-03-31.' : null}
        hint={day === null ? 'No date' : `${fullDay(day)}${isProposed ? `: ${proposal}` : ''}`}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change({ when: event.currentTarget.value })}
      />
      <TextField
        label="How do we know that it is met?"
        placeholder="Optional, such as “two clients sign in with it”"
        value={draft.condition}
        onChange={(event) => change({ condition: event.currentTarget.value })}
      />
    </>
  )
}

const strengths = [
  { value: 1, word: 'cannot do without' },
  { value: 0.5, word: 'it helps' },
] as const

/** How much depends on it: two words, unobtrusive. */
export function StrengthChoice({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <fieldset className={styles['strength']}>
      <legend className="visually-hidden">How much depends on it</legend>
      {strengths.map(({ value: each, word }) => (
        <label key={each} data-chosen={each === value || undefined}>
          <input type="radio" name="strength" className="visually-hidden" checked={each === value} onChange={() => onChange(each)} />
          {word}
        </label>
      ))}
    </fieldset>
  )
}
