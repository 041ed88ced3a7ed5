import { useCallback, useMemo, useState } from 'react'
import { keyOfField } from '../presence/people.ts'
import { type FieldPlace, present } from '../presence/state.ts'
import { clientId } from '../presence/window.ts'
import { useMe } from '../who.ts'
import type { Draft, DraftShelf } from './shelf.ts'
import { draftsChanged, useDraftShelf } from './use-drafts.ts'

/** An edit is kept for sending within this time, also where what decides it has to be loaded first. */
const sentMs = 2_000

export type KeptDraft = {
  /** a text from before that waits for a decision; null where there is none */
  readonly offered: Draft | null
  /** remembers what is typed; an empty text is nothing to remember */
  readonly keep: (text: string, more?: Draft['more']) => void
  /** what was typed is given up */
  readonly done: () => void
  /** what was typed is on its way: it leaves the shelf as soon as the edit itself is kept for sending, unless it was refused meanwhile */
  readonly sent: (text: string) => void
  /** takes the offer away and gives its text */
  readonly take: () => Draft | null
  readonly discard: () => void
}

/** Whether another window of the same person has the field open now: its text is no text from before. */
function isOpenElsewhere(place: FieldPlace, personId: string | null): boolean {
  const key = keyOfField(place)
  return present.get().some((each) => each.personId === personId && each.clientId !== clientId && each.editing && keyOfField(each.editing) === key)
}

function useStablePlace(place: FieldPlace | null): FieldPlace | null {
  const { entity, id, field } = place ?? { entity: null, id: null, field: null }
  return useMemo(() => (entity === null || id === null || field === null ? null : { entity, id, field }), [entity, id, field])
}

/** A text from before that waits at a field when it comes onto the screen. */
function useOffered(stable: FieldPlace | null, shelf: DraftShelf, taken: string | null) {
  const { personId } = useMe()
  const read = () => {
    const found = stable && !isOpenElsewhere(stable, personId) ? shelf.at(stable) : null
    return found?.text === taken ? null : found
  }
  const [state, setState] = useState(() => ({ of: stable, offered: read() }))
  if (state.of !== stable) setState({ of: stable, offered: read() })
  const hide = useCallback(() => setState({ of: stable, offered: null }), [stable])
  return { offered: state.offered, hide }
}

/** The draft of one field: kept while it is typed, offered again when the field is there anew. Without a place nothing is kept, and what was taken from an offer is not offered again. */
export function useKeptDraft(place: FieldPlace | null, taken: string | null = null): KeptDraft {
  const stable = useStablePlace(place)
  const shelf = useDraftShelf()
  const { offered, hide } = useOffered(stable, shelf, taken)
  const drop = useCallback(() => {
    if (!stable || shelf.at(stable) === null) return
    shelf.drop(stable)
    draftsChanged()
  }, [stable, shelf])
  const keep = useCallback(
    (text: string, more?: Draft['more']) => {
      if (!stable) return
      if (text.trim() === '') return drop()
      shelf.keep({ place: stable, text, at: new Date().toISOString(), ...(more ? { more } : {}) })
    },
    [stable, shelf, drop],
  )
  const sent = useCallback(
    (text: string) => {
      if (!stable) return
      const keptAt = shelf.at(stable)?.at
      setTimeout(() => {
        // one that was refused meanwhile was kept anew
        const kept = shelf.at(stable)
        if (kept?.text === text && kept.at === keptAt) drop()
      }, sentMs)
    },
    [stable, shelf, drop],
  )
  /** A text from before that nobody has decided about yet stays, whatever was typed and saved beside it. */
  const done = useCallback(() => {
    if (offered) shelf.keep(offered)
    else drop()
  }, [offered, shelf, drop])
  return {
    offered,
    keep,
    done,
    sent,
    take: () => {
      hide()
      return offered
    },
    discard: () => {
      drop()
      hide()
    },
  }
}
