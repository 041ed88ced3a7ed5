'use client'
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type FieldText, useFieldText } from '../../../lib/client/drafts/use-field-text.ts'
import { useKeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import type { FieldPlace } from '../../../lib/client/presence/state.ts'
import { useEditors } from '../../../lib/client/presence/use-presence.ts'
import { useRefusal } from '../../../lib/client/who.ts'
import { DraftOffer, EditingChip, FieldNotes, FloatingNotes } from '../presence/field-notes.tsx'
import { classNames } from './class-names.ts'
import styles from './edit-text.module.css'

type Props = {
  readonly value: string
  readonly label: string
  /** told only where the text changed, with the revision that it was held against */
  readonly onSave: (text: string, revision: number) => void
  /** the field of a record that it is: others see that it is open, and what is typed survives a reload */
  readonly place?: FieldPlace
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
  const [taken, setTaken] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const setEditing = (next: boolean, key?: ClosingKey) => {
    setOwn(next)
    if (!next) setTaken(null)
    onEditing?.(next, key)
    if (!next && given === undefined && key && !key.endsWith('Tab')) requestAnimationFrame(() => opener.current?.focus())
  }
  if (refusal !== null) return <span className={className}>{value || '–'}</span>
  if (isEditing) return <TextEditor {...props} draft={taken ?? props.draft ?? null} close={(key) => setEditing(false, key)} />
  const reopen = (text: string) => {
    setTaken(text)
    setEditing(true)
  }
  return (
    <>
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
      {props.place && <Beside place={props.place} value={value} onKeep={reopen} />}
    </>
  )
}

/** What is said beside a text that is not open: who edits it, and what was typed in it before. */
function Beside({ place, value, onKeep }: { readonly place: FieldPlace; readonly value: string; readonly onKeep: (text: string) => void }) {
  const draft = useKeptDraft(place)
  return (
    <>
      <EditingChip place={place} />
      <DraftOffer draft={draft} now={value} onKeep={onKeep} />
    </>
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
  place,
  close,
}: Props & { readonly close: Close }) {
  const of = useFieldText({ value, place: place ?? null, first: { text: draft ?? value } })
  const isOver = useRef(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    if (draft === null) field.current?.select()
  }, [draft])

  const finish = (isKept: boolean, key?: ClosingKey) => {
    if (isOver.current) return
    isOver.current = true
    if (!isKept) of.cancel()
    const typed = of.end()
    const clean = isMultiline ? typed?.text.trim() : typed?.text.replace(/\s+/g, ' ').trim()
    if (typed && clean !== undefined && clean !== value && (clean !== '' || allowsEmpty)) onSave(clean, typed.revision)
    close(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const closing = closingKeyOf(event, isMultiline)
    const leadsToNotes = closing === 'Tab' && field.current?.parentElement?.querySelector('button') != null
    if (closing === null || leadsToNotes) return event.stopPropagation()
    if (!closing.endsWith('Tab')) event.preventDefault()
    event.stopPropagation()
    finish(closing !== 'Escape', closing)
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) finish(true)
  }
  const refill = (text: string) => {
    of.begin(text)
    field.current?.focus()
  }
  const shared = {
    ref: field,
    value: of.text,
    placeholder,
    'aria-label': label,
    className: classNames(styles['field'], className),
    onChange: (event: { currentTarget: { value: string } }) => of.change(event.currentTarget.value),
    onKeyDown,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears that the focus leaves the field and its notes
    <div className={styles['editor']} onBlur={onBlur}>
      {isMultiline ? <textarea rows={4} {...shared} /> : <input type="text" {...shared} />}
      {place && <Notes of={backTo(field, of)} place={place} refill={refill} onEscape={() => finish(false, 'Escape')} />}
    </div>
  )
}

type NotesProps = { readonly of: FieldText; readonly place: FieldPlace; readonly refill: (text: string) => void; readonly onEscape: () => void }

/** What others do with the field that is open, under it. */
function Notes({ of, place, refill, onEscape }: NotesProps) {
  const editors = useEditors(place)
  const isSaid = editors.length > 0 || of.rival !== null || (of.draft.offered !== null && of.draft.offered.text !== of.text)
  if (!isSaid) return null
  return (
    <FloatingNotes>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
      <div
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') onEscape()
        }}
      >
        <FieldNotes of={of} place={place} refill={refill} />
      </div>
    </FloatingNotes>
  )
}

/** The same, with the focus back in the field after each choice. */
function backTo(field: RefObject<HTMLElement | null>, of: FieldText): FieldText {
  const after = (choose: () => void) => () => {
    field.current?.focus()
    choose()
  }
  return { ...of, keepMine: after(of.keepMine), takeTheirs: after(of.takeTheirs) }
}

function closingKeyOf({ key, shiftKey, metaKey, ctrlKey }: KeyboardEvent, isMultiline: boolean): ClosingKey | null {
  if (key === 'Escape') return 'Escape'
  if (key === 'Tab') return shiftKey ? 'shift+Tab' : 'Tab'
  return key === 'Enter' && (!isMultiline || metaKey || ctrlKey) ? 'Enter' : null
}
