import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'History'
const scope = 'history'

export const nextChangeAction = defineAction({ id: 'history.next', title: 'Next change, older', group, scope, keys: ['j'], isKeyOnly: true })
export const previousChangeAction = defineAction({
  id: 'history.previous',
  title: 'Change before, newer',
  group,
  scope,
  keys: ['k'],
  isKeyOnly: true,
})
export const closeChangeAction = defineAction({
  id: 'history.close',
  title: 'Back to the list of changes',
  group,
  scope,
  keys: ['Escape'],
  isKeyOnly: true,
})
export const restoreAction = defineAction({
  id: 'history.restore',
  title: 'Restore what this change deleted',
  group,
  scope,
  keys: ['r'],
  words: 'bring back undelete',
})
export const nameMomentAction = defineAction({
  id: 'history.name',
  title: 'Name this moment',
  group,
  scope,
  keys: ['n'],
  words: 'snapshot mark version baseline',
})
export const reasonAction = defineAction({
  id: 'history.reason',
  title: 'Say why this was changed',
  group,
  scope,
  keys: ['w'],
  words: 'reason internal external why',
})
export const findChangesAction = defineAction({
  id: 'history.find',
  title: 'Find changes by words',
  group,
  scope,
  keys: ['/'],
  words: 'search filter history',
})
export const takeNewAction = defineAction({ id: 'history.newest', title: 'Show the newest changes', group, scope, keys: ['.'], words: 'latest top' })
export const showAction = defineAction({
  id: 'history.show',
  title: 'History: changes, named snapshots, report by reason',
  group,
  scope,
  keys: ['l'],
  words: 'switch report internal external',
})
export const copyReportAction = defineAction({
  id: 'history.copy-report',
  title: 'Copy the report by reason as Markdown',
  group,
  scope,
  keys: ['c'],
  words: 'minutes export',
})
