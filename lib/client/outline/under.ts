import type { Cycle } from '../../domain/entity.ts'
import { listOf, referring, type Snapshot } from '../../domain/snapshot.ts'
import type { RecordKind } from './row.ts'

/** The records of a kind under a parent, in order; all areas for an area. */
export function siblingsUnder(snapshot: Snapshot, kind: RecordKind, parentId: string | null, cycle: Cycle | null): readonly { readonly id: string; readonly rank: number }[] {
  if (kind === 'area') return listOf(snapshot, 'area')
  if (parentId === null) return []
  if (kind === 'node') return referring(snapshot, 'node', 'areaId', parentId)
  if (kind === 'objective') return referring(snapshot, 'objective', 'nodeId', parentId).filter(({ cycleId }) => cycleId === cycle?.id)
  return kind === 'kr' ? referring(snapshot, 'keyResult', 'objectiveId', parentId) : referring(snapshot, 'dependency', 'consumerKeyResultId', parentId)
}
