import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Cycle, Ritual } from '../../../../lib/domain/entity.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'

/** The cycle that would be planned: the one chosen, else the next that is not active yet, else the one in view. */
export function usePlannedCycle(): Cycle | null {
  const { snapshot, cycle } = useNetwork()
  const { view } = useView()
  if (view.cycle !== null) return cycle
  return listOf(snapshot, 'cycle').find(({ phase }) => phase === 'draft' || phase === 'planning') ?? cycle
}

/** The cycle that has to come into view beside an open session, by id; null where it is in view already, or there is no session. */
export function cycleToView(session: Pick<Ritual, 'cycleId'> | null, inView: Pick<Cycle, 'id'> | null): string | null {
  const planned = session?.cycleId ?? null
  return planned === inView?.id ? null : planned
}
