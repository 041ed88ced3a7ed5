import { defineAction } from '../../../lib/client/actions/action.ts'

export const draftsAction = defineAction({
  id: 'drafts.open',
  title: 'Show text that is not saved',
  group: 'General',
  scope: 'global',
  words: 'drafts unsaved lost recover typed before',
})
