import type { Who } from '../access.ts'
import { type Change, isSame, valueAt, withFields } from '../change.ts'
import type { AnyEntity } from '../entity.ts'
import { DomainError } from '../error.ts'
import type { EntityName } from '../ids.ts'
import { holdsFor, idsIn, isListField, referencesFrom } from '../references.ts'
import { faultsOf } from '../rules.ts'
import { entityWords, find, nameOf, type Snapshot } from '../snapshot.ts'
import { withFreeSlots } from '../undo-slots.ts'
import { requireOwnReturn } from './restore-own.ts'

/** A record of a change set, and who asks for it. */
export type RestoreAsk = {
  readonly entity: EntityName
  readonly id: string
  /** the change set as it was committed */
  readonly changes: readonly Change[]
  readonly who: Who
}

/** Records that come back, by `entity:id`, each as it will be. */
type Returning = Map<string, { readonly entity: EntityName; readonly record: AnyEntity }>

function keyOf(entity: EntityName, id: string): string {
  return `${entity}:${id}`
}

/** Guaranteed by `Change`: the `before` of a deleted record is the whole record. */
function deletedRecord(change: Change): AnyEntity {
  return change.before as unknown as AnyEntity
}

/** The reason of a refusal, with the records that would have to come back first. */
function blocked(message: string, details: Readonly<Record<string, unknown>>): DomainError {
  return new DomainError('RESTORE_BLOCKED', message, details)
}

/** Kinds of record that are a part of another one's story: they come back with it, or by taking the undo back. */
const partsOnly: Partial<Record<EntityName, string>> = {
  promiseMove: 'A move of a promise comes back with its need. Restore the need, or redo what was undone.',
  checkIn: 'A check-in comes back with its key result. Restore the key result, or redo what was undone.',
}

function targetOf(snapshot: Snapshot, { entity, id, changes, who }: RestoreAsk): AnyEntity {
  const change = changes.find((each) => each.entity === entity && each.id === id && each.after === null)
  if (!change) throw new DomainError('NOT_FOUND', `This change set did not delete the ${entityWords[entity]} “${id}”.`, { entity, id })
  const record = deletedRecord(change)
  const present: AnyEntity | undefined = find(snapshot, entity, id)
  if (present)
    throw blocked(`The ${entityWords[entity]} “${nameOf(present)}” is here already: somebody brought it back.`, { entity, id, missing: [] })
  const remedy = partsOnly[entity]
  if (remedy) throw blocked(remedy, { entity, id, missing: [] })
  requireOwnReturn(snapshot, who, { entity, record })
  return record
}

function referenceFieldsOf(entity: EntityName, record: object) {
  return referencesFrom(entity).filter((reference) => holdsFor(reference, record))
}

/** The references by which a record goes where the other one goes. */
function holds(entity: EntityName, record: object) {
  return referenceFieldsOf(entity, record).filter(({ onDelete }) => onDelete !== 'clear')
}

/** Everything that was deleted in the same change set and hangs, over any number of steps, on the record. */
function goneWith(snapshot: Snapshot, { entity, changes }: RestoreAsk, target: AnyEntity): Returning {
  const returning: Returning = new Map([[keyOf(entity, target.id), { entity, record: target }]])
  const open = changes.filter((change) => change.after === null && !find(snapshot, change.entity, change.id))
  for (let grown = true; grown; ) {
    grown = false
    for (const change of open) {
      const key = keyOf(change.entity, change.id)
      const record = deletedRecord(change)
      if (returning.has(key)) continue
      const hangsOn = holds(change.entity, record).some(({ field, to }) => idsIn(record, field).some((id) => returning.has(keyOf(to, id))))
      if (hangsOn) grown = returning.set(key, { entity: change.entity, record }).size > 0
    }
  }
  return returning
}

function isThere(snapshot: Snapshot, returning: Returning) {
  return (entity: EntityName, id: string) => find(snapshot, entity, id) !== undefined || returning.has(keyOf(entity, id))
}

/** The record with those references cleared that may be and lead nowhere by now. */
function loosened(entity: EntityName, record: AnyEntity, has: (entity: EntityName, id: string) => boolean): AnyEntity {
  const fields = referenceFieldsOf(entity, record).filter(({ onDelete }) => onDelete !== 'cascade')
  const cleared = fields.flatMap(({ field, to }) => {
    const ids = idsIn(record, field)
    const kept = ids.filter((id) => has(to, id))
    return kept.length === ids.length ? [] : [[field, isListField(field) ? kept : null]]
  })
  return cleared.length === 0 ? record : withFields(record, Object.fromEntries(cleared))
}

/** Lets go what cannot come: what hangs on something that is not there and does not come back, and what would break a rule. */
function settle(snapshot: Snapshot, returning: Returning, target: string): void {
  const has = isThere(snapshot, returning)
  for (let dropped = true; dropped; ) {
    dropped = false
    for (const [key, { entity, record }] of returning) {
      const fit = loosened(entity, record, has)
      if (fit !== record) returning.set(key, { entity, record: fit })
      if (key === target || faultsOf(entity, fit, has).length === 0) continue
      dropped = returning.delete(key)
    }
  }
}

/** What the record itself lacks, in words and as data. @throws DomainError RESTORE_BLOCKED */
function requireFit(snapshot: Snapshot, { entity, changes }: RestoreAsk, returning: Returning, record: AnyEntity): void {
  const has = isThere(snapshot, returning)
  const missing = referenceFieldsOf(entity, record)
    .filter(({ onDelete }) => onDelete === 'cascade')
    .flatMap(({ field, to }) => idsIn(record, field).flatMap((id) => (has(to, id) ? [] : [{ entity: to, id }])))
    .map((each) => {
      const change = changes.find((other) => other.entity === each.entity && other.id === each.id && other.after === null)
      return { ...each, name: change ? nameOf(deletedRecord(change)) : null, isInSameChangeSet: change !== undefined }
    })
  const details = { entity, id: record.id, missing }
  const subject = `The ${entityWords[entity]} “${nameOf(record)}”`
  if (missing.length > 0) {
    const names = missing.map(({ entity: kind, id, name }) => `${entityWords[kind]} “${name ?? id}”`).join(' and ')
    throw blocked(`${subject} hangs on ${names}, which was deleted. Restore that first.`, details)
  }
  const [fault] = faultsOf(entity, record, has)
  if (fault) throw blocked(`${subject} cannot come back: ${fault.message} ${fault.remedy ?? ''}`.trim(), { ...details, faults: [fault] })
}

/** A reference that the change set took from a record that stayed. */
function tookReference({ entity, before, after }: Change, returning: Returning): boolean {
  return referencesFrom(entity).some(({ field, to }) =>
    idsIn(before ?? {}, field).some((id) => returning.has(keyOf(to, id)) && !idsIn(after ?? {}, field).includes(id)),
  )
}

/** Sets the references of a record that stayed again, where nobody has touched them since. */
function relinked(snapshot: Snapshot, change: Change, returning: Returning): Change[] {
  const { entity, id, before, after } = change
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  if (!record || before === null || after === null || !tookReference(change, returning)) return []
  const fields = new Set(referencesFrom(entity).map(({ field }) => field))
  const paths = Object.keys(before).filter((path) => fields.has(path))
  if (!paths.every((path) => isSame(valueAt(record, path), after[path]))) return []
  const has = isThere(snapshot, returning)
  const whole = loosened(entity, withFields(record, Object.fromEntries(paths.map((path) => [path, before[path]]))), has)
  const changed = paths.filter((path) => !isSame(valueAt(record, path), valueAt(whole, path)))
  if (changed.length === 0 || faultsOf(entity, whole, has).length > 0) return []
  const pick = (from: AnyEntity) => Object.fromEntries(changed.map((path) => [path, valueAt(from, path)]))
  return [{ entity, id, before: pick(record), after: pick(whole) }]
}

/**
 * Brings a deleted record back, with all that went with it in that change set and still can come: what hangs on something that is gone stays
 * away, an optional reference to such a thing is cleared. References that the change set took from records that stayed are set again where
 * nobody touched them since. A node whose place was given away takes the next free one. Where nothing else changed since, the network is
 * as it was before the delete.
 *
 * @returns changes in the order in which they can be applied, parents first
 * @throws DomainError NOT_FOUND where the change set did not delete the record; RESTORE_BLOCKED, with the records that are `missing`, where it
 * is here again, hangs on what is gone, or is a reason beside another one; FORBIDDEN for what somebody else said in person
 * Cost O(changes² in the worst case, changes · depth as deletes are). Spec: HI11, HI12, HI26.
 */
export function decideRestore(snapshot: Snapshot, ask: RestoreAsk): Change[] {
  const target = targetOf(snapshot, ask)
  const key = keyOf(ask.entity, ask.id)
  const returning = goneWith(snapshot, ask, target)
  settle(snapshot, returning, key)
  requireFit(snapshot, ask, returning, returning.get(key)?.record ?? target)
  const back = ask.changes.toReversed().flatMap(({ entity, id, after }): Change[] => {
    const returned = after === null ? returning.get(keyOf(entity, id)) : undefined
    return returned ? [{ entity, id, before: null, after: returned.record }] : []
  })
  return withFreeSlots(snapshot, [...back, ...ask.changes.flatMap((change) => relinked(snapshot, change, returning))])
}
