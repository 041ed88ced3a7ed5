import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { NotificationKind } from '../../domain/notify/kinds.ts'
import { choicesOf, waysFor } from './ways.ts'

/** Something about a membership that a person is told of; it is no change of a record. */
export type MemberNews = {
  readonly networkId: string
  /** who is told */
  readonly personId: string
  readonly kind: Extract<NotificationKind, 'member.joined' | 'role.changed'>
  /** whose membership it is */
  readonly aboutPersonId: string
  readonly actor: string
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
  const ways = waysFor(yield* choicesOf(statements, news), news.kind)
  if (!ways) return
  const [row] = yield* ask(statements.revision, { networkId: news.networkId })
  yield* tell(statements.putNotification, {
    ...news,
    ...ways,
    revision: row?.revision ?? 0,
    id: `told_${uuid}`,
    subject: 'person',
    subjectId: aboutPersonId,
    readAt: null,
  })
}
