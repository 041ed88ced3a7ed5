import type { AnyEntity } from '../../domain/entity.ts'
import { find, listOf, referring, type Snapshot } from '../../domain/snapshot.ts'
import { entityOfKind, type RecordKind } from './row.ts'

type Ranked = { readonly id: string; readonly rank: number }

/** The records beside one in the outline, in order, itself among them. */
export function siblingsOf(snapshot: Snapshot, kind: RecordKind, id: string): readonly Ranked[] {
  switch (kind) {
    case 'area':
      return listOf(snapshot, 'area')
    case 'node': {
      const node = find(snapshot, 'node', id)
      return node ? referring(snapshot, 'node', 'areaId', node.areaId) : []
    }
    case 'objective': {
      const own = find(snapshot, 'objective', id)
      return own ? referring(snapshot, 'objective', 'nodeId', own.nodeId).filter(({ cycleId }) => cycleId === own.cycleId) : []
    }
    case 'health': {
      const own = find(snapshot, 'healthMetric', id)
      return own ? referring(snapshot, 'healthMetric', 'nodeId', own.nodeId) : []
    }
    case 'kr': {
      const own = find(snapshot, 'keyResult', id)
      return own ? referring(snapshot, 'keyResult', 'objectiveId', own.objectiveId) : []
    }
    case 'need': {
      const own = find(snapshot, 'dependency', id)
      return own ? referring(snapshot, 'dependency', 'consumerKeyResultId', own.consumerKeyResultId) : []
    }
  }
}

/** The id of what a record stands under; null for an area. */
export function parentIdOf(snapshot: Snapshot, kind: RecordKind, id: string): string | null {
  const record: AnyEntity | undefined = find(snapshot, entityOfKind[kind], id)
  if (!record) return null
  if ('areaId' in record && 'closeness' in record) return record.areaId
  if ('nodeId' in record && ('cycleId' in record || 'tolerance' in record)) return record.nodeId
  if ('objectiveId' in record) return record.objectiveId
  return 'consumerKeyResultId' in record ? record.consumerKeyResultId : null
}

/** A rank between a sibling and the next one; `after` null is before the first. */
export function rankAfter(siblings: readonly Ranked[], after: string | null): number {
  if (siblings.length === 0) return 1
  if (after === null) return (siblings[0]?.rank ?? 1) - 1
  const at = siblings.findIndex(({ id }) => id === after)
  const left = siblings[at] ?? siblings.at(-1)
  const right = at < 0 ? undefined : siblings[at + 1]
  return right === undefined ? (left?.rank ?? 0) + 1 : ((left?.rank ?? 0) + right.rank) / 2
}
