'use client'
import { useEffect, useMemo } from 'react'
import { type PastEntry, pastStore } from '../../../../lib/client/network/past.ts'
import { readPast } from '../../../../lib/client/network/past-server.ts'
import { useNetwork, useNetworkStore } from '../../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../../lib/client/observable.ts'

export type Moments = { readonly at: (revision: number | null) => PastEntry | null; readonly again: () => void }

/** The network as it was after some revisions; what is the newest revision is there at once. */
export function useMoments(revisions: readonly (number | null)[]): Moments {
  const { slug } = useNetwork()
  const present = useNetworkStore().state.get().confirmed
  const store = useMemo(() => pastStore({ load: (revision, signal) => readPast(slug, revision, signal) }), [slug])
  const entries = useObservable(store.entries)
  const wanted = revisions.filter((revision) => revision !== null && revision < present.revision)
  const key = wanted.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the list holds
  useEffect(() => store.want(wanted.filter((revision) => revision !== null)), [store, key])
  const at = (revision: number | null): PastEntry | null => {
    if (revision === null) return null
    if (revision >= present.revision) return { step: 'open', snapshot: present, at: new Date().toISOString() }
    return entries.get(revision) ?? { step: 'loading' }
  }
  return { at, again: store.again }
}
