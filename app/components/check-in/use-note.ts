'use client'
import { useMemo, useState } from 'react'
import { type KeptDraft, useKeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import type { FieldPlace } from '../../../lib/client/presence/state.ts'
import { useTellEditing } from '../../../lib/client/presence/use-presence.ts'
import type { KeyResult } from '../../../lib/domain/entity.ts'

type Note = {
  readonly note: string
  /** `isTyped` where a person wrote it: then it survives a reload */
  readonly setNote: (text: string, isTyped?: boolean) => void
  readonly draft: KeptDraft
  readonly place: FieldPlace
}

/** The sentence of a check-in while it is typed: others see that somebody reports, and a reload loses nothing. */
export function useNote({ id }: KeyResult): Note {
  const [note, setText] = useState('')
  const place = useMemo(() => ({ entity: 'keyResult', id, field: 'checkIn.note' }) as const, [id])
  const draft = useKeptDraft(place)
  useTellEditing(place, note !== '')
  const setNote = (text: string, isTyped = false) => {
    setText(text)
    if (isTyped) draft.keep(text)
  }
  return { note, setNote, draft, place }
}
