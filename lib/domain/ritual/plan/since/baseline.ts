import type { Mark } from '../../../entity.ts'
import { find, listOf, type Snapshot } from '../../../snapshot.ts'
import { compareInstants } from '../../../time.ts'

/**
 * The baseline of a cycle: the snapshot that the last session of planning left which was committed for it.
 *
 * @returns null where no plan of the cycle was committed, or its snapshot was deleted since
 * Cost O(n log n). Spec: PL65.
 */
export function baselineOf(snapshot: Snapshot, cycleId: string): Mark | null {
  const committed = listOf(snapshot, 'ritual').filter(({ kind, state, cycleId: of }) => kind === 'plan' && state === 'closed' && of === cycleId)
  const latest = committed.toSorted((a, b) => compareInstants(b.closedAt ?? b.at, a.closedAt ?? a.at))
  return latest.flatMap(({ markId }) => find(snapshot, 'mark', markId) ?? [])[0] ?? null
}
