'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useFieldPlace } from '../../../lib/client/drafts/record-place.ts'
import { typedNumber } from '../../../lib/client/metric-text.ts'
import { useReadRevision } from '../../../lib/client/mutate.ts'
import { useTellEditing } from '../../../lib/client/presence/use-presence.ts'
import { EditingChip } from '../../components/presence/field-notes.tsx'
import styles from './field.module.css'
import { type Draft, SharedField, useDraft } from './shared-field.tsx'

type Save<T> = (value: T, revision: number) => void

type Labelled = {
  readonly label: string
  readonly hint?: string
  readonly hideLabel?: boolean
  /** the path of the value in the record around, such as `metric.target`: others see that it is open, and what is typed survives a reload */
  readonly field?: string
}

/** A label above whatever edits a value, and under it what others do with the same field. */
function Field({ label, hint, hideLabel, htmlFor, of, children }: Labelled & { htmlFor: string; of?: Draft; children: ReactNode }) {
  return (
    <SharedField of={of}>
      <label htmlFor={htmlFor} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children}
      {hint && <p className={styles['hint']}>{hint}</p>}
    </SharedField>
  )
}

export type TextProps = Labelled & {
  readonly value: string
  readonly onSave: Save<string>
  readonly required?: boolean
  readonly placeholder?: string
  readonly type?: 'text' | 'email'
  readonly autoFocus?: boolean
}

export function TextEditor({ value, onSave, required = false, placeholder, type = 'text', autoFocus, ...labelled }: TextProps) {
  const id = useId()
  const draft = useDraft({
    value,
    path: labelled.field,
    save: (text, revision) => onSave(text.trim(), revision),
    accepts: (text) => !required || text.trim() !== '',
  })
  return (
    <Field {...labelled} htmlFor={id} of={draft}>
      <input
        id={id}
        type={type}
        className={styles['input']}
        value={draft.text}
        placeholder={placeholder}
        aria-invalid={draft.isWrong || undefined}
        required={required}
        // biome-ignore lint/a11y/noAutofocus: only where the person has just asked to edit this very field
        autoFocus={autoFocus}
        onFocus={draft.begin}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => leaveOnKey(event, draft.cancel)}
      />
      {draft.isWrong && <p className={styles['fault']}>{labelled.label} cannot be empty.</p>}
    </Field>
  )
}

export type TitleProps = {
  readonly label: string
  readonly value: string
  readonly onSave: Save<string>
  readonly required?: boolean
  readonly placeholder?: string
  /** the path of the value in the record around */
  readonly field?: string
}

/** The heading of a panel: a text of one line that may need several on the screen. */
export function TitleEditor({ label, value, onSave, required = false, placeholder, field }: TitleProps) {
  const draft = useDraft({
    value,
    path: field,
    save: (text, revision) => onSave(text.replace(/\s+/g, ' ').trim(), revision),
    accepts: (text) => !required || text.trim() !== '',
  })
  return (
    <SharedField of={draft}>
      <textarea
        aria-label={label}
        rows={1}
        className={`${styles['input']} ${styles['title']}`}
        value={draft.text}
        placeholder={placeholder}
        aria-invalid={draft.isWrong || undefined}
        onFocus={draft.begin}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          if (event.key === 'Escape') draft.cancel()
          event.preventDefault()
          event.stopPropagation()
          event.currentTarget.blur()
        }}
      />
    </SharedField>
  )
}

function leaveOnKey(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>, cancel: () => void): void {
  if (event.key !== 'Enter' && event.key !== 'Escape') return
  if (event.key === 'Enter' && event.currentTarget instanceof HTMLTextAreaElement && !(event.metaKey || event.ctrlKey)) return
  if (event.key === 'Escape') cancel()
  event.stopPropagation()
  event.preventDefault()
  event.currentTarget.blur()
}

export type ProseProps = Labelled & {
  readonly value: string | null
  readonly onSave: Save<string | null>
  readonly placeholder?: string
  readonly rows?: number
}

/** Text of several lines; Enter makes a line, leaving the field saves. */
export function ProseEditor({ value, onSave, placeholder, rows = 2, ...labelled }: ProseProps) {
  const id = useId()
  const draft = useDraft({
    value: value ?? '',
    path: labelled.field,
    save: (text, revision) => onSave(text.trim() === '' ? null : text, revision),
  })
  return (
    <Field {...labelled} htmlFor={id} of={draft}>
      <textarea
        id={id}
        rows={Math.max(rows, Math.min(8, draft.text.split('\n').length))}
        className={styles['input']}
        value={draft.text}
        placeholder={placeholder}
        onFocus={draft.begin}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => leaveOnKey(event, draft.cancel)}
      />
    </Field>
  )
}

export type NumberProps = Labelled & {
  readonly value: number | null
  readonly onSave: Save<number | null>
  readonly minimum?: number
  readonly maximum?: number
  readonly placeholder?: string
  readonly required?: boolean
}

export function NumberEditor({ value, onSave, minimum, maximum, placeholder = 'unknown', required = false, ...labelled }: NumberProps) {
  const id = useId()
  const fits = (text: string) => {
    const number = typedNumber(text)
    if (number === null) return !required
    return number !== undefined && number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity)
  }
  const draft = useDraft({
    value: value === null ? '' : String(value),
    path: labelled.field,
    save: (text, revision) => onSave(typedNumber(text) ?? null, revision),
    accepts: fits,
  })
  return (
    <Field {...labelled} htmlFor={id} of={draft}>
      <input
        id={id}
        inputMode="decimal"
        className={styles['input']}
        value={draft.text}
        placeholder={placeholder}
        aria-invalid={draft.isWrong || undefined}
        onFocus={draft.begin}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => leaveOnKey(event, draft.cancel)}
      />
      {draft.isWrong && <p className={styles['fault']}>{rangeSentence(minimum, maximum)}</p>}
    </Field>
  )
}

function rangeSentence(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `Give a number from ${minimum} to ${maximum}.`
  return minimum === undefined ? 'Give a number.' : `Give a number of at least ${minimum}.`
}

export type DateProps = Labelled & { readonly value: string | null; readonly onSave: Save<string | null> }

export function DateEditor({ value, onSave, ...labelled }: DateProps) {
  const id = useId()
  const draft = useDraft({
    value: value ?? '',
    path: labelled.field,
    save: (text, revision) => onSave(text === '' ? null : text, revision),
    accepts: (text) => text === '' || /^\d{4}-\d\d-\d\d$/.test(text),
  })
  return (
    <Field {...labelled} htmlFor={id} of={draft}>
      <input
        id={id}
        type="date"
        className={styles['input']}
        value={draft.text}
        onFocus={draft.begin}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => leaveOnKey(event, draft.cancel)}
      />
    </Field>
  )
}

export type Option<T extends string> = { readonly value: T; readonly text: string }

export type SelectProps<T extends string> = Labelled & {
  readonly value: T | null
  readonly options: readonly Option<T>[]
  readonly onSave: Save<T | null>
  /** what stands for “none”; left out where one has to be chosen */
  readonly none?: string
}

export function SelectEditor<T extends string>({ value, options, onSave, none, ...labelled }: SelectProps<T>) {
  const id = useId()
  const place = useFieldPlace(labelled.field)
  const readRevision = useReadRevision()
  const revision = useRef(0)
  const [isOpen, setOpen] = useState(false)
  useTellEditing(place, isOpen)
  return (
    <Field {...labelled} htmlFor={id}>
      <select
        id={id}
        className={styles['input']}
        value={value ?? ''}
        onFocus={() => {
          revision.current = readRevision()
          setOpen(true)
        }}
        onBlur={() => setOpen(false)}
        onChange={(event) => onSave(options.find((option) => option.value === event.target.value)?.value ?? null, revision.current)}
      >
        {(none !== undefined || value === null) && <option value="">{none ?? 'not chosen'}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <EditingChip place={place} />
    </Field>
  )
}

export type ChoicesProps<T extends string> = {
  readonly label: string
  readonly values: readonly T[]
  readonly options: readonly Option<T>[]
  readonly onSave: (values: T[]) => void
}

/** Any number out of a few. */
export function ChoicesEditor<T extends string>({ label, values, options, onSave }: ChoicesProps<T>) {
  const toggle = (value: T) => onSave(options.map((option) => option.value).filter((each) => (each === value) !== values.includes(each)))
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['label']}>{label}</legend>
      <div className={styles['choices']}>
        {options.map(({ value, text }) => (
          <label key={value} className={styles['choice']}>
            <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
