import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { entityOfKind } from '../../../../lib/client/outline/row.ts'
import { find, nameOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'

/** What a row is called. */
export function titleOf(snapshot: Snapshot, { kind, id }: Pick<RecordRow, 'kind' | 'id'>): string {
  const record = find(snapshot, entityOfKind[kind], id)
  if (!record) return ''
  return 'what' in record ? record.what : nameOf(record)
}

/** Whom a need asks: the key result where it is known, and its node. */
export function supplierText(snapshot: Snapshot, needId: string): string {
  const need = find(snapshot, 'dependency', needId)
  const keyResult = find(snapshot, 'keyResult', need?.supplierKeyResultId ?? null)
  const nodeId = find(snapshot, 'objective', keyResult?.objectiveId ?? null)?.nodeId ?? need?.supplierNodeId ?? null
  const node = find(snapshot, 'node', nodeId)?.name ?? 'a node that went'
  return keyResult ? `${node}: ${keyResult.title}` : node
}
