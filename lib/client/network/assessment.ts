import { useMemo } from 'react'
import { assess } from '../../domain/okr/assess.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

export type { Assessment } from '../../domain/okr/assessment.ts'

/** What a cycle adds up to on a day; computed again only when the network, the cycle or the day changes. */
export function useAssessment(snapshot: Snapshot, cycleId: string | null, today: string): Assessment {
  return useMemo(() => assess(snapshot, { cycleId, today }), [snapshot, cycleId, today])
}
