import { defineAction } from '../../../lib/client/actions/action.ts'

/** The views of a network, in the order of the top bar. */
export const views = [
  { path: 'map', name: 'Map', keys: 'g m' },
  { path: 'chain', name: 'Chain', keys: 'g c' },
  { path: 'outline', name: 'Outline', keys: 'g o' },
  { path: 'asks', name: 'Asks', keys: 'g a' },
  { path: 'matrix', name: 'Matrix', keys: 'g x' },
  { path: 'timeline', name: 'Timeline', keys: 'g t' },
  { path: 'insights', name: 'Insights', keys: 'g v' },
  { path: 'plan', name: 'Plan', keys: 'g l' },
  { path: 'walk', name: 'Walk', keys: 'g w' },
  { path: 'check', name: 'Check', keys: 'g k' },
] as const

export type ViewPath = (typeof views)[number]['path']

export const goTo = views.map(({ path, name, keys }) => ({
  path,
  action: defineAction({ id: `go.${path}`, title: `Go to ${name.toLowerCase()}`, group: 'Go to', scope: 'global', keys: [keys] }),
}))
export const goToInbox = defineAction({
  id: 'go.inbox',
  title: 'Go to my inbox',
  group: 'Go to',
  scope: 'global',
  keys: ['g i'],
  words: 'answers promises waiting check-ins due',
})
export const goToPeople = defineAction({
  id: 'go.people',
  title: 'Go to people and teams',
  group: 'Go to',
  scope: 'global',
  keys: ['g p'],
  words: 'participations members who was in glue',
})
export const goToHistory = defineAction({
  id: 'go.history',
  title: 'Go to the history',
  group: 'Go to',
  scope: 'global',
  keys: ['g h'],
  words: 'changes past restore snapshots versions who changed report reasons',
})
export const goToReview = defineAction({
  id: 'go.review',
  title: 'Go to the network review',
  group: 'Go to',
  scope: 'global',
  keys: ['g r'],
  words: 'proposals merge split retire relationships health',
})
export const goToCoffee = defineAction({
  id: 'go.coffee',
  title: 'Go to coffee: a new relationship in ten minutes',
  group: 'Go to',
  scope: 'global',
  keys: ['g f'],
  words: 'partner relationship exchange mutual value first promise stakeholder',
})
export const goToWhatIf = defineAction({
  id: 'go.what-if',
  title: 'Go to what if: try a change before it is made',
  group: 'Go to',
  scope: 'global',
  keys: ['g y'],
  words: 'lose a leg without node team person late dropped scenario before after stand in',
})
export const goToSettings = defineAction({
  id: 'go.settings',
  title: 'Go to settings',
  group: 'Go to',
  scope: 'global',
  keys: ['g s'],
  words: 'cycles areas people teams name vision export',
})
export const goToNetworks = defineAction({
  id: 'go.networks',
  title: 'Go to all networks',
  group: 'Go to',
  scope: 'global',
  keys: ['g n'],
  words: 'home switch new network',
})

export const openPalette = defineAction({
  id: 'palette.open',
  title: 'Search, or do something',
  group: 'General',
  scope: 'global',
  keys: ['mod+k', '/'],
  isKeyOnly: true,
})
export const openKeySheet = defineAction({
  id: 'keys.open',
  title: 'Show all keys',
  group: 'General',
  scope: 'global',
  keys: ['?'],
  words: 'help shortcuts keyboard',
})
export const undoAction = defineAction({ id: 'undo', title: 'Undo my last change', group: 'General', scope: 'global', keys: ['mod+z'] })
export const redoAction = defineAction({ id: 'redo', title: 'Redo', group: 'General', scope: 'global', keys: ['mod+shift+z', 'mod+y'] })
export const closeAction = defineAction({
  id: 'close',
  title: 'Close the panel, clear the selection',
  group: 'General',
  scope: 'global',
  keys: ['Escape'],
  isKeyOnly: true,
})
export const filterAction = defineAction({ id: 'filter', title: 'Filter this view', group: 'General', scope: 'global', keys: ['f'] })
export const copyLinkAction = defineAction({
  id: 'link.copy',
  title: 'Copy a link to this view',
  group: 'General',
  scope: 'global',
  words: 'share url',
})
export const themeActions = {
  system: defineAction({ id: 'theme.system', title: 'Theme: follow the system', group: 'General', scope: 'global' }),
  light: defineAction({ id: 'theme.light', title: 'Theme: light', group: 'General', scope: 'global' }),
  dark: defineAction({ id: 'theme.dark', title: 'Theme: dark', group: 'General', scope: 'global' }),
}
export const removeSampleAction = defineAction({
  id: 'sample.remove',
  title: 'Remove the sample, keep what I made',
  group: 'General',
  scope: 'global',
  words: 'demo example delete',
})
