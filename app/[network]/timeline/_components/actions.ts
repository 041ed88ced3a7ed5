import { type Action, defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Timeline'

/** What keys do on a row of the timeline; they are handled where the row is. */
export const timelineActions = [
  defineAction({ id: 'timeline.next', title: 'Next promise', group, scope: 'timeline', keys: ['ArrowDown', 'j'], isKeyOnly: true }),
  defineAction({ id: 'timeline.previous', title: 'Previous promise', group, scope: 'timeline', keys: ['ArrowUp', 'k'], isKeyOnly: true }),
  defineAction({ id: 'timeline.first', title: 'First promise', group, scope: 'timeline', keys: ['Home'], isKeyOnly: true }),
  defineAction({ id: 'timeline.last', title: 'Last promise', group, scope: 'timeline', keys: ['End'], isKeyOnly: true }),
  defineAction({ id: 'timeline.next-lane', title: 'Next node', group, scope: 'timeline', keys: ['PageDown'], isKeyOnly: true }),
  defineAction({ id: 'timeline.previous-lane', title: 'Previous node', group, scope: 'timeline', keys: ['PageUp'], isKeyOnly: true }),
  defineAction({ id: 'timeline.next-mark', title: 'Read out the next mark of a promise', group, scope: 'timeline', keys: [']'], isKeyOnly: true }),
  defineAction({ id: 'timeline.previous-mark', title: 'Read out the mark before', group, scope: 'timeline', keys: ['['], isKeyOnly: true }),
  defineAction({ id: 'timeline.day-earlier', title: 'Propose a day earlier', group, scope: 'timeline', keys: ['ArrowLeft'], isKeyOnly: true }),
  defineAction({ id: 'timeline.day-later', title: 'Propose a day later', group, scope: 'timeline', keys: ['ArrowRight'], isKeyOnly: true }),
  defineAction({
    id: 'timeline.week-earlier',
    title: 'Propose a week earlier',
    group,
    scope: 'timeline',
    keys: ['shift+ArrowLeft'],
    isKeyOnly: true,
  }),
  defineAction({ id: 'timeline.week-later', title: 'Propose a week later', group, scope: 'timeline', keys: ['shift+ArrowRight'], isKeyOnly: true }),
  defineAction({
    id: 'timeline.open',
    title: 'Send the proposal; without one, open the promise',
    group,
    scope: 'timeline',
    keys: ['Enter'],
    isKeyOnly: true,
  }),
  defineAction({ id: 'timeline.cancel', title: 'Put the proposal back', group, scope: 'timeline', keys: ['Escape'], isKeyOnly: true }),
] as const satisfies readonly Action[]

export const sideAction = defineAction({
  id: 'timeline.side',
  title: 'Timeline: switch between who gives and who takes',
  group,
  scope: 'global',
  keys: ['l'],
  words: 'giver taker group',
})
export const troubleAction = defineAction({
  id: 'timeline.trouble',
  title: 'Timeline: only what is late, overdue, backwards or refused',
  group,
  scope: 'global',
  keys: ['i'],
  words: 'issues problems',
})
