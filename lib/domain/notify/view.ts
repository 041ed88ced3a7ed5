import { type Change, withFields } from '../change.ts'
import type { AnyEntity, EntityOf } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import { find, type Snapshot } from '../snapshot.ts'

/** A network after a change set, from which the state before can still be read. */
export type View = { readonly after: Snapshot; readonly changes: readonly Change[]; readonly changeById: ReadonlyMap<string, Change> }

export type When = 'before' | 'after'

function keyOf(entity: EntityName, id: string): string {
  return `${entity} ${id}`
}

/**
 * @param after the network with the changes applied
 * @param changes one for each record, as `squash` gives them
 * Cost O(changes).
 */
export function viewOf(after: Snapshot, changes: readonly Change[]): View {
  return { after, changes, changeById: new Map(changes.map((change) => [keyOf(change.entity, change.id), change])) }
}

/** Guaranteed by `Change`: the `before` of a deleted record is the whole record of its entity. */
function castRecord<E extends EntityName>(record: AnyEntity | Change['before']): EntityOf<E> {
  return record as EntityOf<E>
}

/** A record as it is, or was before the change set; undefined where it was not there. Cost O(size of the record). */
export function recordAt<E extends EntityName>({ after, changeById }: View, when: When, entity: E, id: string | null): EntityOf<E> | undefined {
  const record = find(after, entity, id)
  const change = id === null || when === 'after' ? undefined : changeById.get(keyOf(entity, id))
  if (!change) return record
  if (change.before === null) return undefined
  return change.after === null ? castRecord<E>(change.before) : record && withFields(record, change.before)
}

/** A record as it is, or as it was where the change set deleted it. Cost O(size of the record). */
export function lastKnown<E extends EntityName>(view: View, entity: E, id: string | null): EntityOf<E> | undefined {
  return recordAt(view, 'after', entity, id) ?? recordAt(view, 'before', entity, id)
}

/** The node of a key result, now or before; null where either is not there. Cost O(1). */
export function nodeAt(view: View, when: When, keyResultId: string | null): string | null {
  const objectiveId = recordAt(view, when, 'keyResult', keyResultId)?.objectiveId ?? null
  return recordAt(view, when, 'objective', objectiveId)?.nodeId ?? null
}

/** The changes of one kind of record. Cost O(changes). */
export function changesOf({ changes }: View, entity: EntityName): readonly Change[] {
  return changes.filter((change) => change.entity === entity)
}
