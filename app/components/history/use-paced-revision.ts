'use client'
import { useEffect, useRef, useState } from 'react'
import { useNetworkStore } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'

/** Forty people may edit at once; what is read again with each change is read so often at most. */
const paceMs = 1_000

/** The revision of the network, at once where nothing changed for a while, and else once a second. */
export function usePacedRevision(): number {
  const { confirmed } = useObservable(useNetworkStore().state)
  const { revision } = confirmed
  const [paced, setPaced] = useState(revision)
  const lastMs = useRef(0)
  useEffect(() => {
    if (revision === paced) return
    const timer = setTimeout(
      () => {
        lastMs.current = performance.now()
        setPaced(revision)
      },
      Math.max(0, lastMs.current + paceMs - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [revision, paced])
  return paced
}
