import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Outline'
const scope = 'outline'

function move(id: string, title: string, ...keys: string[]) {
  return defineAction({ id: `outline.${id}`, title, group, scope, keys, isKeyOnly: true })
}

function act(id: string, title: string, words: string, ...keys: string[]) {
  return defineAction({ id: `outline.${id}`, title, group, scope, keys, words })
}

/** Everything the outline can do, by name; the palette, the sheet of keys and the key handling read it here. */
export const outlineActions = {
  down: move('down', 'Next row', 'ArrowDown', 'j'),
  up: move('up', 'Row before', 'ArrowUp'),
  right: move('right', 'Open the row, then the next column', 'ArrowRight'),
  left: move('left', 'Column before, then close the row', 'ArrowLeft'),
  rowStart: move('row-start', 'First column', 'Home'),
  rowEnd: move('row-end', 'Last column', 'End'),
  first: move('first', 'First row', 'mod+Home'),
  last: move('last', 'Last row', 'mod+End'),
  pageDown: move('page-down', 'A page down', 'PageDown'),
  pageUp: move('page-up', 'A page up', 'PageUp'),
  leave: move('leave', 'Let Tab leave the outline', 'Escape'),
  edit: act('edit', 'Edit this cell', 'rename change', 'Enter', 'F2'),
  open: act('open', 'Open this row beside the outline', 'panel select card', 'Space'),
  addNext: act('add-next', 'Add a row after this one', 'new sibling', 'mod+Enter'),
  addArea: act('add-area', 'Add a value area', 'new', 'shift+a'),
  addNode: act('add-node', 'Add a node', 'new activity', 'n'),
  addObjective: act('add-objective', 'Add an objective', 'new goal', 'o'),
  addKeyResult: act('add-key-result', 'Add a key result', 'new metric', 'k'),
  addHealth: act('add-health', 'Add a health metric', 'new protect guardrail', 'p'),
  addNeed: act('add-need', 'Say what this key result needs', 'dependency ask promise', 'r'),
  offer: act('offer', 'Offer something to another key result', 'give promise supplier', 'shift+r'),
  checkIn: act('check-in', 'Check in on this key result, or read this health metric', 'report value confidence note', 'c'),
  assign: act('assign', 'Choose the owner', 'assign person', 'a'),
  indent: act('indent', 'Make this objective a key result of the one above', 'indent', 'Tab'),
  outdent: act('outdent', 'Make this key result an objective', 'outdent', 'shift+Tab'),
  moveUp: act('move-up', 'Move this row up', 'order', 'alt+ArrowUp'),
  moveDown: act('move-down', 'Move this row down', 'order', 'alt+ArrowDown'),
  remove: act('remove', 'Delete this row', 'remove', 'Delete', 'Backspace'),
  copy: act('copy', 'Copy this row and what is under it as a table', 'tsv spreadsheet export', 'mod+c'),
  depth1: act('depth-1', 'Show value areas only', 'collapse fold', 'alt+1'),
  depth2: act('depth-2', 'Show down to nodes', 'collapse fold', 'alt+2'),
  depth3: act('depth-3', 'Show down to objectives', 'collapse fold', 'alt+3'),
  depth4: act('depth-4', 'Show down to key results', 'expand unfold', 'alt+4'),
  depth5: act('depth-5', 'Show everything, with needs', 'expand unfold all', 'alt+5'),
} as const

/** Chosen from the palette, too, so they hold in the whole page. */
export const columnActions = {
  check: defineAction({ id: 'outline.columns-check', title: 'Outline columns: check', group, scope: 'global' }),
  plan: defineAction({ id: 'outline.columns-plan', title: 'Outline columns: plan', group, scope: 'global' }),
  review: defineAction({ id: 'outline.columns-review', title: 'Outline columns: review', group, scope: 'global' }),
}
