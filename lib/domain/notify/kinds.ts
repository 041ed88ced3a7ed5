import { type PromiseMoveName, promiseMoves } from '../vocabulary.ts'

type MoveKind = `promise.${PromiseMoveName}`

/** Guaranteed by the template type: each move has its kind. */
function moveKinds(): readonly MoveKind[] {
  return promiseMoves.map((move) => `promise.${move}` as const)
}

/** What happened to a promise without a move of either side. */
export const structureKinds = ['promise.takenBack', 'promise.deleted', 'promise.supplierChanged', 'promise.rehomed'] as const

/** What nobody did: a day came. */
const reminderKinds = ['plan.unready', 'checkIn.missing', 'action.due'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** What a person is told of, besides the moves of promises. */
const otherKinds = [
  ...structureKinds,
  'comment.mention',
  'comment.reply',
  'comment.added',
  'comment.resolved',
  'owner.became',
  'node.joined',
  'proposal.made',
  'proposal.decided',
  'member.joined',
  'role.changed',
  'webhook.disabled',
  'action.given',
  'session.invited',
  'session.cancelled',
  'minutes.published',
  ...reminderKinds,
] as const

/** Everything that a person is told of. What is due again and again waits in the inbox; of a check-in a week tells once. */
export const notificationKinds: readonly [NotificationKind, ...NotificationKind[]] = [...otherKinds, ...moveKinds()]
export type NotificationKind = (typeof otherKinds)[number] | MoveKind

/** The kind of a move of a promise. Cost O(1). */
export function kindOfMove(move: PromiseMoveName): NotificationKind {
  return `promise.${move}`
}

/** The move that a kind tells of; null for one that tells of something else. Cost O(moves). */
export function moveOfKind(kind: string): PromiseMoveName | null {
  return promiseMoves.find((move) => kindOfMove(move) === kind) ?? null
}

/** What programs can be told of: a closed list, each with its own shape of data. */
export const webhookEvents = ['promise.asked', 'promise.moved', 'comment.added', 'checkin.added', 'structure.changed'] as const
export type WebhookEventName = (typeof webhookEvents)[number]

/** How a webhook's body looks: plain data for programs, or a message for a channel. */
export const webhookShapes = ['standard', 'slack', 'teams'] as const
export type WebhookShape = (typeof webhookShapes)[number]

/** How often a person gets a mail about what waits. */
export const digestChoices = ['off', 'daily', 'weekly'] as const
export type DigestChoice = (typeof digestChoices)[number]
