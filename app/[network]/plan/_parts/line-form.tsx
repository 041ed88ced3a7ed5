'use client'
import { type FormEvent, type Ref, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './plan.module.css'

type Props = {
  readonly label: string
  readonly placeholder?: string
  readonly verb?: string
  readonly onAdd: (text: string) => void
  /** for an action that puts the focus here */
  readonly fieldRef?: Ref<HTMLInputElement>
}

/** One line for one entry of the session. Enter keeps it and is ready for the next. */
export function LineForm({ label, placeholder, verb = 'Add', onAdd, fieldRef }: Props) {
  const [text, setText] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <form className={styles['lineForm']} onSubmit={keep} data-scope="text">
      <TextField
        ref={fieldRef}
        label={label}
        placeholder={placeholder}
        value={text}
        maxLength={400}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Button type="submit">{verb}</Button>
    </form>
  )
}
