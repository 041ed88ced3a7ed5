import type { Who } from './access.ts'
import { type Change, reverseAll } from './change.ts'
import type { AnyEntity } from './entity.ts'
import type { EntityName } from './ids.ts'
import { coreOf, ownNodes } from './own-nodes.ts'
import { nodesOfRecord, nodesOfSides } from './record-nodes.ts'
import { applyChanges, find, type Snapshot } from './snapshot.ts'

/** What people say to each other is nobody's content. */
function isTalk(entity: EntityName): boolean {
  return entity === 'comment'
}

/** The nodes of each changed record as it stands in the snapshot; a promise belongs to both of its sides. */
function nodesNow(snapshot: Snapshot, changes: readonly Change[]): (readonly string[])[] {
  return changes.flatMap(({ entity, id }) => {
    const record: AnyEntity | undefined = isTalk(entity) ? undefined : find(snapshot, entity, id)
    return record ? [[...nodesOfRecord(snapshot, entity, record), ...nodesOfSides(snapshot, entity, record)]] : []
  })
}

/** The nodes before and after the changes. The snapshot is advanced and put back. */
function nodesTouched(snapshot: Snapshot, changes: readonly Change[]): (readonly string[])[] {
  const before = nodesNow(snapshot, changes)
  applyChanges(snapshot, changes)
  const after = nodesNow(snapshot, changes)
  applyChanges(snapshot, reverseAll(changes))
  return [...before, ...after]
}

/**
 * The nodes of others that changes touch: somebody takes part in them, and the actor does not. A record that joins two nodes, such as an
 * exchange or a promise, is nobody else's where one of them is the actor's own.
 *
 * @param snapshot the network before the changes; advanced and put back
 * @param day `YYYY-MM-DD` in the network's time zone
 * @returns ids, each once; none for the program itself and for somebody without a person
 * Cost O(changes + participations of their nodes). Spec: AC20, AC21.
 */
export function othersNodes(snapshot: Snapshot, changes: readonly Change[], { personId }: Pick<Who, 'personId'>, day: string): readonly string[] {
  if (personId === null) return []
  const own = ownNodes(snapshot, personId, day)
  const foreign = nodesTouched(snapshot, changes).filter((nodes) => !nodes.some((nodeId) => own.has(nodeId)))
  return [...new Set(foreign.flat())].filter((nodeId) => coreOf(snapshot, nodeId, day).length > 0)
}
