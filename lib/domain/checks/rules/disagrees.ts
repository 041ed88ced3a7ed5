import type { KeyResultAssessment } from '../../okr/assessment.ts'
import { confidenceInTen } from '../../okr/confidence.ts'
import { blockedSentence } from '../../plan/cause-sentence.ts'
import { keyResultPart, type Sentence } from '../../plan/sentence.ts'
import { dayText } from '../../promise/day-words.ts'
import { counted, say } from '../../ritual/plan/fit/words.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule, CheckScope } from '../rule.ts'

/** What is wrong with it, as the rest of a sentence that names it. */
function reasonOf({ snapshot, assessment, today }: CheckScope, { id, dueOn, lateDays }: KeyResultAssessment): Sentence {
  const blocked = blockedSentence(snapshot, assessment, id)
  if (blocked) return blocked.slice(1)
  return say(` was due on ${dayText(dueOn ?? today, today)}: it is ${counted(lateDays, 'day')} late.`)
}

/** A key result that its owner calls on track while the network says blocked or late. Cost O(key results + causes of those found). Spec: AL31. */
export const disagrees: CheckRule = {
  key: 'disagrees',
  theme: 'goals',
  severity: 'high',
  title: 'Said to be on track, and blocked or late',
  why: 'Either the owner knows something that the plan does not say, or has not heard yet.',
  source: 'Stated and derived status are two fields; their disagreement is a question (ST45).',
  fix: 'Let the owner look at the cause, and check in again.',
  limit: null,
  find: (scope) =>
    scope.keyResults.flatMap(({ id }) => {
      const facts = scope.assessment.keyResults.get(id)
      if (!facts?.disagrees) return []
      const said = facts.confidence === null ? '' : `, ${confidenceInTen(facts.confidence)} of 10`
      const sentence = say(keyResultPart(scope.snapshot, id), ` is said to be on track${said}, and`, ...reasonOf(scope, facts))
      return [{ subjects: [{ entity: 'keyResult', id }] as const, nodeIds: nodesOfKeyResult(scope.snapshot, id), sentence, own: [] }]
    }),
}
