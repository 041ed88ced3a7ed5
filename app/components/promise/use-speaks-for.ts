'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMe } from '../../../lib/client/who.ts'
import { speaksFor } from '../../../lib/domain/access.ts'

/** Whether the person at this browser answers for a node. Who only looks on answers for none. */
export function useSpeaksFor(nodeId: string | null): boolean {
  const { snapshot, today, who } = useNetwork()
  const { personId, userId } = useMe()
  const isOnlooker = personId === null && userId !== null
  return nodeId !== null && !isOnlooker && speaksFor(snapshot, who, nodeId, today)
}
