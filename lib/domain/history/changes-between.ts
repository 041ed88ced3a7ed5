import { type Change, diff } from '../change.ts'
import type { AnyEntity, EntityOf } from '../entity.ts'
import { type EntityName, entityNames } from '../ids.ts'
import type { Snapshot } from '../snapshot.ts'

/** Guaranteed by the tables of a snapshot: both are versions of one record of the entity beside them. */
function castPair(record: AnyEntity | null): EntityOf<EntityName> | null {
  return record as EntityOf<EntityName> | null
}

/** Guaranteed by `Snapshot`: the table of an entity holds its records. */
function tableOf(snapshot: Snapshot, entity: EntityName): ReadonlyMap<string, AnyEntity> {
  return snapshot.tables[entity] as ReadonlyMap<string, AnyEntity>
}

function changesOf(entity: EntityName, before: Snapshot, after: Snapshot): Change[] {
  const [old, fresh] = [tableOf(before, entity), tableOf(after, entity)]
  const gone = [...old.values()].flatMap((record): Change[] => (fresh.has(record.id) ? [] : [{ entity, id: record.id, before: record, after: null }]))
  const others = [...fresh.values()].flatMap((record): Change[] => {
    const known = old.get(record.id) ?? null
    const change = known === record ? null : diff(entity, castPair(known), castPair(record))
    return change ? [change] : []
  })
  return [...others, ...gone]
}

/**
 * What leads from one moment of a network to another: one change for each record that differs. Applied to the first moment it gives the
 * second; what came and went in between is not among it.
 *
 * @returns none exactly where both hold the same records; by kind of record, in the order of `entityNames`
 * Cost O(records); records that both share are told apart by a comparison of pointers. Spec: HI1.
 */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  return entityNames.flatMap((entity) => changesOf(entity, before, after))
}
