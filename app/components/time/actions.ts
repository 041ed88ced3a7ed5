import { defineAction } from '../../../lib/client/actions/action.ts'

const [group, scope] = ['Time', 'global'] as const

export const openTimeAction = defineAction({
  id: 'time.open',
  title: 'Go through time',
  group,
  scope,
  keys: ['h'],
  words: 'past history slider date as it was',
})
export const nowAction = defineAction({ id: 'time.now', title: 'Back to now', group, scope, keys: ['shift+h'], words: 'present today' })
export const previousMarkAction = defineAction({
  id: 'time.previous',
  title: 'Back to the named snapshot before',
  group,
  scope,
  keys: [','],
  words: 'past earlier baseline walk',
})
export const nextMarkAction = defineAction({
  id: 'time.next',
  title: 'On to the next named snapshot, or to now',
  group,
  scope,
  keys: ['.'],
  words: 'later',
})
export const compareAction = defineAction({
  id: 'time.compare',
  title: 'Compare with an earlier moment, or stop comparing',
  group,
  scope,
  keys: ['shift+d'],
  words: 'difference diff changes before after',
})
export const compareActions = {
  week: defineAction({ id: 'time.compare-week', title: 'Compare with a week before', group, scope, words: 'difference diff changes' }),
  mark: defineAction({ id: 'time.compare-mark', title: 'Compare with the last named snapshot', group, scope, words: 'difference diff changes walk' }),
  baseline: defineAction({ id: 'time.compare-baseline', title: 'Compare with the baseline', group, scope, words: 'difference diff changes plan' }),
  cycle: defineAction({ id: 'time.compare-cycle', title: 'Compare with the start of the cycle', group, scope, words: 'difference diff quarter' }),
} as const

export type PresetId = keyof typeof compareActions
