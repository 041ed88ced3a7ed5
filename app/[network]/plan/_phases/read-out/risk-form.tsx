'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { TextField } from '../../../../components/ui/field.tsx'

type Props = { readonly onAdd: (text: string) => void; readonly onLeave: () => void }

/** One line for one risk. Enter keeps it and is ready for the next; an empty Enter or Esc ends. */
export function RiskForm({ onAdd, onLeave }: Props) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return onLeave()
    onAdd(text.trim())
    setText('')
  }
  return (
    <form onSubmit={keep} data-scope="text">
      <TextField
        ref={field}
        label="What may go wrong?"
        placeholder="Such as “The partner has no test system before June”"
        value={text}
        maxLength={400}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
        onBlur={() => text.trim() === '' && onLeave()}
      />
    </form>
  )
}
