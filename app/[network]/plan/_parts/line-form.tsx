'use client'
import type { FormEvent, Ref } from 'react'
import { useKeptLine } from '../../../../lib/client/drafts/use-kept-line.ts'
import type { FieldPlace } from '../../../../lib/client/presence/state.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './plan.module.css'

type Props = {
  /** where what is typed belongs, so that it waits there when the room goes on */
  readonly place: FieldPlace
  readonly label: string
  readonly placeholder?: string
  readonly verb?: string
  readonly onAdd: (text: string) => void
  /** for an action that puts the focus here */
  readonly fieldRef?: Ref<HTMLInputElement>
}

/** One line for one entry of the session. Enter keeps it and is ready for the next. */
export function LineForm({ place, label, placeholder, verb = 'Add', onAdd, fieldRef }: Props) {
  const { text, type, clear } = useKeptLine(place)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    onAdd(text.trim())
    clear()
  }
  return (
    <form className={styles['lineForm']} onSubmit={keep} data-scope="text">
      <TextField
        ref={fieldRef}
        label={label}
        placeholder={placeholder}
        value={text}
        maxLength={400}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Button type="submit">{verb}</Button>
    </form>
  )
}
