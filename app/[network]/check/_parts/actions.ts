import { type Action, defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Check'
const scope = 'ritual'

function inCheck(id: string, title: string, ...keys: string[]): Action {
  return defineAction({ id: `check.${id}`, title, group, scope, keys, words: 'self-check contribution health' })
}

/** What can be done in a check, as the palette and the sheet of keys know it. */
export const checkActions = {
  start: inCheck('start', 'Start the check alone', 'Enter'),
  together: inCheck('together', 'Start the check together', 't'),
  next: inCheck('next', 'Save, and go on', 'Enter'),
  same: inCheck('same', 'The same as last week', '='),
  sameAll: inCheck('sameAll', 'All numbers the same as last week', '+', 'a'),
  yes: inCheck('yes', 'This promise is there', 'y'),
  late: inCheck('late', 'This promise comes later', 'l'),
  blocked: inCheck('blocked', 'This promise is blocked', 'b'),
  later: inCheck('later', 'Next promise or statement', 'j'),
  earlier: inCheck('earlier', 'Previous promise or statement', 'k'),
  green: inCheck('green', 'Vote green', 'g'),
  yellow: inCheck('yellow', 'Vote yellow', 'y'),
  red: inCheck('red', 'Vote red', 'r'),
  elsewhere: inCheck('elsewhere', 'Where G votes: go to another view, then its letter', 'shift+g'),
  rises: inCheck('rises', 'It rises', 'ArrowUp'),
  falls: inCheck('falls', 'It falls', 'ArrowDown'),
  reveal: inCheck('reveal', 'Show the spread', 'v'),
  ask: inCheck('ask', 'Ask another node for something', 'n'),
  finish: inCheck('finish', 'Finish the check', 'mod+Enter'),
} as const

/** Confidence by a number key. */
export const confidenceActions: readonly Action[] = Array.from({ length: 10 }, (_, tenth) =>
  defineAction({ id: `check.confidence.${tenth}`, title: `Confidence ${tenth}`, group, scope, keys: [String(tenth)], isKeyOnly: true }),
)
