import { defineAction } from '../../../../lib/client/actions/action.ts'

/** What can be done over a coffee, as the palette and the sheet of keys know it. */
export const agreeAction = defineAction({
  id: 'coffee.agree',
  title: 'Agree on what was said over the coffee',
  group: 'Coffee',
  scope: 'ritual',
  keys: ['mod+Enter'],
  words: 'exchange promise partner relationship finish',
})
