'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useView } from '../../../../lib/client/view.ts'
import type { InboxItem } from '../../../../lib/domain/promise/inbox.ts'
import { selectionOfItem } from './groups.ts'

/** From this width on the pane stands beside the list, so that something may be open from the start. */
const wide = '(min-width: 761px)'

function rowOf(item: InboxItem | undefined): HTMLElement | null {
  return item ? document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item.id)}"]`) : null
}

type Known = { readonly id: string; readonly sel: string; readonly at: number }

/** Where the selection stands: one promise can wait twice, so the item that was chosen counts before another one of the same promise. */
function placeOf(items: readonly InboxItem[], sel: string | null, known: Known | null): number {
  const own = items.findIndex((item) => item.id === known?.id && selectionOfItem(item) === sel)
  return own >= 0 ? own : items.findIndex((item) => selectionOfItem(item) === sel)
}

/**
 * The item that is selected, which stands in the address as on every view. When it is done and leaves the list, the one that follows takes
 * its place and the focus.
 */
export function useInboxSelection(items: readonly InboxItem[]) {
  const { view, setView } = useView()
  const [known, setKnown] = useState<Known | null>(null)
  const wantsFocus = useRef(true)
  const isDone = known !== null && known.sel === view.sel && items.every(({ id }) => id !== known.id)
  const at = isDone ? Math.min(known.at, items.length - 1) : placeOf(items, view.sel, known)
  const item = items[at]
  const go = useCallback(
    (to: number) => {
      const next = items[Math.max(0, Math.min(items.length - 1, to))]
      if (!next) return
      wantsFocus.current = true
      setKnown({ id: next.id, sel: selectionOfItem(next), at: items.indexOf(next) })
      setView({ sel: selectionOfItem(next) })
      rowOf(next)?.focus()
    },
    [items, setView],
  )
  useEffect(() => {
    if (isDone && items.length > 0) return go(at)
    if (!item && view.sel === null && known === null && items.length > 0 && matchMedia(wide).matches) return go(0)
    if (!item) return
    if (item.id !== known?.id || at !== known.at) setKnown({ id: item.id, sel: selectionOfItem(item), at })
    if (wantsFocus.current) rowOf(item)?.focus()
    wantsFocus.current = false
  }, [isDone, items, item, at, known, view.sel, go])
  return { selected: item ?? null, at, go }
}
