import type { Assessment } from '../../../lib/domain/okr/assessment.ts'
import { find, listOf, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { PickerOption } from '../ui/picker.tsx'

/** Whom a key result may ask: nodes first, then the key results of the same cycle; itself and its own node's come last. */
export function suppliersFor(snapshot: Snapshot, assessment: Assessment, keyResultId: string): PickerOption[] {
  const own = assessment.keyResults.get(keyResultId)
  const areaOf = (nodeId: string | null) => find(snapshot, 'area', find(snapshot, 'node', nodeId)?.areaId ?? null)?.name ?? ''
  const likely = new Set(likelyNodes(snapshot, own?.nodeId ?? null))
  const nodes = listOf(snapshot, 'node')
    .filter(({ id }) => id !== own?.nodeId)
    .map(({ id, name }): PickerOption => ({ id: `node:${id}`, label: name, hint: likely.has(id) ? 'gives to this node' : areaOf(id) }))
  const keyResults = listOf(snapshot, 'keyResult')
    .filter(({ id }) => id !== keyResultId && assessment.keyResults.get(id)?.cycleId === own?.cycleId)
    .map(
      ({ id, title }): PickerOption => ({
        id: `kr:${id}`,
        label: title,
        hint: find(snapshot, 'node', assessment.keyResults.get(id)?.nodeId ?? null)?.name ?? '',
      }),
    )
  return [...nodes.filter(({ hint }) => hint === 'gives to this node'), ...nodes.filter(({ hint }) => hint !== 'gives to this node'), ...keyResults]
}

/** The nodes that already give something to a node, the best rated first. */
export function likelyNodes(snapshot: Snapshot, nodeId: string | null): string[] {
  if (nodeId === null) return []
  const gives = referring(snapshot, 'exchange', 'toNodeId', nodeId).toSorted((a, b) => (b.valueByReceiver ?? 0) - (a.valueByReceiver ?? 0))
  return [...new Set(gives.map(({ fromNodeId }) => fromNodeId))]
}
