import type { AnyEntity, Node } from '../entity.ts'
import { referring, type Snapshot } from '../snapshot.ts'
import type { Closeness } from '../vocabulary.ts'

type Placed = { readonly id: string; readonly areaId: Node['areaId']; readonly closeness: Closeness | null }

/** Whether two nodes lie on one ring: the same area and the same closeness, of which none is contributing. Cost O(1). */
export function isOnRingOf(a: Placed, b: Placed): boolean {
  return a.areaId === b.areaId && (a.closeness ?? 'contributing') === (b.closeness ?? 'contributing')
}

/** A node among records of any kind; null for another record. Cost O(1). */
export function asNode(record: AnyEntity): Node | null {
  return 'slot' in record ? record : null
}

/**
 * The lowest free place on the ring that a node comes to. A node keeps its place while it stays on a ring, so adding,
 * linking or deleting others never moves it.
 *
 * Cost O(nodes of the area).
 */
export function freeSlot(snapshot: Snapshot, node: Placed): number {
  const others = referring(snapshot, 'node', 'areaId', node.areaId).filter((other) => other.id !== node.id && isOnRingOf(other, node))
  return lowestFree(new Set(others.map(({ slot }) => slot)))
}

/** The lowest number from 0 that is not taken. Cost O(taken). */
export function lowestFree(taken: ReadonlySet<number>): number {
  let slot = 0
  while (taken.has(slot)) slot += 1
  return slot
}
