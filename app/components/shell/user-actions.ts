import { defineAction } from '../../../lib/client/actions/action.ts'

export const goToAccount = defineAction({
  id: 'go.account',
  title: 'Go to my account',
  group: 'Go to',
  scope: 'global',
  keys: ['g u'],
  words: 'profile password second factor sessions data',
})
export const signOutAction = defineAction({ id: 'account.sign-out', title: 'Sign out', group: 'General', scope: 'global', words: 'log out leave' })
export const inviteAction = defineAction({
  id: 'people.invite',
  title: 'Invite somebody',
  group: 'General',
  scope: 'global',
  keys: ['shift+i'],
  words: 'member link e-mail role',
})
export const shareAction = defineAction({
  id: 'view.share',
  title: 'Share this view, read only',
  group: 'General',
  scope: 'global',
  keys: ['shift+s'],
  words: 'link public show',
})

/** The views that a link can show to people without an account. */
export const shareableViews = ['map', 'chain', 'outline', 'timeline'] as const

/** Whether the view of an address can be shared. */
export function isShareable(path: string): boolean {
  return shareableViews.some((view) => path.endsWith(`/${view}`))
}

/** The pages of the settings, in the order of their list. `manages`: only for owners of the network. */
export const settingsPages = [
  { path: 'settings', name: 'General', words: 'cycles areas people teams name vision export', manages: false },
  { path: 'settings/access', name: 'People & access', words: 'members roles invitations', manages: false },
  { path: 'settings/checks', name: 'Checks', words: 'rules alignment findings limits switch linter', manages: false },
  { path: 'settings/tokens', name: 'API tokens', words: 'script program secret', manages: false },
  { path: 'settings/links', name: 'Share links', words: 'public read only', manages: true },
  { path: 'settings/webhooks', name: 'Webhooks', words: 'slack teams program', manages: true },
  { path: 'settings/digest', name: 'My notifications', words: 'digest mail daily weekly told switch reminders calendar', manages: false },
] as const

export type SettingsPath = (typeof settingsPages)[number]['path']

export const goToSettingsPage = settingsPages.slice(1).map(({ path, name, words, manages }) => ({
  path,
  manages,
  action: defineAction({ id: `go.${path.replace('/', '.')}`, title: `Settings: ${name.toLowerCase()}`, group: 'Go to', scope: 'global', words }),
}))
