import { useRef, useState } from 'react'
import { copyText } from '../copy-text.ts'
import { useReadRevision } from '../mutate.ts'
import { useNetwork } from '../network/provider.tsx'
import type { FieldPlace } from '../presence/state.ts'
import { touchOf } from '../presence/touches.ts'
import { useTellEditing } from '../presence/use-presence.ts'
import { announce, showToast } from '../toast.ts'
import { nameOfActor } from './actor-name.ts'
import { type KeptDraft, useKeptDraft } from './use-kept-draft.ts'

/** A value that somebody else gave a field while it was open here. */
export type Rival = { readonly value: string; readonly by: string; readonly heardAt: number | null }

/** What is typed, the value that it began with or was last held against, and the revision of that value. */
type Open = { readonly text: string; readonly base: string; readonly revision: number }

export type FieldText = {
  readonly isOpen: boolean
  /** what stands in the field */
  readonly text: string
  readonly rival: Rival | null
  readonly draft: KeptDraft
  /** opens the field, with what typing opened it with or with a draft */
  readonly begin: (text?: string) => void
  readonly change: (text: string) => void
  /** the close that follows keeps nothing */
  readonly cancel: () => void
  /** closes; null where nothing was changed or it was cancelled, else what to save and the revision that it was held against */
  readonly end: () => { readonly text: string; readonly revision: number } | null
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

type Options = {
  readonly value: string
  /** the field of a record; without it the text is only a text */
  readonly place: FieldPlace | null
  /** opens at once, with this text */
  readonly first?: { readonly text: string } | null
}

function setAside(text: string): void {
  showToast('Theirs stands in the field. What you typed can be copied.', { action: { label: 'Copy mine', run: () => void copyText(text) } })
}

/** Whether somebody else gave the field a value that is neither what this person began with nor what they typed. */
function isDisputed({ text, base }: Open, value: string): boolean {
  return value !== base && text !== base && text !== value
}

function rivalOf(value: string, place: FieldPlace | null, nameOf: (actor: string | null) => string): Rival {
  const touch = place && touchOf(place)
  return { value, by: nameOf(touch?.by ?? null), heardAt: touch?.heardAt ?? null }
}

/**
 * The text of a field while somebody types: kept as a draft, told to the others, and held against what they do to the same field. Where
 * nothing was typed yet, a new value simply takes its place; else the person decides.
 */
export function useFieldText({ value, place, first = null }: Options): FieldText {
  const { snapshot, me } = useNetwork()
  const readRevision = useReadRevision()
  const draft = useKeptDraft(place, first?.text)
  const [open, setOpen] = useState<Open | null>(() => first && { text: first.text, base: value, revision: readRevision() })
  const isCancelled = useRef(false)
  useTellEditing(place, open !== null)

  const held = (text: string) => setOpen({ text, base: value, revision: readRevision() })
  const isRival = open !== null && isDisputed(open, value)
  if (open && value !== open.base && !isRival) held(value)
  const rival = isRival ? rivalOf(value, place, (actor) => (actor !== null && actor === me.personId ? 'You' : nameOfActor(snapshot, actor))) : null
  return {
    isOpen: open !== null,
    text: open?.text ?? value,
    rival,
    draft,
    begin: (text = value) => {
      isCancelled.current = false
      held(text)
    },
    change: (text) => {
      setOpen((now) => (now ? { ...now, text } : { text, base: value, revision: readRevision() }))
      if (text === value) draft.done()
      else draft.keep(text)
    },
    cancel: () => {
      isCancelled.current = true
    },
    end: () => {
      setOpen(null)
      if (!open || isCancelled.current || open.text === open.base) {
        draft.done()
        return null
      }
      draft.sent(open.text)
      return { text: open.text, revision: open.revision }
    },
    keepMine: () => {
      if (open) held(open.text)
      announce('Yours stays in the field. Saving it replaces theirs; undo brings theirs back.')
    },
    takeTheirs: () => {
      if (open) setAside(open.text)
      held(value)
      draft.done()
    },
  }
}
