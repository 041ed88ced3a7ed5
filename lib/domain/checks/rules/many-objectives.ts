import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { limits } from '../limits.ts'
import type { CheckRule, DraftScope } from '../rule.ts'

/** A node with more objectives than people keep in mind. Cost O(nodes + objectives). Spec: AL27. */
export const manyObjectives: CheckRule<DraftScope> = {
  key: 'manyObjectives',
  theme: 'goals',
  severity: 'medium',
  title: 'Too many objectives',
  why: 'What is one of many is nobody’s first.',
  source: 'The OKR method: three to five objectives.',
  fix: 'Ask which of them matter most, and leave the others for later.',
  limit: limits.manyObjectives,
  find: ({ snapshot, nodes, objectives }, limit) => {
    const byNode = Map.groupBy(objectives, ({ nodeId }): string => nodeId)
    return nodes.flatMap(({ id }) => {
      const own = byNode.get(id) ?? []
      if (own.length <= limit) return []
      return [
        {
          subjects: [{ entity: 'node', id }, ...own.map((objective) => ({ entity: 'objective', id: objective.id }) as const)] as const,
          nodeIds: [id],
          sentence: say(nodePart(snapshot, id), ` has ${own.length} objectives: which ${limit} matter most?`),
          hint: `${own.length} objectives: which ${limit} matter most?`,
          own: [],
        },
      ]
    })
  },
}
