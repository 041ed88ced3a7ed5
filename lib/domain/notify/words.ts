import type { PromiseMoveName } from '../vocabulary.ts'
import { moveOfKind, type NotificationKind } from './kinds.ts'

/** The names in a sentence about a promise. */
export type PromiseNames = { readonly actor: string; readonly what: string; readonly consumer: string; readonly supplier: string }

type MoveWords = (names: PromiseNames) => string

const moveWords: Record<PromiseMoveName, MoveWords> = {
  request: ({ actor, what, consumer, supplier }) => `${actor} asks ${supplier} for “${what}”, which ${consumer} needs.`,
  offer: ({ actor, what, consumer }) => `${actor} offers ${consumer} “${what}”.`,
  promise: ({ actor, what, consumer }) => `${actor} promised ${consumer} “${what}”.`,
  accept: ({ actor, what }) => `${actor} accepted “${what}”.`,
  counter: ({ actor, what }) => `${actor} proposed other terms for “${what}”.`,
  decline: ({ actor, what }) => `${actor} declined “${what}”.`,
  defer: ({ actor, what }) => `${actor} will answer later about “${what}”.`,
  withdraw: ({ actor, what }) => `${actor} withdrew “${what}”.`,
  bind: ({ actor, what, supplier }) => `${actor} tied “${what}” to a key result of ${supplier}.`,
  deliver: ({ actor, what, consumer }) => `${actor} delivered “${what}” to ${consumer}.`,
  notSatisfied: ({ actor, what }) => `${actor} is not satisfied with “${what}” yet.`,
  revoke: ({ actor, what }) => `${actor} revoked the promise of “${what}”.`,
  cancel: ({ actor, what, consumer }) => `${actor} cancelled “${what}”: ${consumer} no longer needs it.`,
  propose: ({ actor, what }) => `${actor} proposes to change the promise of “${what}”.`,
  agree: ({ actor, what }) => `${actor} agreed to change the promise of “${what}”.`,
  refuse: ({ actor, what }) => `${actor} keeps the promise of “${what}” as it was.`,
}

/** What was done with a promise, in one sentence. Cost O(1). Spec: NO13. */
export function moveSentence(move: PromiseMoveName | 'takenBack' | null, names: PromiseNames): string {
  if (move === null) return `${names.actor} changed what the promise of “${names.what}” stands on.`
  return move === 'takenBack' ? `${names.actor} took back the last move on “${names.what}”.` : moveWords[move](names)
}

/** The names in a sentence of any kind: of the record that it is about, and of what that belongs to. */
export type TellingNames = PromiseNames & { readonly name: string; readonly word: string; readonly role: string }

type OtherKind = Exclude<NotificationKind, `promise.${PromiseMoveName}`>

const otherWords: Record<OtherKind, (names: TellingNames) => string> = {
  'promise.takenBack': (names) => moveSentence('takenBack', names),
  'promise.deleted': ({ actor, what }) => `${actor} deleted “${what}”, on which your side had agreed or waited.`,
  'promise.supplierChanged': ({ actor, what, supplier }) => `${actor} changed the structure: “${what}” is now asked of ${supplier}.`,
  'promise.rehomed': ({ actor, what, consumer, supplier }) => `${actor} moved a key result: “${what}” is now between ${supplier} and ${consumer}.`,
  'comment.mention': ({ actor, word, name }) => `${actor} mentioned you at ${word} “${name}”.`,
  'comment.reply': ({ actor, word, name }) => `${actor} replied at ${word} “${name}”.`,
  'comment.added': ({ actor, word, name }) => `${actor} commented on ${word} “${name}”.`,
  'comment.resolved': ({ actor, word, name }) => `${actor} resolved your comment at ${word} “${name}”.`,
  'owner.became': ({ actor, word, name }) => `${actor} made you the owner of ${word} “${name}”.`,
  'node.joined': ({ actor, name, role }) => `${actor} made you ${role} of “${name}”.`,
  'proposal.made': ({ actor, name }) => `${actor} proposes something about your node: ${name}.`,
  'proposal.decided': ({ actor, word, name }) => `${actor} ${word} the proposal “${name}”.`,
  'member.joined': ({ name }) => `${name} accepted the invitation and is a member now.`,
  'role.changed': ({ actor, role }) => `${actor} gave you the role ${role}.`,
  'action.given': ({ actor, name }) => `${actor} gave you an action: “${name}”.`,
  'action.due': ({ name }) => `Your action “${name}” is due.`,
  'session.invited': ({ actor, name }) => `${actor} invites you to “${name}”.`,
  'session.cancelled': ({ actor, name }) => `${actor} called “${name}” off.`,
  'minutes.published': ({ actor, name }) => `${actor} closed “${name}”. Its minutes are there.`,
  'plan.unready': ({ name }) => `“${name}” is not ready to be planned: grade its last key results, draft an objective, name a lead.`,
  'checkIn.missing': ({ name }) => name,
  'webhook.disabled': ({ name }) => `The webhook “${name}” was switched off, because it did not answer. Its deliveries can be sent again.`,
}

/** What a notification says, in one sentence; names are filled in when it is read, so that nothing of a person is stored. Cost O(1). Spec: NO13. */
export function notificationSentence(kind: NotificationKind, names: TellingNames): string {
  const move = moveOfKind(kind)
  return move ? moveSentence(move, names) : otherWords[castOther(kind)](names)
}

/** Guaranteed by the caller: the kind is that of no move. */
function castOther(kind: NotificationKind): OtherKind {
  return kind as OtherKind
}
