import type { Exchange } from '../../entity.ts'
import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import type { CheckRule, CheckScope, Found } from '../rule.ts'
import { recordPart, someOf } from '../say.ts'

function named({ toNodeId, deliverable }: Exchange): string {
  return `${toNodeId}\n${deliverable.trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en')}`
}

function found({ snapshot }: CheckScope, [first, ...others]: readonly Exchange[]): Found[] {
  if (!first || others.length === 0) return []
  const all = [first, ...others]
  const givers = [...new Set(all.map(({ fromNodeId }) => fromNodeId))]
  const [receiver, thing] = [nodePart(snapshot, first.toNodeId), recordPart('exchange', { id: first.id, name: first.deliverable })]
  const from = someOf(givers.map((id) => nodePart(snapshot, id)))
  const sentence =
    givers.length === 1
      ? say(...from, ' gives ', receiver, ' ', thing, ` ${all.length} times: is it one exchange?`)
      : say(receiver, ' gets ', thing, ` from ${givers.length} nodes: `, ...from, '. Do they know of each other?')
  return [
    {
      subjects: [{ entity: 'exchange', id: first.id }, ...others.map(({ id }) => ({ entity: 'exchange', id }) as const)],
      nodeIds: [...new Set([...givers, first.toNodeId])],
      sentence,
      own: [],
    },
  ]
}

/** The same deliverable to the same receiver more than once; capitals and blanks do not matter. Cost O(exchanges). Spec: AL54. */
export const duplicate: CheckRule = {
  key: 'duplicate',
  theme: 'exchanges',
  severity: 'low',
  title: 'Same deliverable twice to one receiver',
  why: 'Two nodes do the same work, or one exchange was written down twice.',
  source: 'Value network analysis: redundant flows.',
  fix: 'Ask the receiver which one it uses, and join what is one.',
  limit: null,
  find: (scope) => [...Map.groupBy(scope.exchanges, named).values()].flatMap((group) => found(scope, group)),
}
