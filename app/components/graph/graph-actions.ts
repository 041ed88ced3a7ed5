import { type Action, defineAction } from '../../../lib/client/actions/action.ts'

const group = 'Drawing'

/** Moves of the keyboard over a drawing. They are keys only: the palette does not list them, the sheet of keys does. */
export const walkActions = [
  defineAction({ id: 'walk.left', title: 'Go left; on the chain to what it needs', group, scope: 'drawing', keys: ['ArrowLeft'], isKeyOnly: true }),
  defineAction({
    id: 'walk.right',
    title: 'Go right; on the chain to what waits for it',
    group,
    scope: 'drawing',
    keys: ['ArrowRight'],
    isKeyOnly: true,
  }),
  defineAction({ id: 'walk.up', title: 'Go up', group, scope: 'drawing', keys: ['ArrowUp'], isKeyOnly: true }),
  defineAction({ id: 'walk.down', title: 'Go down', group, scope: 'drawing', keys: ['ArrowDown'], isKeyOnly: true }),
  defineAction({ id: 'walk.next-line', title: 'Next line of this item', group, scope: 'drawing', keys: [']', 'j'], isKeyOnly: true }),
  defineAction({ id: 'walk.previous-line', title: 'Previous line of this item', group, scope: 'drawing', keys: ['[', 'k'], isKeyOnly: true }),
  defineAction({ id: 'walk.open', title: 'Open; on a line, follow it', group, scope: 'drawing', keys: ['Enter'], isKeyOnly: true }),
  defineAction({ id: 'walk.back', title: 'Back the way you came', group, scope: 'drawing', keys: ['Backspace'], isKeyOnly: true }),
  defineAction({ id: 'walk.first', title: 'First item', group, scope: 'drawing', keys: ['Home'], isKeyOnly: true }),
  defineAction({ id: 'walk.last', title: 'Last item', group, scope: 'drawing', keys: ['End'], isKeyOnly: true }),
  defineAction({ id: 'walk.next-group', title: 'Next area or lane', group, scope: 'drawing', keys: ['PageDown'], isKeyOnly: true }),
  defineAction({ id: 'walk.previous-group', title: 'Previous area or lane', group, scope: 'drawing', keys: ['PageUp'], isKeyOnly: true }),
  defineAction({ id: 'walk.degree-0', title: 'Show everything at full ink', group, scope: 'drawing', keys: ['0'], isKeyOnly: true }),
  defineAction({ id: 'walk.degree-1', title: 'Show only its direct neighbours at full ink', group, scope: 'drawing', keys: ['1'], isKeyOnly: true }),
  defineAction({ id: 'walk.degree-2', title: 'Neighbours of neighbours', group, scope: 'drawing', keys: ['2'], isKeyOnly: true }),
  defineAction({ id: 'walk.degree-3', title: 'Three steps around', group, scope: 'drawing', keys: ['3'], isKeyOnly: true }),
  defineAction({ id: 'walk.escape', title: 'Out one level', group, scope: 'drawing', keys: ['Escape'], isKeyOnly: true }),
] as const satisfies readonly Action[]

export type WalkActionId = (typeof walkActions)[number]['id']

export const zoomActions = [
  defineAction({ id: 'zoom.in', title: 'Zoom in', group, scope: 'global', keys: ['+', '='] }),
  defineAction({ id: 'zoom.out', title: 'Zoom out', group, scope: 'global', keys: ['-'] }),
  defineAction({ id: 'zoom.fit', title: 'Show all of the drawing', group, scope: 'global', keys: ['shift+1'], words: 'fit zoom' }),
  defineAction({ id: 'zoom.selection', title: 'Fly to the selection', group, scope: 'global', keys: ['shift+2'], words: 'zoom' }),
  defineAction({ id: 'zoom.actual', title: 'Show the drawing at actual size', group, scope: 'global', keys: ['shift+0'], words: 'zoom 100%' }),
] as const satisfies readonly Action[]

export type ZoomActionId = (typeof zoomActions)[number]['id']

export const tableAction = defineAction({ id: 'drawing.table', title: 'Switch between drawing and table', group, scope: 'global', keys: ['t'] })
export const exportSvgAction = defineAction({
  id: 'drawing.svg',
  title: 'Save the drawing as SVG',
  group,
  scope: 'global',
  words: 'export picture download',
})
export const exportPngAction = defineAction({
  id: 'drawing.png',
  title: 'Save the drawing as PNG',
  group,
  scope: 'global',
  words: 'export picture image download',
})
export const findAction = defineAction({
  id: 'drawing.find',
  title: 'Find in the drawing',
  group,
  scope: 'global',
  keys: ['mod+f'],
  words: 'search fly',
})

export const newNodeAction = defineAction({ id: 'map.new-node', title: 'Add a node', group: 'Map', scope: 'global', keys: ['n'], words: 'create' })
export const giveAction = defineAction({
  id: 'map.give',
  title: 'Say what this node gives to another',
  group: 'Map',
  scope: 'drawing',
  keys: ['e'],
  words: 'exchange connect',
})
export const needAction = defineAction({
  id: 'drawing.need',
  title: 'Say what this needs from another',
  group,
  scope: 'drawing',
  keys: ['r'],
  words: 'dependency ask connect',
})
export const offerAction = defineAction({
  id: 'drawing.offer',
  title: 'Offer something to another key result',
  group,
  scope: 'drawing',
  keys: ['shift+r'],
  words: 'give promise supplier',
})
export const renameAction = defineAction({ id: 'map.rename', title: 'Rename this node', group: 'Map', scope: 'drawing', keys: ['F2'] })
export const removeAction = defineAction({ id: 'drawing.delete', title: 'Delete what has the focus', group, scope: 'drawing', keys: ['Delete'] })
export const menuAction = defineAction({
  id: 'drawing.menu',
  title: 'Show what can be done here',
  group,
  scope: 'drawing',
  keys: ['shift+F10', 'ContextMenu'],
  isKeyOnly: true,
})
export const moveActions = [
  defineAction({ id: 'map.move-left', title: 'Move this node left', group: 'Map', scope: 'drawing', keys: ['alt+ArrowLeft'], isKeyOnly: true }),
  defineAction({ id: 'map.move-right', title: 'Move this node right', group: 'Map', scope: 'drawing', keys: ['alt+ArrowRight'], isKeyOnly: true }),
  defineAction({ id: 'map.move-up', title: 'Move this node up', group: 'Map', scope: 'drawing', keys: ['alt+ArrowUp'], isKeyOnly: true }),
  defineAction({ id: 'map.move-down', title: 'Move this node down', group: 'Map', scope: 'drawing', keys: ['alt+ArrowDown'], isKeyOnly: true }),
] as const satisfies readonly Action[]
export const putBackAction = defineAction({
  id: 'map.put-back',
  title: 'Put this node back to its place',
  group: 'Map',
  scope: 'drawing',
  words: 'position reset',
})
export const needsOnMapAction = defineAction({
  id: 'map.toggle-needs',
  title: 'Show or hide this cycle’s needs',
  group: 'Map',
  scope: 'global',
  keys: ['d'],
  words: 'dependencies',
})
export const exchangesOnMapAction = defineAction({
  id: 'map.toggle-exchanges',
  title: 'Show or hide the exchanges',
  group: 'Map',
  scope: 'global',
  keys: ['x'],
})
export const chainLevelAction = defineAction({
  id: 'chain.level',
  title: 'Switch between key results and nodes',
  group: 'Chain',
  scope: 'global',
  keys: ['l'],
})
export const issuesAction = defineAction({
  id: 'chain.issues',
  title: 'Show only what is blocked, late or overdue',
  group: 'Chain',
  scope: 'global',
  keys: ['i'],
  words: 'issues problems',
})
