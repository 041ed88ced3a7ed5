import { useMemo } from 'react'
import { useNetwork } from '../network/provider.tsx'
import { observable, useObservable } from '../observable.ts'
import { browserDrafts } from './browser-drafts.ts'
import type { Draft, DraftShelf } from './shelf.ts'

/** Rises with each draft that is offered, taken or thrown away. */
const turn = observable(0)

export function draftsChanged(): void {
  turn.set(turn.get() + 1)
}

export function useDraftShelf(): DraftShelf {
  const { networkId, me } = useNetwork()
  return useMemo(() => browserDrafts(networkId, me.userId), [networkId, me.userId])
}

/** Every draft that waits for a decision; read again whenever one is taken or thrown away. */
export function useWaitingDrafts(): readonly Draft[] {
  const shelf = useDraftShelf()
  const at = useObservable(turn)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what lies on the shelf changes with each turn
  return useMemo(() => shelf.all(), [shelf, at])
}
