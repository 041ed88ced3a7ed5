'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAsk, useWho } from '../../../../lib/client/who.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import type { Difference } from '../../../components/history/types.ts'

/** Whether restoring a record is offered. Whose node it lived on is known once its changes are read, so a contributor is told then. */
export function useMayRestore(): (difference: Difference) => boolean {
  const { snapshot } = useNetwork()
  const ask = useMayAsk()
  const { role } = useWho()
  return ({ entity }) => role === 'contributor' || ask(entity, networkOf(snapshot))
}
