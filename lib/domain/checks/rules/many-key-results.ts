import { say } from '../../ritual/plan/fit/words.ts'
import { limits } from '../limits.ts'
import type { CheckRule, DraftScope } from '../rule.ts'
import { objectivePart } from '../say.ts'

/** An objective with more key results than say it. Cost O(objectives + key results). Spec: AL28. */
export const manyKeyResults: CheckRule<DraftScope> = {
  key: 'manyKeyResults',
  theme: 'goals',
  severity: 'medium',
  title: 'Too many key results',
  why: 'With many of them nobody can say which one tells that the objective is reached.',
  source: 'The OKR method: two to five key results.',
  fix: 'Keep those that say it all.',
  limit: limits.manyKeyResults,
  find: ({ snapshot, objectives, keyResults }, limit) => {
    const byObjective = Map.groupBy(keyResults, ({ objectiveId }): string => objectiveId)
    return objectives.flatMap(({ id, nodeId }) => {
      const own = byObjective.get(id) ?? []
      if (own.length <= limit) return []
      return [
        {
          subjects: [{ entity: 'objective', id }, ...own.map((keyResult) => ({ entity: 'keyResult', id: keyResult.id }) as const)] as const,
          nodeIds: [nodeId],
          sentence: say(objectivePart(snapshot, id), ` has ${own.length} key results: which ${limit} say it all?`),
          hint: `${own.length} key results: which ${limit} say it all?`,
          own: [],
        },
      ]
    })
  },
}
