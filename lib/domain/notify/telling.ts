import { nodeIdOf } from '../command/cascade.ts'
import type { AnyEntity, EntityOf } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import { sessionPath } from '../ritual/session-path.ts'
import { entityWords, find, nameOf, networkOf, type Snapshot } from '../snapshot.ts'
import { dayIn } from '../time.ts'
import type { Role } from '../vocabulary.ts'
import type { NotificationKind } from './kinds.ts'
import { missingCheckIns } from './missing-check-ins.ts'
import { actorName, needName } from './names.ts'
import { notificationSentence, type TellingNames } from './words.ts'

/** A notification as it is kept, with what the network no longer knows. */
export type Kept = {
  readonly kind: NotificationKind
  readonly subject: EntityName | 'webhook'
  readonly subjectId: string
  readonly actor: string
  /** the subject as it was when it was deleted; null where it is there, or nobody knows */
  readonly gone: AnyEntity | null
  /** the name of a webhook, which is no record */
  readonly title?: string
  /** the instant at which it was told */
  readonly at: string
  /** the reader's role now */
  readonly role: Role
}

/** What a reader sees: one sentence, and where it leads inside the network; null where nothing is left to see. */
export type Telling = { readonly sentence: string; readonly path: string | null }

function nodeName(snapshot: Snapshot, id: string | null): string {
  return find(snapshot, 'node', id)?.name ?? 'another node'
}

/** Guaranteed by the callers: `gone` is a record of the entity that stands beside it. */
function castGone<E extends EntityName>(gone: AnyEntity): EntityOf<E> {
  return gone as EntityOf<E>
}

function recordOf<E extends EntityName>(snapshot: Snapshot, entity: E, { subjectId, gone }: Kept): EntityOf<E> | undefined {
  return find(snapshot, entity, subjectId) ?? (gone ? castGone<E>(gone) : undefined)
}

const tierWords = { lead: 'lead', core: 'core member', 'co-creator': 'co-creator', resonance: 'resonance' } as const

type Found = Partial<TellingNames> & { readonly at: { readonly entity: EntityName; readonly id: string } | null }

function ofPromise(snapshot: Snapshot, kept: Kept): Found {
  const need = recordOf(snapshot, 'dependency', kept)
  if (!need) return { what: 'a promise that is gone', at: null }
  const consumer = nodeName(snapshot, nodeIdOf(snapshot, need.consumerKeyResultId))
  const supplier = nodeName(snapshot, nodeIdOf(snapshot, need.supplierKeyResultId) ?? need.supplierNodeId)
  const isThere = find(snapshot, 'dependency', need.id) !== undefined
  return { what: needName(snapshot, need), consumer, supplier, at: isThere ? { entity: 'dependency', id: need.id } : null }
}

function ofComment(snapshot: Snapshot, kept: Kept): Found {
  const comment = recordOf(snapshot, 'comment', kept)
  const record: AnyEntity | undefined = comment && find(snapshot, comment.subject, comment.subjectId)
  if (!comment || !record) return { name: 'a record that is gone', word: 'a record:', at: null }
  const name = 'what' in record ? needName(snapshot, record) : nameOf(record)
  return { name, word: entityWords[comment.subject], at: { entity: comment.subject, id: record.id } }
}

function ofParticipation(snapshot: Snapshot, kept: Kept): Found {
  const part = recordOf(snapshot, 'participation', kept)
  if (!part) return { name: 'a node', role: 'a member', at: null }
  return { name: nodeName(snapshot, part.nodeId), role: tierWords[part.tier], at: { entity: 'node', id: part.nodeId } }
}

function ofProposal(snapshot: Snapshot, kept: Kept): Found {
  const proposal = recordOf(snapshot, 'proposal', kept)
  if (!proposal) return { name: 'a proposal that is gone', word: 'decided', at: null }
  const isThere = find(snapshot, 'proposal', proposal.id) !== undefined
  const word = proposal.state === 'open' ? 'decided' : proposal.state
  return { name: proposal.title, word, at: isThere ? { entity: 'proposal', id: proposal.id } : null }
}

/** Results that a sentence names; the others are counted. */
const mostNamed = 3

/** One result for which a word is still missing leads to it, several lead to what waits. */
function ofMissing(snapshot: Snapshot, { subject, subjectId, at }: Kept): Found {
  // a notification of an earlier version is about one key result
  const ownerId = subject === 'keyResult' ? (find(snapshot, 'keyResult', subjectId)?.ownerId ?? null) : subjectId
  const results = missingCheckIns(snapshot, dayIn(networkOf(snapshot).timeZone, at)).get(ownerId ?? '') ?? []
  const [first] = results
  if (!first) return { name: 'Each of your key results has its check-in of that week.', at: null }
  if (results.length === 1) return { name: `“${first.title}” has no check-in of this week.`, at: { entity: 'keyResult', id: first.id } }
  const named = results.slice(0, mostNamed).map(({ title }) => `“${title}”`)
  const more = results.length > mostNamed ? ` and ${results.length - mostNamed} more` : ''
  return {
    name: `${results.length} of your key results have no check-in of this week: ${named.join(', ')}${more}.`,
    at: { entity: 'person', id: subjectId },
  }
}

function foundOf(snapshot: Snapshot, kept: Kept): Found {
  const { kind, subject, subjectId } = kept
  if (kind === 'checkIn.missing') return ofMissing(snapshot, kept)
  switch (subject) {
    case 'dependency':
      return ofPromise(snapshot, kept)
    case 'comment':
      return ofComment(snapshot, kept)
    case 'participation':
      return ofParticipation(snapshot, kept)
    case 'proposal':
      return ofProposal(snapshot, kept)
    case 'webhook':
      return { name: kept.title ?? 'a webhook that is gone', at: null }
    default: {
      const record: AnyEntity | undefined = recordOf(snapshot, subject, kept)
      const isThere = find(snapshot, subject, subjectId) !== undefined
      return {
        name: record ? nameOf(record) : 'a record that is gone',
        word: entityWords[subject],
        at: isThere ? { entity: subject, id: subjectId } : null,
      }
    }
  }
}

/** Where a record is shown, by the word that its kind has in addresses. */
const places: { readonly [E in EntityName]?: readonly [page: string, word: string] } = {
  dependency: ['inbox', 'need'],
  keyResult: ['outline', 'kr'],
  objective: ['outline', 'objective'],
  node: ['map', 'node'],
  area: ['map', 'area'],
  exchange: ['map', 'exchange'],
  person: ['people', 'person'],
  goal: ['outline', 'goal'],
}

/** The address of a record inside its network, such as `map?sel=node:ID`; null for one that is shown nowhere by itself. Cost O(1). */
export function placeOf(entity: EntityName, id: string): string | null {
  if (entity === 'proposal') return `review?proposal=${encodeURIComponent(id)}`
  const place = places[entity]
  return place ? `${place[0]}?sel=${encodeURIComponent(`${place[1]}:${id}`)}` : null
}

/** The page of a session, or of the session in which an entry was written. */
function sessionPage(snapshot: Snapshot, { entity, id }: NonNullable<Found['at']>): string | null {
  const ritual = find(snapshot, 'ritual', entity === 'ritualItem' ? (find(snapshot, 'ritualItem', id)?.ritualId ?? null) : id)
  return ritual ? sessionPath(ritual) : null
}

function pathOf(snapshot: Snapshot, { kind, subject }: Kept, at: Found['at']): string | null {
  if (subject === 'webhook') return 'settings'
  if (kind === 'role.changed') return 'people'
  if (!at) return null
  if (kind === 'plan.unready') return 'plan'
  if (kind === 'checkIn.missing' && at.entity === 'person') return 'inbox'
  if (at.entity === 'ritual' || at.entity === 'ritualItem') return sessionPage(snapshot, at)
  if (at.entity !== 'checkIn') return placeOf(at.entity, at.id)
  return placeOf('keyResult', find(snapshot, 'checkIn', at.id)?.keyResultId ?? '')
}

/**
 * A notification in words, with the names of now.
 *
 * Cost O(1). Spec: NO13-NO15.
 */
export function tellingOf(snapshot: Snapshot, kept: Kept): Telling {
  const { at, ...found } = foundOf(snapshot, kept)
  const unknown = { what: '', consumer: 'another node', supplier: 'another node', name: '', word: '', role: kept.role }
  const sentence = notificationSentence(kept.kind, { ...unknown, actor: actorName(snapshot, kept.actor), ...found })
  return { sentence, path: pathOf(snapshot, kept, at) }
}
