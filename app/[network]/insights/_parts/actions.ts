import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Insights'
const scope = 'global'

/** What keys do with the figure that has the focus. */
export const insightActions = {
  next: defineAction({ id: 'insights.next', title: 'Next figure', group, scope, keys: ['j'], isKeyOnly: true }),
  previous: defineAction({ id: 'insights.previous', title: 'Figure before', group, scope, keys: ['k'], isKeyOnly: true }),
  show: defineAction({ id: 'insights.show', title: 'Show the figure on a drawing', group, scope, keys: ['l'], words: 'light up map chain matrix' }),
  how: defineAction({ id: 'insights.how', title: 'How the figure is worked out', group, scope, keys: ['h'], words: 'formula source explain' }),
  table: defineAction({ id: 'insights.table', title: 'Switch between pictures and tables', group, scope, keys: ['t'], words: 'rows csv' }),
  stop: defineAction({ id: 'insights.stop', title: 'Stop working out numbers', group, scope, keys: ['Escape'], words: 'cancel give up measuring' }),
}
