import { type RefObject, useEffect, useRef } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'

/** The snapshot for what happens once, and not with each change of the network. */
export function useLatestSnapshot(): RefObject<Snapshot> {
  const { snapshot } = useNetwork()
  const latest = useRef(snapshot)
  useEffect(() => {
    latest.current = snapshot
  })
  return latest
}
