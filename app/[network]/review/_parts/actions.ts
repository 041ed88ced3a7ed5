import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Review'
const scope = 'review'

export const nextAction = defineAction({ id: 'review.next', title: 'Next of the review', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true })
export const previousAction = defineAction({ id: 'review.previous', title: 'The one before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true })
export const proposeAction = defineAction({
  id: 'review.propose',
  title: 'Propose to add, merge, split or retire nodes',
  group,
  scope: 'global',
  keys: ['n'],
  words: 'new proposal structure change',
})
export const acceptAction = defineAction({ id: 'review.accept', title: 'Accept this proposal', group, scope, keys: ['y'], words: 'yes decide' })
export const declineAction = defineAction({ id: 'review.decline', title: 'Decline this proposal', group, scope, keys: ['x'], words: 'no decide' })
export const reviseAction = defineAction({ id: 'review.revise', title: 'Change this proposal', group, scope, keys: ['e'], words: 'edit' })
export const withdrawAction = defineAction({ id: 'review.withdraw', title: 'Withdraw this proposal', group, scope, keys: ['w'] })
export const otherListAction = defineAction({ id: 'review.list', title: 'Proposals or relationships', group, scope, keys: ['v'] })

export const lookActions = {
  better: defineAction({ id: 'review.better', title: 'This relationship goes better', group, scope, keys: ['1'] }),
  same: defineAction({ id: 'review.same', title: 'This relationship goes the same', group, scope, keys: ['2'] }),
  worse: defineAction({ id: 'review.worse', title: 'This relationship goes worse', group, scope, keys: ['3'] }),
}
