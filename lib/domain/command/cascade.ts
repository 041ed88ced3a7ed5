import { type Change, diff } from '../change.ts'
import { countedRecords } from '../counted-records.ts'
import type { AnyEntity, EntityOf } from '../entity.ts'
import { type EntityName, entityNames } from '../ids.ts'
import { joined } from '../joined.ts'
import { holdsFor, idsIn, type Reference, type ReferenceField, referencesTo } from '../references.ts'
import { find, referring, type Snapshot } from '../snapshot.ts'

type Doomed = Map<EntityName, Set<string>>

function isDoomed(doomed: Doomed, entity: EntityName, id: string): boolean {
  return doomed.get(entity)?.has(id) ?? false
}

function holdersOf(snapshot: Snapshot, reference: Reference, id: string): AnyEntity[] {
  return referring(snapshot, reference.from, castField(reference.field), id).filter((holder) => holdsFor(reference, holder))
}

/** Guaranteed by `references`: the field comes from that table. */
function castField(field: string): ReferenceField {
  return field as ReferenceField
}

function doom(snapshot: Snapshot, doomed: Doomed, entity: EntityName, id: string): void {
  if (isDoomed(doomed, entity, id)) return
  const ids = doomed.get(entity) ?? new Set()
  doomed.set(entity, ids.add(id))
  for (const reference of referencesTo(entity).filter(({ onDelete }) => onDelete === 'cascade'))
    for (const holder of holdersOf(snapshot, reference, id)) doom(snapshot, doomed, reference.from, holder.id)
}

/** The node of a key result; null where either is not there. */
export function nodeIdOf(snapshot: Snapshot, keyResultId: string | null): EntityOf<'node'>['id'] | null {
  const objectiveId = find(snapshot, 'keyResult', keyResultId)?.objectiveId ?? null
  return find(snapshot, 'objective', objectiveId)?.nodeId ?? null
}

/** Whether a need keeps somebody to ask: its key result, else the node that it names, else the node of that key result. */
function keepsSupplier(snapshot: Snapshot, doomed: Doomed, need: EntityOf<'dependency'>): boolean {
  const { supplierKeyResultId, supplierNodeId } = need
  if (supplierKeyResultId !== null && !isDoomed(doomed, 'keyResult', supplierKeyResultId)) return true
  const asked = supplierNodeId ?? nodeIdOf(snapshot, supplierKeyResultId)
  return asked !== null && !isDoomed(doomed, 'node', asked)
}

const supplierReferences = [
  ['keyResult', 'supplierKeyResultId'],
  ['node', 'supplierNodeId'],
] as const

function doomOrphans(snapshot: Snapshot, doomed: Doomed): void {
  for (const [entity, field] of supplierReferences)
    for (const id of doomed.get(entity) ?? [])
      for (const need of referring(snapshot, 'dependency', field, id))
        if (!keepsSupplier(snapshot, doomed, need)) doom(snapshot, doomed, 'dependency', need.id)
}

/** The record with its references to the doomed cleared. Guaranteed: only its own fields are set, each to what its schema allows. */
function withoutDoomed(snapshot: Snapshot, doomed: Doomed, holder: AnyEntity, reference: Reference): AnyEntity {
  const { field, onDelete, to } = reference
  const kept = idsIn(holder, field).filter((id) => !isDoomed(doomed, to, id))
  if (Array.isArray(Reflect.get(holder, field))) return { ...holder, [field]: kept }
  const cleared = { ...holder, [field]: kept[0] ?? null }
  if (onDelete !== 'repoint' || field !== 'supplierKeyResultId' || !('supplierNodeId' in holder)) return cleared
  return { ...cleared, supplierNodeId: holder.supplierNodeId ?? nodeIdOf(snapshot, holder.supplierKeyResultId) } as AnyEntity
}

function survivorsOf(snapshot: Snapshot, doomed: Doomed): Change[] {
  const edited = new Map<string, { entity: EntityName; before: AnyEntity; after: AnyEntity }>()
  for (const [entity, ids] of doomed)
    for (const reference of referencesTo(entity).filter(({ onDelete }) => onDelete !== 'cascade'))
      for (const id of ids)
        for (const holder of holdersOf(snapshot, reference, id)) {
          if (isDoomed(doomed, reference.from, holder.id)) continue
          const key = `${reference.from}:${holder.id}`
          const known = edited.get(key)
          edited.set(key, { entity: reference.from, before: holder, after: withoutDoomed(snapshot, doomed, known?.after ?? holder, reference) })
        }
  return [...edited.values()].map(({ entity, before, after }) => diff(entity, castPair(before), castPair(after))).filter((change) => change !== null)
}

/** Guaranteed by `survivorsOf`: before and after are versions of one record of the entity beside them. */
function castPair(record: AnyEntity): EntityOf<EntityName> {
  return record as EntityOf<EntityName>
}

/**
 * Everything that deleting a record changes: the record, all that hangs on it, and the references of what stays.
 * Children come before what they hang on, so the reverse puts parents back first.
 *
 * @returns changes in the order in which they can be applied
 * Cost O(records that go · references).
 */
export function planDelete(snapshot: Snapshot, entity: EntityName, id: string): Change[] {
  const doomed: Doomed = new Map()
  doom(snapshot, doomed, entity, id)
  doomOrphans(snapshot, doomed)
  const edits = survivorsOf(snapshot, doomed)
  const removals = [...doomed].flatMap(([kind, ids]) =>
    [...ids].flatMap((each): Change[] => {
      const before = find(snapshot, kind, each)
      return before ? [{ entity: kind, id: each, before, after: null }] : []
    }),
  )
  return [...edits, ...removals.reverse()]
}

/** What goes with a delete, counted by kind of record. */
export type Carried = {
  readonly total: number
  readonly counts: readonly { readonly entity: EntityName; readonly count: number }[]
  /** such as “2 objectives, 5 key results and 3 needs” */
  readonly sentence: string
}

/**
 * Counts what goes with a record, beside the record itself, references that are cleared, and the moves of promises that go.
 *
 * @param changes the answer of `planDelete`
 * Cost O(n).
 */
export function carriedBy(changes: readonly Change[], id: string): Carried {
  const gone = changes.filter((change) => change.after === null && change.id !== id && change.entity !== 'promiseMove')
  const groups = Map.groupBy(gone, ({ entity }) => entity)
  const counts = entityNames.flatMap((entity) => {
    const count = groups.get(entity)?.length ?? 0
    return count === 0 ? [] : [{ entity, count }]
  })
  const sentence = joined(counts.map(({ entity, count }) => countedRecords(count, entity)))
  return { total: gone.length, counts, sentence }
}
