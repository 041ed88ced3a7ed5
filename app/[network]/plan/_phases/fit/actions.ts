import { type Action, defineAction } from '../../../../../lib/client/actions/action.ts'
import type { FixId } from '../../../../../lib/domain/ritual/plan/fit/finding.ts'

const group = 'Fit check'
const scope = 'ritual'

function fix(id: FixId, key: string, title: string, words: string): Action {
  return defineAction({ id: `fit.${id}`, title, group, scope, keys: [key], words })
}

/** What can be done about a finding; which of them it offers says the finding. */
export const fixActions: Readonly<Record<FixId, Action>> = {
  drop: fix('drop', 'd', 'Drop the need of the finding', 'cancel withdraw cut'),
  later: fix('later', 'm', 'Need it later, as it is promised', 'move date'),
  earlier: fix('earlier', 'e', 'Ask for it earlier', 'move date propose'),
  ask: fix('ask', 'y', 'Ask now, or ask again', 'request'),
  settled: fix('settled', 's', 'It is settled between both sides', 'talk done'),
  assign: fix('assign', 'a', 'Give the finding an owner', 'action person'),
  talk: fix('talk', 't', 'Let both sides talk about it', 'huddle'),
  accept: fix('accept', 'r', 'Accept the risk of the finding', 'roam leave'),
}

/** The action of a fix; null where no key is kept for it. */
export function fitFixAction(id: string): Action | null {
  return Object.entries(fixActions).find(([each]) => each === id)?.[1] ?? null
}

export const fitActions = {
  next: defineAction({ id: 'fit.next', title: 'Next finding', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true }),
  previous: defineAction({ id: 'fit.previous', title: 'Finding before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true }),
  follow: defineAction({ id: 'fit.follow', title: 'Follow who leads the session', group, scope, keys: ['f'], words: 'camera same' }),
}
