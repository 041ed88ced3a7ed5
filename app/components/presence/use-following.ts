'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { followedWindow, following, keepFollowing, stopFollowing } from '../../../lib/client/presence/follow.ts'
import { drawing, present } from '../../../lib/client/presence/state.ts'
import { readViewPath } from '../../../lib/client/presence/view-path.ts'

const graceMs = 5_000

/** Takes this window where the followed one is: its view, and its camera where the same drawing is open. */
export function useFollowing(): void {
  const followed = useObservable(following)
  const people = useObservable(present)
  useEffect(() => {
    const now = following.get()
    if (now && followedWindow(people, now)) return keepFollowing(people)
    // a page that is loaded anew, or a server that starts again, is missed for a moment only
    const timer = setTimeout(() => keepFollowing(present.get()), graceMs)
    return () => clearTimeout(timer)
  }, [people])
  const target = followed && followedWindow(people, followed)
  useSameView(target?.view ?? null)
  useSameCamera(target)
  useOwnMoves(followed !== null)
}

function useSameView(view: string | null): void {
  const router = useRouter()
  const { slug } = useNetwork()
  useEffect(() => {
    if (view === null) return
    const there = readViewPath(view)
    const address = `/${slug}/${there.path}`
    const whole = there.query === '' ? address : `${address}?${there.query}`
    const { pathname, search } = window.location
    if (address !== pathname) router.replace(whole, { scroll: false })
    else if (whole !== pathname + search) window.history.replaceState(null, '', whole)
  }, [view, slug, router])
}

type Target = { readonly view: string; readonly camera: { readonly x: number; readonly y: number; readonly k: number } | null } | null

function useSameCamera(target: Target): void {
  const { slug } = useNetwork()
  const path = usePathname()
  const here = useObservable(drawing)
  const isSame = target !== null && path === `/${slug}/${readViewPath(target.view).path}`
  const { x, y, k } = target?.camera ?? { x: null, y: null, k: null }
  useEffect(() => {
    if (isSame && x !== null && y !== null && k !== null) here?.lookAt({ x, y, k })
  }, [isSame, here, x, y, k])
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'Tab'])

function isOnTogether(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-together]') !== null
}

/** Whatever somebody does by hand ends the following; Escape does nothing else then. */
function useOwnMoves(isFollowing: boolean): void {
  useEffect(() => {
    if (!isFollowing) return
    const stopping = new AbortController()
    const options = { capture: true, signal: stopping.signal }
    const onAct = (event: Event) => {
      if (!isOnTogether(event.target)) stopFollowing()
    }
    const onKey = (event: KeyboardEvent) => {
      if (modifiers.has(event.key) || (isOnTogether(event.target) && event.key !== 'Escape')) return
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
      }
      stopFollowing()
    }
    window.addEventListener('pointerdown', onAct, options)
    window.addEventListener('wheel', onAct, { ...options, passive: true })
    window.addEventListener('popstate', () => stopFollowing(), { signal: stopping.signal })
    window.addEventListener('keydown', onKey, options)
    return () => stopping.abort()
  }, [isFollowing])
}
