import type { Who } from '../access.ts'
import type { AnyEntity } from '../entity.ts'
import { DomainError } from '../error.ts'
import type { EntityName } from '../ids.ts'
import { mayReword } from '../own-word.ts'
import type { Subject } from '../reach.ts'
import { find, listOf, type Snapshot } from '../snapshot.ts'

/** The kinds of record in which somebody says something in person, by the field that names them. */
const speakers: Partial<Record<EntityName, string>> = { reason: 'personId', acceptance: 'ownerId', signOff: 'personId' }

function refuseForeignWord(snapshot: Snapshot, who: Who, { entity, record }: Subject): void {
  const field = speakers[entity]
  const said: unknown = field && Reflect.get(record, field)
  if (typeof said !== 'string' || mayReword(who, said)) return
  const name = find(snapshot, 'person', said)?.name ?? 'Somebody else'
  const message = `${name} said this. They, an editor or an owner of the network can bring it back.`
  throw new DomainError('FORBIDDEN', message, { entity, id: record.id, personId: said })
}

function refuseSecondReason(snapshot: Snapshot, record: AnyEntity): void {
  const other = 'revision' in record ? listOf(snapshot, 'reason').find(({ revision }) => revision === record.revision) : undefined
  if (!other) return
  const message = 'Somebody has said since why this was changed. Take that reason back first, or add yours in a comment.'
  throw new DomainError('RESTORE_BLOCKED', message, { entity: 'reason', id: record.id, missing: [] })
}

/**
 * Keeps what somebody said in person with them: a comment comes back for its author alone, a reason, an acceptance or a signature for who gave
 * it, an editor or an owner; a reason where its change set has no other one by now.
 *
 * @throws DomainError FORBIDDEN with whose it is, RESTORE_BLOCKED
 * Cost O(reasons). Spec: HI12, HI14, HI26.
 */
export function requireOwnReturn(snapshot: Snapshot, who: Who, subject: Subject): void {
  const { entity, record } = subject
  if (entity === 'comment' && who.personId !== null && Reflect.get(record, 'personId') !== who.personId)
    throw new DomainError('FORBIDDEN', 'Only the author of a comment may bring it back.', { entity, id: record.id })
  refuseForeignWord(snapshot, who, subject)
  if (entity === 'reason') refuseSecondReason(snapshot, record)
}
