import type { Cycle } from '../../domain/entity.ts'
import { listOf, referring, type Snapshot } from '../../domain/snapshot.ts'
import { childOf, type RecordKind } from './row.ts'

/** The records of a kind under a parent, in order; all areas for an area. */
export function siblingsUnder(
  snapshot: Snapshot,
  kind: RecordKind,
  parentId: string | null,
  cycle: Cycle | null,
): readonly { readonly id: string; readonly rank: number }[] {
  if (kind === 'area') return listOf(snapshot, 'area')
  if (parentId === null) return []
  if (kind === 'node') return referring(snapshot, 'node', 'areaId', parentId)
  if (kind === 'objective') return referring(snapshot, 'objective', 'nodeId', parentId).filter(({ cycleId }) => cycleId === cycle?.id)
  if (kind === 'health') return referring(snapshot, 'healthMetric', 'nodeId', parentId)
  return kind === 'kr'
    ? referring(snapshot, 'keyResult', 'objectiveId', parentId)
    : referring(snapshot, 'dependency', 'consumerKeyResultId', parentId)
}

/** The key results in a row of the outline and below it, in order. */
export function keyResultsUnder(snapshot: Snapshot, kind: RecordKind, id: string, cycle: Cycle | null): string[] {
  if (kind === 'kr') return [id]
  const child = childOf[kind]
  return child ? siblingsUnder(snapshot, child, id, cycle).flatMap((each) => keyResultsUnder(snapshot, child, each.id, cycle)) : []
}
