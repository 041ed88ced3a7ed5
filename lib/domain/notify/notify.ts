import { speakersFor, type Who } from '../access.ts'
import type { Change } from '../change.ts'
import type { EntityName } from '../ids.ts'
import { nodesNamedIn } from '../review/plan-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import { commentNews } from './comment-news.ts'
import type { NotificationKind } from './kinds.ts'
import { promiseNews } from './promise-news.ts'
import { sessionNews } from './session-news.ts'
import { changesOf, recordAt, type View, viewOf } from './view.ts'

/** What one person is told of one record. */
export type Notification = {
  readonly personId: string
  readonly kind: NotificationKind
  readonly subject: EntityName | 'webhook'
  readonly subjectId: string
}

/** A change set as it was committed, and who could be told of it. */
export type Told = {
  readonly changes: readonly Change[]
  /** the person who acts; null for a program */
  readonly actorId: string | null
  /** the people who can sign in, with their roles */
  readonly members: Who['members']
  /** the day of the change set in the network's time zone */
  readonly day: string
}

const always: ReadonlySet<EntityName> = new Set(['promiseMove', 'dependency', 'comment', 'participation', 'proposal', 'ritualItem', 'ritual'])
const homeFields = ['ownerId', 'objectiveId', 'nodeId'] as const

/** A result concerns somebody who comes to own it, or those whose promises move with it; a number on it concerns nobody. */
function concerns({ entity, before, after }: Change): boolean {
  if (always.has(entity)) return true
  if ((entity !== 'objective' && entity !== 'keyResult') || after === null) return false
  return before === null ? typeof after['ownerId'] === 'string' : homeFields.some((field) => field in after)
}

/** Whether a change set may concern anybody at all, without looking at the network. Cost O(changes). Spec: NO10. */
export function mayConcern(changes: readonly Change[]): boolean {
  return changes.some(concerns)
}

/** Those who speak for a node; for one that the change set deleted, its last leads. */
function speakersAt(view: View, { members, day }: Told, nodeId: string): readonly string[] {
  if (recordAt(view, 'after', 'node', nodeId)) return speakersFor(view.after, { members }, nodeId, day)
  const gone = changesOf(view, 'participation').flatMap(({ id }) => recordAt(view, 'before', 'participation', id) ?? [])
  const leads = gone.filter((each) => each.nodeId === nodeId && each.tier === 'lead').flatMap(({ personId }) => personId ?? [])
  const known = leads.filter((personId) => members.has(personId))
  return known.length > 0 ? known : speakersFor(view.after, { members }, nodeId, day)
}

function ofPromises(view: View, told: Told): Notification[] {
  return promiseNews(view).flatMap(({ kind, dependencyId, nodeIds }) =>
    nodeIds
      .flatMap((nodeId) => speakersAt(view, told, nodeId))
      .map((personId): Notification => ({ personId, kind, subject: 'dependency', subjectId: dependencyId })),
  )
}

/** One comment tells one person once, by the strongest reason. */
function ofComments(view: View, told: Told): Notification[] {
  const seen = new Set<string>()
  return commentNews(view, told).flatMap(({ kind, personId, commentId }): Notification[] => {
    const key = `${personId} ${commentId}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ personId, kind, subject: 'comment', subjectId: commentId }]
  })
}

function ofOwners(view: View): Notification[] {
  return (['objective', 'keyResult'] as const).flatMap((subject) =>
    changesOf(view, subject).flatMap(({ id }): Notification[] => {
      const [before, after] = [recordAt(view, 'before', subject, id), recordAt(view, 'after', subject, id)]
      if (!after?.ownerId || after.ownerId === before?.ownerId) return []
      return [{ personId: after.ownerId, kind: 'owner.became', subject, subjectId: id }]
    }),
  )
}

function ofParticipations(view: View): Notification[] {
  return changesOf(view, 'participation').flatMap(({ id }): Notification[] => {
    const [before, after] = [recordAt(view, 'before', 'participation', id), recordAt(view, 'after', 'participation', id)]
    if (!after?.personId || (before?.personId === after.personId && before.tier === after.tier && before.nodeId === after.nodeId)) return []
    return [{ personId: after.personId, kind: 'node.joined', subject: 'participation', subjectId: id }]
  })
}

/** A proposal is told to those who speak for the nodes that it is about, its decision to them and to who proposed it. */
function ofProposals(view: View, told: Told): Notification[] {
  return changesOf(view, 'proposal').flatMap(({ id }): Notification[] => {
    const [before, after] = [recordAt(view, 'before', 'proposal', id), recordAt(view, 'after', 'proposal', id)]
    const isDecided = before?.state === 'open' && (after?.state === 'accepted' || after?.state === 'declined')
    if (!after || (before && !isDecided)) return []
    const speakers = nodesNamedIn(after.plan).flatMap((nodeId) => speakersAt(view, told, nodeId))
    const people = isDecided && after.personId ? [after.personId, ...speakers] : speakers
    const kind = isDecided ? 'proposal.decided' : 'proposal.made'
    return people.map((personId) => ({ personId, kind, subject: 'proposal', subjectId: id }))
  })
}

/**
 * Who is told what about a change set: pure, so that a test can ask it anything.
 *
 * @param after the network with the changes applied
 * @returns only members and never who acted; at most one of a kind for a person and a subject
 * Cost O(changes + participations and needs of the nodes that they touch). Spec: NO1-NO12, NO40-NO42.
 */
export function notificationsOf(after: Snapshot, told: Told): readonly Notification[] {
  const view = viewOf(after, told.changes)
  const all = [
    ...ofPromises(view, told),
    ...ofComments(view, told),
    ...ofOwners(view),
    ...ofParticipations(view),
    ...ofProposals(view, told),
    ...sessionNews(view, told),
  ]
  const heard = all.filter(({ personId }) => told.members.has(personId) && personId !== told.actorId)
  return [...new Map(heard.map((each) => [`${each.personId} ${each.kind} ${each.subjectId}`, each])).values()]
}
