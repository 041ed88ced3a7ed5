import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'What if'

/** What can be done with a what-if, as the palette and the sheet of keys know it. */
export const whatIfActions = {
  add: defineAction({
    id: 'what-if.add',
    title: 'Suppose one thing more',
    group,
    scope: 'global',
    keys: ['n'],
    words: 'what if date confidence drop need supplier without node team person lose a leg',
  }),
  keep: defineAction({
    id: 'what-if.keep',
    title: 'Keep this what-if under a name',
    group,
    scope: 'global',
    keys: ['s'],
    words: 'save name rename',
  }),
  side: defineAction({
    id: 'what-if.side',
    title: 'Show the other side: as it is, as it would be',
    group,
    scope: 'global',
    keys: ['b'],
    words: 'before after switch',
  }),
  copy: defineAction({
    id: 'what-if.copy',
    title: 'Copy what would differ, as sentences',
    group,
    scope: 'global',
    keys: ['y'],
    words: 'text paste report',
  }),
  stop: defineAction({
    id: 'what-if.stop',
    title: 'Stop working out what would differ',
    group,
    scope: 'global',
    keys: ['Escape'],
    words: 'cancel give up',
  }),
  again: defineAction({ id: 'what-if.again', title: 'Begin a new what-if', group, scope: 'global', words: 'clear empty start' }),
} as const
