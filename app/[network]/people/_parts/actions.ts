import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'People'

export const onDayAction = defineAction({
  id: 'people.day',
  title: 'People: choose the day',
  group,
  scope: 'global',
  keys: ['d'],
  words: 'who was in on date',
})
export const peopleFormAction = defineAction({
  id: 'people.form',
  title: 'People: by node, by person, or what joins two of them',
  group,
  scope: 'global',
  keys: ['l'],
  words: 'glue teams switch',
})
