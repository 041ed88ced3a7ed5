import { expect, test } from 'vitest'
import { commitActions } from '../../../app/[network]/plan/_phases/commit/actions.ts'
import { contextActions } from '../../../app/[network]/plan/_phases/context/actions.ts'
import { draftActions } from '../../../app/[network]/plan/_phases/draft/actions.ts'
import { fitActions, fixActions } from '../../../app/[network]/plan/_phases/fit/actions.ts'
import { gradeActions, lobbyActions } from '../../../app/[network]/plan/_phases/lobby/actions.ts'
import { marketActions } from '../../../app/[network]/plan/_phases/market/actions.ts'
import { readOutActions, roamActions } from '../../../app/[network]/plan/_phases/read-out/actions.ts'
import { againAction, backToFitAction, revealAction, voteActions } from '../../../app/[network]/plan/_phases/vote/actions.ts'
import { frameActions } from '../../../app/components/ritual/frame/actions.ts'
import type { Action } from '../../../lib/client/actions/action.ts'

const phases: Readonly<Record<string, readonly Action[]>> = {
  lobby: [...Object.values(lobbyActions), ...gradeActions],
  context: Object.values(contextActions),
  draft: Object.values(draftActions),
  market: Object.values(marketActions),
  fit: [...Object.values(fitActions), ...Object.values(fixActions)],
  readOut: [...Object.values(readOutActions), ...Object.values(roamActions)],
  vote: [...voteActions, revealAction, backToFitAction, againAction],
  commit: Object.values(commitActions),
}

/** Meant for the same by two: to follow the room, in a phase or back to it; to sign, or to commit for who leads. */
const shared: Readonly<Record<string, readonly string[]>> = { fit: ['f'], commit: ['mod+Enter'] }

test.each(Object.entries(phases))('in the %s of a plan a key means one thing, and neither the sheet of keys nor a way to go', (phase, actions) => {
  const keys = [...Object.values(frameActions), ...actions].flatMap((action: Action) => action.keys ?? [])
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
  expect(twice).toEqual(shared[phase] ?? [])
  expect(keys.filter((key) => key === '?' || key === 'g' || key.startsWith('g '))).toEqual([])
})
