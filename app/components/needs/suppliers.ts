import type { Assessment } from '../../../lib/domain/okr/assessment.ts'
import { find, listOf, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { PickerOption } from '../ui/picker.tsx'

function areaNameOf(snapshot: Snapshot, nodeId: string | null): string {
  return find(snapshot, 'area', find(snapshot, 'node', nodeId)?.areaId ?? null)?.name ?? ''
}

/** Those that the rule picks come first; the order is kept otherwise. */
function likelyFirst<T>(items: readonly T[], isLikely: (item: T) => boolean): T[] {
  return [...items.filter(isLikely), ...items.filter((item) => !isLikely(item))]
}

/** Whom a key result may ask: nodes first, the likely givers before the others, then the key results of the same cycle. */
export function suppliersFor(snapshot: Snapshot, assessment: Assessment, keyResultId: string): PickerOption[] {
  const own = assessment.keyResults.get(keyResultId)
  const likely = new Set(likelyNodes(snapshot, own?.nodeId ?? null))
  const nodes = listOf(snapshot, 'node')
    .filter(({ id }) => id !== own?.nodeId)
    .map(({ id, name }): PickerOption => ({ id: `node:${id}`, label: name, hint: likely.has(id) ? 'gives to this node' : areaNameOf(snapshot, id) }))
  const keyResults = keyResultsOf(snapshot, assessment, own?.cycleId ?? null).filter(({ id }) => id !== `kr:${keyResultId}`)
  return [...likelyFirst(nodes, ({ hint }) => hint === 'gives to this node'), ...keyResults]
}

/** Which key results a node may offer something to: those of nodes that it already gives to come first. */
export function takersFor(snapshot: Snapshot, assessment: Assessment, nodeId: string | null): PickerOption[] {
  const takes = new Set(nodeId === null ? [] : referring(snapshot, 'exchange', 'fromNodeId', nodeId).map(({ toNodeId }) => toNodeId))
  const nodeOf = ({ id }: PickerOption) => assessment.keyResults.get(id.slice('kr:'.length))?.nodeId ?? null
  const others = keyResultsOf(snapshot, assessment, assessment.cycleId).filter((option) => nodeOf(option) !== nodeId)
  return likelyFirst(others, (option) => takes.has(nodeOf(option) ?? ''))
}

/** The key results of a cycle, with their node. */
export function keyResultsOf(snapshot: Snapshot, assessment: Assessment, cycleId: string | null): PickerOption[] {
  return listOf(snapshot, 'keyResult').flatMap(({ id, title }) => {
    const facts = assessment.keyResults.get(id)
    if (cycleId !== null && facts?.cycleId !== cycleId) return []
    return [{ id: `kr:${id}`, label: title, hint: find(snapshot, 'node', facts?.nodeId ?? null)?.name ?? '' }]
  })
}

/** The nodes that already give something to a node, the best rated first. */
export function likelyNodes(snapshot: Snapshot, nodeId: string | null): string[] {
  if (nodeId === null) return []
  const gives = referring(snapshot, 'exchange', 'toNodeId', nodeId).toSorted((a, b) => (b.valueByReceiver ?? 0) - (a.valueByReceiver ?? 0))
  return [...new Set(gives.map(({ fromNodeId }) => fromNodeId))]
}
