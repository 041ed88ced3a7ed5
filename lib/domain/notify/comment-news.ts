import { speakersFor, type Who } from '../access.ts'
import { nodeIdOf } from '../command/cascade.ts'
import type { Comment } from '../entity.ts'
import { leadsOf } from '../own-nodes.ts'
import { find, referring, type Snapshot } from '../snapshot.ts'
import type { NotificationKind } from './kinds.ts'
import { nodesOfSides } from './promise-news.ts'
import { changesOf, nodeAt, recordAt, type View } from './view.ts'

type Asking = { readonly members: Who['members']; readonly day: string }

/** One reason to tell one person of one comment, the strongest first where there are several. */
export type CommentNews = { readonly kind: NotificationKind; readonly personId: string; readonly commentId: string }

function ownerOf(snapshot: Snapshot, record: { readonly ownerId: string | null } | undefined, nodeId: string | null, day: string): readonly string[] {
  if (record?.ownerId) return [record.ownerId]
  return nodeId === null ? [] : leadsOf(snapshot, nodeId, day)
}

/** Those whose record it is: the owner of a result, else the leads of its node; both sides of a promise; the giver and the receiver of an exchange. */
function ownersOf(view: View, { subject, subjectId }: Comment, { members, day }: Asking): readonly string[] {
  const { after } = view
  switch (subject) {
    case 'keyResult':
      return ownerOf(after, find(after, 'keyResult', subjectId), nodeIdOf(after, subjectId), day)
    case 'objective': {
      const objective = find(after, 'objective', subjectId)
      return ownerOf(after, objective, objective?.nodeId ?? null, day)
    }
    case 'node':
      return leadsOf(after, subjectId, day)
    case 'exchange': {
      const exchange = find(after, 'exchange', subjectId)
      return exchange ? [exchange.fromNodeId, exchange.toNodeId].flatMap((nodeId) => leadsOf(after, nodeId, day)) : []
    }
    case 'dependency': {
      const need = find(after, 'dependency', subjectId)
      const { consumer, supplier } = need ? nodesOfSides(view, 'after', need) : { consumer: null, supplier: null }
      return [consumer, supplier].flatMap((nodeId) => (nodeId === null ? [] : speakersFor(after, { members }, nodeId, day)))
    }
    case 'checkIn': {
      const checkIn = find(after, 'checkIn', subjectId)
      const keyResultId = checkIn?.keyResultId ?? null
      return [
        ...(checkIn?.personId ? [checkIn.personId] : []),
        ...ownerOf(after, find(after, 'keyResult', keyResultId), nodeAt(view, 'after', keyResultId), day),
      ]
    }
    default:
      return []
  }
}

/** Those who took part in the thread that a comment answers. */
function threadOf(snapshot: Snapshot, { id, parentId }: Comment): readonly string[] {
  if (parentId === null) return []
  const parent = find(snapshot, 'comment', parentId)
  const replies = referring(snapshot, 'comment', 'parentId', parentId).filter((each) => each.id !== id)
  return [parent, ...replies].flatMap((each) => (each?.personId ? [each.personId] : []))
}

function newsOfNew(view: View, comment: Comment, asking: Asking): CommentNews[] {
  const told = (kind: NotificationKind, people: readonly string[]) => people.map((personId) => ({ kind, personId, commentId: comment.id }))
  return [
    ...told('comment.mention', comment.mentionIds),
    ...told('comment.reply', threadOf(view.after, comment)),
    ...told('comment.added', ownersOf(view, comment, asking)),
  ]
}

function newsOfEdit(before: Comment, after: Comment): CommentNews[] {
  const added = after.mentionIds.filter((id) => !before.mentionIds.includes(id))
  const mentioned = added.map((personId) => ({ kind: 'comment.mention' as const, personId, commentId: after.id }))
  const isResolved = before.resolvedAt === null && after.resolvedAt !== null && after.personId !== null
  return isResolved ? [...mentioned, { kind: 'comment.resolved', personId: after.personId ?? '', commentId: after.id }] : mentioned
}

/**
 * Whom the comments of a change set concern: who is mentioned, who took part in the thread, whose record it is, whose comment was resolved.
 *
 * @param day `YYYY-MM-DD` in the network's time zone, on which participations have to hold
 * @returns for one comment the strongest reason comes first; one person may be there several times
 * Cost O(changes + participations of the nodes). Spec: NO7-NO9.
 */
export function commentNews(view: View, asking: Asking): readonly CommentNews[] {
  return changesOf(view, 'comment').flatMap(({ id }) => {
    const [before, after] = [recordAt(view, 'before', 'comment', id), recordAt(view, 'after', 'comment', id)]
    if (!after) return []
    return before ? newsOfEdit(before, after) : newsOfNew(view, after, asking)
  })
}
