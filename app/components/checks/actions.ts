import { type Action, defineAction } from '../../../lib/client/actions/action.ts'

const group = 'Findings'
const scope = 'findings'

function fix(key: string, title: string, words: string): Action {
  return defineAction({ id: `findings.fix.${key}`, title, group, scope, keys: [key], words })
}

/** What can be done about a finding, by the key that does it: the finding says which of them it offers. */
const fixActions: readonly Action[] = [
  fix('b', 'Say where the key result of the finding stands today', 'baseline number'),
  fix('c', 'Confirm the exchange of the finding, or say how one knows', 'condition'),
  fix('d', 'Drop the need of the finding, or say by when', 'date cancel'),
  fix('e', 'Ask for what the finding is about earlier', 'move date propose'),
  fix('i', 'Link the objective of the finding to the goal', 'serve'),
  fix('m', 'Need what the finding is about later, as it is promised', 'move date'),
  fix('n', 'Add what the finding misses', 'objective key result'),
  fix('o', 'Give the key result of the finding an owner', 'person'),
  fix('p', 'Say who leads the node of the finding', 'person lead'),
  fix('r', 'Accept the finding because …, or take it up again', 'leave review acceptance'),
  fix('s', 'What the finding is about is settled', 'done'),
  fix('v', 'Rate the exchange of the finding', 'value worth'),
  fix('w', 'Say what exactly the finding is about', 'vague'),
  fix('x', 'Add the exchange that the finding misses', 'relationship'),
  fix('y', 'Ask now for what the finding is about, or ask again', 'request'),
]

/** The action of a fix; null where no key is kept for it. */
export function fixAction(key: string): Action | null {
  return fixActions.find(({ keys }) => keys?.[0] === key.toLowerCase()) ?? null
}

/** The findings one after the other on a drawing. */
export const findingStepActions = {
  next: defineAction({ id: 'findings.step', title: 'Next finding on the drawing', group, scope, keys: ['ArrowRight'], isKeyOnly: true }),
  previous: defineAction({ id: 'findings.step-back', title: 'Finding before on the drawing', group, scope, keys: ['ArrowLeft'], isKeyOnly: true }),
}

export const findingActions = {
  next: defineAction({ id: 'findings.next', title: 'Next finding', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true }),
  previous: defineAction({ id: 'findings.previous', title: 'Finding before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true }),
  why: defineAction({ id: 'findings.why', title: 'Why the rule of the finding asks', group, scope, keys: ['h'], words: 'source reason explain' }),
  show: defineAction({ id: 'findings.show', title: 'Show the finding on a drawing', group, scope, keys: ['l'], words: 'map chain light up' }),
  accepted: defineAction({ id: 'findings.accepted', title: 'Show or hide accepted findings', group, scope, keys: ['a'], words: 'because review' }),
}
