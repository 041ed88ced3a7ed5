import { defineAction } from '../../../lib/client/actions/action.ts'

export const bellAction = defineAction({
  id: 'notifications.open',
  title: 'Show what I was told',
  group: 'General',
  scope: 'global',
  keys: ['g b'],
  words: 'notifications bell unread news',
})
