import { call } from '../../command/call.ts'
import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import type { CheckRule } from '../rule.ts'
import { exchangeParts } from '../say.ts'

/** An exchange that only one side has told. Cost O(exchanges). Spec: AL51. */
export const oneSided: CheckRule = {
  key: 'oneSided',
  theme: 'exchanges',
  severity: 'medium',
  title: 'Exchange that its receiver has not confirmed',
  why: 'What one side thinks it gives may be nothing that the other one gets.',
  source: 'Value network analysis: both sides are asked.',
  fix: 'Ask the receiver, who confirms it.',
  limit: null,
  find: ({ snapshot, exchanges }) =>
    exchanges
      .filter(({ confirmed }) => confirmed === false)
      .map((exchange) => ({
        subjects: [{ entity: 'exchange', id: exchange.id }],
        nodeIds: [exchange.fromNodeId, exchange.toNodeId],
        sentence: say(
          ...exchangeParts(snapshot, exchange),
          ' is not confirmed: ',
          nodePart(snapshot, exchange.toNodeId),
          ' has not said that it gets it.',
        ),
        own: [
          fixOf({ id: 'confirm', key: 'C', label: 'Confirm it' }, () => [call('exchange.update', { id: exchange.id, set: { confirmed: true } })]),
        ],
      })),
}
