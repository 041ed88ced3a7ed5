import { useEffect, useEffectEvent, useState } from 'react'
import type { FieldPlace } from '../presence/state.ts'
import { useKeptDraft } from './use-kept-draft.ts'

export type KeptLine = {
  readonly text: string
  readonly type: (next: string) => void
  /** what was typed is on its way: it stays in the field and is not kept for later */
  readonly sent: () => void
  /** what was typed is on its way, or given up: the line is empty for the next */
  readonly clear: () => void
}

/**
 * A line that is typed in a session and stands in its field again where the field went away meanwhile: the room went on, or the page was
 * loaded anew.
 *
 * @param initial what stands in it where nothing was typed before
 */
export function useKeptLine(place: FieldPlace, initial = ''): KeptLine {
  const draft = useKeptDraft(place)
  const [text, setText] = useState(() => draft.offered?.text ?? initial)
  const take = useEffectEvent(() => void draft.take())
  useEffect(() => take(), [])
  return {
    text,
    type: (next) => {
      setText(next)
      draft.keep(next)
    },
    sent: draft.discard,
    clear: () => {
      setText('')
      draft.discard()
    },
  }
}
