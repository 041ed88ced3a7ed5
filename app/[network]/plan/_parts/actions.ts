import { defineAction } from '../../../../lib/client/actions/action.ts'

/** What can be done before a planning session is open. */
export const planEntryActions = {
  open: defineAction({
    id: 'plan.open',
    title: 'Open the planning session',
    group: 'Planning',
    scope: 'ritual',
    keys: ['Enter'],
    words: 'start quarter',
  }),
}
