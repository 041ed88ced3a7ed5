import type { PromiseMoveName } from '../vocabulary.ts'
import { moveOfKind, type NotificationKind } from './kinds.ts'

/** The ways on which a person is told something. */
export const channels = ['inApp', 'mail'] as const
export type Channel = (typeof channels)[number]

/** What a person can have told or not: kinds that belong together, in the order in which they are listed. */
export const topics = [
  'asks',
  'promises',
  'mentions',
  'comments',
  'ownership',
  'proposals',
  'sessions',
  'minutes',
  'actions',
  'planning',
  'checkIns',
  'network',
] as const
export type Topic = (typeof topics)[number]

type OtherKind = Exclude<NotificationKind, `promise.${PromiseMoveName}`>

const topicByKind: Record<OtherKind, Topic> = {
  'promise.takenBack': 'promises',
  'promise.deleted': 'promises',
  'promise.supplierChanged': 'promises',
  'promise.rehomed': 'promises',
  'comment.mention': 'mentions',
  'comment.reply': 'mentions',
  'comment.added': 'comments',
  'comment.resolved': 'comments',
  'owner.became': 'ownership',
  'node.joined': 'ownership',
  'role.changed': 'ownership',
  'proposal.made': 'proposals',
  'proposal.decided': 'proposals',
  'session.invited': 'sessions',
  'session.cancelled': 'sessions',
  'minutes.published': 'minutes',
  'action.given': 'actions',
  'action.due': 'actions',
  'plan.unready': 'planning',
  'checkIn.missing': 'checkIns',
  'member.joined': 'network',
  'webhook.disabled': 'network',
}

/** Guaranteed by the caller: the kind is that of no move. */
function castOther(kind: NotificationKind): OtherKind {
  return kind as OtherKind
}

/** The topic of a kind. Cost O(moves). Spec: NO60. */
export function topicOf(kind: NotificationKind): Topic {
  const move = moveOfKind(kind)
  if (move === null) return topicByKind[castOther(kind)]
  return move === 'request' || move === 'offer' ? 'asks' : 'promises'
}

/** What has a mail of its own, at once; everything else stands in the digest of those who want one. */
const mailedAtOnce: ReadonlySet<Topic> = new Set(['sessions', 'minutes'])

/** How a mail tells of a topic. Cost O(1). */
export function mailOf(topic: Topic): 'atOnce' | 'digest' {
  return mailedAtOnce.has(topic) ? 'atOnce' : 'digest'
}

/** What somebody has chosen: the ways for each topic that they have touched. */
export type ToldChoices = { readonly [topic in Topic]?: readonly Channel[] }

/** The ways on which a person is told of a topic: what they chose, else all of them. Cost O(1). Spec: NO61. */
export function channelsFor(choices: ToldChoices, topic: Topic): readonly Channel[] {
  return choices[topic] ?? channels
}
