import { defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Read-out'
const scope = 'ritual'

/** What becomes of a risk: four letters, one key each. */
export const roamActions = {
  resolved: defineAction({ id: 'risk.resolved', title: 'The risk is resolved', group, scope, keys: ['r'], words: 'roam' }),
  owned: defineAction({ id: 'risk.owned', title: 'The risk has an owner', group, scope, keys: ['o'], words: 'roam' }),
  accepted: defineAction({ id: 'risk.accepted', title: 'The risk is accepted', group, scope, keys: ['a'], words: 'roam' }),
  mitigated: defineAction({ id: 'risk.mitigated', title: 'The risk is mitigated', group, scope, keys: ['m'], words: 'roam' }),
}

export const readOutActions = {
  addRisk: defineAction({ id: 'read-out.risk', title: 'Add a risk', group, scope, keys: ['n'], words: 'new roam' }),
  nextRisk: defineAction({ id: 'read-out.next-risk', title: 'Next risk', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true }),
  previousRisk: defineAction({ id: 'read-out.previous-risk', title: 'Risk before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true }),
}
