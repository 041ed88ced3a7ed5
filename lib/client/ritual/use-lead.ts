import type { Ritual } from '../../domain/entity.ts'
import { useNetwork } from '../network/provider.tsx'
import { useMay } from '../who.ts'

/** Whether who uses this browser may lead a session at all: then the lead can be taken over. */
export function useMayLead(ritual: Ritual): boolean {
  const { who } = useNetwork()
  const may = useMay('ritual', ritual)
  return ritual.state === 'open' && (may || (who.personId !== null && who.personId === ritual.facilitatorId))
}

/** Whether who uses this browser leads the session now: moves its phases, drives the big screen. */
export function useLead(ritual: Ritual): boolean {
  const { who } = useNetwork()
  const may = useMayLead(ritual)
  return may && who.personId === ritual.facilitatorId
}
