'use client'
import { type FormEvent, useEffect, useRef } from 'react'
import { useKeptLine } from '../../../../../lib/client/drafts/use-kept-line.ts'
import type { FieldPlace } from '../../../../../lib/client/presence/state.ts'
import { TextField } from '../../../../components/ui/field.tsx'

type Props = { readonly place: FieldPlace; readonly onAdd: (text: string) => void; readonly onLeave: () => void }

/** One line for one risk. Enter keeps it and is ready for the next; an empty Enter or Esc ends. */
export function RiskForm({ place, onAdd, onLeave }: Props) {
  const { text, type, clear } = useKeptLine(place)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return onLeave()
    onAdd(text.trim())
    clear()
  }
  const giveUp = () => {
    clear()
    onLeave()
  }
  return (
    <form onSubmit={keep} data-scope="text">
      <TextField
        ref={field}
        label="What may go wrong?"
        placeholder="Such as “The partner has no test system before June”"
        value={text}
        maxLength={400}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && giveUp()}
        onBlur={() => text.trim() === '' && onLeave()}
      />
    </form>
  )
}
