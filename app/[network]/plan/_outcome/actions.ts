import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Plan'
const scope = 'ritual'

export const outcomeActions = {
  poster: defineAction({ id: 'plan.poster', title: 'Print the plan as a poster', group, scope, keys: ['p'], words: 'pdf a0 a1 a3 wall' }),
  markdown: defineAction({ id: 'plan.markdown', title: 'Save the plan as Markdown', group, scope, words: 'wiki page download' }),
  calendar: defineAction({ id: 'plan.calendar', title: 'Save the days of the plan as a calendar', group, scope, words: 'ics promises dates' }),
  copy: defineAction({ id: 'plan.copy', title: 'Copy the plan as Markdown', group, scope, words: 'wiki paste' }),
}
