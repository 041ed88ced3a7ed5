import { type Action, defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Vote'
const scope = 'ritual'

/** How sure somebody is that the plan holds, as fingers of one hand. */
export const confidenceWords = ['No way', 'Hardly', 'Doubtful', 'Likely', 'Confident', 'Certain'] as const

/** One action for each number of fingers. */
export const voteActions: readonly Action[] = confidenceWords.map((word, value) =>
  defineAction({ id: `vote.${value}`, title: `Vote ${value}: ${word.toLowerCase()}`, group, scope, keys: [String(value)], words: 'confidence fist' }),
)

export const revealAction = defineAction({ id: 'vote.reveal', title: 'Show the votes', group, scope, keys: ['mod+Enter'], words: 'reveal open' })

export const backToFitAction = defineAction({
  id: 'vote.back',
  title: 'Return to the fit check with the nodes that doubt',
  group,
  scope,
  keys: ['r'],
  words: 'phase low confidence',
})

export const againAction = defineAction({ id: 'vote.again', title: 'Vote again', group, scope, keys: ['v'], words: 'second round' })
