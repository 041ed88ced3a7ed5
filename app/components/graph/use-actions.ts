'use client'

import { useEffect, useEffectEvent } from 'react'
import type { Action } from '../../../lib/client/actions/action.ts'
import { addHandler } from '../../../lib/client/actions/registry.ts'

/** Lets a family of actions be done while this component is on the screen. The list has to be a constant. */
export function useActions<A extends Action>(actions: readonly A[], run: (id: A['id']) => void, enabled = true): void {
  const latest = useEffectEvent(run)
  useEffect(() => {
    if (!enabled) return
    const removers = actions.map((action) => addHandler({ action, run: () => latest(action.id) }))
    return () => removers.forEach((remove) => void remove())
  }, [actions, enabled])
}
