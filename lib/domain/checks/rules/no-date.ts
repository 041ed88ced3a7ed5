import { call } from '../../command/call.ts'
import type { KeyResult } from '../../entity.ts'
import { keyResultPart } from '../../plan/sentence.ts'
import { dayText } from '../../promise/day-words.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule } from '../rule.ts'

/** A key result without a day of its own: it counts as due when its cycle ends. Cost O(key results). Spec: AL25. */
export const noDate: CheckRule = {
  key: 'noDate',
  theme: 'goals',
  severity: 'low',
  title: 'Key result without a date',
  why: 'Whoever waits for it has to take the last day of the cycle for the right one.',
  source: 'Promises have dates; what they stand on needs one too.',
  fix: 'Say by when it is reached.',
  limit: null,
  find: (scope) => {
    const { snapshot, cycle, today } = scope
    if (cycle === null) return []
    const last = dayText(cycle.endsOn, today)
    return lacking(scope, {
      entity: 'keyResult',
      all: scope.keyResults,
      lacks: ({ dueOn }: KeyResult) => dueOn === null,
      each: ({ id }) => ({
        subjects: [{ entity: 'keyResult', id }],
        nodeIds: nodesOfKeyResult(snapshot, id),
        sentence: say(keyResultPart(snapshot, id), ` has no day of its own and counts as due on ${last}, when ${cycle.name} ends.`),
        own: [
          fixOf({ id: 'set', key: 'D', label: 'Say by when', asks: ['dueOn'], suggested: { dueOn: cycle.endsOn } }, ({ dueOn }) => [
            call('keyResult.update', { id, set: { dueOn } }),
          ]),
        ],
      }),
      together: (count) => `None of the ${count} key results has a day of its own: all of them count as due on ${last}, when ${cycle.name} ends.`,
    })
  },
}
