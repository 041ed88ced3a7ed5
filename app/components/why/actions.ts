import { defineAction } from '../../../lib/client/actions/action.ts'

const group = 'General'
const scope = 'global'

export const internalAction = defineAction({
  id: 'why.internal',
  title: 'Why? The cause lies in the organisation',
  group,
  scope,
  keys: [':'],
  words: 'reason internal structure',
})
export const externalAction = defineAction({
  id: 'why.external',
  title: 'Why? The cause lies outside',
  group,
  scope,
  keys: [';'],
  words: 'reason external structure',
})
export const whyInWordsAction = defineAction({
  id: 'why.words',
  title: 'Why? Say it in a few words',
  group,
  scope,
  keys: ['shift+w'],
  words: 'reason structure',
})
