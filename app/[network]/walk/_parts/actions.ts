import { defineAction } from '../../../../lib/client/actions/action.ts'

export const nextAction = defineAction({
  id: 'meeting.next',
  title: 'Next stop of the walk',
  group: 'Walk',
  scope: 'global',
  keys: ['ArrowRight', 'PageDown'],
})
export const backAction = defineAction({ id: 'meeting.back', title: 'Stop before', group: 'Walk', scope: 'global', keys: ['ArrowLeft', 'PageUp'] })
