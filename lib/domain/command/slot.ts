import type { AnyEntity } from '../entity.ts'
import { referring, type Snapshot } from '../snapshot.ts'

/**
 * The lowest free place on the ring of a node's area. A node keeps its place while it stays on that ring, so adding,
 * linking or deleting others never moves it.
 *
 * Cost O(nodes of the area).
 */
export function freeSlot(snapshot: Snapshot, node: AnyEntity & { slot: number }): number {
  if (!('areaId' in node) || node.areaId === null || !('closeness' in node)) return node.slot
  const others = referring(snapshot, 'node', 'areaId', node.areaId).filter(
    (other) => other.id !== node.id && (other.closeness ?? 'contributing') === (node.closeness ?? 'contributing'),
  )
  const taken = new Set(others.map(({ slot }) => slot))
  if (!taken.has(node.slot)) return takenBefore(taken, node.slot)
  return takenBefore(taken, Number.POSITIVE_INFINITY)
}

function takenBefore(taken: ReadonlySet<number>, limit: number): number {
  let slot = 0
  while (slot < limit && taken.has(slot)) slot += 1
  return slot
}
