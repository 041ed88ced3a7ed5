import type { Goal } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { countReferring, referring, type Snapshot } from '../../snapshot.ts'
import type { CheckRule } from '../rule.ts'
import { recordPart } from '../say.ts'

/** A goal is reached by its own key result, or by one of an objective that serves it; both in the cycle. */
function isReached(snapshot: Snapshot, { id, keyResultId }: Goal, cycleId: string): boolean {
  if (keyResultId !== null && placeOfKeyResult(snapshot, keyResultId).cycleId === cycleId) return true
  const serving = referring(snapshot, 'objective', 'goalIds', id).filter((objective) => objective.cycleId === cycleId)
  return serving.some((objective) => countReferring(snapshot, 'keyResult', 'objectiveId', objective.id) > 0)
}

/** A goal of the network towards which no key result of the cycle leads. Cost O(goals + their objectives). Spec: AL29. */
export const unreachedGoal: CheckRule = {
  key: 'unreachedGoal',
  theme: 'goals',
  severity: 'high',
  title: 'Goal that no key result reaches',
  why: 'In this cycle nobody does anything that would show in it.',
  source: 'Alignment of OKRs, read from the goal.',
  fix: 'Link an objective to it, or say that it rests in this cycle.',
  limit: null,
  find: ({ snapshot, cycle }) =>
    cycle === null
      ? []
      : inDocumentOrder(snapshot.tables.goal)
          .filter((goal) => !isReached(snapshot, goal, cycle.id))
          .map(({ id, name }) => ({
            subjects: [{ entity: 'goal', id }],
            nodeIds: [],
            sentence: say('No key result of ', `${cycle.name} leads to the goal `, recordPart('goal', { id, name }), '.'),
            own: [],
          })),
}
