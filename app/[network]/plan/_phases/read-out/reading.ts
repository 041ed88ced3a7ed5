import type { Ritual } from '../../../../../lib/domain/entity.ts'
import type { Assessment } from '../../../../../lib/domain/okr/assessment.ts'
import { listOf, referring, type Snapshot } from '../../../../../lib/domain/snapshot.ts'

/** How long one node reads out. */
export const nodeSeconds = 180

/** The nodes that read out, area by area: those that plan something in the cycle, or give something to others. */
export function readers(snapshot: Snapshot, assessment: Assessment, cycleId: string | null): string[] {
  const gives = new Set(
    [...assessment.dependencies.values()].filter(({ isEnded, state }) => !isEnded && state !== 'draft').map((need) => need.supplierNodeId),
  )
  const plans = (nodeId: string) => referring(snapshot, 'objective', 'nodeId', nodeId).some((each) => each.cycleId === cycleId)
  const nodes = listOf(snapshot, 'area').flatMap(({ id }) => referring(snapshot, 'node', 'areaId', id))
  return nodes.flatMap(({ id }) => (plans(id) || gives.has(id) ? [id] : []))
}

/** Whose turn it is: the place of the session, else the first of those that read. */
export function readerAt({ place }: Pick<Ritual, 'place'>, ids: readonly string[]): number {
  return Math.max(0, ids.indexOf(place ?? ''))
}
