import { call } from '../../command/call.ts'
import type { KeyResult } from '../../entity.ts'
import { asId } from '../../ids.ts'
import { keyResultPart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule, DraftScope } from '../rule.ts'

function isOwned(snapshot: Snapshot, { ownerId, objectiveId }: KeyResult): boolean {
  return ownerId !== null || (find(snapshot, 'objective', objectiveId)?.ownerId ?? null) !== null
}

/** A key result that nobody owns, neither itself nor its objective. Cost O(key results). Spec: AL24. */
export const noOwner: CheckRule<DraftScope> = {
  key: 'noOwner',
  theme: 'goals',
  severity: 'medium',
  title: 'Key result without an owner',
  why: 'Nobody will say how it goes.',
  source: 'The OKR method: somebody speaks for each key result.',
  fix: 'Ask who speaks for it.',
  limit: null,
  find: (scope) =>
    lacking(scope, {
      entity: 'keyResult',
      all: scope.keyResults,
      lacks: (keyResult: KeyResult) => !isOwned(scope.snapshot, keyResult),
      each: ({ id }) => ({
        subjects: [{ entity: 'keyResult', id }],
        nodeIds: nodesOfKeyResult(scope.snapshot, id),
        sentence: say('Nobody owns ', keyResultPart(scope.snapshot, id), '.'),
        hint: 'Nobody owns it yet.',
        own: [
          fixOf({ id: 'set', key: 'O', label: 'Give it an owner', asks: ['ownerId'] }, ({ ownerId }) => [
            call('keyResult.update', { id, set: { ownerId: ownerId === null ? null : asId<'person'>(ownerId) } }),
          ]),
        ],
      }),
      together: (count) => `Nobody owns any of the ${count} key results.`,
    }),
}
