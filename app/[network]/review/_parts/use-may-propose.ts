import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../lib/client/who.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'

/** Whether this person may propose: whoever may comment. */
export function useMayPropose(): boolean {
  const { snapshot } = useNetwork()
  return useMay('proposal', networkOf(snapshot))
}
