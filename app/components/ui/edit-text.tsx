'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useRefusal } from '../../../lib/client/who.ts'
import { classNames } from './class-names.ts'
import styles from './edit-text.module.css'

type Props = {
  readonly value: string
  readonly label: string
  /** told only where the text changed */
  readonly onSave: (text: string) => void
  readonly placeholder?: string
  readonly isMultiline?: boolean
  readonly allowsEmpty?: boolean
  readonly className?: string
  /** an editor that is opened from outside, such as a cell of a grid */
  readonly isEditing?: boolean
  /** told when it opens and closes, with the key that closed it */
  readonly onEditing?: (isEditing: boolean, key?: ClosingKey) => void
  /** what an editor starts with where typing opened it */
  readonly draft?: string | null
}

/** A text that becomes a field on a press, Enter or F2. Enter and leaving it save, Esc does not. It stays a text where the record around it may not be changed. */
export function EditText(props: Props) {
  const { value, label, placeholder = '', className, isEditing: given, onEditing } = props
  const refusal = useRefusal()
  const [own, setOwn] = useState(false)
  const isEditing = given ?? own
  const opener = useRef<HTMLButtonElement>(null)
  const setEditing = (next: boolean, key?: ClosingKey) => {
    setOwn(next)
    onEditing?.(next, key)
    if (!next && given === undefined && key && !key.endsWith('Tab')) requestAnimationFrame(() => opener.current?.focus())
  }
  if (refusal !== null) return <span className={className}>{value || '–'}</span>
  if (isEditing) return <TextEditor {...props} close={(key) => setEditing(false, key)} />
  return (
    <button
      ref={opener}
      type="button"
      className={classNames(styles['text'], value === '' && styles['placeholder'], className)}
      aria-label={`${label}: ${value || 'empty'}. Edit`}
      onClick={() => setEditing(true)}
      onKeyDown={(event) => event.key === 'F2' && setEditing(true)}
    >
      {value || placeholder || '–'}
    </button>
  )
}

export type ClosingKey = 'Enter' | 'Escape' | 'Tab' | 'shift+Tab'
type Close = (key?: ClosingKey) => void

/** The field itself, for a cell of a grid that opens and closes it. */
export function TextEditor({
  value,
  label,
  onSave,
  placeholder,
  isMultiline = false,
  allowsEmpty = false,
  className,
  draft = null,
  close,
}: Props & { readonly close: Close }) {
  const [text, setText] = useState(draft ?? value)
  const isOver = useRef(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    if (draft === null) field.current?.select()
  }, [draft])

  const finish = (isKept: boolean, key?: ClosingKey) => {
    if (isOver.current) return
    isOver.current = true
    const clean = isMultiline ? text.trim() : text.replace(/\s+/g, ' ').trim()
    if (isKept && clean !== value && (clean !== '' || allowsEmpty)) onSave(clean)
    close(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isDone = event.key === 'Enter' && (!isMultiline || event.metaKey || event.ctrlKey)
    if (!isDone && event.key !== 'Escape' && event.key !== 'Tab') return event.stopPropagation()
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
    finish(event.key !== 'Escape', event.key === 'Tab' ? (event.shiftKey ? 'shift+Tab' : 'Tab') : event.key === 'Escape' ? 'Escape' : 'Enter')
  }
  const shared = {
    ref: field,
    value: text,
    placeholder,
    'aria-label': label,
    className: classNames(styles['field'], className),
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: () => finish(true),
    onKeyDown,
  }
  return isMultiline ? <textarea rows={4} {...shared} /> : <input type="text" {...shared} />
}
