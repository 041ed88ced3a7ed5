import { type Change, withFields } from './change.ts'
import { asNode, isOnRingOf, lowestFree } from './command/slot.ts'
import type { AnyEntity, Node } from './entity.ts'
import { find, referring, type Snapshot } from './snapshot.ts'

/** Guaranteed by `Change`: the `after` of a record that comes back is the whole record. */
function comingBack(change: Change): AnyEntity {
  return change.after as unknown as AnyEntity
}

/** The node that an undo brings to a ring, by coming back or by moving back; null for every other change. */
function arriving(snapshot: Snapshot, change: Change): Node | null {
  if (change.entity !== 'node' || change.after === null) return null
  if (change.before === null) return asNode(comingBack(change))
  const now = find(snapshot, 'node', change.id)
  const then = now && withFields(now, change.after)
  return now && then && !isOnRingOf(now, then) ? then : null
}

/** Both sides of an update name the same paths, so the place that it has now goes into `before`. */
function withSlot(snapshot: Snapshot, change: Change, slot: number): Change {
  const before = change.before && { ...change.before, slot: find(snapshot, 'node', change.id)?.slot }
  return { ...change, before, after: { ...change.after, slot } }
}

/**
 * The same changes, where a node whose place was given away since takes the next free one.
 *
 * @param changes an undo that is otherwise fit to be applied
 * Cost O(changes + nodes that come back · nodes of their areas).
 */
export function withFreeSlots(snapshot: Snapshot, changes: readonly Change[]): Change[] {
  const arrivals = new Map<Change, Node | null>(changes.map((change) => [change, arriving(snapshot, change)]))
  const leaving = new Set(changes.filter((change) => change.entity === 'node' && (change.after === null || arrivals.get(change))).map(({ id }) => id))
  const settled: Node[] = []
  return changes.map((change) => {
    const node = arrivals.get(change)
    if (!node) return change
    const staying = referring(snapshot, 'node', 'areaId', node.areaId).filter(({ id }) => !leaving.has(id))
    const taken = new Set([...staying, ...settled].filter((other) => isOnRingOf(other, node)).map(({ slot }) => slot))
    const slot = taken.has(node.slot) ? lowestFree(taken) : node.slot
    settled.push({ ...node, slot })
    return slot === node.slot ? change : withSlot(snapshot, change, slot)
  })
}
