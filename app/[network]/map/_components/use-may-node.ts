import { useCallback } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../../lib/client/who.ts'
import { find } from '../../../../lib/domain/snapshot.ts'

/** Asks whether a node may be changed: moved, renamed, connected, deleted. */
export function useMayNode(): (id: string | null) => boolean {
  const { snapshot } = useNetwork()
  const ask = useMayAsk()
  return useCallback((id) => ask('node', find(snapshot, 'node', id)), [snapshot, ask])
}
