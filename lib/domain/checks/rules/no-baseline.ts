import { call } from '../../command/call.ts'
import type { KeyResult } from '../../entity.ts'
import { keyResultPart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import { isWithoutStart } from '../measured.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule, DraftScope } from '../rule.ts'

/** A key result that says where it goes and not from where. Cost O(key results). Spec: AL23. */
export const noBaseline: CheckRule<DraftScope> = {
  key: 'noBaseline',
  theme: 'goals',
  severity: 'medium',
  title: 'Key result without a baseline',
  why: 'Nobody knows how far the way is, and progress stays unknown.',
  source: 'The OKR method: from where to where.',
  fix: 'Measure where it stands today.',
  limit: null,
  find: (scope) =>
    lacking(scope, {
      entity: 'keyResult',
      all: scope.keyResults,
      lacks: ({ metric }: KeyResult) => isWithoutStart(metric),
      each: ({ id }) => ({
        subjects: [{ entity: 'keyResult', id }],
        nodeIds: nodesOfKeyResult(scope.snapshot, id),
        sentence: say(keyResultPart(scope.snapshot, id), ' says where it goes and not where it starts.'),
        hint: 'Where does it stand today?',
        own: [
          fixOf({ id: 'set', key: 'B', label: 'Say where it stands today', asks: ['value'] }, ({ value }) => [
            call('keyResult.update', { id, set: { metric: { baseline: value ?? null } } }),
          ]),
        ],
      }),
      together: (count) => `None of the ${count} key results says where it starts.`,
    }),
}
