import { type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { NotificationKind } from '../../domain/notify/kinds.ts'

/** Something about a membership that a person is told of; it is no change of a record. */
export type MemberNews = {
  readonly networkId: string
  /** who is told */
  readonly personId: string
  readonly kind: Extract<NotificationKind, 'member.joined' | 'role.changed'>
  /** whose membership it is */
  readonly aboutPersonId: string
  readonly actor: string
  /** the revision of the network now */
  readonly revision: number
  readonly at: Date
  /** a version 7 UUID */
  readonly uuid: string
}

/**
 * Tells a person of a membership, in the transaction of the caller: `role.changed` to the one whose role it is, `member.joined` to the one who
 * invited. Whoever acts is not told.
 */
export function* tellMember(statements: Statements, { aboutPersonId, uuid, ...news }: MemberNews): Steps<void> {
  if (news.actor.split('/')[0] === news.personId) return
  yield* tell(statements.putNotification, { ...news, id: `told_${uuid}`, subject: 'person', subjectId: aboutPersonId, readAt: null })
}
