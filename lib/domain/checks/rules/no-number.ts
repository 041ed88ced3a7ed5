import type { KeyResult } from '../../entity.ts'
import { keyResultPart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { lacking } from '../gather.ts'
import { hasTarget } from '../measured.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule, DraftScope } from '../rule.ts'

/** A key result of which no number, band, step or zone says when it is reached. Cost O(key results). Spec: AL22. */
export const noNumber: CheckRule<DraftScope> = {
  key: 'noNumber',
  theme: 'goals',
  severity: 'medium',
  title: 'Key result without a number',
  why: 'Without a number people find out at the end that they meant different things.',
  source: 'The OKR method: a key result is measurable.',
  fix: 'Say from where to where it goes, which band it keeps, or which steps it takes.',
  limit: null,
  find: (scope) =>
    lacking(scope, {
      entity: 'keyResult',
      all: scope.keyResults,
      lacks: ({ metric }: KeyResult) => !hasTarget(metric),
      each: ({ id }) => ({
        subjects: [{ entity: 'keyResult', id }],
        nodeIds: nodesOfKeyResult(scope.snapshot, id),
        sentence: say('No number, band or step is kept with ', keyResultPart(scope.snapshot, id), ': nobody can say how far it is.'),
        hint: 'No number says when it is reached.',
        own: [],
      }),
      together: (count) => `No number, band or step is kept with any of the ${count} key results: nobody can say how far they are.`,
    }),
}
