import { defineAction } from '../../../lib/client/actions/action.ts'

export const whatIfOfSelected = defineAction({
  id: 'selected.what-if',
  title: 'What if the selected one is gone, or otherwise',
  group: 'Selected record',
  scope: 'global',
  words: 'without lose a leg late dropped certain missed scenario',
})
