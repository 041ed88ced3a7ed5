import { forbidden, mayChange, refuseMember, speaksFor, type Who } from './access.ts'
import { type Change, reverseAll, withFields } from './change.ts'
import type { AnyEntity, Proposal } from './entity.ts'
import { requireOwnWord } from './own-word.ts'
import { nodeOfSide } from './record-nodes.ts'
import { idsIn, referencesFrom } from './references.ts'
import { mayDecide, mayRevise } from './review/may.ts'
import { applyChanges, find, type Snapshot } from './snapshot.ts'

/** Somebody on a day, `YYYY-MM-DD` in the network's time zone. */
type Asking = { readonly who: Who; readonly day: string }

/** A side that moved may take its own move back and bring it again. */
function maySideMove(snapshot: Snapshot, { who, day }: Asking, record: AnyEntity): boolean {
  if (!('dependencyId' in record)) return false
  const dependency = find(snapshot, 'dependency', record.dependencyId)
  const nodeId = dependency ? nodeOfSide(snapshot, dependency, record.side) : null
  return nodeId !== null && speaksFor(snapshot, who, nodeId, day)
}

/** A proposal asks as its commands do: a decision belongs to those who decide, all else to who made it, too. */
function mayTouchProposal(snapshot: Snapshot, { who, day }: Asking, proposal: Proposal): boolean {
  const isDecided = proposal.state === 'accepted' || proposal.state === 'declined'
  return isDecided ? mayDecide(snapshot, who, day) : mayRevise(snapshot, who, proposal, day)
}

/** Whether each change is allowed as the records stand now; what is not there yet, or no more, is not asked about. */
function allowedNow(snapshot: Snapshot, asking: Asking, changes: readonly Change[]): boolean[] {
  return changes.map(({ entity, id }) => {
    const record: AnyEntity | undefined = find(snapshot, entity, id)
    if (!record) return true
    if (entity === 'proposal' && 'plan' in record) return mayTouchProposal(snapshot, asking, record)
    if (entity === 'promiseMove' && 'side' in record && record.side === 'supplier') return maySideMove(snapshot, asking, record)
    return mayChange(snapshot, asking.who, { entity, record }, asking.day) || maySideMove(snapshot, asking, record)
  })
}

function isRoot({ before, after }: Change): boolean {
  return before === null || after === null
}

function idsHeld({ entity, before, after }: Change): string[] {
  return referencesFrom(entity).flatMap(({ field }) => [...idsIn(before ?? {}, field), ...idsIn(after ?? {}, field)])
}

/** The promises that an allowed move of the same set leads on. */
function movedBy(changes: readonly Change[], isAllowed: readonly boolean[]): ReadonlySet<string> {
  const moves = changes.filter(({ entity }, at) => entity === 'promiseMove' && isAllowed[at])
  return new Set(moves.flatMap(idsHeld))
}

/** What hangs on a record that comes or goes rides on the right to that record, as it does in a delete. */
function carried(changes: readonly Change[], isAllowed: readonly boolean[]): boolean[] {
  const allowed = [...isAllowed]
  const roots = new Set(changes.filter((change, at) => isRoot(change) && allowed[at]).map(({ id }) => id))
  const moved = movedBy(changes, allowed)
  for (let grown = true; grown; ) {
    grown = false
    for (const [at, change] of changes.entries()) {
      if (allowed[at] || !(idsHeld(change).some((id) => roots.has(id)) || (change.entity === 'dependency' && moved.has(change.id)))) continue
      allowed[at] = true
      grown = true
      if (isRoot(change)) roots.add(change.id)
    }
  }
  return allowed
}

/**
 * Asks for every record of a set of changes that was decided earlier, such as the reverse of a step: who lost a right since cannot use it
 * by taking a step back or bringing it again.
 *
 * @param snapshot the network before the changes; advanced and put back
 * @param day `YYYY-MM-DD` in the network's time zone
 * @throws DomainError FORBIDDEN with the first record that is out of reach
 * Cost O(changes · participations of their nodes). Spec: AC13-AC15, AC22, RV52, RV54.
 */
export function requireMayApply(snapshot: Snapshot, who: Who, changes: readonly Change[], day: string): void {
  const asking = { who, day }
  const before = allowedNow(snapshot, asking, changes)
  applyChanges(snapshot, changes)
  const after = allowedNow(snapshot, asking, changes)
  applyChanges(snapshot, reverseAll(changes))
  const allowed = carried(
    changes,
    before.map((is, at) => is && after[at] === true),
  )
  for (const [at, { entity, id, after: left }] of changes.entries()) {
    const record: AnyEntity | undefined = find(snapshot, entity, id)
    if (record && left === null) refuseMember(who, { entity, record })
    if (!allowed[at]) throw forbidden(who, { entity, id })
    if (record && left && entity === 'exchange' && !('fromNodeId' in left || 'toNodeId' in left))
      requireOwnWord(snapshot, who, { before: record, after: withFields(record, left) }, day)
  }
}
