import { z } from 'zod'
import { requireMay, type Who } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { type Comment, entitySchemas } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId, type Id } from '../ids.ts'
import { todayIn } from '../own-nodes.ts'
import { mentionsIn } from '../people/mentions.ts'
import { requireRules } from '../rules.ts'
import { find, get, referring, type Snapshot } from '../snapshot.ts'
import { isTombstone, rootOf } from '../talk/thread.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.comment

/** Most people that one comment mentions. */
export const mentionLimit = 50

function refuse(path: string, message: string, remedy: string): DomainError {
  return new DomainError('VALIDATION', `${message} ${remedy}`, { faults: [{ path, message, remedy }] })
}

/** The person who speaks. The program itself says nothing. @throws DomainError FORBIDDEN */
function speakerOf({ personId }: Who): Id<'person'> {
  if (personId !== null) return asId(personId)
  throw new DomainError('FORBIDDEN', 'A comment is by a person of the network. Join the network first, or use a token of somebody who has.')
}

/** @throws DomainError FORBIDDEN where somebody may not comment at all */
function requireVoice(snapshot: Snapshot, record: Comment, { who, now }: CommandContext): void {
  requireMay(snapshot, who, { entity: 'comment', record }, todayIn(snapshot, now))
}

/**
 * The people that a text mentions. Somebody who has left since may stay mentioned where the text said so before.
 *
 * @throws DomainError VALIDATION, UNKNOWN_REFERENCE with the path `text`
 */
function heardIn(snapshot: Snapshot, text: string, before = ''): Id<'person'>[] {
  if (text.trim() === '') throw refuse('text', 'A comment says something.', 'Give a text.')
  const known = new Set(mentionsIn(before))
  const ids = mentionsIn(text)
  const isHere = (id: string) => find(snapshot, 'person', id) !== undefined
  const stranger = ids.find((id) => !isHere(id) && !known.has(id))
  if (stranger !== undefined) {
    const [message, remedy] = [`The text mentions “${stranger}”, who is not in this network.`, 'Mention a person by @[ID].']
    throw new DomainError('UNKNOWN_REFERENCE', `${message} ${remedy}`, { faults: [{ path: 'text', message, remedy }] })
  }
  if (ids.length > mentionLimit) throw refuse('text', `A comment mentions at most ${mentionLimit} people.`, 'Mention fewer, or a team by its name.')
  return ids.filter(isHere).map((id) => asId<'person'>(id))
}

/** The thread that a comment joins: an answer to an answer stands beside it. @throws DomainError VALIDATION, NOT_FOUND */
function threadOf(snapshot: Snapshot, { parentId, subject, subjectId }: Pick<Comment, 'parentId' | 'subject' | 'subjectId'>): Comment | null {
  if (parentId === null) return null
  const root = rootOf(snapshot, get(snapshot, 'comment', parentId))
  if (root.subject === subject && root.subjectId === subjectId) return root
  throw refuse('parentId', 'This comment is about another record than the one it answers.', 'Give the subject of that comment.')
}

function made(comment: Comment): Change {
  return { entity: 'comment', id: comment.id, before: null, after: comment }
}

/** The change of one comment; none where nothing differs. */
function edited(before: Comment, fields: Partial<Comment>): Change[] {
  const change = diff('comment', before, { ...before, ...fields })
  return change ? [change] : []
}

/** A thread that is answered is open again. */
function reopened(thread: Comment | null): Change[] {
  return thread ? edited(thread, { resolvedAt: null, resolvedById: null }) : []
}

function lastRank(snapshot: Snapshot): number {
  let last = 0
  for (const { rank } of snapshot.tables.comment.values()) if (rank > last) last = rank
  return last
}

/** Says something about a record, or answers a comment. The author is who acts, the time is now. */
export const createComment = command({
  input: z.strictObject({ id: shape.id, subject: shape.subject, subjectId: shape.subjectId, parentId: shape.parentId, text: shape.text }),
  decide: (snapshot, input, ctx) => {
    const personId = speakerOf(ctx.who)
    const thread = threadOf(snapshot, input)
    const about = { ...input, parentId: thread?.id ?? null, rank: lastRank(snapshot) + 1, personId, at: ctx.now }
    const comment: Comment = { ...about, mentionIds: [], editedAt: null, resolvedAt: null, resolvedById: null }
    if (find(snapshot, 'comment', comment.id))
      throw new DomainError('ID_TAKEN', `There is already a comment with the id “${comment.id}”.`, { entity: 'comment', id: comment.id })
    requireRules('comment', comment, (entity, id) => find(snapshot, entity, id) !== undefined)
    requireVoice(snapshot, comment, ctx)
    const after = { ...comment, mentionIds: heardIn(snapshot, comment.text) }
    return [made(after), ...reopened(thread)]
  },
})

/** Says it in other words. Only the author may. */
export const editComment = command({
  input: z.strictObject({ id: shape.id, text: shape.text }),
  decide: (snapshot, { id, text }, ctx) => {
    const before = get(snapshot, 'comment', id)
    requireVoice(snapshot, before, ctx)
    if (before.personId !== speakerOf(ctx.who)) throw new DomainError('FORBIDDEN', 'Only the author of a comment may change its words.', { id })
    if (text === before.text) return []
    return edited(before, { text, mentionIds: heardIn(snapshot, text, before.text), editedAt: ctx.now })
  },
})

/** Closes a thread, or opens it again. Everybody who may comment may. */
export const resolveComment = command({
  input: z.strictObject({ id: shape.id, isResolved: z.boolean() }),
  decide: (snapshot, { id, isResolved }, ctx) => {
    const before = get(snapshot, 'comment', id)
    requireVoice(snapshot, before, ctx)
    const resolvedById = speakerOf(ctx.who)
    if (before.parentId !== null)
      throw refuse('id', 'An answer is resolved with its thread.', `Give the id of the comment that it answers: ${before.parentId}.`)
    if (isResolved === (before.resolvedAt !== null)) return []
    return edited(before, isResolved ? { resolvedAt: ctx.now, resolvedById } : { resolvedAt: null, resolvedById: null })
  },
})

/** What is left of a comment that others have answered: its place, without words and author. */
function tombstone(comment: Comment, now: string): Change[] {
  return isTombstone(comment) ? [] : edited(comment, { text: '', mentionIds: [], personId: null, editedAt: now })
}

function removed(comment: Comment): Change {
  return { entity: 'comment', id: comment.id, before: comment, after: null }
}

function answersOf(snapshot: Snapshot, { id }: Comment): readonly Comment[] {
  return referring(snapshot, 'comment', 'parentId', id)
}

/** The last answer to a comment that is gone takes its place along. */
function withdrawn(snapshot: Snapshot, comment: Comment, now: string): Change[] {
  if (answersOf(snapshot, comment).length > 0) return tombstone(comment, now)
  const root = find(snapshot, 'comment', comment.parentId)
  const isLast = root !== undefined && isTombstone(root) && answersOf(snapshot, root).length === 1
  return isLast ? [removed(comment), removed(root)] : [removed(comment)]
}

/** Takes a comment back: the author may, and an owner of the network. What others answered stays. */
export const deleteComment = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx) => {
    const comment = get(snapshot, 'comment', id)
    requireVoice(snapshot, comment, ctx)
    const isAuthor = comment.personId !== null && comment.personId === ctx.who.personId
    if (!isAuthor && ctx.who.role !== 'owner')
      throw new DomainError('FORBIDDEN', 'Only the author of a comment, or an owner of the network, may delete it.', { id })
    return withdrawn(snapshot, comment, ctx.now)
  },
})
