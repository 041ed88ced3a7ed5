'use client'
import { useEffect, useRef } from 'react'
import { useView } from '../../../../lib/client/view.ts'
import type { InboxItem } from '../../../../lib/domain/promise/inbox.ts'
import { selectionOfItem } from './groups.ts'

/** From this width on the pane stands beside the list, so that something may be open from the start. */
const wide = '(min-width: 761px)'

function rowOf(item: InboxItem | undefined): HTMLElement | null {
  return item ? document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item.id)}"]`) : null
}

/**
 * The item that is selected, which stands in the address as on every view. When it is done and leaves the list, the next one takes its
 * place and the focus.
 */
export function useInboxSelection(items: readonly InboxItem[]) {
  const { view, setView } = useView()
  const at = items.findIndex((item) => selectionOfItem(item) === view.sel)
  const last = useRef<{ sel: string; at: number } | null>(null)
  const wantsFocus = useRef(true)
  const go = (to: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, to))]
    if (!item) return
    wantsFocus.current = true
    setView({ sel: selectionOfItem(item) })
    rowOf(item)?.focus()
  }
  useEffect(() => {
    const item = items[at]
    if (item) {
      last.current = { sel: selectionOfItem(item), at }
      if (wantsFocus.current) rowOf(item)?.focus()
      wantsFocus.current = false
      return
    }
    const wasHere = last.current !== null && last.current.sel === view.sel
    const next = items[Math.min(last.current?.at ?? 0, items.length - 1)]
    if (wasHere && next) {
      wantsFocus.current = true
      setView({ sel: selectionOfItem(next) })
    } else if (view.sel === null && last.current === null && next && matchMedia(wide).matches) setView({ sel: selectionOfItem(next) })
  }, [items, at, view.sel, setView])
  return { selected: items[at] ?? null, at, go }
}
