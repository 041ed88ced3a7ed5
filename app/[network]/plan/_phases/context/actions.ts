import { defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Context'
const scope = 'ritual'

/** What can be done while the sponsor tells what matters. */
export const contextActions = {
  ask: defineAction({ id: 'context.ask', title: 'Ask the sponsor a question', group, scope, keys: ['q'] }),
}
