import { dayText } from '../../promise/day-words.ts'
import { dropFix, earlierFix } from '../../ritual/plan/fit/fixes.ts'
import { giverPart, nodesAt, say, takerPart, thingPart } from '../../ritual/plan/fit/words.ts'
import { isAfterCycle } from '../after-cycle.ts'
import type { CheckRule } from '../rule.ts'

/** Promised for a day after the end of the cycle of what needs it. Cost O(needs). Spec: AL43. */
export const afterCycle: CheckRule = {
  key: 'afterCycle',
  theme: 'promises',
  severity: 'high',
  title: 'Promise after the cycle',
  why: 'It helps nothing that is planned now.',
  source: 'The dependency board of planning: both days lie in the cycle.',
  fix: 'Ask for an earlier day, or plan it for the next cycle.',
  limit: null,
  find: ({ snapshot, today, plan }) =>
    (plan?.needs ?? []).flatMap((need) => {
      if (!plan || !isAfterCycle(need, plan.cycle)) return []
      const { id, consumerKeyResultId, promisedOn } = need
      const { endsOn, name } = plan.cycle
      const days = ` for ${dayText(promisedOn ?? endsOn, today)}; ${name} ends on ${dayText(endsOn, today)}, and `
      return [
        {
          subjects: [
            { entity: 'dependency', id },
            { entity: 'keyResult', id: consumerKeyResultId },
          ] as const,
          nodeIds: nodesAt(snapshot, need),
          sentence: say(giverPart(snapshot, need), ' promised ', thingPart(snapshot, need), days, takerPart(snapshot, need), ' with it.'),
          own: [...earlierFix(need, endsOn, today), ...dropFix(snapshot, need)],
        },
      ]
    }),
}
