import { useMemo } from 'react'
import { useNetwork } from '../network/provider.tsx'
import { observable, useObservable } from '../observable.ts'
import { type Draft, type DraftShelf, draftsOn, eraseDraftsOn } from './shelf.ts'

/** Rises with each draft that is offered, taken or thrown away. */
const turn = observable(0)

export function draftsChanged(): void {
  turn.set(turn.get() + 1)
}

const nothing: DraftShelf = { all: () => [], at: () => null, keep: () => undefined, drop: () => undefined }

/** The drafts of a person in this browser; where the browser forbids storage, texts stand in their fields alone. */
export function browserDrafts(networkId: string, userId: string | null): DraftShelf {
  if (typeof window === 'undefined') return nothing
  try {
    return draftsOn(window.localStorage, networkId, userId ?? '')
  } catch {
    return nothing
  }
}

export function eraseDrafts(userId: string | null): void {
  try {
    eraseDraftsOn(window.localStorage, userId ?? '')
  } catch {
    // a browser that forbids storage holds no drafts
  }
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
