import { defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Commit'
const scope = 'ritual'

export const commitActions = {
  sign: defineAction({ id: 'commit.sign', title: 'Sign for my node', group, scope, keys: ['mod+Enter'], words: 'signature lead' }),
  commit: defineAction({ id: 'commit.commit', title: 'Commit the plan', group, scope, keys: ['mod+Enter'], words: 'close baseline active' }),
  own: defineAction({
    id: 'commit.own',
    title: 'Give the next open need its owner and day',
    group,
    scope,
    keys: ['o'],
    words: 'take on action',
  }),
}
