'use client'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { nextAction, previousAction } from './actions.ts'

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
}

/**
 * Which of a list is looked at; J, K and the arrows move it, and the focus with it. When it leaves the list, the one that follows takes
 * its place.
 */
export function useCursor(ids: readonly string[], first: string | null) {
  const [id, setId] = useState(first)
  const place = useRef(0)
  const at = id === null ? -1 : ids.indexOf(id)
  const here = at >= 0 ? at : Math.min(place.current, ids.length - 1)
  const current = ids[here] ?? null
  const go = (to: number) => {
    const next = ids[Math.max(0, Math.min(ids.length - 1, to))]
    if (next === undefined) return
    setId(next)
    rowOf(next)?.focus()
  }
  useEffect(() => {
    if (here >= 0) place.current = here
  }, [here])
  useAction(nextAction, () => go(here + 1), { enabled: ids.length > 0 })
  useAction(previousAction, () => go(here - 1), { enabled: ids.length > 0 })
  // what somebody has gone to meanwhile keeps the focus
  const focus = () => {
    if (current === null) return
    requestAnimationFrame(() => {
      if (document.activeElement === null || document.activeElement === document.body) rowOf(current)?.focus()
    })
  }
  return { current, select: setId, focus }
}
