import { type Action, defineAction } from '../../../lib/client/actions/action.ts'
import type { PromiseMoveName } from '../../../lib/domain/vocabulary.ts'

const group = 'Promises'
const scope = 'promise'

function move(name: PromiseMoveName, title: string, words: string, ...keys: string[]): Action {
  return defineAction({ id: `promise.${name}`, title, group, scope, words, keys })
}

/** Every move of a promise, as the palette, the sheet of keys and the buttons know it. */
export const moveActions: Record<PromiseMoveName, Action> = {
  request: move('request', 'Ask for it', 'request send draft again', 'y', 'r'),
  offer: move('offer', 'Offer it', 'give send draft'),
  promise: move('promise', 'Promise it', 'yes agree commit', 'y'),
  accept: move('accept', 'Accept it', 'take satisfied done thanks', 'a'),
  counter: move('counter', 'Counter with another date or thing', 'change negotiate', 'c'),
  decline: move('decline', 'Decline it, with a reason', 'no refuse', 'x'),
  defer: move('defer', 'Answer it by another day', 'later', 'l'),
  withdraw: move('withdraw', 'Withdraw what was asked or offered', 'take back'),
  deliver: move('deliver', 'Say that it is delivered', 'done ready', 'd'),
  notSatisfied: move('notSatisfied', 'Send it back: not there yet', 'reject unsatisfied', 'n'),
  revoke: move('revoke', 'Take the promise back, with a reason', 'break cannot'),
  cancel: move('cancel', 'Cancel it: no longer needed', 'stop end'),
  propose: move('propose', 'Propose a change of the promise', 'move date renegotiate', 'p'),
  agree: move('agree', 'Agree to the proposed change', 'yes accept', 'a'),
  refuse: move('refuse', 'Refuse the proposed change', 'no keep', 'x'),
  bind: move('bind', 'Name the key result that gives it', 'bind supplier link', 'b'),
}

export const undoMoveAction = defineAction({
  id: 'promise.undo',
  title: 'Undo my last move of a promise',
  group,
  scope,
  keys: ['u'],
  words: 'take back',
})

/** The key that a button of a move shows. */
export function keyOfMove({ move, key }: { readonly move: PromiseMoveName; readonly key: string | null }): string | null {
  return key?.toLowerCase() ?? moveActions[move].keys?.at(-1) ?? null
}
