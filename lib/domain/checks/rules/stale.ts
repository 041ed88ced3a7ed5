import { keyResultPart } from '../../plan/sentence.ts'
import { counted, say } from '../../ritual/plan/fit/words.ts'
import { daysBetween } from '../../time.ts'
import { lacking } from '../gather.ts'
import { limits } from '../limits.ts'
import { nodesOfKeyResult } from '../place.ts'
import type { CheckRule, CheckScope } from '../rule.ts'

/** Days since somebody said how it goes, else since the cycle began; null where nobody has to: it is done, or the cycle does not run. */
function silentDays({ assessment, cycle, today }: CheckScope, id: string): number | null {
  const facts = assessment.keyResults.get(id)
  if (!cycle || !facts || facts.isDone || (cycle.phase !== null && cycle.phase !== 'active')) return null
  if (today < cycle.startsOn || today > cycle.endsOn) return null
  return daysBetween(facts.lastCheckIn?.day ?? cycle.startsOn, today)
}

/** A key result of which nobody has said anything for too long. Cost O(key results). Spec: AL32. */
export const stale: CheckRule = {
  key: 'stale',
  theme: 'goals',
  severity: 'medium',
  title: 'Nobody has checked in',
  why: 'Whoever depends on it reads a number that may not be true any more.',
  source: 'Weekly check-ins; the mark “stale” of the screens (ST35).',
  fix: 'Check in, also when nothing has changed.',
  limit: limits.stale,
  find: (scope, limit) =>
    lacking(scope, {
      entity: 'keyResult',
      all: scope.keyResults,
      lacks: ({ id }) => (silentDays(scope, id) ?? 0) > limit,
      each: ({ id }) => ({
        subjects: [{ entity: 'keyResult', id }],
        nodeIds: nodesOfKeyResult(scope.snapshot, id),
        sentence: say('Nobody has checked in on ', keyResultPart(scope.snapshot, id), ` for ${counted(silentDays(scope, id) ?? 0, 'day')}.`),
        own: [],
      }),
      together: (count) => `Nobody has checked in on any of the ${count} key results for more than ${counted(limit, 'day')}.`,
    }),
}
