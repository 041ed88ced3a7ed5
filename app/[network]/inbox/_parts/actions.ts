import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Inbox'
const scope = 'promise'

export const nextItemAction = defineAction({ id: 'inbox.next', title: 'Next item of the inbox', group, scope, keys: ['j'], isKeyOnly: true })
export const previousItemAction = defineAction({
  id: 'inbox.previous',
  title: 'Item before in the inbox',
  group,
  scope,
  keys: ['k'],
  isKeyOnly: true,
})
export const checkInHereAction = defineAction({
  id: 'inbox.check-in',
  title: 'Check in on the item of the inbox',
  group,
  scope,
  keys: ['v'],
  words: 'report value confidence',
})
