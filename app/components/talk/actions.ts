import { defineAction } from '../../../lib/client/actions/action.ts'

export const commentAction = defineAction({
  id: 'panel.comment',
  title: 'Comment on this',
  group: 'Selected record',
  scope: 'global',
  keys: ['m'],
  words: 'discuss thread mention say',
})
