'use client'
import { useEffect, useRef, useState } from 'react'
import { useTime } from '../../../lib/client/network/provider.tsx'
import { useTimeMoves } from './use-time-travel.ts'

/** How long the slider has to rest before its day is asked for. */
const restMs = 140
/** While it moves, a day is shown at most this often, and only when the one before is there. */
const paceMs = 160

/**
 * The day under the slider: told at once, shown when the slider rests, or as soon as the day before it is there. So dragging and holding a
 * key play through time without a flood of requests.
 */
export function useHeldDay(): { readonly held: string | null; readonly hold: (day: string) => void } {
  const { step } = useTime()
  const { go } = useTimeMoves()
  const [held, setHeld] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shownAt = useRef(0)
  const hold = (day: string) => {
    const show = () => {
      shownAt.current = performance.now()
      go({ kind: 'day', day })
    }
    setHeld(day)
    clearTimeout(timer.current)
    if (step !== 'loading' && performance.now() - shownAt.current > paceMs) show()
    timer.current = setTimeout(() => {
      show()
      setHeld(null)
    }, restMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return { held, hold }
}
