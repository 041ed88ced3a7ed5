import { type Action, defineAction } from '../../../lib/client/actions/action.ts'
import type { Companion } from '../../../lib/client/presence/people.ts'

export const whoAction = defineAction({
  id: 'presence.list',
  title: 'Show who is here',
  group: 'General',
  scope: 'global',
  keys: ['g e'],
  words: 'everybody people present online follow together',
})

export const stopFollowAction = defineAction({ id: 'presence.stop', title: 'Stop following', group: 'General', scope: 'global' })

/** Following somebody, as the palette finds it by the name. */
export function followAction({ personId, name }: Pick<Companion, 'personId' | 'name'>): Action {
  return { id: `presence.follow.${personId}`, title: `Follow ${name}`, group: 'General', scope: 'global', words: 'go where watch', isFoundOnly: true }
}
