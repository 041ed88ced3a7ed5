import { defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Draft'
const scope = 'ritual'

/** What can be done while a plan is drafted. */
export const draftActions = {
  objective: defineAction({ id: 'draft.objective', title: 'Write an objective', group, scope, keys: ['o'], words: 'new add goal' }),
  keyResult: defineAction({ id: 'draft.key-result', title: 'Write a key result', group, scope, keys: ['n'], words: 'new add' }),
  reveal: defineAction({
    id: 'draft.reveal',
    title: 'Show each other what we drafted',
    group,
    scope,
    keys: ['mod+Enter'],
    words: 'open reveal silent',
  }),
  next: defineAction({ id: 'draft.next', title: 'Next line', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true }),
  previous: defineAction({ id: 'draft.previous', title: 'Line before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true }),
  take: defineAction({ id: 'draft.take', title: 'Take this line into the plan', group, scope, keys: ['t'], words: 'keep adopt' }),
  takeAll: defineAction({ id: 'draft.take-all', title: 'Take all lines into the plan', group, scope, keys: ['shift+t'], words: 'keep adopt' }),
  view: defineAction({ id: 'draft.view', title: 'My node, or all nodes', group, scope, keys: ['b'], words: 'board map' }),
}
