import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../../lib/client/who.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { KeyResult, Ritual } from '../../../../../lib/domain/entity.ts'
import { rollOverCall } from '../../../../../lib/domain/ritual/plan/carry-call.ts'
import type { RollOver } from '../../../../../lib/domain/vocabulary.ts'

/** What can be done with a key result of the last cycle: grade it, and say what becomes of it. */
export function useRollOver(ritual: Ritual, keyResult: KeyResult | undefined) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const mayChange = useMay('keyResult', keyResult) && ritual.state === 'open'
  return {
    mayChange,
    grade: (share: number) => {
      if (keyResult) void mutate([call('keyResult.update', { id: keyResult.id, set: { grade: share } })])
    },
    rollOver: (choice: RollOver) => {
      if (!keyResult || ritual.cycleId === null) return
      void mutate([rollOverCall(snapshot, { keyResultId: keyResult.id, intoCycleId: ritual.cycleId, rollOver: choice }, freshId)])
    },
  }
}
