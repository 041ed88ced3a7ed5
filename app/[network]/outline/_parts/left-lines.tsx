'use client'
import type { Draft as KeptText } from '../../../../lib/client/drafts/shelf.ts'
import { draftsChanged, useDraftShelf, useWaitingDrafts } from '../../../../lib/client/drafts/use-drafts.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { levelOf, type RecordKind } from '../../../../lib/client/outline/row.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { draftPlace } from '../../../components/drafts/draft-words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { placeOfLine } from './draft-row.tsx'
import styles from './left-lines.module.css'
import type { OutlineState } from './use-outline-state.ts'

function isKind(word: string): word is RecordKind {
  return Object.hasOwn(levelOf, word)
}

/** The kind of line that a text was typed as; null where it was no line of the outline. */
function kindOf({ place: { field } }: KeptText): RecordKind | null {
  const [form, kind = ''] = field.split('.')
  return form === 'create' && isKind(kind) ? kind : null
}

/** Lines that were typed and never kept, from before a reload or a crash: each goes on where it was, or is thrown away. */
export function LeftLines({ state }: { readonly state: OutlineState }) {
  const { snapshot, networkId } = useNetwork()
  const shelf = useDraftShelf()
  const waiting = useWaitingDrafts()
  const open = state.draft && placeOfLine(state.draft, networkId)
  const left = waiting.filter(
    (each) => kindOf(each) && find(snapshot, each.place.entity, each.place.id) && JSON.stringify(each.place) !== JSON.stringify(open),
  )
  const [first] = left
  const kind = first && kindOf(first)
  if (!first || !kind || state.draft) return null
  const keep = () => {
    const { entity, id } = first.place
    const isFirstResult = entity === 'node' && kind === 'kr'
    const parentId = entity === 'network' || isFirstResult ? null : id
    if (parentId !== null) state.setOpen(`${kind === 'need' ? 'kr' : entity}:${parentId}`, true)
    state.setDraft({ kind, parentId, afterId: null, text: first.text, ...(isFirstResult ? { nodeId: id } : {}) })
    draftsChanged()
  }
  const discard = () => {
    shelf.drop(first.place)
    draftsChanged()
  }
  return (
    <div role="group" aria-label="Unsaved text from before" className={styles['left']}>
      <p>
        {first.isRefused ? 'Could not be saved' : 'Unsaved text from before'} · {draftPlace(snapshot, first)}: <q>{first.text}</q>
      </p>
      <Button size="small" onClick={keep}>
        Keep
      </Button>
      <Button size="small" tone="quiet" onClick={discard}>
        Discard
      </Button>
    </div>
  )
}
