import { defineAction } from '../../../lib/client/actions/action.ts'

const group = 'Selected record'

export const deleteAction = defineAction({ id: 'panel.delete', title: 'Delete this', group, scope: 'global', words: 'remove' })
export const addObjectiveAction = defineAction({ id: 'node.add-objective', title: 'Add an objective to this node', group, scope: 'global' })
export const addExchangeAction = defineAction({
  id: 'node.add-exchange',
  title: 'Say what this node gives to another',
  group,
  scope: 'global',
  words: 'exchange deliverable',
})
export const addParticipationAction = defineAction({
  id: 'node.add-participation',
  title: 'Add a person or team to this node',
  group,
  scope: 'global',
  words: 'member lead',
})
export const addActivityAction = defineAction({ id: 'node.add-activity', title: 'Add an activity to this node', group, scope: 'global' })
export const homeAction = defineAction({
  id: 'node.home',
  title: 'Put this node back to its place',
  group,
  scope: 'global',
  words: 'position reset map',
})
export const addHealthAction = defineAction({
  id: 'node.add-health',
  title: 'Add a health metric to this node',
  group,
  scope: 'global',
  words: 'protect guardrail band',
})
export const readHealthAction = defineAction({
  id: 'health.read',
  title: 'Read this health metric',
  group,
  scope: 'global',
  words: 'report value check in protect',
})
export const addKeyResultAction = defineAction({
  id: 'objective.add-key-result',
  title: 'Add a key result to this objective',
  group,
  scope: 'global',
})
export const checkInAction = defineAction({
  id: 'key-result.check-in',
  title: 'Check in on this key result',
  group,
  scope: 'global',
  words: 'report value confidence',
})
export const addNeedAction = defineAction({
  id: 'key-result.add-need',
  title: 'Say what this key result needs',
  group,
  scope: 'global',
  keys: ['r'],
  words: 'dependency ask',
})
export const addOfferAction = defineAction({
  id: 'key-result.add-offer',
  title: 'Say what this key result offers to another',
  group,
  scope: 'global',
  keys: ['shift+r'],
  words: 'give promise supplier',
})
export const swapExchangeAction = defineAction({
  id: 'exchange.swap',
  title: 'Turn this exchange around',
  group,
  scope: 'global',
  words: 'direction giver receiver',
})
export const addNodeAction = defineAction({ id: 'area.add-node', title: 'Add a node to this value area', group, scope: 'global' })
