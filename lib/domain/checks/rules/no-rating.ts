import { call } from '../../command/call.ts'
import type { Exchange } from '../../entity.ts'
import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import type { CheckRule } from '../rule.ts'
import { exchangeParts } from '../say.ts'

/** An exchange whose receiver has not said what it is worth. Cost O(exchanges). Spec: AL52. */
export const noRating: CheckRule = {
  key: 'noRating',
  theme: 'exchanges',
  severity: 'low',
  title: 'Exchange without the receiver’s rating',
  why: 'Value is what the receiver says it is; without that nobody knows whether it is worth the effort.',
  source: 'Value network analysis: perceived value.',
  fix: 'Ask the receiver what it is worth, from −2 (costs us) to 5.',
  limit: null,
  find: (scope) => {
    const { snapshot, exchanges } = scope
    return lacking(scope, {
      entity: 'exchange',
      all: exchanges,
      lacks: ({ valueByReceiver }: Exchange) => valueByReceiver === null,
      each: (exchange) => ({
        subjects: [{ entity: 'exchange', id: exchange.id }],
        nodeIds: [exchange.toNodeId],
        sentence: say(nodePart(snapshot, exchange.toNodeId), ' has not said what ', ...exchangeParts(snapshot, exchange), ' is worth.'),
        own: [
          fixOf({ id: 'rate', key: 'V', label: 'Rate it', asks: ['value'] }, ({ value }) => [
            call('exchange.update', { id: exchange.id, set: { valueByReceiver: value ?? null } }),
          ]),
        ],
      }),
      together: (count) => `No receiver has said what any of the ${count} exchanges is worth.`,
    })
  },
}
