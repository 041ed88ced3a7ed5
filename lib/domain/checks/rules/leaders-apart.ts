import { say } from '../../ritual/plan/fit/words.ts'
import { type Leaders, leadersOf } from '../leaders.ts'
import type { CheckRule, CheckScope, Found } from '../rule.ts'
import { personPart, someOf } from '../say.ts'

/** Up to so many leaders each pair is looked at; among more, only those who share nothing with anybody. */
const pairsUpTo = 12

function found(leaders: Leaders, id: string, apart: readonly string[]): Found {
  const others = apart.map((each) => ({ entity: 'person', id: each }) as const)
  const rest = leaders.people.length - 1
  const whom = apart.length === rest && rest > 1 ? ['any other leader'] : someOf(apart.map(personPart))
  return {
    subjects: [{ entity: 'person', id }, ...others],
    nodeIds: [...new Set([id, ...apart].flatMap((each) => leaders.nodesOf.get(each) ?? []))],
    sentence: say(personPart(id), ' shares nothing with ', ...whom, ': no node, no exchange, no need.'),
    own: [],
  }
}

/** Leaders of nodes whose nodes share nothing. Cost O(participations + the ties of their nodes). Spec: AL76. */
export const leadersApart: CheckRule = {
  key: 'leadersApart',
  theme: 'structure',
  severity: 'low',
  title: 'Leaders who share nothing',
  why: 'Leadership stays in silos while those who make things work together.',
  source: 'The pairs of leaders without a shared node, exchange or need.',
  fix: 'Ask the two what they could give each other: a coffee is enough to begin.',
  limit: null,
  find: (scope: CheckScope) => {
    const leaders = leadersOf(scope)
    const { people, tiedTo } = leaders
    const arePairs = people.length <= pairsUpTo
    return people.flatMap((id, at) => {
      const tied = tiedTo(id)
      if (!arePairs)
        return tied.size === 0
          ? [
              found(
                leaders,
                id,
                people.filter((other) => other !== id),
              ),
            ]
          : []
      const apart = people.slice(at + 1).filter((other) => !tied.has(other))
      return apart.length === 0 ? [] : [found(leaders, id, apart)]
    })
  },
}
