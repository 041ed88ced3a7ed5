import { useEffect, useEffectEvent } from 'react'
import type { Action } from './action.ts'
import { addHandler } from './registry.ts'

/** Lets an action be done while this component is on the screen. */
export function useAction(action: Action, run: () => void, { enabled = true }: { enabled?: boolean } = {}): void {
  const latest = useEffectEvent(run)
  useEffect(() => {
    if (!enabled) return
    return addHandler({ action, run: () => latest() })
  }, [action, enabled])
}
