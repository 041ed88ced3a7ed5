'use client'
import { fullDay } from '../../../components/needs/day-text.ts'
import { TextField } from '../../../components/ui/field.tsx'
import type { AnswerDraft } from './given-terms.ts'
import type { AnswerView } from './use-answer.ts'

type Props = {
  readonly view: AnswerView
  readonly draft: AnswerDraft
  readonly error: string | null
  readonly onChange: (part: Partial<AnswerDraft>) => void
}

/** Other terms than those on the table: by when, what, and how both know that it is met. */
export function TermsFields({ view: { onTable }, draft, error, onChange }: Props) {
  return (
    <>
      <TextField
        label="By when"
        type="date"
        value={draft.on}
        error={error}
        hint={onTable.on === null ? 'No day was said' : `Until now: ${fullDay(onTable.on)}`}
        onChange={(event) => onChange({ on: event.currentTarget.value })}
      />
      <TextField label="What" value={draft.what} maxLength={500} onChange={(event) => onChange({ what: event.currentTarget.value })} />
      <TextField
        label="How we know that it is met"
        value={draft.condition}
        placeholder="Optional"
        onChange={(event) => onChange({ condition: event.currentTarget.value })}
      />
    </>
  )
}
