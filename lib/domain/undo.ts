import { type Change, isSame, reverseAll, valueAt, withFields } from './change.ts'
import { DomainError } from './error.ts'
import type { EntityName } from './ids.ts'
import { refuseSpentMoves, type UndoAt } from './promise/undo-moves.ts'
import { holdsFor, idsIn, type ReferenceField, referencesFrom, referencesTo } from './references.ts'
import { refuseSecond } from './ritual/phases.ts'
import { faultsOf } from './rules.ts'
import { entityWords, find, nameOf, referring, type Snapshot } from './snapshot.ts'
import { withFreeSlots } from './undo-slots.ts'
import { foreignWords } from './undo-words.ts'

/** A change set of one actor, as the undo stack needs it. */
export type OwnChangeSet = {
  readonly id: string
  /** the change set that this one takes back or brings back; null for an ordinary command */
  readonly undoOf: string | null
}

/** How many of one's own commands can be taken back. */
export const undoDepth = 100

/**
 * Which change set an actor's next undo takes back, and which one the next redo brings back.
 *
 * @param sets the actor's own change sets, oldest first
 * @returns ids of change sets to reverse: for undo an ordinary one, for redo the undo that took it back
 * Cost O(n).
 */
export function nextSteps(sets: readonly OwnChangeSet[]): { undo: string | null; redo: string | null } {
  const done: string[] = []
  const undone: { set: string; by: string }[] = []
  for (const { id, undoOf } of sets) {
    if (undoOf === null) {
      done.push(id)
      undone.length = 0
    } else if (undone.at(-1)?.by === undoOf) {
      const step = undone.pop()
      if (step) done.push(step.set)
    } else if (done.includes(undoOf)) {
      done.splice(done.lastIndexOf(undoOf), 1)
      undone.push({ set: undoOf, by: id })
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1)?.by ?? null }
}

/** The reversed changes, by the record that they are of. */
type Plan = ReadonlyMap<string, Change>

function keyOf(entity: EntityName, id: string): string {
  return `${entity}:${id}`
}

/**
 * The changes that take a change set back, whatever others did since. A node that comes back to a ring where its place was
 * given away gets the next free one.
 *
 * @param changes the change set as it was committed
 * @param at in which direction, and the instant of it: moves of promises can be taken back for a while only
 * @throws DomainError PROMISE_MOVED_ON, UNDO_TOO_LATE of a promise's move; UNDO_CHANGED_SINCE where one of its fields has another value by now,
 * would no longer fit the others, or would be the word of somebody who did not say it;
 * UNDO_STILL_USED where something refers to what would go, or what would come back refers to something that went; RITUAL_OPEN where a session
 * would open again beside another about the same
 * Cost O(n · references).
 */
export function decideUndo(snapshot: Snapshot, changes: readonly Change[], at: UndoAt): Change[] {
  const reversed = reverseAll(changes)
  refuseSpentMoves(snapshot, reversed, at)
  const plan: Plan = new Map(reversed.map((change) => [keyOf(change.entity, change.id), change]))
  for (const change of reversed) {
    refuseChangedSince(snapshot, change)
    if (change.after === null) refuseStillUsed(snapshot, change, plan)
    else {
      refuseMissing(snapshot, change, plan)
      refuseUnfit(snapshot, change)
      refuseForeignWords(snapshot, change, plan)
      refuseSecondOpen(snapshot, change)
    }
  }
  return withFreeSlots(snapshot, reversed)
}

function changedSince(change: Change, name: string, fields: string[]): DomainError {
  return new DomainError('UNDO_CHANGED_SINCE', `This cannot be undone: “${name}” was changed since (${fields.join(', ')}).`, {
    entity: change.entity,
    id: change.id,
    fields,
  })
}

/** `change` is already reversed: its `before` is what the change set left behind. */
function refuseChangedSince(snapshot: Snapshot, change: Change): void {
  const record = find(snapshot, change.entity, change.id)
  if (change.before === null) {
    if (record) throw changedSince(change, nameOf(record), ['it is there again'])
    return
  }
  if (!record) throw changedSince(change, entityWords[change.entity], ['it was deleted'])
  const changed = Object.entries(change.before).filter(([path, left]) => path !== 'slot' && !isSame(left, valueAt(record, path)))
  if (changed.length > 0)
    throw changedSince(
      change,
      nameOf(record),
      changed.map(([path]) => path),
    )
}

/** Whether a record that refers to something now will not do so after the undo: it goes too, or its reference changes. */
function letsGo(plan: Plan, holder: { readonly entity: EntityName; readonly id: string }, field: string, id: string): boolean {
  const change = plan.get(keyOf(holder.entity, holder.id))
  if (!change || change.before === null) return false
  return change.after === null || (field in change.after && !idsIn(change.after, field).includes(id))
}

/** Guaranteed by `referencesTo`: each field that it names is a reference of its entity. */
function refuseStillUsed(snapshot: Snapshot, { entity, id }: Change, plan: Plan): void {
  for (const reference of referencesTo(entity)) {
    const { from, field } = reference
    const holder = referring(snapshot, from, field as ReferenceField, id).find(
      (each) => holdsFor(reference, each) && !letsGo(plan, { entity: from, id: each.id }, field, id),
    )
    if (holder)
      throw new DomainError(
        'UNDO_STILL_USED',
        `This cannot be undone: ${entityWords[from]} “${nameOf(holder)}” refers to what would go. Delete it instead, and see what goes with it.`,
        { entity, id },
      )
  }
}

function refuseMissing(snapshot: Snapshot, { entity, id, after }: Change, plan: Plan): void {
  const held = referencesFrom(entity).filter((reference) => holdsFor(reference, after ?? {}))
  for (const { field, to } of held) {
    const missing = idsIn(after ?? {}, field).find((each) => !find(snapshot, to, each) && plan.get(keyOf(to, each))?.before !== null)
    if (missing)
      throw new DomainError('UNDO_STILL_USED', `This cannot be undone: it refers to a ${entityWords[to]} that was deleted since.`, {
        entity,
        id,
        missing,
      })
  }
}

/** Fields that were changed by somebody else may no longer go with those that would come back, such as both ends of an exchange. */
function refuseUnfit(snapshot: Snapshot, change: Change): void {
  const record = find(snapshot, change.entity, change.id)
  if (!record || !change.after) return
  const [fault] = faultsOf(change.entity, withFields(record, change.after), () => true)
  if (fault) throw changedSince(change, nameOf(record), [`${fault.path}: ${fault.message}`])
}

/** What one node said since is not put into another one's mouth. */
function refuseForeignWords(snapshot: Snapshot, change: Change, plan: Plan): void {
  const record = find(snapshot, change.entity, change.id)
  const words = foreignWords(snapshot, change, plan.values())
  if (record && words.length > 0) throw changedSince(change, nameOf(record), words)
}

/** A session that would be open again finds no other one in its place. */
function refuseSecondOpen(snapshot: Snapshot, { entity, id, after }: Change): void {
  const ritual = entity === 'ritual' && after?.['state'] === 'open' ? find(snapshot, 'ritual', id) : undefined
  if (ritual) refuseSecond(snapshot, ritual)
}
