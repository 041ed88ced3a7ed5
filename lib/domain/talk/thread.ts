import type { Comment } from '../entity.ts'
import type { ReferenceField } from '../references.ts'
import { find, referring, type Snapshot } from '../snapshot.ts'
import { compareInstants } from '../time.ts'
import type { CommentSubject } from '../vocabulary.ts'

/** A comment with its answers, oldest first. */
export type Thread = { readonly root: Comment; readonly answers: readonly Comment[]; readonly isResolved: boolean }

/** Whether a comment was deleted and only holds the place above the answers to it. Cost O(1). Spec: CM7. */
export function isTombstone({ text }: Pick<Comment, 'text'>): boolean {
  return text === ''
}

/** The comment that a thread began with. Answers are one level deep, so it is the parent or the comment itself. Cost O(1). */
export function rootOf(snapshot: Snapshot, comment: Comment): Comment {
  return find(snapshot, 'comment', comment.parentId) ?? comment
}

function byTime(a: Comment, b: Comment): number {
  return compareInstants(a.at, b.at) || a.rank - b.rank || (a.id < b.id ? -1 : 1)
}

const subjectId: ReferenceField = 'subjectId'

/**
 * What was said about a record: its threads by the time at which they began, oldest first.
 *
 * Cost O(k log k) for k comments.
 */
export function threadsOn(snapshot: Snapshot, subject: CommentSubject, id: string): Thread[] {
  const comments = referring(snapshot, 'comment', subjectId, id).filter((comment) => comment.subject === subject)
  const answers = Map.groupBy(
    comments.filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId ?? '',
  )
  return comments
    .filter(({ parentId }) => parentId === null)
    .sort(byTime)
    .map((root) => ({ root, answers: (answers.get(root.id) ?? []).sort(byTime), isResolved: root.resolvedAt !== null }))
}

/** How much is said about a record: threads that are open, and comments at all but deleted ones. Cost O(comments of the record). */
export function talkCount(snapshot: Snapshot, subject: CommentSubject, id: string): { readonly open: number; readonly comments: number } {
  const comments = referring(snapshot, 'comment', subjectId, id).filter((comment) => comment.subject === subject)
  const open = comments.filter(({ parentId, resolvedAt }) => parentId === null && resolvedAt === null).length
  return { open, comments: comments.filter((comment) => !isTombstone(comment)).length }
}
