import { call } from '../../command/call.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { countReferring } from '../../snapshot.ts'
import { fixOf } from '../fixes.ts'
import type { CheckRule, DraftScope } from '../rule.ts'
import { objectivePart } from '../say.ts'

/** An objective that nobody could tell is reached. Cost O(objectives). Spec: AL20. */
export const noKeyResult: CheckRule<DraftScope> = {
  key: 'noKeyResult',
  theme: 'goals',
  severity: 'high',
  title: 'Objective without a key result',
  why: 'Without a key result nobody can tell whether it is reached.',
  source: 'The OKR method: an objective is told by what changes when it is reached.',
  fix: 'Add a key result that says what will be different.',
  limit: null,
  find: ({ snapshot, objectives }) =>
    objectives
      .filter(({ id }) => countReferring(snapshot, 'keyResult', 'objectiveId', id) === 0)
      .map(({ id, nodeId }) => ({
        subjects: [{ entity: 'objective', id }],
        nodeIds: [nodeId],
        sentence: say(objectivePart(snapshot, id), ' has no key result: nobody can tell when it is reached.'),
        hint: 'How would we know that it is reached?',
        own: [
          fixOf({ id: 'add', key: 'N', label: 'Add a key result', asks: ['text'] }, ({ text }, freshId) => [
            call('keyResult.create', { id: freshId('keyResult'), objectiveId: id, title: text ?? '', metric: { kind: 'boolean' } }),
          ]),
        ],
      })),
}
