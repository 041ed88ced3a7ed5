'use client'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMe, useWho } from '../../../lib/client/who.ts'
import { mayChange } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import type { Comment } from '../../../lib/domain/entity.ts'
import { asId } from '../../../lib/domain/ids.ts'
import type { CommentSubject } from '../../../lib/domain/vocabulary.ts'

export type Talk = {
  /** whether this person may say something here; null where it may, else why not */
  readonly refusal: string | null
  readonly isMine: (comment: Comment) => boolean
  readonly mayDelete: (comment: Comment) => boolean
  readonly say: (text: string, parentId?: string) => void
  readonly reword: (id: string, text: string) => void
  readonly resolve: (id: string, isResolved: boolean) => void
  readonly remove: (id: string) => void
}

/** Everything that can be done with the comments on a record. It shows at once; a refusal takes it back. */
export function useTalk(subject: CommentSubject, subjectId: string): Talk {
  const { snapshot, today, isPast } = useNetwork()
  const who = useWho()
  const me = useMe()
  const mutate = useMutate()
  const probe: Comment = {
    id: asId<'comment'>('comment_probe'),
    rank: 0,
    subject,
    subjectId,
    parentId: null,
    text: 'x',
    mentionIds: [],
    personId: null,
    at: '2000-01-01T00:00:00Z',
    editedAt: null,
    resolvedAt: null,
    resolvedById: null,
  }
  const refusal = isPast
    ? 'These are the comments as they were. Go back to now to say something.'
    : me.personId === null
      ? 'A comment is by a person of the network: join it to say something.'
      : mayChange(snapshot, who, { entity: 'comment', record: probe }, today)
        ? null
        : `Your role here is ${who.role}, which reads comments.`
  return {
    refusal,
    isMine: ({ personId }) => personId !== null && personId === me.personId,
    mayDelete: ({ personId }) => refusal === null && ((personId !== null && personId === me.personId) || who.role === 'owner'),
    say: (text, parentId) =>
      void mutate([
        call('comment.create', { id: freshId('comment'), subject, subjectId, parentId: parentId ? asId<'comment'>(parentId) : null, text }),
      ]),
    reword: (id, text) => void mutate([call('comment.edit', { id: asId<'comment'>(id), text })]),
    resolve: (id, isResolved) => void mutate([call('comment.resolve', { id: asId<'comment'>(id), isResolved })]),
    remove: (id) => void mutate([call('comment.delete', { id: asId<'comment'>(id) })], { toast: 'Comment deleted' }),
  }
}
