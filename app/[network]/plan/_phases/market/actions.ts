import { defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Market'
const scope = 'ritual'

/** What can be done in the market, as the palette, the sheet of keys and the rows know it. */
export const marketActions = {
  ask: defineAction({ id: 'market.ask', title: 'Ask a node for something', group, scope, keys: ['n'], words: 'new need request' }),
  agree: defineAction({ id: 'market.agree', title: 'Agree to the ask', group, scope, keys: ['y'], words: 'yes promise accept' }),
  counter: defineAction({
    id: 'market.counter',
    title: 'Counter the ask with another date or amount',
    group,
    scope,
    keys: ['c'],
    words: 'change negotiate',
  }),
  decline: defineAction({ id: 'market.decline', title: 'Decline the ask, with a reason', group, scope, keys: ['x'], words: 'no refuse withdraw' }),
  talk: defineAction({ id: 'market.talk', title: 'Let us talk about the ask', group, scope, keys: ['t'], words: 'huddle both sides' }),
  merge: defineAction({ id: 'market.merge', title: 'Merge the ask with the one like it', group, scope, keys: ['m'], words: 'similar same' }),
  next: defineAction({ id: 'market.next', title: 'Next ask', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true }),
  previous: defineAction({ id: 'market.previous', title: 'Ask before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true }),
  view: defineAction({ id: 'market.view', title: 'Switch between the board and my node', group, scope, keys: ['b'], words: 'matrix columns' }),
}
