import { defineAction } from '../../../lib/client/actions/action.ts'

export const walkFindingsAction = defineAction({
  id: 'findings.walk',
  title: 'Walk the findings on the drawing',
  group: 'Drawing',
  scope: 'global',
  keys: ['shift+f'],
  words: 'checks alignment issues one by one',
})
