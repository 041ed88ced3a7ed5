import type { PromiseMoveName, PromiseState, Side } from '../vocabulary.ts'

/** What a person calls a move: to make it, and to have made it (“Ana … ”). */
export const moveWords: Readonly<Record<PromiseMoveName, { readonly act: string; readonly done: string }>> = {
  request: { act: 'Ask', done: 'asked' },
  offer: { act: 'Offer', done: 'offered' },
  promise: { act: 'Promise', done: 'promised' },
  accept: { act: 'Accept', done: 'accepted' },
  counter: { act: 'Counter', done: 'countered' },
  decline: { act: 'Decline', done: 'declined' },
  defer: { act: 'Answer by a day', done: 'put the answer off' },
  withdraw: { act: 'Withdraw', done: 'withdrew' },
  deliver: { act: 'Delivered', done: 'delivered' },
  notSatisfied: { act: 'Not satisfied', done: 'was not satisfied' },
  revoke: { act: 'Revoke', done: 'revoked' },
  cancel: { act: 'Cancel', done: 'cancelled' },
  propose: { act: 'Propose a change', done: 'proposed a change' },
  agree: { act: 'Agree', done: 'agreed to the change' },
  refuse: { act: 'Refuse', done: 'refused the change' },
  bind: { act: 'Name the key result', done: 'named the key result' },
}

/** What a promise is called in each state, read from either side. */
export const stateWords: Readonly<Record<PromiseState, string>> = {
  draft: 'draft',
  offered: 'offered',
  requested: 'asked',
  countered: 'countered',
  deferred: 'answer later',
  promised: 'promised',
  delivered: 'delivered',
  accepted: 'accepted',
  declined: 'declined',
  revoked: 'revoked',
  withdrawn: 'withdrawn',
  cancelled: 'cancelled',
}

/** What a person calls a side. */
export const sideWords: Readonly<Record<Side, string>> = { consumer: 'the side that needs it', supplier: 'the side that gives it' }
