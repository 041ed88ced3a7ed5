import { type Action, defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Matrix'

/** What keys do on a cell of the matrix; they are handled where the cell is. */
export const matrixActions = [
  defineAction({
    id: 'matrix.move',
    title: 'Next cell in that direction; with Ctrl to the edge',
    group,
    scope: 'matrix',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    isKeyOnly: true,
  }),
  defineAction({
    id: 'matrix.ends',
    title: 'First or last cell of the row; with Ctrl of the matrix',
    group,
    scope: 'matrix',
    keys: ['Home', 'End'],
    isKeyOnly: true,
  }),
  defineAction({ id: 'matrix.page', title: 'A screen up or down', group, scope: 'matrix', keys: ['PageUp', 'PageDown'], isKeyOnly: true }),
  defineAction({ id: 'matrix.next', title: 'Next cell with a need', group, scope: 'matrix', keys: [']', 'j'], isKeyOnly: true }),
  defineAction({ id: 'matrix.previous', title: 'Previous cell with a need', group, scope: 'matrix', keys: ['[', 'k'], isKeyOnly: true }),
  defineAction({
    id: 'matrix.open',
    title: 'Open what stands in the cell; in an empty one, ask',
    group,
    scope: 'matrix',
    keys: ['Enter'],
    isKeyOnly: true,
  }),
  defineAction({ id: 'matrix.ask', title: 'Ask for one more thing in this cell', group, scope: 'matrix', keys: ['n'], isKeyOnly: true }),
  defineAction({ id: 'matrix.chain', title: 'Show this cell as a chain', group, scope: 'matrix', keys: ['c'], isKeyOnly: true }),
  defineAction({ id: 'matrix.unfold', title: 'Show or hide the key results of a node', group, scope: 'matrix', keys: ['Space'], isKeyOnly: true }),
] as const satisfies readonly Action[]

export const matrixLevelAction = defineAction({
  id: 'matrix.level',
  title: 'Matrix: switch between nodes and key results',
  group,
  scope: 'global',
  keys: ['l'],
})
export const matrixOrderAction = defineAction({
  id: 'matrix.order',
  title: 'Matrix: the next order',
  group,
  scope: 'global',
  keys: ['o'],
  words: 'area sequence load groups clusters sort partition',
})
