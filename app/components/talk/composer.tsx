'use client'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useKeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import { fuzzyFilter } from '../../../lib/client/fuzzy.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { FieldPlace } from '../../../lib/client/presence/state.ts'
import { useTellEditing } from '../../../lib/client/presence/use-presence.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { DraftOffer, EditingChip } from '../presence/field-notes.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './composer.module.css'
import { type Named, typedMention, withIds } from './mention-text.ts'

const mostShown = 6

export type ComposerHandle = { readonly focus: () => void }

type Props = {
  readonly label: string
  readonly sendWord: string
  readonly onSend: (text: string) => void
  readonly onCancel?: () => void
  readonly initial?: { readonly text: string; readonly mentioned: readonly Named[] }
  readonly isFocused?: boolean
  readonly handle?: Ref<ComposerHandle>
  /** what is written about: the text survives a reload, and others see that somebody writes */
  readonly place: FieldPlace
}

/** Where a comment is written: Markdown, with people to mention behind an @. */
export function Composer({ label, sendWord, onSend, onCancel, initial, isFocused = false, handle, place }: Props) {
  const id = useId()
  const { snapshot } = useNetwork()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(initial?.text ?? '')
  const [mentioned, setMentioned] = useState<readonly Named[]>(initial?.mentioned ?? [])
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [isShut, setShut] = useState(false)
  useImperativeHandle(handle, () => ({ focus: () => field.current?.focus() }), [])
  const draft = useKeptDraft(place)
  useTellEditing(place, text.trim() !== '')
  const write = (next: string) => {
    setText(next)
    draft.keep(next)
  }
  const putBack = (kept: string) => {
    write(kept)
    setMentioned(people.filter(({ name }) => kept.includes(`@${name}`)))
    field.current?.focus()
  }
  const cancel = () => {
    draft.done()
    onCancel?.()
  }
  const open = isShut ? null : typedMention(text, caret)
  const people = useMemo(() => listOf(snapshot, 'person').filter(({ isPlaceholder }) => !isPlaceholder), [snapshot])
  const found = open ? fuzzyFilter(people, open.typed, ({ name }) => name).slice(0, mostShown) : []

  const take = (person: Named | undefined) => {
    if (!person || !open) return
    const next = `${text.slice(0, open.from)}@${person.name} ${text.slice(caret)}`
    const to = open.from + person.name.length + 2
    write(next)
    setCaret(to)
    setMentioned([...mentioned, { id: person.id, name: person.name }])
    requestAnimationFrame(() => field.current?.setSelectionRange(to, to))
  }
  const send = () => {
    if (text.trim() === '') return
    onSend(withIds(text.trim(), mentioned))
    draft.sent(text)
    setText('')
    setMentioned([])
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (found.length > 0 && step) setAt((now) => (now + step + found.length) % found.length)
    else if (found.length > 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.metaKey && !event.ctrlKey) take(found[at] ?? found[0])
    else if (found.length > 0 && event.key === 'Escape') setShut(true)
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
    else if (event.key === 'Escape') {
      onCancel ? cancel() : event.currentTarget.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: only where the person has just asked to write here
        autoFocus={isFocused}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={found.length > 0 ? `${id}-${Math.min(at, found.length - 1)}` : undefined}
        placeholder={`${label} … @ mentions somebody`}
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        maxLength={9_000}
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
          setAt(0)
          setShut(false)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 && <Mentions id={id} found={found} at={at} take={take} />}
      <EditingChip place={place} />
      <DraftOffer draft={draft} now={text} onKeep={putBack} />
      {(text.trim() !== '' || onCancel) && (
        <div className={styles['buttons']}>
          <Button type="submit" tone="primary" size="small" disabled={text.trim() === ''}>
            {sendWord}
          </Button>
          {onCancel && (
            <Button size="small" onClick={cancel}>
              Cancel
            </Button>
          )}
          <small>Markdown · Ctrl or ⌘ with Enter sends</small>
        </div>
      )}
    </form>
  )
}

type MentionsProps = {
  readonly id: string
  readonly found: readonly Named[]
  readonly at: number
  readonly take: (person: Named) => void
}

/** The people to mention, steered from the text field; it scrolls into sight when it opens. */
function Mentions({ id, found, at, take }: MentionsProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of people to mention, steered from the text field
    <ul ref={list} id={`${id}-people`} role="listbox" aria-label="People to mention" className={styles['people']}>
      {found.map((person, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
        <li
          key={person.id}
          id={`${id}-${index}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of that list
          role="option"
          aria-selected={index === Math.min(at, found.length - 1)}
          className={classNames(index === Math.min(at, found.length - 1) && styles['active'])}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(person)}
          onKeyDown={(event) => event.key === 'Enter' && take(person)}
        >
          {person.name}
        </li>
      ))}
    </ul>
  )
}
